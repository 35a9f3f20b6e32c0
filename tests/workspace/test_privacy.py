import pytest
from factories import make_commitment, make_plan, make_row

from classifier.workspace import Workspace
from classifier.workspace.checks import problems
from classifier.workspace.copies import back_up
from classifier.workspace.privacy import forget_contacts

ADDRESS = "wanda.wells@harrowmere.example"


def everything(folder):
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def test_contacts_are_erased_for_good(tmp_path):
    with Workspace.open(tmp_path) as opened:
        commitment = make_commitment(contact=ADDRESS)
        opened.store(make_row(), make_plan(commitment))
        assert ADDRESS.encode() in everything(tmp_path)
        assert forget_contacts(opened.engine) == 1
        assert opened.contact(commitment.id) == ""
        assert len(list(opened.commitments())) == 1
    assert ADDRESS.encode() not in everything(tmp_path)


def test_there_may_be_nothing_to_forget(tmp_path):
    with Workspace.open(tmp_path) as opened:
        assert forget_contacts(opened.engine) == 0


@pytest.fixture
def forgotten(tmp_path):
    """A workspace that was told to forget."""
    with Workspace.open(tmp_path) as opened:
        opened.store(make_row(commitments=1), make_plan(make_commitment(contact=ADDRESS)))
        forget_contacts(opened.engine)
        yield opened


def test_a_plan_read_later_brings_no_contacts_back(forgotten, tmp_path):
    commitment = make_commitment(contact=ADDRESS)
    forgotten.store(make_row(), make_plan(commitment))
    assert forgotten.contact(commitment.id) == ""
    assert ADDRESS.encode() not in everything(tmp_path)


def test_forgetting_twice_is_forgetting(forgotten):
    assert forget_contacts(forgotten.engine) == 0
    assert problems(forgotten.engine) == []


def test_a_backup_of_what_was_forgotten_holds_and_keeps_none(forgotten, tmp_path):
    back_up(forgotten.engine, tmp_path / "copy" / "workspace.sqlite")
    with Workspace.open(tmp_path / "copy") as copy:
        commitment = make_commitment(contact=ADDRESS)
        copy.store(make_row(), make_plan(commitment))
        assert copy.contact(commitment.id) == ""
