"""Contents pages and their entries: title, printed target, level."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from classifier.documents import ContentsEntry, Line

ENTRY = re.compile(r"^(?P<title>.*?\w.*?)[\s.…·_\-–]*(?:\.{2,}|…|\s|_{2,})\s*(?P<target>\d{1,3})\s*$")
LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}|_{5,}")

LEAST_ENTRIES = 4


def read_contents(lines: Sequence[Line]) -> list[ContentsEntry]:
    """The entries of a contents page; none if the page is something else.

    A contents page has at least four lines that end in rising page numbers, most of the
    page's lines, or half of them with leaders.
    """
    rows = _join_targets(lines)
    entries = _entries(rows)
    targets = [int(match["target"]) for _, match in entries]
    if len(entries) < LEAST_ENTRIES or not _rising(targets):
        return []
    led = sum(bool(LEADERS.search(line.text)) for line in rows)
    if led < LEAST_ENTRIES and len(entries) < 0.5 * len(rows):
        return []
    lefts = sorted({_left(line) for line, _ in entries})
    return [_entry(line, match, lefts.index(_left(line)) + 1) for line, match in entries]


def _entries(rows: Sequence[Line]) -> list[tuple[Line, re.Match[str]]]:
    """The lines that end in a page's number, with title and number."""
    # Only lines that end in a figure are matched: the pattern is slow to give up on long lines.
    matches = ((line, ENTRY.match(line.text)) for line in rows if line.text[-1:].isdigit())
    return [(line, match) for line, match in matches if match and len(match["title"]) > 2]


def _left(line: Line) -> int:
    return round(line.box.x0 / 8)


def _entry(line: Line, match: re.Match[str], level: int) -> ContentsEntry:
    return ContentsEntry(LEADERS.sub("", match["title"]).strip(" .…"), match["target"], line.page, level)


def _join_targets(lines: Sequence[Line]) -> list[Line]:
    """Titles and the numbers set far to their right, as one line again."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda line: (round(line.box.bottom / 4), line.box.x0)):
        last = joined[-1] if joined else None
        if last and re.fullmatch(r"\W*\d{1,3}", line.text) and abs(last.box.bottom - line.box.bottom) < 5:
            joined[-1] = replace(last, text=f"{last.text} {line.text}", box=last.box.union(line.box))
        else:
            joined.append(line)
    return joined


def _rising(targets: Sequence[int]) -> bool:
    steps = sum(b >= a for a, b in pairwise(targets))
    return steps >= 0.8 * (len(targets) - 1) and targets[-1] > targets[0]
