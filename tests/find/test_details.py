from datetime import date

import pytest

from classifier.cues import field_spans
from classifier.find.details import dates_in, milestones, with_details
from classifier.plans import Commitment

TEXT = """Lead implementing agency
Ministry of Wells
Other actors involved
Water users, University of Sarn; schools
What is the commitment?
A register, serving SDG 16.10 and target 6.b.
Commitment start and end date
September 2019 - August 2021
Milestone activity
1. Open the register
September 2019 - June 2020
2. Train thirty clerks (January 2021)
"""


@pytest.fixture
def read():
    commitment = Commitment.from_text(title="Open the wells", text=TEXT, language="en")
    from dataclasses import replace

    return with_details(replace(commitment, fields=field_spans(TEXT, ("en",))))


def test_institutions_are_read(read):
    assert read.lead_institution == "Ministry of Wells"
    assert read.supporting_institutions == ("Water users", "University of Sarn", "schools")


def test_start_and_end_are_dates(read):
    assert (read.start, read.end) == (date(2019, 9, 1), date(2021, 8, 1))


def test_milestones_have_number_text_and_dates(read):
    first, second = read.milestones
    assert (first.number, first.text) == ("1", "Open the register")
    assert (first.start, first.end) == (date(2019, 9, 1), date(2020, 6, 1))
    assert (second.text, second.end) == ("Train thirty clerks", date(2021, 1, 1))


def test_sdg_targets_are_named(read):
    assert read.sdg_targets == ("16.10", "6.b")


def test_what_is_not_printed_is_empty():
    bare = with_details(Commitment.from_text(title="Open", text="We will open the wells."))
    assert (bare.lead_institution, bare.milestones, bare.start, bare.sdg_targets) == ("", (), None, ())


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("March 2024", "en", date(2024, 3, 1)),
        ("15 de junio de 2023", "es", date(2023, 6, 15)),
        ("décembre 2019", "fr", date(2019, 12, 1)),
        ("setembro de 2021", "pt", date(2021, 9, 1)),
        ("30.06.2022", "de", date(2022, 6, 30)),
        ("2025", "en", date(2025, 1, 1)),
    ],
)
def test_dates_are_read_as_each_language_writes_them(text, language, day):
    assert dates_in(text, language) == [day]


def test_a_step_without_dates_has_none():
    (step,) = milestones("Ask the users what they need", "en")
    assert (step.start, step.end) == (None, None)
