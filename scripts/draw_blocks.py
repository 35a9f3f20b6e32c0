#!/usr/bin/env python3
"""Page pictures of a PDF with its blocks outlined by kind, to be looked at.

    scripts/draw_blocks.py PLAN.pdf [--out DIR] [--sheet N]

Writes one PNG for each page, or contact sheets of N pages each. Every block carries its kind's
first letter, a heading its level, and its position in the reading order.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from classifier.documents import Block, BlockKind, Document
from classifier.extract import extract_document

SCALE = 0.9
COLOURS = {
    BlockKind.HEADING: "#c0392b",
    BlockKind.PARAGRAPH: "#2471a3",
    BlockKind.LIST_ITEM: "#1e8449",
    BlockKind.TABLE: "#7d3c98",
    BlockKind.CAPTION: "#b9770e",
    BlockKind.FOOTNOTE: "#566573",
}
FURNITURE = "#a0a0a0"


def page_pictures(document: Document) -> Iterator[Image.Image]:
    """Each page as a person sees it, its blocks outlined."""
    with pdfium.PdfDocument(document.path) as pdf:
        for page in document.pages:
            picture = pdf[page.number - 1].render(scale=SCALE).to_pil().convert("RGB")
            draw_page(ImageDraw.Draw(picture), document, page.number)
            yield picture


def draw_page(draw: ImageDraw.ImageDraw, document: Document, number: int) -> None:
    """Outlines and names of one page's blocks, furniture and cells."""
    page = document.pages[number - 1]
    for line in page.furniture:
        draw.rectangle(scaled(line.box), outline=FURNITURE)
    for block in document.on_page(number):
        colour = COLOURS[block.kind]
        for cell in block.table.cells if block.table else ():
            for place, box in zip(cell.pages, cell.boxes, strict=True):
                if place == number:
                    draw.rectangle(scaled(box), outline="#e8b4f8" if cell.label else "#c39bd3")
        box = scaled(block.boxes[block.pages.index(number)])
        draw.rectangle(box, outline=colour, width=2)
        draw.text((box[0], max(0, box[1] - 10)), name(block), fill=colour)
    about = f"{number} [{page.label}] {page.path} {page.grade}{' contents' if page.is_contents else ''}"
    draw.text((4, 2), about, fill="black")


def name(block: Block) -> str:
    """A block's kind, level and place in the reading order."""
    return f"{block.kind[0].upper()}{block.level or ''} {block.order} {block.language}"


def scaled(box) -> tuple[float, float, float, float]:
    return tuple(SCALE * side for side in (box.x0, box.top, max(box.x0, box.x1), max(box.top, box.bottom)))


def sheets(pictures: Sequence[Image.Image], each: int) -> Iterator[Image.Image]:
    """Contact sheets of a few pages side by side, three in a row."""
    for start in range(0, len(pictures), each):
        some = pictures[start : start + each]
        width, height = max(p.width for p in some), max(p.height for p in some)
        across = min(3, len(some))
        sheet = Image.new("RGB", (across * width, -(-len(some) // across) * height), "white")
        for at, picture in enumerate(some):
            sheet.paste(picture, (at % across * width, at // across * height))
        yield sheet


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("plan", type=Path)
    parser.add_argument("--out", type=Path, default=Path("blocks"))
    parser.add_argument("--sheet", type=int, default=1, help="pages on one picture")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    pictures = list(page_pictures(extract_document(args.plan)))
    for number, sheet in enumerate(sheets(pictures, args.sheet), 1):
        sheet.save(args.out / f"{args.plan.stem}-{number:03}.png")
    print(f"{len(pictures)} pages, pictures in {args.out}")


if __name__ == "__main__":
    main()
