"""`doctor`: what is installed, what is missing, which model."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version

import click

from classifier.cli import diagnosis
from classifier.cli.diagnosis import Check
from classifier.cli.terminal import json_option, print_json, print_table, workspace_option
from classifier.errors import ModelError

# Those whose versions matter for results.
PACKAGES = ("pypdfium2", "pdfplumber", "spacy", "scikit-learn", "skops", "langdetect", "joblib", "sqlalchemy")


@click.command("doctor", short_help="What is installed, what is missing, which model.")
@workspace_option
@json_option
def doctor_command(workspace: str, as_json: bool) -> int:
    """Check this installation, this machine and the workspace.

    The exit code is that of the first thing that is wrong: 4 if no model can be used, 3 for the
    workspace or a disk, 1 for the rest; 0 also where something optional is missing.
    """
    checks = [*_checks(workspace)]
    if as_json:
        print_json([{"what": c.what, "found": c.found, "state": c.state} for c in checks])
    else:
        print_table(["what", "found", "state"], [check[:3] for check in checks])
    return next((check.code for check in checks if check.code), 0)


def _checks(workspace: str) -> Iterator[Check]:
    """Everything looked at, in the order it is shown."""
    yield Check("Python", sys.version.split()[0])
    yield from (Check(name, version(name)) for name in PACKAGES)
    yield from diagnosis.machine()
    yield _tesseract()
    yield _model()
    yield from diagnosis.workspace(workspace)


def _tesseract() -> Check:
    program = shutil.which("tesseract")
    if program is None:
        return Check(
            "Tesseract (OCR)",
            "not found",
            "scanned plans end as 'needs OCR'; `make system` installs it on Debian and Ubuntu",
        )
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    packs = [line.strip() for line in listed.stdout.splitlines()[1:] if line.strip() != "osd"]
    return Check("Tesseract (OCR)", f"language packs: {' '.join(packs) or 'none'}")


def _model() -> Check:
    from classifier.predict import load_model

    try:
        return Check("model", load_model().id)
    except ModelError as error:
        return Check("model", "not usable", str(error), ModelError.exit_code)
