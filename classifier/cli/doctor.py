"""`doctor`: what is installed, what is missing, which model."""

import shutil
import subprocess
import sys
from importlib.metadata import version

import click

from classifier.cli.terminal import json_option, print_json, print_table
from classifier.errors import ModelError

# Those whose versions matter for results.
PACKAGES = ("pypdfium2", "pdfplumber", "spacy", "scikit-learn", "skops", "langdetect", "joblib", "sqlalchemy")


@click.command("doctor", short_help="What is installed, what is missing, which model.")
@json_option
def doctor_command(as_json: bool) -> int:
    """Check this installation; the exit code is 4 if no model can be used."""
    checks = [("Python", sys.version.split()[0], "ok")]
    checks += [(name, version(name), "ok") for name in PACKAGES]
    checks += [_tesseract(), _model()]
    if as_json:
        print_json([dict(zip(("what", "found", "state"), check, strict=True)) for check in checks])
    else:
        print_table(["what", "found", "state"], checks)
    return ModelError.exit_code if checks[-1][2] != "ok" else 0


def _tesseract() -> tuple[str, str, str]:
    program = shutil.which("tesseract")
    if program is None:
        return (
            "Tesseract (OCR)",
            "not found",
            "scanned plans end as 'needs OCR'; `make system` installs it on Debian and Ubuntu",
        )
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    packs = [line.strip() for line in listed.stdout.splitlines()[1:] if line.strip() != "osd"]
    return "Tesseract (OCR)", f"language packs: {' '.join(packs) or 'none'}", "ok"


def _model() -> tuple[str, str, str]:
    from classifier.predict import load_model

    try:
        return "model", load_model().id, "ok"
    except ModelError as error:
        return "model", "not usable", str(error)
