"""A file that says the same in two languages, split into its versions."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from classifier.documents import Block, Version
from classifier.extract.profiles import scores

# Share of a file's text in a language, and of the longest version's, before it may be a version.
LEAST_SHARE, LEAST_LENGTH = 0.2, 0.4

# Characters of a version; less is a greeting or a summary.
SHORTEST = 1500

# How much likelier, for each n-gram, each text must be in its own language than in the other's.
# Spanish and Portuguese are 0.24 apart, languages that are taken for each other by mistake 0.15.
APART = 0.2

# Share of the figures of the one with fewer that the other has too: dates and sums stay in translation.
SAME_FIGURES = 0.6

# Characters of a text that tell its language and script; all of a long one would take much memory.
ENOUGH = 4000

FIGURE = re.compile(r"\d{2,}")


def find_versions(blocks: Sequence[Block]) -> tuple[Version, ...]:
    """The versions in the order they begin; none where the file speaks one language.

    They may follow each other, face each other page by page, or stand side by side.
    """
    by_language: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        by_language[block.language].append(block)
    texts = {code: " ".join(block.text for block in some) for code, some in by_language.items() if code}
    kept = _long_enough(texts)
    if len(kept) < 2 or not all(_same(texts, kept[0], code) for code in kept[1:]):
        return ()
    found = [_version(code, by_language[code]) for code in kept]
    return tuple(sorted(found, key=lambda version: version.blocks[len(version.blocks) // 2]))


def _version(code: str, blocks: Sequence[Block]) -> Version:
    pages = sorted({page for block in blocks for page in block.pages})
    return Version(code, tuple(pages), tuple(block.order for block in blocks))


def _long_enough(texts: dict[str, str]) -> list[str]:
    """Languages with enough text, most first."""
    total, longest = sum(map(len, texts.values())), max(map(len, texts.values()), default=0)
    least = max(SHORTEST, LEAST_SHARE * total, LEAST_LENGTH * longest)
    ranked = sorted(texts, key=lambda code: -len(texts[code]))
    return [code for code in ranked if len(texts[code]) >= least]


def _same(texts: Mapping[str, str], code: str, other: str) -> bool:
    """Whether two texts say the same in languages that are surely two."""
    pair = texts[code], texts[other]
    apart = _script(pair[0]) != _script(pair[1]) or _are_apart(pair[0], code, pair[1], other)
    return apart and _shared_figures(*pair) >= SAME_FIGURES


def _are_apart(text: str, code: str, other: str, other_code: str) -> bool:
    own, foreign = scores(text[:ENOUGH]), scores(other[:ENOUGH])
    if not {code, other_code} <= set(own) & set(foreign):
        return False
    return min(own[code] - own[other_code], foreign[other_code] - foreign[code]) >= APART


def _script(text: str) -> str:
    """The script most letters are in, by the first word of their Unicode names."""
    letters = (c for c in text[:ENOUGH] if c.isalpha())
    names = Counter(unicodedata.name(c, "?").split()[0] for c in letters)
    return names.most_common(1)[0][0] if names else ""


def _shared_figures(text: str, other: str) -> float:
    """Share of the figures in the text with fewer of them that stand in the other too."""
    figures = [{int(figure[:12]) for figure in FIGURE.findall(each)} for each in (text, other)]
    fewest = min(map(len, figures))
    return len(figures[0] & figures[1]) / fewest if fewest else 0.0
