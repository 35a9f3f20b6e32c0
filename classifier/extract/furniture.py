"""Running heads, feet and page numbers, recognised over the whole document."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from statistics import median

from classifier.documents import Line
from classifier.extract.words import every

# Share of the page's height, at the top and at the foot, where furniture stands.
MARGIN = 0.12

# Pages a line must stand on before it counts as furniture.
REPEATS = 3

DIGITS = re.compile(r"\d+")
Key = tuple[str, int, int]


@cache
def _page_number() -> re.Pattern[str]:
    """A page's number alone, or with the word for page and how many there are, in any language."""
    pages = "|".join(rf"{re.escape(word)}\.?" for word in every("page"))
    of = "|".join(map(re.escape, every("of")))
    number = rf"(\d{{1,3}}|[ivxlc]{{1,6}})(?:\s*(?:/|\||{of})\s*\d{{1,3}})?"
    # Korean, Hungarian and others write the word behind the number.
    return re.compile(rf"^\W*(?:{pages})?\s*{number}\s*(?:{pages})?\W*$", re.IGNORECASE)


def find_furniture(pages: Mapping[int, Sequence[Line]], heights: Mapping[int, float]) -> dict[int, set[int]]:
    """For each page the positions of the lines that are furniture.

    A line in the margin is furniture if the same words stand there on several pages, or the same
    words, set no larger than the text, with a number that runs with the pages: "Commitment 4"
    above each commitment does not.
    """
    marginal = {number: _marginal_places(lines, heights[number]) for number, lines in pages.items()}
    body = median([line.size for lines in pages.values() for line in lines] or [0.0])
    seen = [(number, pages[number][i]) for number, some in marginal.items() for i in some]
    same, running = _on_pages(seen, lambda line, _: _exact(line)), _on_pages(seen, _running)
    found: dict[int, set[int]] = {}
    for number, some in marginal.items():
        lines = {i: pages[number][i] for i in some}
        numbered = {i: running if line.size <= body else Counter[Key]() for i, line in lines.items()}
        found[number] = {i for i, line in lines.items() if _is_furniture(line, number, same, numbered[i])}
    return found


def _marginal_places(lines: Sequence[Line], height: float) -> list[int]:
    return [i for i, line in enumerate(lines) if _marginal(line, height)]


def _on_pages(seen: Iterable[tuple[int, Line]], key: Callable[[Line, int], Key]) -> Counter[Key]:
    """On how many pages there is a line of each key."""
    return Counter(found for found, _ in {(key(line, number), number) for number, line in seen})


def _is_furniture(line: Line, page: int, same: Counter[Key], running: Counter[Key]) -> bool:
    if same[_exact(line)] >= REPEATS and not line.text.strip().isdigit():
        return True
    if DIGITS.search(line.text) and running[_running(line, page)] >= REPEATS:
        return True
    return _is_number_of(line.text, page)


def _is_number_of(text: str, page: int) -> bool:
    """Whether a text is the page's number; one in Roman figures may be any page's."""
    match = _page_number().match(text)
    return match is not None and (match[1] == str(page) or not match[1].isdigit())


def _marginal(line: Line, height: float) -> bool:
    return line.box.top < MARGIN * height or line.box.bottom > (1 - MARGIN) * height


def _exact(line: Line) -> Key:
    """The line, and roughly where it stands: odd and even pages differ in x only."""
    return line.text.lower(), round(line.box.top / 12), 0


def _running(line: Line, page: int) -> Key:
    """The line without digits, with how far its last number is from the page's."""
    numbers = DIGITS.findall(line.text)
    offset = int(numbers[-1][-6:]) - page if numbers else 0
    return DIGITS.sub("#", line.text.lower()), round(line.box.top / 12), offset


def printed_number(furniture: Sequence[Line]) -> str:
    """The page number printed among a page's furniture; empty if none."""
    for line in furniture:
        match = _page_number().match(line.text)
        if match:
            return match.group(1)
    trailing = [re.search(r"(?:^|\s|\|)(\d{1,3})$", line.text.strip()) for line in furniture]
    return next((match.group(1) for match in trailing if match), "")
