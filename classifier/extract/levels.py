"""Heading levels: from bookmarks, size, weight, capitals and numbering together."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median_low

from classifier.documents import Block, BlockKind
from classifier.extract.outline import Bookmark

# "2", "2.1." or "2.1.3" before a heading's words.
NUMBERING = re.compile(r"\(?(\d{1,2}(?:\.\d{1,2})*)[.)]?\s")

# Kinds that a bookmark of the same words shows to be headings.
PLAIN = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)

# Sizes this near to each other are one.
SAME_SIZE = 0.06

# Headings of one look before it has a level of its own, in a file that has such looks.
USUAL = 3

# As many levels as HTML and word processors know.
DEEPEST = 6

# No numbering has as many figures.
MOST_FIGURES = 99

Look = tuple[float, bool, bool, int]


def set_levels(blocks: Sequence[Block], bookmarks: Sequence[Bookmark] = ()) -> list[Block]:
    """The blocks in order, headings with their level, from 1 to 6.

    Headings of one look have one level: the one bookmarks give them, else one below the next
    larger look. Larger comes first, then bold, then capitals, then the shorter numbering. Looks
    that hardly occur stand with the next smaller one that does, or as titles above all.
    """
    marked = _marked(blocks, bookmarks)
    headings = {at: b for at, b in enumerate(blocks) if b.kind is BlockKind.HEADING or at in marked}
    looks = dict(zip(headings, _looks(list(headings.values())), strict=True))
    levels = _levels(looks, marked)
    return [
        replace(block, order=at, kind=BlockKind.HEADING, level=marked.get(at, levels[looks[at]]))
        if at in headings
        else replace(block, order=at, level=0)
        for at, block in enumerate(blocks)
    ]


def _marked(blocks: Sequence[Block], bookmarks: Sequence[Bookmark]) -> dict[int, int]:
    """The level of each block that a bookmark to its page names, by the block's place."""
    named = _named(bookmarks)
    if not named:
        return {}
    keys = ((at, (block.page, _letters(block.text))) for at, block in enumerate(blocks) if _may_be(block))
    return {at: named[key] for at, key in keys if key in named}


def _named(bookmarks: Sequence[Bookmark]) -> dict[tuple[int, str], int]:
    """The level of each bookmark, by its page and the letters of its title."""
    return {(mark.page, _letters(mark.title)): min(mark.level, DEEPEST) for mark in bookmarks}


def _may_be(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or block.kind in PLAIN


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _looks(headings: Sequence[Block]) -> Iterator[Look]:
    """Size, weight, capitals, and numbering where headings of that look differ in it."""
    sizes = _sizes(headings)
    plain = [(sizes[block.size], block.bold, block.text.isupper()) for block in headings]
    depths = [_depth(block.text) for block in headings]
    shallowest: dict[tuple[float, bool, bool], int] = defaultdict(lambda: MOST_FIGURES)
    for look, depth in zip(plain, depths, strict=True):
        shallowest[look] = min(shallowest[look], depth or MOST_FIGURES)
    for look, depth in zip(plain, depths, strict=True):
        yield (*look, -max(0, depth - shallowest[look]))


def _sizes(headings: Sequence[Block]) -> dict[float, float]:
    """For each size the largest of those near it."""
    found: dict[float, float] = {}
    largest = math.inf
    for size in sorted({block.size for block in headings}, reverse=True):
        largest = largest if size >= largest * (1 - SAME_SIZE) else size
        found[size] = largest
    return found


def _depth(text: str) -> int:
    """Figures in a heading's numbering; 0 without one."""
    match = NUMBERING.match(text)
    return match[1].count(".") + 1 if match else 0


def _levels(looks: Mapping[int, Look], marked: Mapping[int, int]) -> dict[Look, int]:
    """The level of each look, larger ones first."""
    given = _given(looks, marked)
    found = set(looks.values())
    usual = _usual(looks, given)
    levels: dict[Look, int] = {}
    last = 0
    for look in sorted(found, reverse=True):
        if look in usual:
            last = given.get(look, last + 1)
        # A rare look above all others is a title's; elsewhere it goes with the next usual one.
        title = usual.isdisjoint(levels)
        last = max(last, 1)
        levels[look] = min(last if look in usual or title else last + 1, DEEPEST)
    return levels


def _given(looks: Mapping[int, Look], marked: Mapping[int, int]) -> dict[Look, int]:
    """The level that bookmarks give each look."""
    given: dict[Look, list[int]] = defaultdict(list)
    for at, level in marked.items():
        given[looks[at]].append(level)
    return {look: median_low(levels) for look, levels in given.items()}


def _usual(looks: Mapping[int, Look], given: Collection[Look]) -> set[Look]:
    """The looks that have a level of their own; all of them where none occurs often."""
    times = Counter(look[:3] for look in looks.values())
    found = set(looks.values())
    return {look for look in found if times[look[:3]] >= USUAL or look in given} or found
