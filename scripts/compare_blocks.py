#!/usr/bin/env python3
"""Which blocks of which plans a change to extraction changes.

    scripts/compare_blocks.py --save DIR PLANS...     before the change
    scripts/compare_blocks.py DIR PLANS...            after it: a diff of every plan's blocks
    scripts/compare_blocks.py --golden                write the golden texts of the sample plans anew

PLANS are PDFs, or folders of them. A saved text has one line for each block: its kind, level or marker,
and its words; a line with the page's number and label stands before the blocks that begin there.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from classifier.documents import Block, BlockKind, Document
from classifier.extract import extract_document

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples"
GOLDEN = ROOT / "tests" / "extract" / "golden"


def as_text(document: Document) -> str:
    """A document's blocks, readable by a person and by diff."""
    languages = ", ".join(document.languages) or "no language"
    return "\n".join([f"{document.path.name}: {languages}, {document.grade}", *_page_lines(document), ""])


def _page_lines(document: Document) -> Iterator[str]:
    for page in document.pages:
        label = f" [{page.label}]" if page.label else ""
        contents = ", contents" if page.is_contents else ""
        yield f"\n── page {page.number}{label}: {page.path}{contents}"
        for line in page.furniture:
            yield f"furniture      {line.text}"
        for block in document.blocks:
            if block.page == page.number:
                yield from _block_lines(block)


def _block_lines(block: Block) -> Iterator[str]:
    pages = f" (pages {', '.join(map(str, block.pages))})" if len(block.pages) > 1 else ""
    if block.table is None:
        yield f"{_name(block):15}{block.text}{pages}"
        return
    yield f"{_name(block)}{pages}"
    for row in block.table.rows:
        cells = (f"{cell.text}{':' if cell.label else ''}".replace("\n", " ¶ ") for cell in row)
        yield "             | " + " | ".join(cells)


def _name(block: Block) -> str:
    return f"{block.kind} {block.level}" if block.kind is BlockKind.HEADING else str(block.kind)


def pdfs(paths: Iterable[Path]) -> Iterator[Path]:
    """The PDFs among the paths and in the folders among them."""
    for path in paths:
        yield from sorted(path.glob("*.pdf")) if path.is_dir() else [path]


def save(paths: Iterable[Path], folder: Path) -> int:
    """Write each plan's text into a folder; how many there were."""
    folder.mkdir(parents=True, exist_ok=True)
    plans = list(pdfs(paths))
    for path in plans:
        (folder / f"{path.stem}.txt").write_text(as_text(extract_document(path)), encoding="utf-8")
    return len(plans)


def changes(path: Path, folder: Path) -> list[str]:
    """The lines of a plan's text that are not as saved, with the page they stand on."""
    saved = folder / f"{path.stem}.txt"
    before = saved.read_text(encoding="utf-8").splitlines() if saved.exists() else []
    after = as_text(extract_document(path)).splitlines()
    lines = unified_diff(before, after, str(saved), str(path), lineterm="", n=0)
    return [line for line in lines if not line.startswith("@@")]


def compare(paths: Iterable[Path], folder: Path) -> int:
    """Print the changes of every plan; how many plans have changed."""
    changed = 0
    for path in pdfs(paths):
        lines = changes(path, folder)
        print(*lines, f"{path.stem}: {max(0, len(lines) - 2)} lines changed", sep="\n")
        changed += bool(lines)
    return changed


def main() -> int:
    """Save, compare or renew, as the arguments say."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("plans", nargs="*", type=Path)
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--golden", action="store_true")
    args = parser.parse_args()
    if args.golden:
        print(f"{save([SAMPLES], GOLDEN)} texts in {GOLDEN.relative_to(ROOT)}")
        return 0
    if not args.folder or not args.plans:
        parser.error("name a folder for the saved texts, and the plans")
    if args.save:
        print(f"{save(args.plans, args.folder)} texts in {args.folder}")
        return 0
    return 1 if compare(args.plans, args.folder) else 0


if __name__ == "__main__":
    sys.exit(main())
