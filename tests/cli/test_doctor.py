import json
import multiprocessing
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from factories import make_plan, make_row
from sqlalchemy import text

from classifier.cli import diagnosis, doctor, verbs
from classifier.errors import ModelError
from classifier.predict.bundle import current
from classifier.workspace import Workspace
from classifier.workspace.database import FILE_NAME


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


def test_a_workspace_that_is_not_there_is_not_made(tmp_path):
    assert "none yet" in checks("--workspace", str(tmp_path / "new"))["workspace"]["found"]
    assert not (tmp_path / "new").exists()


@pytest.fixture
def folder(tmp_path):
    with Workspace.open(tmp_path) as opened:
        opened.store(make_row(), make_plan())
    return tmp_path


def test_a_sound_workspace_is_ok(folder):
    assert checks("--workspace", str(folder))["workspace"]["state"] == "ok"


def test_a_workspace_that_contradicts_itself_ends_with_3(folder):
    with Workspace.open(folder) as opened, opened.engine.begin() as connection:
        connection.execute(text("UPDATE files SET commitments = 5"))
    result = CliRunner().invoke(verbs, ["doctor", "--workspace", str(folder)], standalone_mode=False)
    assert result.return_value == 3


def test_a_damaged_workspace_says_what_to_do(folder):
    (folder / FILE_NAME).write_bytes(b"no database" * 1000)
    assert "Restore a backup" in checks("--workspace", str(folder))["workspace"]["state"]


def test_little_space_is_said_so(monkeypatch):
    monkeypatch.setattr(diagnosis, "LEAST_SPACE", 2**80)
    assert "little space" in checks()["temporary files"]["state"]


def test_a_folder_that_may_not_be_written_is_said_so(monkeypatch):
    monkeypatch.setattr(diagnosis.os, "access", lambda *_: False)
    assert "may not be written" in checks()["temporary files"]["state"]


def test_a_missing_extra_says_what_it_is_for(monkeypatch):
    monkeypatch.setattr(diagnosis, "EXTRAS", {"no-such-package": "tests"})
    assert "only for tests" in checks()["no-such-package"]["state"]


def test_another_version_than_the_locked_one_is_named(monkeypatch, tmp_path):
    (tmp_path / "lock").write_text("click==0.0.1 \\\n    --hash=sha256:0\n")
    monkeypatch.setattr(diagnosis, "LOCK", tmp_path / "lock")
    assert "not 0.0.1" in checks()["locked versions"]["state"]


def test_an_encoding_that_garbles_names_is_said_so(monkeypatch):
    monkeypatch.setattr(diagnosis.sys, "getfilesystemencoding", lambda: "ascii")
    assert "PYTHONUTF8" in checks()["text encoding"]["state"]


def test_documents_that_cannot_be_fenced_are_said_so(monkeypatch):
    monkeypatch.setitem(multiprocessing.current_process()._config, "daemon", True)
    assert "--no-nanny" in checks()["fences"]["state"]
