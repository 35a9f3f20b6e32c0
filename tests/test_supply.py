"""What the project is built from: pinned, hashed, looked up, and nothing left unsaid."""

import json
import re
import subprocess
from pathlib import Path

import audit
import pytest

ROOT = Path(__file__).parents[1]
SOUND = {"name": "wells", "version": "1.0", "vulns": []}
UNKNOWN = {"name": "rivers", "skip_reason": "Dependency not found"}
BAD = {"name": "lakes", "version": "2.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}]}


def requirements():
    """The lock file's entries, continuation lines joined."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def test_everything_locked_has_one_version_and_its_hashes():
    loose = [r for r in requirements() if not re.match(r"^[\w.-]+==[^\s;]+.*--hash=sha256:[0-9a-f]{64}", r)]
    assert loose == []
    assert len(requirements()) > 100


def test_the_lock_names_no_index_and_no_address():
    assert not [r for r in requirements() if "://" in r or "--index" in r or "--find-links" in r]


def test_the_environment_is_made_from_the_lock_alone():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"pip install (.+)", makefile)
    assert len(installs) == 2
    assert "--require-hashes --requirement requirements.lock" in installs[0]
    assert "--no-deps --no-build-isolation" in installs[1]


def test_what_is_declared_is_locked():
    declared = re.findall(r'^  "([\w-]+)[>=]', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    locked = {re.match(r"[\w.-]+", r)[0].lower().replace("_", "-") for r in requirements()}
    assert set(declared) - locked == set()


@pytest.mark.parametrize(
    "packages, code, said",
    [
        ([SOUND], 0, "1 of 1 locked packages looked up, 0 known vulnerabilities."),
        ([SOUND, BAD], audit.VULNERABLE, "lakes 2.0: PYSEC-1, mended in 2.1"),
        ([SOUND, UNKNOWN], audit.UNKNOWN, "1 could not be looked up (rivers"),
        ([UNKNOWN, BAD], audit.VULNERABLE, "1 known vulnerabilities"),
    ],
)
def test_an_audit_that_could_not_look_does_not_end_well(packages, code, said):
    told, ended = audit.verdict(packages)
    assert ended == code
    assert said in told


def answer(monkeypatch, **done):
    done = {"stdout": "", "stderr": ""} | done
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1, **done))


def test_an_audit_asks_for_the_lock_and_prints_what_came(monkeypatch, capsys):
    answer(monkeypatch, stdout=json.dumps({"dependencies": [BAD]}))
    monkeypatch.setattr(audit.sys, "argv", ["audit.py"])
    assert audit.main() == audit.VULNERABLE
    assert "PYSEC-1" in capsys.readouterr().out


def test_an_audit_that_reached_nobody_says_why(monkeypatch):
    answer(monkeypatch, stderr="ConnectionError: no route")
    with pytest.raises(SystemExit, match="no route"):
        audit.ask([])
