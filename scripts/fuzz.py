"""Feed the program damaged and senseless PDFs for a time: `make soak`.

    scripts/fuzz.py --hours 0.5 --out out/fuzz     run
    scripts/fuzz.py --total --out out/fuzz         hours, inputs, outcomes and findings of all runs there

Every input goes through the fence that a run uses, so crashes, hangs and memory are seen. What
is found is kept in OUT/findings with its reason.
"""

import argparse
import hashlib
import json
import random
import shutil
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Share of the inputs that are read with OCR, and share that Hypothesis builds.
WITH_OCR, BUILT = 0.02, 0.35


def seeds():
    """The sample plans, whole and their first pages alone."""
    whole = [path.read_bytes() for path in sorted((ROOT / "corpus" / "samples").glob("*.pdf"))]
    return [data for data in whole if len(data) < 100_000] + [_first_pages(data) for data in whole] * 3


def _first_pages(data, pages=3):
    from io import BytesIO

    import pypdfium2 as pdfium

    source, out, target = pdfium.PdfDocument(data), pdfium.PdfDocument.new(), BytesIO()
    out.import_pages(source, list(range(min(pages, len(source)))))
    out.save(target)
    return target.getvalue()


def built(seed, count):
    """PDFs that Hypothesis builds; the same seed builds the same."""
    import warnings

    from fuzzing.structures import documents
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded

    out = []
    warnings.simplefilter("ignore")

    @seeded(seed)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def collect(data):
        out.append(data)

    collect()
    return out


def inputs(seed):
    """Inputs without end, each with its kind."""
    from fuzzing.mutations import mutated

    chance, originals, ready = random.Random(seed), seeds(), []
    while True:
        if chance.random() < BUILT:
            ready = ready or built(chance.randrange(2**32), 100)
            yield "built", ready.pop()
        else:
            yield "mutated", mutated(chance.choice(originals), chance, originals)


class Log:
    """What a session has done so far, kept on disk as it goes."""

    def __init__(self, folder, seed):
        self.folder, self.seed, self.began = folder, seed, time.time()
        self.outcomes, self.findings = Counter(), Counter()
        (folder / "findings").mkdir(parents=True, exist_ok=True)

    def add(self, kind, data, outcome, found):
        self.outcomes[outcome] += 1
        self.outcomes[f"({kind})"] += 1
        if found:
            name = f"{outcome.replace(' ', '-')}-{hashlib.sha256(data).hexdigest()[:12]}"
            (self.folder / "findings" / f"{name}.pdf").write_bytes(data)
            (self.folder / "findings" / f"{name}.txt").write_text(found, encoding="utf-8")
            self.findings[found[:160]] += 1
        if found or sum(self.outcomes.values()) % 50 == 0:
            self.keep()

    def keep(self):
        record = {"seed": self.seed, "began": self.began, "seconds": time.time() - self.began}
        record |= {"outcomes": self.outcomes, "findings": self.findings}
        path = self.folder / f"session-{int(self.began)}.json"
        path.write_text(json.dumps(record, indent=1), encoding="utf-8")


def run(folder, hours, seed):
    """Inputs until the time is up; the number of findings."""
    from fuzzing.trial import outcome

    from classifier.predict import load_model
    from classifier.workspace import Workspace

    log, model, chance = Log(folder, seed), load_model(), random.Random(seed)
    scratch = folder / f"scratch-{int(log.began)}"
    scratch.mkdir()
    path = scratch / "input.pdf"
    with Workspace.open(scratch / "workspace") as workspace:
        for kind, data in inputs(seed):
            if time.time() - log.began > hours * 3600:
                break
            path.write_bytes(data)
            log.add(kind, data, *outcome(path, model, workspace, ocr=chance.random() < WITH_OCR))
    log.keep()
    shutil.rmtree(scratch)
    return sum(log.findings.values())


def total(folder):
    """The hours, inputs and outcomes of every session in a folder."""
    sessions = [json.loads(path.read_text()) for path in sorted(folder.glob("session-*.json"))]
    outcomes, findings = Counter(), Counter()
    for session in sessions:
        outcomes.update(session["outcomes"])
        findings.update(session["findings"])
    hours = sum(session["seconds"] for session in sessions) / 3600
    inputs = sum(n for name, n in outcomes.items() if not name.startswith("("))
    print(f"{hours:.2f} hours in {len(sessions)} sessions, {inputs} inputs")
    for name, number in outcomes.most_common():
        print(f"{number:8} {name}")
    for found, number in findings.most_common():
        print(f"{number:8} finding: {found}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hours", type=float, default=0.5)
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "fuzz")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--total", action="store_true")
    options = parser.parse_args()
    if options.total:
        return total(options.out)
    return 1 if run(options.out, options.hours, options.seed) else 0


if __name__ == "__main__":
    sys.exit(main())
