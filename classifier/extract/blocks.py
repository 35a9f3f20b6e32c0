"""Lines to blocks: headings, paragraphs, list items, captions, footnotes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from classifier.documents import Block, BlockKind, Box, Line
from classifier.extract.groups import BULLET, LARGER, WIDE_GAP, grouped, is_label, marker_of
from classifier.extract.repair import join_lines
from classifier.extract.words import every, known

ORDINAL = re.compile(r"\(?(\d{1,2})[.)]")
STOPS = (".", ",", ";")

# Type this much larger than the body is a title, though it may take many lines of a narrow column.
MUCH_LARGER = 1.5
LONGEST_TITLE = 12

# What opens a quotation pulled out of the text in larger type.
QUOTED = re.compile("[\"“”„«‘‚']")

# Characters beyond which bold text is a paragraph set in bold.
LONGEST_HEADING = 260

# Characters within which a caption's number stands.
CAPTION_NUMBER = 24

FOOTNOTE_SIZE = 0.88

# A note opens with its number; a figure on the axis of a chart is followed by none.
NOTE = re.compile(r"^\W?\d{1,3}\W{0,4}[^\W\d_]{2}")


def body_size(lines: Iterable[Line]) -> float:
    """The size most characters are set in, in half points; 0 without lines."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def to_blocks(column: Sequence[Line], body: float, page_height: float) -> list[Block]:
    """The blocks of one column; `order` and heading levels are set later."""
    blocks = [_block(group, body, page_height) for group in grouped(column, body)]
    right = max((line.box.x1 for line in column), default=0.0)
    named = [_label(block, below, right) for block, below in zip_longest(blocks, blocks[1:])]
    return [_listed(above, block) for above, block in zip([None, *named], named, strict=False)]


def _label(block: Block, below: Block | None, right: float) -> Block:
    """The block, as a heading if it is a line in slightly larger type close above a text."""
    named = below is not None and _names(block, below, right)
    return replace(block, kind=BlockKind.HEADING) if named else block


def _names(block: Block, below: Block, right: float) -> bool:
    """Whether a paragraph of one line is the label of the text below it."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.lines) > 1:
        return False
    close = 0 <= below.boxes[0].top - block.boxes[0].bottom <= WIDE_GAP * below.size
    return close and is_label(block.lines[0], below.lines[0], right) and _has_words(block)


def _has_words(block: Block) -> bool:
    """Whether a text is words, not figures or codes, and ends like none of running text."""
    return bool(re.search(r"[^\W\d_]{3}", block.text)) and not block.text.endswith(STOPS)


def _listed(above: Block | None, block: Block) -> Block:
    """The block, as a list item if it looks like the one above and its number follows."""
    if above is None or (above.kind, block.kind) != (BlockKind.LIST_ITEM, BlockKind.HEADING):
        return block
    alike = (above.size, above.bold) == (block.size, block.bold)
    follows = _ordinal(above) > 0 and _ordinal(block) == _ordinal(above) + 1
    return replace(block, kind=BlockKind.LIST_ITEM) if alike and follows else block


def _ordinal(block: Block) -> int:
    """The figure a block is marked with; 0 without one."""
    match = ORDINAL.fullmatch(block.marker)
    return int(match[1]) if match else 0


def _block(lines: Sequence[Line], body: float, page_height: float) -> Block:
    text = join_lines(line.text for line in lines)
    size = max(line.size for line in lines)
    bold = all(line.bold for line in lines)
    block = Block(
        order=0,
        kind=BlockKind.PARAGRAPH,
        text=text,
        pages=(lines[0].page,),
        boxes=(Box.around(line.box for line in lines),),
        size=round(size, 1),
        bold=bold,
        lines=tuple(lines),
    )
    return replace(block, kind=_kind(block, body, page_height), marker=marker_of(lines[0]))


def _kind(block: Block, body: float, page_height: float) -> BlockKind:
    if _is_footnote(block, body, page_height):
        return BlockKind.FOOTNOTE
    if len(block.text) < LONGEST_HEADING and _is_caption(block.text):
        return BlockKind.CAPTION
    if _is_heading(block, body):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if marker_of(block.lines[0]) else BlockKind.PARAGRAPH


@cache
def _caption() -> re.Pattern[str]:
    """A caption's opening in any language: its word with a number behind it or, in some, before it."""
    words = "|".join(map(re.escape, every("caption")))
    first = "|".join(re.escape(word) for code in known("number_first") for word in known("caption")[code])
    opening = (
        rf"(?:{words})\.?\s*(?:n[º°o.]+\s*|№\s*)?\d{{1,3}}(?:[.\-]\d{{1,3}})*|\d{{1,3}}\.?\s(?:{first})\b"
    )
    return re.compile(rf"[<\[(]?(?:{opening})(?P<rest>.{{0,3}})", re.IGNORECASE | re.DOTALL)


def _is_caption(text: str) -> bool:
    """Whether a text opens as a caption does; "Table 3 shows" is a sentence about one."""
    if not any(map(str.isdigit, text[:CAPTION_NUMBER])):
        return False
    match = _caption().match(text)
    return match is not None and not (match["rest"][:1].isspace() and match["rest"].strip()[:1].islower())


def _is_footnote(block: Block, body: float, page_height: float) -> bool:
    low = block.boxes[0].top > 0.6 * page_height
    return low and block.size <= FOOTNOTE_SIZE * body and bool(NOTE.match(block.text))


def _is_heading(block: Block, body: float) -> bool:
    if len(block.text) > LONGEST_HEADING or not re.search(r"[^\W\d_]{2}", block.text):
        return False
    if BULLET.match(block.text):
        return False
    if QUOTED.match(block.text) and len(block.lines) > 1:
        return False
    if block.size >= LARGER * body:
        return len(block.lines) <= (LONGEST_TITLE if block.size >= MUCH_LARGER * body else 5)
    if block.text.isupper() and re.search(r"[^\W\d_]{3}", block.text):
        return len(block.lines) <= 3
    return block.bold and len(block.lines) <= 4 and not block.text.rstrip().endswith((",", ";"))
