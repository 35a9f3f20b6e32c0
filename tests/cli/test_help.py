import subprocess
import sys

import pytest
from click.testing import CliRunner

from classifier import __version__
from classifier.cli import VERBS, verbs


def call(*arguments):
    return CliRunner().invoke(verbs, arguments)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_in_80_columns(verb):
    result = call(verb, "--help")
    assert result.exit_code == 0
    assert max(map(len, result.output.splitlines())) <= 80


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_says_in_one_line_what_it_does(verb):
    line = next(line for line in call("--help").output.splitlines() if line.split()[:1] == [verb])
    assert len(line.split()) > 3 and not line.endswith("...")


def test_help_lists_the_verbs_in_the_order_of_the_flow():
    shown = [line.split()[0] for line in call("--help").output.splitlines() if line.startswith("  ")]
    assert [name for name in shown if name in VERBS] == list(VERBS)


def test_exit_codes_stand_in_the_help():
    output = call("--help").output
    assert "0 all well" in output and "5 labelled data" in output


def test_the_version_is_told():
    assert __version__ in call("--version").output


def test_an_unknown_verb_is_named():
    result = call("frobnicate")
    assert result.exit_code == 2
    assert "frobnicate" in result.output


def test_help_loads_nothing_heavy():
    code = "import sys; from classifier.cli import verbs; verbs(['--help'], standalone_mode=False); "
    code += "print([m for m in ('spacy', 'sklearn', 'matplotlib', 'pdfplumber') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
