"""What was read and what was not, and which plan stands for which."""

from dataclasses import replace

import pytest
from factories import A2J, OJI, PORT_SELM, TELMARA, make_finding, make_plan, make_row
from scenes import THIS, findings

from classifier.irm.imported import STYLE
from classifier.plans import Edition
from classifier.report import Sources, compute, counted_once
from classifier.report.coverage import LIKELY, SURE


def plan(name, **more):
    return make_plan(id=name, **({"member": TELMARA, "starts": THIS} | more))


def kept(*some):
    """Ids of the plans that count, one commitment each unless a number says otherwise."""
    here = []
    for one in some:
        made, number = one if isinstance(one, tuple) else (one, 1)
        here += [make_finding([A2J], plan=made) for _ in range(number)]
    return {finding.plan.id for finding in counted_once(here)[0]}


FINAL, DRAFT = plan("final"), plan("draft", edition=Edition.DRAFT)
ROWS = plan("rows", style=STYLE, file_name="")


def test_a_final_plan_stands_for_its_draft():
    assert kept(FINAL, DRAFT) == {"final"}


def test_a_draft_alone_counts():
    assert kept(DRAFT) == {"draft"}


def test_a_pdf_stands_for_the_databases_rows_of_it():
    assert kept(FINAL, ROWS) == {"final"}


def test_rows_count_where_there_is_no_pdf():
    assert kept(ROWS) == {"rows"}


@pytest.mark.parametrize("edition", [Edition.AMENDED, Edition.ADDENDUM])
def test_an_addendum_takes_nothing_from_the_plan_it_adds_to(edition):
    assert kept(FINAL, plan("more", edition=edition)) == {"final", "more"}


@pytest.mark.parametrize("years, both", [(0, False), (1, False), (2, True)])
def test_covers_and_databases_may_differ_by_a_year(years, both):
    rows = replace(ROWS, starts=THIS + years)
    assert kept(FINAL, rows) == ({"final", "rows"} if both else {"final"})


def test_of_two_databases_the_fuller_counts():
    fuller = replace(ROWS, id="fuller")
    assert kept((ROWS, 2), (fuller, 5)) == {"fuller"}


def test_plans_of_different_members_never_stand_for_each_other():
    assert kept(FINAL, plan("other", member=PORT_SELM, edition=Edition.DRAFT)) == {"final", "other"}


def test_plans_of_unknown_members_never_stand_for_each_other():
    assert kept(plan("a", member=None), plan("b", member=None, edition=Edition.DRAFT)) == {"a", "b"}


def test_what_was_set_aside_is_named():
    _, aside = counted_once([make_finding([A2J], plan=one) for one in (FINAL, DRAFT)])
    assert [one.id for one in aside] == ["draft"]


FILES = [
    make_row("/home/ana/a.pdf", pages=9, ocr_pages=2, commitments=5, language="en"),
    make_row("/home/ana/b.pdf", pages=4, commitments=1, language="fr"),
    make_row("/home/ana/c.pdf", "needs OCR", pages=30, reason="Scanned: see /home/ana/c.pdf."),
    make_row("/elsewhere/a.pdf", "damaged", reason="Ends early. Ask ana@justice.example.org"),
]


@pytest.fixture(scope="module")
def report():
    return compute(findings(), Sources(files=FILES), year=THIS)


def test_files_are_counted_by_what_came_of_them(report):
    table = report.table("coverage")
    assert table.row("read") == {"outcome": "read", "files": 2, "pages": 13, "ocr": 2, "commitments": 6}
    assert table.row("needs OCR")["commitments"] == 0


def test_every_file_stands_in_one_outcome(report):
    assert sum(report.table("coverage").column("files")) == len(FILES)


def test_every_file_is_listed_two_of_one_name_apart(report):
    keys = [row.key for row in report.table("files").rows]
    assert keys == ["a.pdf#1", "b.pdf", "c.pdf", "a.pdf#4"]


def test_remarks_show_no_folder_and_no_address(report):
    remarks = " ".join(report.table("files").column("remarks"))
    assert "Scanned: see c.pdf." in remarks
    assert "/home" not in remarks and "example.org" not in remarks


def test_a_warning_says_how_many_files_failed(report):
    assert report.warnings[-1].startswith("2 files could not be read")


@pytest.mark.parametrize(
    "confidence, band", [(1.0, "sure"), (SURE, "sure"), (LIKELY, "likely"), (0.2, "weak")]
)
def test_the_split_is_graded_by_its_confidence(confidence, band):
    table = compute([make_finding([A2J], confidence=confidence)]).table("quality")
    assert table.row(band)["commitments"] == 1 and sum(table.column("commitments")) == 1


def test_what_was_imported_was_not_split():
    table = compute([make_finding([A2J], plan=ROWS, confidence=0.1)]).table("quality")
    assert (table.row("imported")["commitments"], table.row("weak")["commitments"]) == (1, 0)


def test_languages_are_the_commitments_own_before_their_plans():
    some = [make_finding([A2J], language=code) for code in ("fr", "fr", "", "ka")]
    table = compute(some).table("languages")
    assert {row.key: table.row(row.key)["commitments"] for row in table.rows} == {"fr": 2, "en": 1, "ka": 1}
    assert table.column("language")[0] == "French"


def doubtful(decided=None):
    made = make_finding([OJI], decided=decided)
    return replace(made, prediction=replace(made.prediction, doubtful=frozenset({OJI})))


def test_doubts_that_a_person_settled_are_no_longer_to_be_read():
    table = compute([doubtful(), doubtful(decided=[]), make_finding()]).table("languages")
    assert table.row("en")["to_review"] == 1


def test_what_no_model_has_read_is_to_be_read():
    unread = replace(make_finding(), prediction=None, label=None)
    assert compute([unread, make_finding()]).table("languages").row("en")["to_review"] == 1
