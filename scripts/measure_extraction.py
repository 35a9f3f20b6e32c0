#!/usr/bin/env python3
"""Pages a second of each way to read a page, and the growth with the number of pages.

    scripts/measure_extraction.py [PLANS...] [--write]

Sorts the pages of PLANS (PDFs or folders; the sample plans without it) by the path each takes, puts those of
one path into a PDF of their own, and reads it; the scans are some of the fast ones drawn at 200 dots an inch.
Then all pages together once, twice, four and eight times over. Every reading has a process of its own and
counts the processor's seconds, OCR's among them, so that other work on the machine hardly shows. `--write`
puts the tables into docs/performance.md.
"""

import argparse
import multiprocessing
import re
import resource
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
from compare_blocks import SAMPLES, pdfs

from classifier.documents import Grade, PagePath
from classifier.extract import Limits, extract_document
from classifier.packs import packs

PERFORMANCE = Path(__file__).parents[1] / "docs" / "performance.md"
BETWEEN = re.compile(r"(?<=<!-- measure_extraction -->\n).*?(?=<!-- /measure_extraction -->)", re.DOTALL)
TIMES = (1, 2, 4, 8)
DPI = 200
MOST_SCANS = 8
MANY = Limits(pages=20_000, seconds=7200.0)
# Read first, to have everything imported.
WARM = SAMPLES / "harrowmere_2016-2018_en.pdf"


@dataclass(frozen=True)
class Cost:
    """What reading a PDF cost: processor seconds, and MiB at the peak above those before."""

    pages: int
    seconds: float
    grown: float

    @property
    def speed(self) -> float:
        """Pages for each second of one processor."""
        return self.pages / self.seconds


def ours(path: Path) -> int:
    """The number of pages, read by this project."""
    return len(extract_document(path, limits=MANY).pages)


def theirs(path: Path) -> int:
    """The number of pages whose words pdfplumber took."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words(extra_attrs=["fontname", "size"])
            page.close()
        return len(pdf.pages)


def cost(read: Callable[[Path], int], path: Path) -> Cost:
    """The cost of reading one PDF in a process of its own, after it has read another."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_cost, (read, path))


def _cost(read: Callable[[Path], int], path: Path) -> Cost:
    read(WARM)
    before, base = _seconds(), _peak()
    pages = read(path)
    return Cost(pages, _seconds() - before, _peak() - base)


def _seconds() -> float:
    """Seconds of the processor that this process and those it started have taken."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def by_path(plans: Iterable[Path]) -> dict[PagePath, list[tuple[Path, int]]]:
    """For each path the good pages that take it: their PDF, and their place in it."""
    pages: dict[PagePath, list[tuple[Path, int]]] = {path: [] for path in PagePath}
    for plan in plans:
        for page in extract_document(plan).pages:
            if page.grade is Grade.GOOD:
                pages[page.path].append((plan, page.number - 1))
    return pages


def gathered(pages: Sequence[tuple[Path, int]], target: Path, times: int = 1) -> Path:
    """A PDF of the pages, as many times over as asked."""
    # Pages taken one by one would carry a copy of every font each.
    plans = [(plan, [index for _, index in some]) for plan, some in groupby(pages, key=itemgetter(0))]
    with pdfium.PdfDocument.new() as pdf:
        for plan, indices in plans * times:
            with pdfium.PdfDocument(plan) as source:
                pdf.import_pages(source, indices)
        pdf.save(target)
    return target


def scanned(path: Path, target: Path) -> Path:
    """The first pages of a PDF as pictures without a text layer."""
    with pdfium.PdfDocument(path) as pdf:
        drawn = (pdf[i].render(scale=DPI / 72, grayscale=True) for i in range(min(len(pdf), MOST_SCANS)))
        pictures = [bitmap.to_pil() for bitmap in drawn]
    pictures[0].save(target, resolution=DPI, save_all=True, append_images=pictures[1:])
    return target


def path_rows(pages: dict[PagePath, list[tuple[Path, int]]], folder: Path) -> Iterator[str]:
    """The table of pages a second, row by row."""
    yield "| pages | path | pages a second | pdfplumber's words | times as many |"
    yield "| ---: | --- | ---: | ---: | ---: |"
    everything = pages[PagePath.FAST] + pages[PagePath.CAREFUL]
    sorts = {"fast": pages[PagePath.FAST], "careful": pages[PagePath.CAREFUL], "both": everything}
    for name, some in sorts.items():
        path = gathered(some, folder / f"{name}.pdf")
        mine, other = cost(ours, path), cost(theirs, path)
        ratio = mine.speed / other.speed
        yield f"| {mine.pages} | {name} | {mine.speed:.1f} | {other.speed:.1f} | {ratio:.1f} |"
    if packs():
        mine = cost(ours, scanned(folder / "fast.pdf", folder / "scan.pdf"))
        yield f"| {mine.pages} | OCR at {DPI} dots an inch | {mine.speed:.2f} | – | – |"


def growth_rows(pages: dict[PagePath, list[tuple[Path, int]]], folder: Path) -> Iterator[str]:
    """The table of growth, row by row; 1 in the last column but one is a straight line."""
    yield "| pages | times | seconds | seconds for each page, of those at 1 | MiB above the base |"
    yield "| ---: | ---: | ---: | ---: | ---: |"
    first = 0.0
    for times in TIMES:
        path = gathered(pages[PagePath.FAST] + pages[PagePath.CAREFUL], folder / f"{times}.pdf", times)
        found = cost(ours, path)
        first = first or 1 / found.speed
        share = 1 / found.speed / first
        yield f"| {found.pages} | {times} | {found.seconds:.1f} | {share:.2f} | {found.grown:.0f} |"


def tables(plans: Iterable[Path]) -> str:
    """Both tables, measured now."""
    pages = by_path(plans)
    with tempfile.TemporaryDirectory() as temporary:
        parts = [path_rows(pages, Path(temporary)), growth_rows(pages, Path(temporary))]
        return "\n".join(line for part in parts for line in ["", *part]) + "\n\n"


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("plans", nargs="*", type=Path, default=[SAMPLES])
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    measured = tables(pdfs(args.plans))
    print(measured)
    if args.write:
        text = PERFORMANCE.read_text(encoding="utf-8")
        PERFORMANCE.write_text(BETWEEN.sub(lambda _: measured, text), encoding="utf-8")


if __name__ == "__main__":
    main()
