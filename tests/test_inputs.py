import csv
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from classifier.errors import InputError
from classifier.inputs import fingerprint, gather, printable, read_hints


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


@pytest.fixture
def usual_limit():
    """Python's own limit for a field, which a test before may have raised."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.mark.parametrize("content", [b"file,member\n\xe9.pdf,x\n", b"file\n" + b"x" * 200_000 + b"\n"])
def test_a_table_that_cannot_be_read_is_refused(folder, content, usual_limit):
    (folder / "plans.csv").write_bytes(content)
    with pytest.raises(InputError, match="Save it as CSV in UTF-8"):
        read_hints(gather([folder / "b.pdf"]))


def test_a_folder_without_documents_is_an_error(tmp_path):
    with pytest.raises(InputError, match="There is no document"):
        gather([tmp_path])


def names(folder):
    return [path.name for path in gather([folder])]


def test_linked_folders_are_read_once_and_loops_end(folder):
    (folder / "deep" / "up").symlink_to(folder)
    (folder / "linked").symlink_to(folder / "deep")
    assert sorted(names(folder)) == ["a.PDF", "b.pdf", "plan.docx"]


def test_a_folder_may_itself_be_a_link(folder, tmp_path_factory):
    link = tmp_path_factory.mktemp("links") / "plans"
    link.symlink_to(folder)
    assert names(link) == names(folder)


def test_broken_links_and_pipes_are_not_dropped_in_silence(folder):
    (folder / "lost.pdf").symlink_to(folder / "gone.pdf")
    os.mkfifo(folder / "pipe.pdf")
    assert {"lost.pdf", "pipe.pdf"} <= set(names(folder))
    for name in ("lost.pdf", "pipe.pdf"):
        with pytest.raises(InputError, match="not a regular file"):
            fingerprint(folder / name)


def test_equal_names_in_two_folders_are_two_files(folder):
    (folder / "deep" / "b.pdf").write_bytes(b"another")
    assert names(folder).count("b.pdf") == 2


def test_a_folder_that_may_not_be_read_is_said_so():
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    home = Path(tempfile.mkdtemp())
    home.chmod(0o755)
    (home / "closed").mkdir(mode=0o700)
    os.seteuid(65534)
    try:
        with pytest.raises(InputError, match="closed cannot be read: Permission denied"):
            gather([home])
    finally:
        os.seteuid(0)
        shutil.rmtree(home)


def test_a_name_that_is_not_utf8_can_be_shown():
    assert printable(os.fsdecode(b"plan\xff.pdf")) == r"plan\udcff.pdf"
    assert printable("plán.pdf") == "plán.pdf"
