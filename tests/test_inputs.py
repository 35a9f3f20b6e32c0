import os

import pytest

from classifier.errors import InputError
from classifier.inputs import fingerprint, gather, read_hints


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in ("b.pdf", "deep/a.PDF", "notes.txt", "plan.docx"):
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


def test_a_folder_gives_its_documents_sorted(folder):
    assert [path.name for path in gather([folder])] == ["b.pdf", "a.PDF", "plan.docx"]


def test_a_file_named_twice_is_gathered_once(folder):
    assert gather([folder / "b.pdf", folder / "b.pdf", folder]) == gather([folder])


def test_a_file_named_outright_is_taken_whatever_its_ending(folder):
    assert [path.name for path in gather([folder / "notes.txt"])] == ["notes.txt"]


def test_a_path_that_is_not_there_is_an_error(folder):
    with pytest.raises(InputError, match="nothing was read"):
        gather([folder / "missing.pdf"])


def test_a_fingerprint_follows_the_content(folder):
    before = fingerprint(folder / "b.pdf")
    assert before == fingerprint(folder / "plan.docx")
    (folder / "b.pdf").write_bytes(b"y")
    assert fingerprint(folder / "b.pdf") != before


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(InputError, match="not a regular file"):
        fingerprint(tmp_path / "pipe.pdf")


def test_the_users_table_speaks_of_files_beside_it(folder):
    (folder / "plans.csv").write_text("file,member,years,plan_id\nb.pdf, Telmara ,2023-2025,\n")
    hints = read_hints(gather([folder]))
    assert hints[folder / "b.pdf"]["member"] == "Telmara"


def test_a_table_without_files_is_refused(folder):
    (folder / "plans.csv").write_text("name\nb.pdf\n")
    with pytest.raises(InputError, match="no column 'file'"):
        read_hints(gather([folder]))
