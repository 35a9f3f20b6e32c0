"""Readings of invented units, without a PDF."""

from pathlib import Path

from classifier.documents import Block, BlockKind, Box, Document, Line, Page
from classifier.find.reading import read

KINDS = {"h": BlockKind.HEADING, "p": BlockKind.PARAGRAPH, "l": BlockKind.LIST_ITEM}
BODY = "The valley council will open its register and answer every question within a week of asking. " * 3


def make_document(*entries, language="en", contents=()):
    """A document of (kind, text, size) entries, ten to a page."""
    blocks = []
    for order, entry in enumerate(entries):
        kind, text, size = (*entry, 10)[:3]
        page, top = order // 10 + 1, 60.0 + 60 * (order % 10)
        box = Box(50, top, 500, top + size)
        line = Line(text=text, page=page, box=box, size=size, bold=kind == "h")
        more = {"size": size, "bold": kind == "h", "language": language, "lines": (line,)}
        blocks.append(Block(order, KINDS[kind], text, (page,), (box,), **more))
    pages = tuple(Page(number, 595, 842) for number in range(1, len(entries) // 10 + 2))
    return Document(Path("made.pdf"), "0" * 64, pages, tuple(blocks), language, (language,), contents)


def make_reading(*entries, **more):
    return read(make_document(*entries, **more))
