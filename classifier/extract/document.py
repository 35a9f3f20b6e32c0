"""The whole document: pages read, furniture dropped, blocks in order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pypdfium2 as pdfium

from classifier.documents import Block, ContentsEntry, Document, Grade, Line, Page, PagePath
from classifier.errors import DamagedPdf, NeedsOcr
from classifier.extract.breaks import close_breaks
from classifier.extract.contents import read_contents
from classifier.extract.furniture import find_furniture, printed_number
from classifier.extract.grade import worst_tenth
from classifier.extract.language import detect_languages, plan_languages
from classifier.extract.layout import page_blocks
from classifier.extract.levels import set_levels
from classifier.extract.limits import Limits, Meter
from classifier.extract.ocr import missing, with_ocr
from classifier.extract.opening import digest, open_pdf, read_bytes
from classifier.extract.outline import Outline, page_labels, read_bookmarks, read_labels
from classifier.extract.pages import RawPage, read_page
from classifier.extract.spans import join_over_breaks
from classifier.extract.versions import find_versions

# Share of pages without text beyond which a document needs OCR.
MOST_UNREADABLE = 0.2


def extract_document(path: str | Path, *, limits: Limits | None = None) -> Document:
    """Everything a PDF holds, in reading order.

    Raises `NotAPdf`, `DamagedPdf`, `LockedPdf`, `LimitExceeded`, or `NeedsOcr` where pages hold
    no usable text and OCR is not at hand.
    """
    path, limits = Path(path), limits or Limits()
    data = read_bytes(path, limits)
    pdf = open_pdf(path, data, limits)
    meter = Meter(path.name, limits)
    try:
        raws = with_ocr(pdf, list(_read_pages(pdf, meter)), meter)
        own = Outline(read_bookmarks(pdf), read_labels(pdf))
    finally:
        pdf.close()
    _refuse_damage(path, raws)
    _refuse_scans(path, raws)
    return _assemble(path, digest(data), raws, own)


def _read_pages(pdf: pdfium.PdfDocument, meter: Meter) -> Iterator[RawPage]:
    for index in range(len(pdf)):
        yield read_page(pdf, index, meter.limits)
        meter.check(index + 1)


def _refuse_damage(path: Path, raws: Sequence[RawPage]) -> None:
    damaged = [page.number for page in raws if page.damaged]
    if len(damaged) > MOST_UNREADABLE * len(raws):
        raise DamagedPdf(
            f"{path.name} is damaged: {len(damaged)} of {len(raws)} pages cannot be opened "
            f"({_listed(damaged)}). Download it again, or print it to a new PDF."
        )


def _refuse_scans(path: Path, raws: Sequence[RawPage]) -> None:
    scanned = [page for page in raws if page.grade is Grade.NONE]
    if len(scanned) > MOST_UNREADABLE * len(raws):
        pages = _listed([page.number for page in scanned])
        failures = "".join(f"{reason}. " for reason in _failures(scanned))
        raise NeedsOcr(
            f"{path.name} has no usable text on {len(scanned)} of {len(raws)} pages ({pages}). "
            f"{missing()} {failures}Or use a copy of the plan with text."
        )


def _failures(scanned: Sequence[RawPage]) -> list[str]:
    """Why pages were read in vain, each reason once."""
    return list(dict.fromkeys(page.grade_reason for page in scanned if page.scanned))


def _listed(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:12])) + (" …" if len(pages) > 12 else "")


def _warnings(raws: Sequence[RawPage]) -> Iterator[str]:
    for page in raws:
        if page.damaged:
            yield f"page {page.number} is damaged and was left out"


def _assemble(path: Path, sha256: str, raws: Sequence[RawPage], own: Outline) -> Document:
    furniture = find_furniture(
        {page.number: page.pieces for page in raws}, {page.number: page.height for page in raws}
    )
    kept = {page.number: _kept(page, furniture[page.number]) for page in raws}
    contents = {number: read_contents(lines) for number, lines in kept.items()}
    pages = [_page(page, furniture[page.number], contents[page.number]) for page in raws]
    blocks = _blocks([list(page_blocks(page, kept[page.number])) for page in raws], own)
    found = plan_languages([b.language for b in blocks], [len(b.text) for b in blocks])
    grade = worst_tenth([page.grade for page in pages])
    return Document(
        path=path,
        sha256=sha256,
        pages=tuple(_labelled(pages, own)),
        blocks=tuple(blocks),
        language=next(iter(found), ""),
        languages=found,
        versions=find_versions(blocks) if len(found) > 1 else (),
        contents=tuple(chain.from_iterable(contents.values())),
        grade=grade,
        grade_reason=next((page.grade_reason for page in pages if page.grade is grade), ""),
        warnings=tuple(_warnings(raws)),
    )


def _blocks(by_page: Sequence[Sequence[Block]], own: Outline) -> list[Block]:
    """The blocks of the whole document, joined over pages, with language and level."""
    joined = join_over_breaks(list(_in_languages(by_page)))
    return close_breaks(set_levels(joined, own.bookmarks))


def _labelled(pages: Sequence[Page], own: Outline) -> list[Page]:
    """The pages, those without a printed number under the file's own label."""
    labels = page_labels([page.label for page in pages], own.labels)
    return [replace(page, label=label) for page, label in zip(pages, labels, strict=True)]


def _in_languages(by_page: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """The blocks of all pages, each with its language."""
    languages = detect_languages([block.text for block in page] for page in by_page)
    for page, codes in zip(by_page, languages, strict=True):
        for block, code in zip(page, codes, strict=True):
            yield replace(block, language=code)


def _kept(page: RawPage, furniture: set[int]) -> list[Line]:
    return [piece for i, piece in enumerate(page.pieces) if i not in furniture]


def _page(page: RawPage, furniture: set[int], contents: Sequence[ContentsEntry]) -> Page:
    lines = tuple(page.pieces[i] for i in sorted(furniture))
    path, reason = _path(page)
    return Page(
        number=page.number,
        width=page.width,
        height=page.height,
        path=path,
        path_reason=reason,
        confidence=page.confidence,
        grade=page.grade,
        grade_reason=page.grade_reason,
        label=printed_number(lines),
        is_contents=bool(contents),
        furniture=lines,
    )


def _path(page: RawPage) -> tuple[PagePath, str]:
    if page.scanned:
        return PagePath.OCR, "no usable text layer"
    if page.tables:
        return PagePath.CAREFUL, f"{len(page.tables)} ruled tables"
    return PagePath.FAST, "no ruled table"
