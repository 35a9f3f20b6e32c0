"""The ways plans set out commitments, each a function from a reading to series.

Every style proposes all it sees; `fit` says which proposal holds best.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from classifier.documents import BlockKind
from classifier.find.chains import chain
from classifier.find.cycles import template_fields
from classifier.find.listings import contents_titles
from classifier.find.marks import names_commitment
from classifier.find.reading import Reading
from classifier.find.rows import table_rows
from classifier.find.series import (
    Series,
    Start,
    filled,
    in_chapter,
    in_place,
    often_run_in,
    regularity,
    run_in_title,
    start_at,
    tidy,
)
from classifier.find.units import Unit

Style = Callable[[Reading], Iterator[Series]]
# Titles at one left edge from which it is that of commitments.
OFTEN = 4
# Points from a left edge within which text is set in below it; what stands further is another column.
INDENT, COLUMN = 12, 80


def named_headings(reading: Reading) -> Iterator[Series]:
    """Headings such as "Commitment 3", "Azione 7." or "Engagement n° 3 :"."""
    nouns = (mark.noun for mark in reading.marks if mark and names_commitment(mark))
    # In the order of the text: of two that fit as well, the first wins in every run.
    for noun in dict.fromkeys(nouns):
        yield from _marked(reading, "named headings", noun)


def numbered_headings(reading: Reading) -> Iterator[Series]:
    """Headings that open with a number: "3.", "2.1", "O6M1:", "C. 2.a."."""
    yield from _marked(reading, "numbered headings", "")


def _marked(reading: Reading, style: str, noun: str) -> Iterator[Series]:
    forms: dict[str, list[int]] = defaultdict(list)
    for at, mark in enumerate(reading.marks):
        if mark and mark.noun == noun and not reading.labels[at]:
            forms[mark.form].append(at)
    for places in forms.values():
        everywhere = [start_at(reading, at) for at in places]
        faces: dict[tuple[object, ...], list[Start]] = defaultdict(list)
        for start in everywhere:
            unit = reading.units[start.unit]
            faces[(*unit.face, unit.row >= 0, unit.lead > 0)].append(start)
        for starts in faces.values():
            yield _series(reading, style, in_chapter(reading, filled(tidy(reading, starts), everywhere)))
        if len(faces) > 1:
            yield _series(reading, style, in_chapter(reading, tidy(reading, everywhere)))
        if not noun:
            yield _series(reading, "number chain", chain(reading, in_place(reading, tuple(everywhere))))


def _series(reading: Reading, style: str, starts: tuple[Start, ...]) -> Series:
    return Series(style, starts, regularity(reading, starts))


def outline(reading: Reading) -> Iterator[Series]:
    """Unnumbered headings of one type."""
    faces: dict[tuple[float, bool, bool], list[int]] = defaultdict(list)
    for at, unit in enumerate(reading.units):
        heading = reading.is_heading(at) and unit.row < 0 and unit.kind is not BlockKind.LIST_ITEM
        if heading and not reading.is_label(at) and at not in reading.section_heads:
            faces[(*unit.face, unit.text.isupper())].append(at)
    for places in faces.values():
        starts: list[Start] = []
        for at in places:
            if not starts or at >= starts[-1].body:
                starts.append(start_at(reading, at))
        yield Series("outline", tidy(reading, starts), 0.6)


def runs_in(reading: Reading) -> Iterator[Series]:
    """Bullets that open with a title: "• Open the registry. The ministry will …"."""
    starts = []
    often = often_run_in(reading)
    for at, unit in enumerate(reading.units):
        title = run_in_title(unit)
        if title and title.casefold() not in often:
            starts.append(Start(at, at, title))
        elif _fills_its_line(reading, at):
            starts.append(Start(at, at + 1, unit.text.strip(" .:")))
    yield Series("run-in titles", tidy(reading, starts), 0.5)
    outer = _outermost(reading, starts)
    if len(outer) < len(starts):
        yield Series("run-in titles", tidy(reading, outer), 0.5)


def _outermost(reading: Reading, starts: Sequence[Start]) -> list[Start]:
    """The titles but for those to the right of many others and of text on their own page: milestones'."""
    lefts = [round(unit.box.x0) for unit in reading.units]
    edges = [edge for edge, times in Counter(lefts[start.unit] for start in starts).items() if times >= OFTEN]
    taken = {(unit.page, left) for unit, left in zip(reading.units, lefts, strict=True)}
    inner = {
        (reading.units[start.unit].page, edge + step)
        for start in starts
        for edge in edges
        if (reading.units[start.unit].page, edge) in taken
        for step in range(INDENT, COLUMN)
    }
    return [start for start in starts if (reading.units[start.unit].page, lefts[start.unit]) not in inner]


def _fills_its_line(reading: Reading, at: int) -> bool:
    """Whether a bold sentence ends with its line, the paragraph it opens going on below."""
    unit, after = reading.units[at], reading.units[min(at + 1, len(reading.units) - 1)]
    alike = after.face == (unit.face[0], False)
    return _is_bold_sentence(unit) and alike and _goes_on_in(unit, after) and not reading.is_label(at)


def _is_bold_sentence(unit: Unit) -> bool:
    return unit.bold and unit.row < 0 and unit.text.endswith((".", ":")) and unit.words > 1


def _goes_on_in(unit: Unit, after: Unit) -> bool:
    """Whether the next unit stands right below, or at the top of the next column or page."""
    gap = after.box.top - unit.box.bottom
    if after.page == unit.page and gap > -unit.size:
        return gap < 0.45 * unit.size
    return after.page <= unit.page + 1


# In the order in which a tie is broken.
STYLES: tuple[Style, ...] = (
    template_fields,
    named_headings,
    numbered_headings,
    table_rows,
    contents_titles,
    outline,
    runs_in,
)
