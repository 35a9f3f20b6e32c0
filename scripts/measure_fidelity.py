#!/usr/bin/env python3
"""Character errors and reading order on pages whose true text is known.

    PYTHONPATH=. scripts/measure_fidelity.py [--script Latin] [--ocr] [--detail] [--keep DIR]

Writes pages in seven scripts and six layouts with Chromium, reads them, and prints for each the character
error rate (edits by characters of the true text, spaces counted once) and the share of block pairs read in
the right order. `--ocr` reads the one-column pages as pictures of 200 dots an inch as well.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pypdfium2 as pdfium
from playwright.sync_api import sync_playwright
from rapidfuzz.distance import Levenshtein

sys.path.insert(0, str(Path(__file__).parent))
from fidelity.pages import Sheet, sheets

from classifier.extract import extract_document

CHROMIUM = "/usr/bin/chromium"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
DPI = 200


def plain(text: str) -> str:
    return " ".join(text.split())


def errors(blocks: tuple[str, ...], text: str) -> float:
    """Edits by true characters."""
    true = plain(" ".join(blocks))
    return Levenshtein.distance(true, text) / len(true)


def in_order(blocks: tuple[str, ...], text: str) -> float:
    """Share of pairs of blocks whose ending numbers stand in the right order."""
    numbers = {match[0]: match.start() for match in re.finditer(r"\b[1-9]\d\d(?!\d)", text)}
    pairs = list(combinations([numbers.get(block[-3:], -1) for block in blocks], 2))
    return sum(0 <= first < second for first, second in pairs) / len(pairs)


def as_scan(pdf: Path, target: Path) -> Path:
    """The pages as pictures without a text layer."""
    with pdfium.PdfDocument(pdf) as document:
        pictures = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    pictures[0].save(target, resolution=DPI, save_all=True, append_images=pictures[1:])
    return target


def write(sheet_list: list[Sheet], folder: Path) -> Iterator[tuple[Sheet, Path]]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        page = browser.new_page()
        for sheet in sheet_list:
            path = folder / f"{sheet.script} {sheet.layout}.pdf"
            page.set_content(sheet.html)
            page.pdf(path=path, prefer_css_page_size=True, print_background=True)
            yield sheet, path
        browser.close()


def report(name: str, sheet: Sheet, path: Path, detail: bool) -> tuple[float, float]:
    text = plain(extract_document(path).text)
    blocks = min(sheet.readings(), key=lambda blocks: errors(blocks, text))
    rate, order = errors(blocks, text), in_order(blocks, text)
    print(f"{sheet.script:10}{name:20}{100 * rate:8.2f}%{100 * order:8.1f}%")
    if detail and (rate > 0.01 or order < 0.98):
        true = plain(" ".join(blocks))
        for tag, a, b, c, d in Levenshtein.opcodes(true, text).as_list()[:24]:
            if tag != "equal":
                print(f"      {tag:8}{true[a:b][:70]!r} {text[c:d][:70]!r}")
    return rate, order


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--script", default="")
    parser.add_argument("--ocr", action="store_true")
    parser.add_argument("--detail", action="store_true")
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    wanted = [sheet for sheet in sheets() if args.script in sheet.script]
    print(f"{'script':10}{'layout':20}{'errors':>9}{'order':>9}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or Path(temporary)
        folder.mkdir(exist_ok=True, parents=True)
        text, scans = [], []
        for sheet, path in write(wanted, folder):
            text.append(report(sheet.layout, sheet, path, args.detail))
            if args.ocr and sheet.layout == "one column":
                scan = as_scan(path, path.with_suffix(".scan.pdf"))
                scans.append(report("scan at 200 dpi", sheet, scan, args.detail))
    for name, rows in (("text", text), ("scans", scans)):
        if rows:
            rate, order = (sum(column) / len(rows) for column in zip(*rows, strict=True))
            worst = max(rate for rate, _ in rows)
            print(f"{name}: mean errors {rate:.2%} (worst {worst:.2%}), block pairs in order {order:.2%}")


if __name__ == "__main__":
    main()
