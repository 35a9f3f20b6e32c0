"""What the file itself says of its pages and headings: bookmarks and page labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import pypdfium2 as pdfium

# Bookmarks read of one file; a damaged outline may run in circles.
MOST_BOOKMARKS = 5000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title in the file's outline, the page it points to, its level from 1."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A file's bookmarks, and the label it gives each page."""

    bookmarks: tuple[Bookmark, ...]
    labels: tuple[str, ...]


def read_bookmarks(pdf: pdfium.PdfDocument) -> tuple[Bookmark, ...]:
    """The bookmarks that point to a page, in order."""
    found = []
    for item in islice(pdf.get_toc(), MOST_BOOKMARKS):
        target = item.get_dest()
        index = target.get_index() if target else None
        title = " ".join(item.get_title().split())
        if index is not None and title:
            found.append(Bookmark(title, index + 1, item.level + 1))
    return tuple(found)


def read_labels(pdf: pdfium.PdfDocument) -> tuple[str, ...]:
    """The label that the file gives each page; empty where it gives none."""
    return tuple(pdf.get_page_label(index).strip() for index in range(len(pdf)))


def page_labels(printed: Sequence[str], given: Sequence[str]) -> list[str]:
    """For each page the number printed on it, else the file's label.

    A file whose labels are not those printed, as when they but count the pages, is not asked.
    """
    pairs = list(zip(printed, given, strict=True))
    both = list(filter(all, pairs))
    agree = sum(page.lower() == label.lower() for page, label in both)
    if 2 * agree < len(both):
        return list(printed)
    return [page or label for page, label in pairs]
