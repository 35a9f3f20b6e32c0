"""Words broken at line ends without a hyphen, as Korean breaks them: closed where the plan's words say so."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from classifier.documents import Block, Table
from classifier.extract.repair import OPEN
from classifier.extract.words import every

# Share of the breaks one can tell that fall inside words, from which lines are taken to break anywhere.
ANYWHERE = 0.2

WORD = re.compile(r"\w+")
BREAK = re.compile(rf"(\w+){OPEN}(\w+)")


@dataclass(frozen=True, slots=True)
class _Words:
    """How often each word occurs inside lines, and whether lines break inside words."""

    counts: Counter[str]
    anywhere: bool


def close_breaks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, every open line end in them made a space or closed."""
    texts = [block.text for block in blocks if OPEN in block.text]
    if not texts:
        return list(blocks)
    words = _learned(texts, blocks)
    return [_closed_block(block, words) if OPEN in block.text else block for block in blocks]


def _learned(texts: Iterable[str], blocks: Iterable[Block]) -> _Words:
    counts = Counter(word for block in blocks for word in _whole_words(block.text))
    told = Counter(_tell(*pair, counts) for text in texts for pair in _pairs(text))
    return _Words(counts, told[True] >= ANYWHERE * max(1, told[True] + told[False]))


def _whole_words(text: str) -> Iterator[str]:
    """The words of a text but for those that touch an open line end."""
    for match in WORD.finditer(text):
        if OPEN not in (text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]):
            yield match.group()


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind each open line end."""
    parts = text.split(OPEN)
    for before, after in pairwise(parts):
        yield (WORD.findall(before) or [""])[-1], (WORD.findall(after) or [""])[0]


def _tell(last: str, first: str, counts: Counter[str]) -> bool | None:
    """Whether two pieces are one word; None if neither the plan's words nor the language's say."""
    one, two = counts[last + first], min(counts[last], counts[first])
    if one != two:
        return one > two
    if first in _bound():
        return True
    return False if len(last) > 1 and last.endswith(_final()) else None


@cache
def _bound() -> frozenset[str]:
    return frozenset(every("bound"))


@cache
def _final() -> tuple[str, ...]:
    return tuple(every("final"))


def _closed(text: str, words: _Words) -> str:
    first, *parts = text.split(OPEN)
    closed = first
    for (last, begin), part in zip(_pairs(text), parts, strict=True):
        told = _tell(last, begin, words.counts)
        closed += part if (words.anywhere if told is None else told) else f" {part}"
    return closed


def _closed_block(block: Block, words: _Words) -> Block:
    table = block.table and _closed_table(block.table, words)
    lines = tuple(replace(line, text=_closed(line.text, words)) for line in block.lines)
    return replace(block, text=_closed(block.text, words), table=table, lines=lines)


def _closed_table(table: Table, words: _Words) -> Table:
    return replace(table, cells=tuple(replace(cell, text=_closed(cell.text, words)) for cell in table.cells))
