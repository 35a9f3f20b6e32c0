import csv

import pytest
from factories import KeywordModel
from scenes import HIGH, row

from classifier.errors import InputError
from classifier.importing import import_database
from classifier.irm import is_imported, to_plans
from classifier.irm.read import read_database
from classifier.plans import Level, Member
from classifier.workspace import Workspace

HEAD = [
    "Commitment Unique Identifier",
    "Country/Locality",
    "Action Plan Number",
    "Commitment Number",
    "Region",
]
HEAD += ["National Or Local", "Year Of Submission", "Action Plan End Year", "Commitment Title", "Full Text"]
HEAD += ["Lead Institution", "Anti-Corruption and Integrity", "Money in Politics", "Action Plan ID"]


def line(number, year=2021, member="Telmara", text="We will publish.", code="TX"):
    start = [f"{code}000{number}", member, "1", str(number), "Europe", "National", str(year), str(year + 2)]
    return [*start, f"Title {number}", text, "Ministry", "1", "0", f"AP_{code}01"]


@pytest.fixture
def database(tmp_path):
    def write(*lines):
        with (tmp_path / "ogp.csv").open("w", newline="") as file:
            csv.writer(file).writerows([HEAD, *lines])
        return tmp_path / "ogp.csv"

    return write


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(tmp_path / "ws") as opened:
        yield opened


def plans(*rows, member=None):
    return to_plans(rows, lambda name: member, lambda text: "en")


def test_rows_become_plans_by_member_and_plan():
    made = plans(row(year=2021), row("TX0002", number="2", year=2021), row("NX0001", "Norden", year=2021))
    assert [len(plan.commitments) for plan in made] == [2, 1]
    assert all(is_imported(plan) for plan in made)


def test_a_commitment_keeps_ogps_id_and_text():
    (plan,) = plans(row(title="Open courts", text="Publish judgments.", lead_institution="Court", irm=HIGH))
    one = plan.commitments[0]
    assert (one.ogp_id, one.title, one.text, one.language) == (
        "TX0001",
        "Open courts",
        "Publish judgments.",
        "en",
    )


def test_the_same_rows_give_the_same_ids():
    assert plans(row())[0].id == plans(row())[0].id
    assert plans(row())[0].id != plans(row(text="other"))[0].id


def test_a_member_is_known_by_its_name_else_by_its_rows():
    known = Member("TX", "Telmara", Level.NATIONAL, "TXX", "Europe", "H")
    assert plans(row(), member=known)[0].member == known
    unknown = plans(row("QQAA0001", "Port Nowhere", level="Legacy Local", region="Americas"), member=known)[
        0
    ].member
    assert (unknown.code, unknown.level, unknown.region) == ("QQAA", Level.LOCAL, "Americas")


def test_an_import_is_classified_and_kept(database, workspace):
    done = import_database(database(line(1, text="Free legal aid."), line(2)), workspace, KeywordModel())
    assert (done.plans, len(done.rows), done.rows[0].commitments) == (1, 1, 2)
    labelled = [p for p in workspace.predictions("keywords").values() if p.categories]
    assert len(labelled) == 1


def test_importing_again_brings_only_what_changed(database, workspace):
    lines = [line(1), line(1, member="Norden", code="NX")]
    import_database(database(*lines), workspace, KeywordModel())
    assert import_database(database(*lines), workspace, KeywordModel()).unchanged == 2
    again = import_database(
        database(lines[0], line(1, member="Norden", code="NX", text="New.")), workspace, KeywordModel()
    )
    assert (len(again.rows), again.unchanged, len(workspace.plans())) == (1, 1, 2)


def test_an_import_can_be_narrowed(database, workspace):
    path = database(line(1), line(1, year=2015, member="Norden", code="NX"))
    done = import_database(path, workspace, KeywordModel(), members=["norden"], years=(2014, 2016))
    assert (len(done.rows), done.outside) == (1, 1)


def test_asking_for_what_is_not_there_says_what_is(database, workspace):
    with pytest.raises(InputError, match=r"2021 to 2021; Telmara"):
        import_database(database(line(1)), workspace, KeywordModel(), members=["Norden"])


def test_markup_of_web_pages_is_no_text(database):
    (one,) = read_database(database(line(1, text="First<br/>second &amp; <b>third</b>; 3 < 4")))
    assert one.text == "First\nsecond & third; 3 < 4"
