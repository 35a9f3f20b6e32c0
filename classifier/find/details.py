"""What a commitment's fields say: institutions, milestones, dates, SDG targets."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

import dateparser

from classifier.plans import Commitment, FieldName, Milestone

# Days in figures, months by name with a year, and years alone, in any language.
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]20\d\d|(?:\d{1,2}(?:st|nd|rd|th|er|º)?\.?\s+)?(?:de\s+)?"
    r"[^\W\d_]{3,12}\.?\s+(?:de\s+|del\s+)?20\d\d|20\d\d)(?!\d)"
)
# The number before a milestone ("4.1"), only where words follow: dates start with numbers too.
_NUMBER = re.compile(r"^\W*(\d{1,2}(?:\.\d{1,2}){0,2})[.):]?\s+(?=\D)")
# Targets as English, Spanish, French and Portuguese plans write them.
_SDG = re.compile(
    r"\b(?:SDG|ODS|ODD|Goal|target|meta)s?\W{0,3}((?:1[0-7]|[1-9])(?:\.(?:\d{1,2}|[a-e]))?)\b", re.IGNORECASE
)
# Institutions are listed with commas, semicolons, bullets or a line each.
_SEPARATORS = re.compile(r"\s*[,;\n•]\s*")
# Words that join two dates and are no milestone by themselves.
_JOINING = re.compile(
    r"\b(?:from|to|until|by|de|du|a|à|al|até|hasta|au|desde|start|end|date|and)\b", re.IGNORECASE
)
# A line with fewer words is a date, a heading of a column or a stray mark.
FEWEST_WORDS = 2
# Characters; a lead institution's field that runs on is more than a name.
LONGEST_NAME = 160


def with_details(commitment: Commitment) -> Commitment:
    """The commitment with what its fields hold read out."""
    steps = tuple(milestones(commitment.field_text(FieldName.MILESTONES), commitment.language))
    start, end = _span(dates_in(commitment.field_text(FieldName.PERIOD), commitment.language), steps)
    return replace(
        commitment,
        lead_institution=_name(commitment.field_text(FieldName.LEAD)),
        supporting_institutions=tuple(_names(commitment.field_text(FieldName.SUPPORTING))),
        milestones=steps,
        start=start,
        end=end,
        sdg_targets=tuple(dict.fromkeys(found[1].lower() for found in _SDG.finditer(commitment.text))),
    )


def _span(dates: list[date], steps: tuple[Milestone, ...]) -> tuple[date | None, date | None]:
    """From the first date printed to the last, else from the first milestone to the last."""
    start = dates[0] if dates else min(filter(None, (step.start for step in steps)), default=None)
    end = dates[-1] if len(dates) > 1 else max(filter(None, (step.end for step in steps)), default=None)
    return start, end


def milestones(text: str, language: str) -> Iterator[Milestone]:
    """Each step of a milestones field: its text, printed number, and dates where dates are printed."""
    waiting: Milestone | None = None
    for line in text.split("\n"):
        dates = dates_in(line, language)
        words = _without_dates(line)
        if len(words.split()) < FEWEST_WORDS:
            if waiting and dates:
                waiting = _dated(waiting, dates)
            continue
        if waiting:
            yield waiting
        number = _NUMBER.match(words)
        own = words[number.end() :] if number else words
        waiting = _dated(Milestone(own.strip(" •-–—▪"), number[1] if number else ""), dates)
    if waiting:
        yield waiting


def dates_in(text: str, language: str) -> list[date]:
    """The dates a text prints, in order; a month or year alone stands for its first day."""
    found = (_parse(" ".join(match.group().split()), language) for match in _DATE.finditer(text))
    return [day for day in found if day is not None]


def _dated(step: Milestone, dates: list[date]) -> Milestone:
    known = [day for day in (step.start, step.end, *dates) if day]
    if len(known) > 1:
        return replace(step, start=known[0], end=known[-1])
    return replace(step, end=known[0] if known else None)


@lru_cache(maxsize=4096)
def _parse(text: str, language: str) -> date | None:
    if text.isdigit():
        return date(int(text), 1, 1)
    settings = {"PREFER_DAY_OF_MONTH": "first", "REQUIRE_PARTS": ["month", "year"], "DATE_ORDER": "DMY"}
    try:
        found = dateparser.parse(text, languages=[language] if language else None, settings=settings)
    except ValueError:
        # A language dateparser does not know.
        found = dateparser.parse(text, languages=["en"], settings=settings)
    return found.date() if found else None


def _without_dates(line: str) -> str:
    bare = _DATE.sub(" ", line)
    if bare == line:
        return " ".join(line.split())
    bare = re.sub(r"\(\s*(?:\W|\b\w{1,5}\b)*\s*\)", " ", bare)
    return " ".join(bare.split()) if len(_JOINING.sub(" ", bare).split()) >= FEWEST_WORDS else ""


def _name(text: str) -> str:
    first = next((line.strip(" :-–•") for line in text.split("\n") if line.strip(" :-–•")), "")
    return first[:LONGEST_NAME]


def _names(text: str) -> Iterator[str]:
    return (name.strip(" :-–") for name in _SEPARATORS.split(text) if len(name.strip(" :-–")) > 2)
