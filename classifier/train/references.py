"""Labels of real commitments by reference: who they are, what they carry, and no text.

The texts stay with those who hold OGP's database. A reference names a commitment by OGP's id, or
where a layout has none by member, plan and hashes of what it says.
"""

import csv
import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from html import unescape
from pathlib import Path
from typing import Protocol

from classifier.errors import CorpusError
from classifier.predict.lexicon import WORD, fold
from classifier.taxonomy import SHORT, JusticeCategory
from classifier.train.rows import CORPUS, Row, Source

# Beside the corpus, since it is learned from in the same way.
REFERENCES = CORPUS.parent / "ogp_labels.csv"
# The letters a label cell holds, as reports abbreviate the categories.
CODES = {SHORT[category]: category for category in JusticeCategory}
# Hexadecimal digits kept of a hash: a million titles would hardly share one.
DIGITS = 12
# Words of a text that its hash covers: a later snapshot may carry on where this one was cut.
OPENING = 40
# Some copies of the database keep a web page's markup in their cells, others do not.
MARKUP = re.compile(r"<[/a-zA-Z][^<>]*>")


class DatabaseRow(Protocol):
    """What a row of the database must tell, whichever layout it comes from."""

    @property
    def ogp_id(self) -> str:
        """OGP's identifier; empty where the layout has none."""

    @property
    def member(self) -> str:
        """The member as the database names it."""

    @property
    def plan_number(self) -> str:
        """The number of the action plan."""

    @property
    def title(self) -> str:
        """The title."""

    @property
    def text(self) -> str:
        """The full text."""

    @property
    def lead_institution(self) -> str:
        """Who leads it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One labelled commitment of the database; `characters` of its text were read for the label.

    `ogp_id` is empty in the layout of 2016; `number` is how the plan prints it, for people.
    """

    key: str
    ogp_id: str
    member: str
    plan: str
    number: str
    title_hash: str
    text_hash: str
    characters: int
    labels: frozenset[JusticeCategory]
    rule: str
    hard: bool


@dataclass(frozen=True, slots=True)
class Matched:
    """The rows that references found in a copy of the database, and the references that found none."""

    rows: tuple[Row, ...]
    absent: tuple[Reference, ...]


def read_references(path: Path = REFERENCES) -> list[Reference]:
    """The references of a file, in its order.

    Raises `CorpusError` naming the line of one that cannot be used.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(f"{path} cannot be read ({error}). Restore it, or train without --ogp.") from None
    return [_reference(line, f"{path.name} line {number}") for number, line in enumerate(lines, 2)]


def write_references(path: Path, references: Iterable[Reference]) -> None:
    """The file that `read_references` reads."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(Reference))
        for reference in references:
            labels = " ".join(code for code, c in CODES.items() if c in reference.labels)
            cells = dict(zip((f.name for f in fields(Reference)), astuple(reference), strict=True))
            writer.writerow((cells | {"labels": labels, "hard": int(reference.hard)}).values())


def match(
    references: Sequence[Reference],
    database: Iterable[DatabaseRow],
    same_member: Callable[[str], str] = str.casefold,
) -> Matched:
    """Each reference with its text from the database; `same_member` folds a member's names into one.

    A commitment that stands in the database more than once is taken once.
    """
    by_id: dict[str, DatabaseRow] = {}
    by_title: dict[tuple[str, ...], list[DatabaseRow]] = defaultdict(list)
    for row in database:
        by_id.setdefault(row.ogp_id, row)
        by_title[(same_member(row.member), row.plan_number, text_hash(row.title))].append(row)
    found: list[Row] = []
    absent: list[Reference] = []
    for one in references:
        named = by_title.get((same_member(one.member), one.plan, one.title_hash), [])
        theirs = by_id.get(one.ogp_id) if one.ogp_id else _same_text(one, named)
        if theirs is None:
            absent.append(one)
        else:
            found.append(_row(one, theirs, one.member))
    return Matched(tuple(found), tuple(absent))


def text_hash(text: str) -> str:
    """A hash of a text's first words, whatever stands between them and however they are written."""
    plain = MARKUP.sub(" ", unescape(text))
    words = [fold(word) for word in WORD.findall(plain)[:OPENING]]
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:DIGITS]


def codebook_rule(note: str) -> str:
    """The codebook's rule that a reader's note begins with ("B7"); empty where it names none."""
    found = re.match(r"B\d{1,2}\b", note)
    return found[0] if found else ""


def _same_text(one: Reference, named: Sequence[DatabaseRow]) -> DatabaseRow | None:
    """Of rows with one title that whose text is the same; a title alone names a row that stands alone."""
    same = [row for row in named if text_hash(row.text) == one.text_hash]
    chosen = same or (named if len(named) == 1 else [])
    return chosen[0] if chosen else None


def _row(one: Reference, theirs: DatabaseRow, member: str) -> Row:
    return Row(
        id=one.key,
        member=member,
        language="",
        title=theirs.title,
        # The label was given to what was read, and later parts may promise more.
        text=theirs.text[: one.characters] if one.characters else theirs.text,
        labels=one.labels,
        source=Source.REAL,
        lead_institution=theirs.lead_institution,
        rule=one.rule,
        hard=one.hard,
    )


def _reference(line: Mapping[str, str], where: str) -> Reference:
    try:
        values = {field.name: line[field.name] or "" for field in fields(Reference)}
        characters = int(values.pop("characters") or 0)
        labels = frozenset(CODES[code] for code in values.pop("labels").split())
        hard = values.pop("hard") == "1"
        return Reference(**values, characters=characters, labels=labels, hard=hard)
    except (KeyError, ValueError, TypeError) as error:
        columns = ", ".join(field.name for field in fields(Reference))
        raise CorpusError(f"{where}: {error}. Columns are {columns}; labels {', '.join(CODES)}.") from None
