"""A document read for finding: units with their numbers, labels and sections."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from classifier.cues import Cue, Label, field_labels, fold, languages, load_cues
from classifier.documents import BlockKind, ContentsEntry, Document
from classifier.find.columns import by_columns
from classifier.find.earlier import Own, heads_another
from classifier.find.grids import Grid, grids
from classifier.find.marks import Mark, Marker, names_commitment
from classifier.find.units import Unit, body_size, units

# In the order in which a heading is tried: "overview of commitments" is an overview.
SECTIONS = ("contents", "overview", "annex", "achievements", "proposals", "opening", "closing", "commitments")
# Sections in which a plan does not make its commitments.
ASIDE = frozenset({"contents", "overview", "annex", "achievements", "proposals", "opening", "closing"})
# Words; the longest commitment titles set as headings have about forty.
LONGEST_HEADING = 45
# Share of a plan's words after the heading of the first theme of its main part.
MAIN = 0.25
# Words of the longest chapter heading.
LONGEST_SECTION = 16
# No number, no years.
UNKNOWN = Own()
# Numbered nouns from which a language is taken for the plan's.
FEWEST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """Units, and beside each its mark, field label, section, name and language.

    A unit's name is its label, or the words of a heading or a row's label that come again and again.
    """

    units: tuple[Unit, ...]
    marks: tuple[Mark | None, ...]
    labels: tuple[str, ...]
    fields: tuple[str, ...]
    sections: tuple[str, ...]
    section_heads: frozenset[int]
    names: tuple[str, ...]
    recurring: frozenset[tuple[str, ...]]
    body: float
    languages: tuple[str, ...]
    contents: tuple[ContentsEntry, ...]
    grids: tuple[Grid, ...] = ()
    tongues: tuple[str, ...] = ()

    def is_heading(self, at: int) -> bool:
        """Whether a unit is set as a heading."""
        return is_heading(self.units[at], self.body)

    def is_named(self, at: int) -> bool:
        """Whether a unit opens with a word for "commitment" and a number."""
        return names_commitment(self.marks[at])

    def is_label(self, at: int) -> bool:
        """Whether a unit is a field label or a heading that comes again and again."""
        return bool(self.labels[at]) or fold(self.units[at].text) in self.recurring


def is_heading(unit: Unit, body: float) -> bool:
    """Whether a unit is set as a heading, beside a body of a size."""
    if unit.words > LONGEST_HEADING or unit.kind is BlockKind.FOOTNOTE:
        return False
    return unit.kind is BlockKind.HEADING or stands_out(unit, body)


def stands_out(unit: Unit, body: float) -> bool:
    """Whether type sets a unit off from running text."""
    return unit.row < 0 and unit.kind is not BlockKind.LIST_ITEM and (unit.size > body + 0.8 or unit.bold)


def read(document: Document, own: Own = UNKNOWN) -> Reading:
    """Number, label and section of every unit of a document.

    What is headed by another number or other years than the plan's `own` is of an earlier plan.
    """
    pieces = units(document)
    known = _known_languages(document, pieces)
    marker = Marker(known)
    pieces, marks = by_columns(pieces, [marker.read(unit.text) for unit in pieces])
    labels = _labels(pieces, known)
    body = body_size(pieces)
    heads = _section_heads(pieces, known, body)
    heads |= {at: "achievements" for at in _of_earlier_plans(pieces, marks, known, own) if at not in heads}
    named = tuple(_identity(unit, label) for unit, label in zip(pieces, labels, strict=True))
    recurring = _recurring(pieces)
    return Reading(
        units=pieces,
        marks=marks,
        labels=named,
        fields=tuple(label.field if label else "" for label in labels),
        sections=_sections(pieces, heads, _first_theme(pieces, marks, body)),
        section_heads=frozenset(heads),
        names=tuple(label or _name(unit, recurring, body) for label, unit in zip(named, pieces, strict=True)),
        recurring=recurring,
        body=body,
        languages=known,
        contents=document.contents,
        grids=grids(pieces, named, known),
        tongues=_tongues(document, pieces),
    )


def _known_languages(document: Document, pieces: tuple[Unit, ...]) -> tuple[str, ...]:
    """The languages to read cues in: those recognised, and where they show none, the one that does.

    Near languages are easily taken for each other, and some have no profile to recognise them by.
    """
    spoken = dict.fromkeys(code for code in (document.language, *document.languages, "en") if code)
    known = tuple(code for code in spoken if code in languages())
    short = [unit.text for unit in pieces if unit.words <= LONGEST_HEADING]
    if _named(short, known) >= FEWEST_NAMED:
        return known
    counts = {code: _named(short, (code,)) for code in languages() if code not in known}
    best = max(counts, key=lambda code: counts[code], default="")
    return (best, *known) if best and counts[best] >= FEWEST_NAMED else known


def _tongues(document: Document, pieces: tuple[Unit, ...]) -> tuple[str, ...]:
    """The language of each unit's block; empty where it is too short to tell."""
    spoken = {block.order: block.language for block in document.blocks}
    return tuple(spoken.get(unit.block, "") for unit in pieces)


def _named(texts: list[str], spoken: tuple[str, ...]) -> int:
    """How many texts open with a numbered noun for a commitment."""
    marker = Marker(spoken)
    marks = (marker.read(text) for text in texts)
    return sum(map(names_commitment, marks))


def _labels(pieces: tuple[Unit, ...], spoken: tuple[str, ...]) -> list[Label | None]:
    """The field label each unit opens with."""
    text = "\n".join(unit.text for unit in pieces)
    starts = [0, *accumulate(len(unit.text) + 1 for unit in pieces)]
    found = {label.start: label for label in field_labels(text, spoken)}
    opening: list[Label | None] = []
    for start, unit in zip(starts, pieces, strict=False):
        places = range(start, start + min(12, len(unit.text)))
        label = next((found[place] for place in places if place in found), None)
        opens = label is not None and not any(c.isalpha() for c in text[start : label.start][3:])
        opening.append(label if opens and label is not None else None)
    return opening


def _identity(unit: Unit, label: Label | None) -> str:
    return f"{label.field}:{' '.join(fold(unit.text)[: label.words])}" if label else ""


def _name(unit: Unit, recurring: frozenset[tuple[str, ...]], body: float) -> str:
    """The words of a heading or of a row's label that come again and again."""
    words = fold(unit.text)
    set_off = is_heading(unit, body) or (unit.column == 0 and unit.bold)
    return " ".join(words) if set_off and words in recurring else ""


def _recurring(pieces: tuple[Unit, ...]) -> frozenset[tuple[str, ...]]:
    """Words set in one type three times or more; a title stands in lists too, in another type."""
    counts = Counter((fold(unit.text), unit.face, unit.row < 0) for unit in pieces if 0 < unit.words <= 14)
    return frozenset(words for (words, *_), count in counts.items() if count >= 3 and words)


def _section_heads(pieces: tuple[Unit, ...], spoken: tuple[str, ...], body: float) -> dict[int, str]:
    cues = {
        name: tuple(cue for code in spoken for cue in load_cues(code).terms.get(_concept(name), ()))
        for name in SECTIONS
    }
    heads: dict[int, str] = {}
    for at, unit in enumerate(pieces):
        heading = unit.kind is BlockKind.HEADING or stands_out(unit, body)
        if heading and unit.words <= LONGEST_SECTION and unit.row < 0:
            name = _section_name(fold(unit.text), cues)
            if name:
                heads[at] = name
    return heads


def _of_earlier_plans(
    pieces: tuple[Unit, ...], marks: Sequence[Mark | None], spoken: tuple[str, ...], own: Own
) -> Iterator[int]:
    """Headings of chapters on the member's earlier plans; the cover's own lines stand before them."""
    body = body_size(pieces)
    for at, (unit, mark) in enumerate(zip(pieces, marks, strict=True)):
        heading = unit.kind is BlockKind.HEADING or stands_out(unit, body)
        chapter = heading and unit.page > 1 and unit.row < 0 and unit.words <= LONGEST_SECTION
        # The number of a chapter is no plan's: what follows it is read.
        title = unit.text[mark.rest if mark else 0 :]
        if chapter and not (mark and mark.noun) and heads_another(title, spoken, own):
            yield at


def _concept(section: str) -> str:
    return section if section == "commitments" else f"sections.{section}"


def _section_name(words: tuple[str, ...], cues: dict[str, tuple[Cue, ...]]) -> str:
    bare = words[1:] if words and len(words[0].strip("0123456789")) < 2 else words
    named = (name for name, terms in cues.items() for cue in terms if _names(bare, cue.words, name))
    return next(named, "")


def _names(words: tuple[str, ...], cue: tuple[str, ...], section: str) -> bool:
    """Whether a heading is a section's name: alone, or with a few words beside a long cue."""
    if words[: len(cue)] == cue:
        return section == "annex" or len(words) - len(cue) <= 2 * len(cue)
    if len(cue) < 3:
        return False
    return any(words[at : at + len(cue)] == cue for at in range(min(4, len(words))))


def _first_theme(pieces: tuple[Unit, ...], marks: Sequence[Mark | None], body: float) -> int:
    """Where the last "Theme 1" with much text after it begins the main part; -1 if none does."""
    words = list(accumulate(unit.words for unit in pieces))
    firsts = (
        at
        for at, (unit, mark) in enumerate(zip(pieces, marks, strict=True))
        if mark and mark.noun.startswith("theme:") and mark.key == (1,) and is_heading(unit, body)
    )
    return max((at for at in firsts if words[at] < (1 - MAIN) * words[-1] and pieces[at].row < 0), default=-1)


def _sections(pieces: tuple[Unit, ...], heads: dict[int, str], first_theme: int) -> tuple[str, ...]:
    """The innermost named section around each unit.

    A heading ends those below it, a first theme all asides.
    """
    inside: list[tuple[str, tuple[float, bool]]] = []
    sections = []
    for at, unit in enumerate(pieces):
        if at in heads or (unit.kind is BlockKind.HEADING and unit.row < 0):
            inside = [(name, face) for name, face in inside if face > unit.face]
        if at == first_theme:
            inside = [(name, face) for name, face in inside if name not in ASIDE]
        if at in heads:
            inside.append((heads[at], unit.face))
        sections.append(inside[-1][0] if inside else "")
    return tuple(sections)
