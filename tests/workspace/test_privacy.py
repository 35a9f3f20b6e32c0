from factories import make_commitment, make_plan, make_row

from classifier.workspace import Workspace
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
