#!/usr/bin/env python3
"""Draw a picture of each style for docs/finding.md, from the tests' own invented layouts.

    scripts/draw_styles.py [--out docs/finding]

Each picture is one page of an invented plan with its commitments outlined as they were found.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from find import blind1, blind2, blind3, blind5, blind6  # noqa: E402, F401  they add to LAYOUTS
from find.layouts import LAYOUTS  # noqa: E402

from classifier.extract import extract_document  # noqa: E402
from classifier.find import find_plan  # noqa: E402
from classifier.plans import ActionPlan  # noqa: E402

# A layout that each style reads best, by the style's name.
SHOWN = {
    "named headings": "french_engagement",
    "template fields": "italian_forms_across_pages",
    "numbered headings": "big_number_then_title",
    "table rows": "rows_without_numbers",
    "contents titles": "titles_known_from_the_overview_alone",
    "number chain": "typewriter_numbers_with_inner_numbers",
    "outline": "unnumbered_in_french_then_english",
    "run-in titles": "bullets_with_run_in_titles",
}
COLOURS = ("#b8470f", "#1f5f8b")
# Picture pixels for each point; points of the page from its top that are shown.
SCALE = 1.0
HEIGHT = 520
# Few colours keep a page of text below 60 KB.
SHADES = 24


def main() -> None:
    """Write every picture, and stop where a style no longer reads its layout."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "finding")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for style, layout in SHOWN.items():
        target = out / f"{style.replace(' ', '-')}.png"
        draw(style, layout, target)
        print(f"{target}: {target.stat().st_size // 1024} KB")


def draw(style: str, layout: str, target: Path) -> None:
    """One layout written, found, and its fullest page drawn."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{layout}.pdf"
        LAYOUTS[layout]().write(path)
        plan = find_plan(extract_document(path))
        if plan.style != style:
            sys.exit(f"{layout} is read by {plan.style!r}, not by {style!r}: choose another layout.")
        number = max(range(1, plan.pages + 1), key=lambda page: (begun(plan, page), -page))
        with pdfium.PdfDocument(path) as pdf:
            picture = pdf[number - 1].render(scale=SCALE).to_pil().convert("RGB")
    outline(ImageDraw.Draw(picture), plan, number)
    low = picture.crop((0, 0, picture.width, int(HEIGHT * SCALE)))
    low.quantize(SHADES, Image.Quantize.MEDIANCUT).save(target, optimize=True)


def begun(plan: ActionPlan, page: int) -> int:
    """How many commitments begin on a page."""
    return sum(commitment.pages[0] == page for commitment in plan.commitments)


def outline(draw: ImageDraw.ImageDraw, plan: ActionPlan, page: int) -> None:
    """The commitments of a page in two colours by turns, each with its number."""
    for commitment in plan.commitments:
        if page in commitment.pages:
            box = commitment.boxes[commitment.pages.index(page)]
            colour = COLOURS[commitment.order % 2]
            edges = [SCALE * edge for edge in (box.x0 - 4, box.top - 2, box.x1 + 4, box.bottom + 2)]
            draw.rectangle(edges, outline=colour, width=2)
            draw.rectangle((edges[0] - 24, edges[1], edges[0], edges[1] + 15), fill=colour)
            draw.text((edges[0] - 20, edges[1] + 1), commitment.number or str(commitment.order), fill="white")


if __name__ == "__main__":
    main()
