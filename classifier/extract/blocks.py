"""Lines to blocks: headings, paragraphs, list items, captions, footnotes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, zip_longest
from statistics import median

from classifier.documents import Block, BlockKind, Box, Line
from classifier.extract.repair import join_lines
from classifier.extract.words import every, known

BULLET = re.compile(r"^([•‣◦▪■□●○–—*·➢➤✓✔❖»-]|o(?=\s))\s+")
NUMBERED = re.compile(
    r"^(\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4}|[IVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+|\((?:\d{1,2}|[a-z])\))\s+"
)
ORDINAL = re.compile(r"\(?(\d{1,2})[.)]")
ENDED = (".", "!", "?", ":", ";", "…")
STOPS = (".", ",", ";")

# A line this much larger than the body may be a heading.
LARGER = 1.1

# A single line this much larger than the text below it, and this much shorter in type sizes, is its label.
SLIGHTLY_LARGER = 1.06
SHORT_BY = 6

# Lines of a paragraph that show where its lines end.
FEW_LINES = 4

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

# Sizes of white between lines that parts paragraphs in single spacing, and in none at all.
WIDE_GAP, WIDEST_GAP = 0.55, 1.3

# Paragraphs set loosely: how many gaps tell so, and how far gaps vary within them.
FEWEST_GAPS, LOOSE = 3, 1.25

# Sizes by which a line that wraps may fall short of the column's edge.
FILLED = 6

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
    blocks = [_block(group, body, page_height) for group in _groups(column, body)]
    right = max((line.box.x1 for line in column), default=0.0)
    named = [_label(block, below, right) for block, below in zip_longest(blocks, blocks[1:])]
    return [_listed(above, block) for above, block in zip([None, *named], named, strict=False)]


def _label(block: Block, below: Block | None, right: float) -> Block:
    """The block, as a heading if it is a line in slightly larger type close above a text."""
    if below is None or block.kind is not BlockKind.PARAGRAPH or len(block.lines) > 1:
        return block
    close = 0 <= below.boxes[0].top - block.boxes[0].bottom <= 0.55 * below.size
    if close and _is_label(block.lines[0], below.lines[0], right) and _has_words(block):
        return replace(block, kind=BlockKind.HEADING)
    return block


def _has_words(block: Block) -> bool:
    """Whether a text is words, not figures or codes, and ends like none of running text."""
    return bool(re.search(r"[^\W\d_]{3}", block.text)) and not block.text.endswith(STOPS)


def _listed(above: Block | None, block: Block) -> Block:
    """The block, as a list item if it looks like the one above and its number follows."""
    if above is None or block.kind is not BlockKind.HEADING or above.kind is not BlockKind.LIST_ITEM:
        return block
    alike = (above.size, above.bold) == (block.size, block.bold)
    first, second = ORDINAL.fullmatch(above.marker), ORDINAL.fullmatch(block.marker)
    follows = first and second and int(second[1]) == int(first[1]) + 1
    return replace(block, kind=BlockKind.LIST_ITEM) if alike and follows else block


def _groups(lines: Sequence[Line], body: float) -> Iterator[list[Line]]:
    group: list[Line] = []
    right = max((line.box.x1 for line in lines), default=0.0)
    widest = _widest_gap(lines, right)
    for line in lines:
        if group and _breaks(group, line, right, body, widest):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _widest_gap(lines: Sequence[Line], right: float) -> float:
    """The widest gap inside a paragraph, in sizes: wider where lines that wrap stand farther apart."""
    pairs = ((last, line) for last, line in pairwise(lines) if _wraps(last, line, right))
    gaps = [gap for last, line in pairs if 0 < (gap := _gap(last, line)) < WIDEST_GAP]
    return max(WIDE_GAP, LOOSE * median(gaps)) if len(gaps) >= FEWEST_GAPS else WIDE_GAP


def _gap(last: Line, line: Line) -> float:
    """The white between two lines, in sizes."""
    return (line.box.top - last.box.bottom) / line.size


def _wraps(last: Line, line: Line, right: float) -> bool:
    """Whether a sentence fills its line and goes on in small letters on the next."""
    alike = last.page == line.page and round(last.size) == round(line.size)
    return (
        alike
        and last.box.x1 > right - FILLED * last.size
        and not line.text[:1].isupper()
        and not _marker(line)
    )


def _breaks(group: Sequence[Line], line: Line, right: float, body: float, widest: float) -> bool:
    last = group[-1]
    if line.page != last.page or _marker(line) or abs(line.size - last.size) > 0.08 * last.size + 0.3:
        return True
    full = last.box.x1 > right - FILLED * last.size
    if not -1.5 < _gap(last, line) <= (widest if full else WIDE_GAP):
        return True
    if len(group) == 1 and _is_label(last, line, right):
        return True
    if line.bold != last.bold:
        return _bold_ends(last, line, right)
    # Beside a picture or a box, text ends further left than elsewhere in its column.
    right = max(before.box.x1 for before in group) if len(group) >= FEW_LINES else right
    ends = last.text.endswith(ENDED)
    # The lines of a heading are short, and a colon ends none of them.
    ended = ends and last.box.x1 < right - 2.5 * line.size and last.size < LARGER * body
    indented = line.box.x0 > last.box.x0 + 0.8 * line.size and len(group) > 1 and ends
    return ended or indented


def _is_label(last: Line, line: Line, right: float) -> bool:
    """Whether a short line stands in slightly larger type above a text that begins anew."""
    larger = last.size >= SLIGHTLY_LARGER * line.size and last.box.x1 < right - SHORT_BY * line.size
    return larger and not line.text[:1].islower() and not last.text.endswith((",", ";"))


def _bold_ends(last: Line, line: Line, right: float) -> bool:
    """Whether bold begins or stops because a heading does, not inside a running text."""
    full = last.box.x1 > right - 3 * line.size
    runs_on = full and line.text[:1].islower()
    if last.bold:
        # A bold title that runs into its text ends inside the line.
        inside = last.bold_prefix + 2 < len(last.text) and not last.text.endswith(ENDED)
        return not (runs_on or (inside and last.box.x1 > right - SHORT_BY * line.size))
    return not (runs_on or last.bold_prefix)


def _marker(line: Line) -> str:
    match = BULLET.match(line.text) or NUMBERED.match(line.text)
    return match.group(1) if match else ""


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
    return replace(block, kind=_kind(block, body, page_height), marker=_marker(lines[0]))


def _kind(block: Block, body: float, page_height: float) -> BlockKind:
    if _is_footnote(block, body, page_height):
        return BlockKind.FOOTNOTE
    if len(block.text) < LONGEST_HEADING and _is_caption(block.text):
        return BlockKind.CAPTION
    if _is_heading(block, body):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if _marker(block.lines[0]) else BlockKind.PARAGRAPH


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
