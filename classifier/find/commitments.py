"""Segments made into commitments: text, contact details apart, pages and boxes."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from classifier.cues import field_spans
from classifier.documents import Box, Document
from classifier.find.reading import Reading
from classifier.find.segments import Segment
from classifier.find.units import Unit
from classifier.plans import Commitment, FieldName

# E-mail addresses, and runs of digits as long as telephone numbers are.
_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w/.-])\+?\(?\d[\d\s().-]{7,17}\d(?![\w/])")
# "2019-2021" has the shape of a telephone number and is none.
_YEARS = re.compile(r"[\s().-]*(?:(?:19|20)\d\d[\s().-]*){1,4}")


@dataclass(frozen=True, slots=True)
class Body:
    """A commitment's text with contact details taken out of it."""

    text: str
    contact: str


def commitment(
    document: Document, reading: Reading, segment: Segment, plan_id: str, order: int
) -> Commitment:
    """The commitment a segment holds; fields that need reading come later."""
    start = segment.start
    own = reading.units[start.unit : segment.end]
    body = without_contact(joined(reading.units[start.body : segment.end]), reading.languages)
    boxes = tuple(boxes_by_page(own))
    return Commitment(
        id=commitment_id(plan_id, order, start.number),
        plan_id=plan_id,
        order=order,
        number=start.number,
        title=" ".join(start.title.split()),
        text=body.text,
        theme=" ".join(segment.theme.split()),
        fields=field_spans(body.text, reading.languages),
        contact=body.contact,
        pages=tuple(page for page, _ in boxes),
        boxes=tuple(box for _, box in boxes),
        blocks=tuple(sorted({unit.block for unit in own})),
        language=document.language,
    )


def commitment_id(plan_id: str, order: int, number: str) -> str:
    """The plan's id, the order in it, and the printed number if there is one."""
    bare = unicodedata.normalize("NFKD", number.lower())
    slug = re.sub(r"[^a-z0-9]+", ".", bare).strip(".")
    return f"{plan_id}-{order:03d}" + (f"-{slug}" if slug else "")


def joined(pieces: tuple[Unit, ...]) -> str:
    """Units as text, a line each; cells of one row stay together."""
    return "\n".join(unit.text for unit in pieces)


def boxes_by_page(pieces: tuple[Unit, ...]) -> Iterator[tuple[int, Box]]:
    """Each page with the box around the units on it."""
    places = sorted((place for unit in pieces for place in unit.places), key=itemgetter(0))
    for page, group in groupby(places, key=itemgetter(0)):
        yield page, Box.around(box for _, box in group)


def without_contact(text: str, languages: tuple[str, ...]) -> Body:
    """Text without contact fields, addresses and telephone numbers, and those apart."""
    contacts = [field for field in field_spans(text, languages) if field.name is FieldName.CONTACT]
    taken: list[str] = []
    for field in reversed(contacts):
        taken.insert(0, text[field.start : field.end])
        text = text[: field.start] + text[field.end :]
    kept = _PERSONAL.sub(lambda found: _masked(found.group(), taken), text)
    return Body(re.sub(r"\n\s*\n+", "\n", kept).strip(), "\n".join(taken))


def _masked(found: str, taken: list[str]) -> str:
    if _YEARS.fullmatch(found):
        return found
    taken.append(found)
    return ""
