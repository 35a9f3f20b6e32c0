# Two commands are all you need: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out
SAMPLES := corpus/samples

.PHONY: run test soak audit check system test-system lock samples model clean

run: $(VENV)/.installed system ## process the sample plans and database, write a report
	@status=0; $(BIN)/ogp-justice run $(SAMPLES) --workspace $(OUT)/workspace || status=$$?; \
	  [ $$status -eq 0 ] || [ $$status -eq 2 ] || exit $$status; \
	  $(BIN)/ogp-justice import-ogp $(SAMPLES)/ogp_database.csv --workspace $(OUT)/workspace >/dev/null || exit $$?; \
	  $(BIN)/ogp-justice report --workspace $(OUT)/workspace --irm $(SAMPLES)/ogp_database.csv \
	    --out $(OUT)/report || exit $$?; \
	  [ $$status -eq 0 ] || echo "A sample plan could not be read (see above); the report is about the others."

test: $(VENV)/.installed test-system ## format, lint, types, tests
	scripts/check
	scripts/test

soak: $(VENV)/.installed test-system ## the tests that take minutes: a Dask cluster, kills, fuzzing
	scripts/test -m soak
	$(BIN)/python scripts/killing.py --kills 1000 --out $(OUT)/kills
	$(BIN)/python scripts/fuzz.py --hours 2 --out $(OUT)/fuzz

audit: $(VENV)/.installed ## known vulnerabilities of what is locked; asks the package index
	$(BIN)/python scripts/audit.py $(if $(SERVICE),--service $(SERVICE))

# Installed once for each lock file; the hashes make next year's build the same build.
$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

system: ## Tesseract for scanned plans, where this machine lets us install it
	@scripts/system

test-system: ## what tests use besides: browser, office, database server, fonts
	@scripts/system tests

lock: ## pin every dependency anew, with hashes
	scripts/lock

samples: $(VENV)/.installed ## write the sample plans from their text
	$(BIN)/python scripts/make_samples.py

model: $(VENV)/.installed ## train the shipped models; OGP="FILE ..." names your copy of the database
	$(BIN)/python scripts/train.py $(OGP)

clean: ## remove the environment and everything made by `make run`
	rm -rf $(VENV) $(OUT)
