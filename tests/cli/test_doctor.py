import json
from types import SimpleNamespace

from click.testing import CliRunner

from classifier.cli import doctor, verbs
from classifier.errors import ModelError
from classifier.predict.bundle import current


def checks(*arguments):
    result = CliRunner().invoke(verbs, ["doctor", "--json", *arguments])
    start = result.output.index("[")
    return {check["what"]: check for check in json.loads(result.output[start:])}


def test_a_sound_installation_names_the_model():
    found = checks()
    assert found["model"]["found"] == current()
    assert found["model"]["state"] == "ok"


def test_versions_that_matter_are_listed():
    assert {"Python", "pypdfium2", "spacy", "scikit-learn"} <= set(checks())


def test_missing_ocr_says_what_it_costs_and_how_to_mend_it(monkeypatch):
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    found = checks()["Tesseract (OCR)"]
    assert found["found"] == "not found"
    assert "make system" in found["state"]


def test_language_packs_are_named(monkeypatch):
    listed = SimpleNamespace(stdout='List of available languages in "x" (3):\neng\nosd\nspa\n')
    monkeypatch.setattr(doctor.shutil, "which", lambda name: "/bin/tesseract")
    monkeypatch.setattr(doctor.subprocess, "run", lambda *a, **k: listed)
    assert "eng spa" in checks()["Tesseract (OCR)"]["found"]


def test_a_model_that_cannot_be_used_ends_with_its_exit_code(monkeypatch):
    def refuse(*_):
        raise ModelError("No model in use. Promote one.")

    monkeypatch.setattr("classifier.predict.load_model", refuse)
    result = CliRunner().invoke(verbs, ["doctor"], standalone_mode=False)
    assert result.return_value == ModelError.exit_code
    assert "Promote one" in " ".join(result.output.split())
