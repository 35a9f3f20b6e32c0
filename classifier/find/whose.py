"""Whose plan it is and when: member, years, number and edition from the cover and the opening pages."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from classifier.cues import fold, load_cues
from classifier.documents import Document
from classifier.find.ordinal import plan_number, plan_numbers
from classifier.plans import Edition, Level, Member

# Cover, inner title, imprint, contents: member and years stand on one of these.
OPENING_PAGES = 4
# Years between the start and the end of a plan; OGP's run two to four.
SHORTEST, LONGEST = 0, 5
# OGP was founded in 2011; the first plans look back to the year before.
FIRST_YEAR = 2010
# Plans run four years at most; "Agenda 2063" is no plan's end.
LAST_YEAR = 2045
# Two years joined by a dash or by the word for "to".
_SPAN = re.compile(
    r"(?<!\d)(20\d\d)\s*(?:[-–—/_]|to|a|al|à|au|und|and|y|e|et|до|по)\s*(20\d\d|\d\d)(?!\d)", re.IGNORECASE
)
# OGP began in 2011: every year of a plan starts with 20.
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Whose:
    """What the opening of a plan says of it."""

    member: Member | None
    starts: int | None
    ends: int | None
    edition: Edition
    title: str
    number: str = ""


def whose(document: Document, hints: Mapping[str, str]) -> Whose:
    """Member, years, edition and title; the user's hints (member, years) win."""
    cover = _cover(document)
    opening = f"{document.path.stem.replace('_', ' ')}\n{cover}"
    hinted = hints.get("member", "").strip()
    member = find_member(hinted) or Member("", hinted) if hinted else find_member(opening)
    starts, ends = years(hints.get("years", "") or opening)
    return Whose(member, starts, ends, _edition(document), _title(document), _number(document, cover))


def _number(document: Document, cover: str) -> str:
    """The plan's number: the cover's own, else the last of those the opening pages speak of."""
    spoken = tuple(dict.fromkeys((document.language, *document.languages, "en")))
    own = plan_number(_cover(document, pages=1), spoken)
    spoken_of = plan_numbers(cover, spoken)
    return own or str(max(spoken_of, default=""))


def years(text: str) -> tuple[int | None, int | None]:
    """The first and last year of the first span that a plan can run; else the first year alone."""
    for found in _SPAN.finditer(text):
        start, end = int(found[1]), int(found[2])
        end = end + 2000 if end < 100 else end
        if _runs(start, end):
            return start, end
    alone = next(
        (int(found[1]) for found in _YEAR.finditer(text) if _runs(int(found[1]), int(found[1]))), None
    )
    return alone, None


def find_member(text: str) -> Member | None:
    """The member named first; of names that start together the longest; by code, if that is all.

    A local member wins over the country whose name stands beside its own.
    """
    members = load_members()
    if text.strip().upper() in members:
        return members[text.strip().upper()]
    words = fold(text)
    found = [(member.level is Level.NATIONAL, at, -size, code) for code, member, at, size in _named(words)]
    return members[min(found)[3]] if found else None


@cache
def load_members() -> dict[str, Member]:
    """Every member by code, former ones too."""
    data = _data()
    members = {
        code: Member(code, entry["names"][0], Level.NATIONAL, entry["iso3"], entry["region"], entry["income"])
        for code, entry in data["national"].items()
    }
    for code, entry in data["local"].items():
        country = members[entry["of"]]
        members[code] = Member(
            code, entry["names"][0], Level.LOCAL, country.iso3, country.region, country.income
        )
    return members


def _named(words: tuple[str, ...]) -> Iterator[tuple[str, Member, int, int]]:
    members = load_members()
    names = _names()
    for at in range(len(words)):
        for size in range(min(6, len(words) - at), 0, -1):
            code = names.get(words[at : at + size])
            if code:
                yield code, members[code], at, size
                break


@cache
def _names() -> dict[tuple[str, ...], str]:
    data = _data()
    entries = [*data["national"].items(), *data["local"].items()]
    return {fold(name): code for code, entry in entries for name in entry["names"]}


@cache
def _data() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((Path(__file__).parent / "members.toml").read_text(encoding="utf-8"))


def _cover(document: Document, pages: int = OPENING_PAGES) -> str:
    """The first page with its running heads, then the opening pages."""
    blocks = [block.text for block in document.blocks if block.page <= pages]
    furniture = [line.text for page in document.pages[:pages] for line in page.furniture]
    return "\n".join([*blocks, *furniture])


def _runs(start: int, end: int) -> bool:
    return FIRST_YEAR <= start <= end <= LAST_YEAR and SHORTEST <= end - start <= LONGEST


def _edition(document: Document) -> Edition:
    """Draft, addendum or amended, where the file's name, the cover or every page's head says so."""
    opening = min((block.page for block in document.blocks), default=1)
    first = " ".join(block.text for block in document.blocks if block.page == opening)
    said = Counter(line.text for page in document.pages for line in page.furniture)
    heads = " ".join(text for text, count in said.items() if count > len(document.pages) / 2)
    text = " ".join((document.path.stem.replace("_", " "), first[:400], heads))
    words = f" {' '.join(fold(text))} "
    spoken = tuple(dict.fromkeys((document.language, "en")))
    editions = (Edition.ADDENDUM, Edition.DRAFT, Edition.AMENDED)
    return next((edition for edition in editions if _says(words, edition, spoken)), Edition.FINAL)


def _says(words: str, edition: Edition, spoken: tuple[str, ...]) -> bool:
    cues = (cue for code in spoken for cue in load_cues(code).words(f"editions.{edition}"))
    return any(f" {' '.join(cue)} " in words for cue in cues)


def _title(document: Document) -> str:
    """The largest words of the first page that has any; a picture may stand before it."""
    words = [block for block in document.blocks if block.table is None]
    first = [block for block in words if block.page == words[0].page]
    best = max(first, key=lambda block: block.size, default=None)
    return " ".join(best.text.split())[:200] if best else ""
