"""Lines at the top of pages that extraction takes for running heads, and a form's first line is.

Where each commitment fills a page, its first label stands at the same place again and again.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from classifier.cues import field_labels
from classifier.documents import Block, BlockKind, Document, Line
from classifier.find.marks import Marker, names_commitment

# Words; one alone ("Objective") may well head every page of a chapter.
FEWEST_WORDS = 2
# Share of a page's height in which it begins.
TOP = 0.4


def with_first_lines(document: Document) -> Iterator[Block]:
    """The document's blocks, the first lines of forms back in their places on each page."""
    given = _given_back(document)
    for page, blocks in groupby(document.blocks, key=lambda block: block.page):
        waiting = sorted(given.pop(page, ()), key=lambda line: line.box.top)
        for block in blocks:
            while waiting and waiting[0].box.top <= block.boxes[0].top:
                yield _as_block(waiting.pop(0), block)
            yield block
        yield from (_as_block(line, block) for line in waiting)


def _given_back(document: Document) -> dict[int, list[Line]]:
    """By page, the lines of its head that are a field's label or one commitment's own heading."""
    spoken = tuple(dict.fromkeys((document.language, "en")))
    marker = Marker(spoken)
    said = Counter(line.text for page in document.pages for line in page.furniture)
    return {
        page.number: lines
        for page in document.pages
        if (
            lines := [
                line
                for line in page.furniture
                if line.box.top < TOP * page.height
                and (
                    _is_label(line.text, spoken) or (said[line.text] == 1 and _is_heading(line.text, marker))
                )
            ]
        )
    }


def _is_label(text: str, spoken: tuple[str, ...]) -> bool:
    label = next(iter(field_labels(text, spoken)), None)
    whole = label is not None and label.start == 0 and label.end >= len(text.rstrip(" :?.")) - 1
    return whole and label is not None and label.words >= FEWEST_WORDS


def _is_heading(text: str, marker: Marker) -> bool:
    return names_commitment(marker.read(text))


def _as_block(line: Line, after: Block) -> Block:
    """The line as a heading that belongs with the block below it."""
    return Block(
        after.order,
        BlockKind.HEADING,
        line.text,
        (line.page,),
        (line.box,),
        size=line.size,
        bold=line.bold,
        language=after.language,
        lines=(line,),
    )
