"""The ways plans set out commitments, each a function from a reading to series.

Every style proposes all it sees; `fit` says which proposal holds best.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from classifier.cues import TITLE, fold
from classifier.documents import BlockKind
from classifier.find.chains import chain
from classifier.find.listings import contents_titles
from classifier.find.reading import Reading
from classifier.find.rows import table_rows
from classifier.find.series import (
    Series,
    Start,
    filled,
    in_chapter,
    in_place,
    regularity,
    run_in_title,
    short_enough,
    start_at,
    tidy,
)

Style = Callable[[Reading], Iterator[Series]]


def named_headings(reading: Reading) -> Iterator[Series]:
    """Headings such as "Commitment 3", "Azione 7." or "Engagement n° 3 :"."""
    nouns = (mark.noun for mark in reading.marks if mark and mark.noun.startswith("commitment:"))
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


def template_fields(reading: Reading) -> Iterator[Series]:
    """The same field labels again and again; the title stands in or before the first."""
    counts = Counter(label for label in reading.labels if label)
    for label, count in counts.items():
        if count >= 2 and _opens_cycle(reading, label):
            places = [at for at, name in enumerate(reading.labels) if name == label]
            starts = (_template_start(reading, at) for at in places)
            yield Series("template fields", tidy(reading, starts), 0.9)


def _opens_cycle(reading: Reading, label: str) -> bool:
    """Whether a label is the first of its commitment: none comes oftener between two of it."""
    if label.startswith(f"{TITLE}:") or label == _first_common(reading):
        return True
    return _after_title(reading, [at for at, name in enumerate(reading.labels) if name == label])


def _first_common(reading: Reading) -> str:
    return next((name for name in reading.labels if name and _common(reading, name)), "")


def _common(reading: Reading, label: str) -> bool:
    counts = Counter(name for name in reading.labels if name)
    return counts[label] >= 0.6 * counts.most_common(1)[0][1] / 2 and counts[label] >= 2


def _after_title(reading: Reading, places: list[int]) -> bool:
    """Whether a heading or title cell stands right before most of the label's places."""
    before = sum(
        place > 0 and not reading.labels[place - 1] and _heads(reading, place - 1) for place in places
    )
    return before >= 0.7 * len(places)


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
        return Start(at, at, "")
    start = start_at(reading, first)
    return Start(first, at, start.title, start.number, start.key)


def _is_title_before(reading: Reading, at: int) -> bool:
    unit, after = reading.units[at], reading.units[at + 1]
    if reading.labels[at] or unit.page < after.page - 1 or not _heads(reading, at):
        return False
    if at in reading.section_heads or fold(unit.text) in reading.recurring:
        return False
    if unit.block == after.block or _is_named(reading, at):
        return True
    return after.row < 0 and (unit.face == after.face or bool(reading.labels[at + 1]))


def _is_named(reading: Reading, at: int) -> bool:
    mark = reading.marks[at]
    return mark is not None and mark.noun.startswith("commitment:")


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
    for at, unit in enumerate(reading.units):
        title = run_in_title(unit)
        if title:
            starts.append(Start(at, at, title))
        elif _fills_its_line(reading, at):
            starts.append(Start(at, at + 1, unit.text.strip(" .:")))
    yield Series("run-in titles", tidy(reading, starts), 0.5)


def _fills_its_line(reading: Reading, at: int) -> bool:
    """Whether a bold sentence ends with its line, the paragraph it opens going on right below."""
    unit, after = reading.units[at], reading.units[min(at + 1, len(reading.units) - 1)]
    tight = -unit.size < after.box.top - unit.box.bottom < 0.45 * unit.size
    sentence = unit.bold and unit.row < 0 and unit.text.endswith((".", ":")) and unit.words > 1
    return sentence and tight and after.face == (unit.face[0], False) and not reading.is_label(at)


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
