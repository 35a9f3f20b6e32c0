"""Running heads, feet and page numbers, recognised over the whole document."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from classifier.documents import Line

MARGIN = 0.12
"""Share of the page's height, at the top and at the foot, where furniture stands."""

REPEATS = 3
"""Pages a line must stand on, digits aside, before it counts as furniture."""

PAGE_NUMBER = re.compile(
    r"^\W*(?:page|página|pagina|p\.|pág\.?|pag\.?|seite|стр\.?|სტრ)?\s*"
    r"(\d{1,3}|[ivxlc]{1,6})(?:\s*(?:/|of|de|di|sur|von|из|\|)\s*\d{1,3})?\W*$",
    re.IGNORECASE,
)


def find_furniture(pages: Mapping[int, Sequence[Line]], heights: Mapping[int, float]) -> dict[int, set[int]]:
    """For each page the positions of the lines that are furniture."""
    marginal = {
        number: [i for i, line in enumerate(lines) if _marginal(line, heights[number])]
        for number, lines in pages.items()
    }
    seen = Counter(
        key for number, places in marginal.items() for key in {_key(pages[number][i]) for i in places}
    )
    least = min(REPEATS, max(2, len(pages) // 2))
    return {
        number: {
            i
            for i in places
            if seen[_key(pages[number][i])] >= least or PAGE_NUMBER.match(pages[number][i].text)
        }
        for number, places in marginal.items()
    }


def _marginal(line: Line, height: float) -> bool:
    return line.box.top < MARGIN * height or line.box.bottom > (1 - MARGIN) * height


def _key(line: Line) -> tuple[str, int]:
    """The line without digits, and roughly where it stands: odd and even pages differ in x only."""
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.lower()), round(line.box.top / 12)


def printed_number(furniture: Sequence[Line]) -> str:
    """The page number printed among a page's furniture; empty if none."""
    for line in furniture:
        match = PAGE_NUMBER.match(line.text)
        if match:
            return match.group(1)
    trailing = [re.search(r"(?:^|\s|\|)(\d{1,3})$", line.text.strip()) for line in furniture]
    return next((match.group(1) for match in trailing if match), "")
