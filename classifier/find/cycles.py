"""Cycles: the same labels again and again, as a template's fields come in each commitment.

The title stands in the cycle's first field, or before it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from classifier.cues import TITLE, fold
from classifier.find.reading import LONGEST_HEADING, Reading
from classifier.find.series import Series, Start, short_enough, start_at, tidy
from classifier.find.units import Unit

# Labels and headings that come twice may be a cycle; other words of tables say more often.
FEWEST, FEWEST_OWN = 2, 3
# Share of its places before which a title stands, for a label to open its cycle.
TITLED = 0.7
# Rows that may stand above a title's in its table, and words of the shortest such title.
ROWS, TITLE_WORDS = 3, 3
# Units between a heading and its first label, as where a page break cuts a table's first row in two.
NEAR = 3


def template_fields(reading: Reading) -> Iterator[Series]:
    """The same labels again and again; the title stands in or before the first."""
    counts = Counter(filter(None, reading.names))
    firsts = {_first_common(reading.labels), _first_common(reading.names)}
    for name, count in counts.items():
        if count < (FEWEST if name in reading.labels else FEWEST_OWN):
            continue
        places = [at for at, other in enumerate(reading.names) if other == name]
        if name.startswith(f"{TITLE}:") or name in firsts or _after_title(reading, places):
            starts = (_template_start(reading, at) for at in places)
            yield Series("template fields", tidy(reading, starts), 0.9)


def _first_common(names: Sequence[str]) -> str:
    """The first name that comes about as often as the commonest does."""
    counts = Counter(filter(None, names))
    least = max(FEWEST, 0.3 * max(counts.values(), default=0))
    return next((name for name in names if name and counts[name] >= least), "")


def _after_title(reading: Reading, places: list[int]) -> bool:
    """Whether a heading or title cell stands right before most of the label's places."""
    before = sum(
        place > 0 and not reading.names[place - 1] and _heads(reading, place - 1) for place in places
    )
    return before >= TITLED * len(places)


def _heads(reading: Reading, at: int) -> bool:
    unit = reading.units[at]
    return short_enough(unit.text) and (reading.is_heading(at) or (unit.row == 0 and unit.column == 0))


def _template_start(reading: Reading, at: int) -> Start:
    if reading.fields[at] == TITLE:
        return _labelled_title(reading, at)
    first = at
    while first > 0 and _is_title_before(reading, first - 1):
        first -= 1
    if first == at:
        first = _named_above(reading, at)
    if first == at:
        return _title_beside(reading, at)
    start = start_at(reading, first)
    return Start(first, at, start.title, start.number, start.key)


def _title_beside(reading: Reading, at: int) -> Start:
    """The start at a row, its title the first value in the rows below it that could be one."""
    block = reading.units[at].block
    for place in range(at + 1, min(at + 1 + 2 * ROWS, len(reading.units))):
        unit = reading.units[place]
        if unit.block != block or reading.labels[place]:
            break
        if _may_be_title(reading, unit):
            return Start(at, place + 1, unit.text)
    return Start(at, at, "")


def _may_be_title(reading: Reading, value: Unit) -> bool:
    """Whether a value in a table is the commitment's own, as long as titles are and no sentence."""
    own = value.column > 0 and fold(value.text) not in reading.recurring
    return own and TITLE_WORDS <= value.words <= LONGEST_HEADING and value.text[-1:] not in ".;:"


def _named_above(reading: Reading, at: int) -> int:
    """The heading that says "Commitment 3" just above a label, a stray line or cell between them."""
    for above in range(at - 1, max(-1, at - 1 - NEAR), -1):
        if reading.labels[above] or not short_enough(reading.units[above].text):
            return at
        if reading.is_heading(above) and reading.marks[above]:
            return above
    return at


def _is_title_before(reading: Reading, at: int) -> bool:
    unit, after = reading.units[at], reading.units[at + 1]
    if reading.labels[at] or unit.page < after.page - 1 or not _heads(reading, at):
        return False
    if at in reading.section_heads or fold(unit.text) in reading.recurring:
        return False
    if unit.block == after.block or reading.is_named(at):
        return True
    return after.row < 0 and (unit.face == after.face or bool(reading.names[at + 1]))


def _labelled_title(reading: Reading, at: int) -> Start:
    """The title beside or below a label such as "Number and name of commitment"."""
    unit = reading.units[at]
    value = at
    while value + 1 < len(reading.units) and reading.fields[value] == TITLE:
        own = _after_colon(reading.units[value].text, reading.labels[value])
        if own:
            return Start(at, value + 1, own)
        value += 1
    start = start_at(reading, value)
    if reading.labels[value] or reading.units[value].page > unit.page + 1:
        return Start(at, at + 1, "")
    return Start(at, start.body, start.title, start.number, start.key)


def _after_colon(text: str, label: str) -> str:
    size = len(label.partition(":")[2].split())
    rest = text.split()[size:]
    return " ".join(rest).strip(" :.-–—") if len(rest) >= 2 else ""
