"""Readings of invented units, without a PDF."""

from pathlib import Path

from classifier.documents import Block, BlockKind, Box, Document, Line, Page
from classifier.find.reading import read
from classifier.find.units import Unit

KINDS = {"h": BlockKind.HEADING, "p": BlockKind.PARAGRAPH, "l": BlockKind.LIST_ITEM}
BODY = "The valley council will open its register and answer every question within a week of asking. " * 3


def make_document(*entries, language="en", contents=()):
    """A document of (kind, text, size, language) entries, ten to a page."""
    blocks = []
    for order, entry in enumerate(entries):
        kind, text, size, spoken = (*entry, *(10, language)[len(entry) - 2 :])
        page, top = order // 10 + 1, 60.0 + 60 * (order % 10)
        box = Box(50, top, 500, top + size)
        line = Line(text=text, page=page, box=box, size=size, bold=kind == "h")
        more = {"size": size, "bold": kind == "h", "language": spoken, "lines": (line,)}
        blocks.append(Block(order, KINDS[kind], text, (page,), (box,), **more))
    pages = tuple(Page(number, 595, 842) for number in range(1, len(entries) // 10 + 2))
    return Document(
        Path("made.pdf"), "0" * 64, pages, tuple(blocks), language, (language,), contents=contents
    )


def make_reading(*entries, **more):
    return read(make_document(*entries, **more))


def make_units(*tables):
    """Units of tables given as (page, rows of texts); the first row of each is bold."""
    cells = [
        (block, page, row, column, text)
        for block, (page, rows) in enumerate(tables)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return tuple(
        Unit(order, block, BlockKind.TABLE, text, page, Box(50, 60, 500, 70), 10, row == 0, row, column)
        for order, (block, page, row, column, text) in enumerate(cells)
    )
