"""What the README promises is there."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from classifier.cli import VERBS, verbs

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make (\w+)", README))))
def test_every_make_target_is_in_the_makefile(target):
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("verb", sorted(set(re.findall(r"`ogp-justice ([\w-]+)", README))))
def test_every_verb_is_a_command(verb):
    assert verb in VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_is_in_the_readme_and_has_help(verb):
    assert re.search(rf"`(?:ogp-justice )?{verb}\b", README)
    result = CliRunner().invoke(verbs, [verb, "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http)([^)#]+)", README))
def test_every_link_leads_somewhere(link):
    assert (ROOT / link).exists()


def test_the_python_example_runs():
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names = {}
    exec(code.replace("corpus/", f"{ROOT}/corpus/"), names)
    assert len(names["predictions"]) == len(names["plan"].commitments) == 10


def test_the_printed_run_names_the_sample_plans():
    printed = set(re.findall(r"^ (\w[\w-]+\.pdf)", README, re.MULTILINE))
    assert printed == {path.name for path in (ROOT / "corpus" / "samples").glob("*.pdf")}


def test_ci_runs_the_readmes_test_command_and_no_more():
    lines = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line and line[0] != "#"]
    assert [line for line in lines if "make" in line] == ["make test"]


def test_every_dependency_is_locked_and_has_its_reason():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    lines = re.findall(r'^  "([\w-]+)>=[^"]*",(.*)$', project, re.MULTILINE)
    assert len(lines) > 20
    for name, reason in lines:
        assert f"\n{name.lower()}==" in locked
        assert re.search(r"#\s\w+", reason)
