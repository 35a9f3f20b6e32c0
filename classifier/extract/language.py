"""Language of a text: by its script, by letters of its own, by its profile."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from classifier.extract.profiles import scores

LEAST_LETTERS = 20

# Characters looked at of a page, and of a block; more takes longer and is not surer.
OF_PAGE, OF_BLOCK = 1000, 200

# Words of a block from which its own language is asked for.
LEAST_WORDS = 15

# How much likelier, for each n-gram, a block's language must be than its page's.
# Near languages are 0.15 apart.
SURER = 0.12

# Share of a text's letters that no neighbour has, from which they name the language.
OWN_LETTERS = 0.01


def detect_language(text: str) -> str:
    """ISO 639-1 code of the text's language; empty if too short to say."""
    return next(iter(_likely(text[: 4 * OF_PAGE], OF_PAGE)), "")


def _likely(text: str, most: int) -> dict[str, float]:
    """Languages with their score, best first; one alone where script or letters decide."""
    letters = " ".join(re.sub(r"[\W\d_]+", " ", text).split())[:most]
    if len(letters) < LEAST_LETTERS:
        return {}
    named = _by_script(letters) or _by_letters(letters)
    return {named: 0.0} if named else scores(letters)


def _by_script(letters: str) -> str:
    if letters.isascii():
        return ""
    names = Counter(unicodedata.name(c, "?").split()[0] for c in letters[:200] if c != " ")
    found: str = _data()["scripts"].get(names.most_common(1)[0][0], "")
    return found


def _by_letters(letters: str) -> str:
    if letters.isascii():
        return ""
    least, low = OWN_LETTERS * len(letters), letters.lower()
    return next((code for code, own in _data()["letters"].items() if sum(map(low.count, own)) >= least), "")


def detect_languages(pages: Iterable[Sequence[str]]) -> list[list[str]]:
    """The language of each block of each page; of a short one, its page's or the one before."""
    found, last = [], ""
    for texts in pages:
        page = detect_language(" ".join(texts))
        blocks = [_of_block(text, page) for text in texts]
        last = page or last
        found.append([code or last for code in blocks])
    return found


def _of_block(text: str, page: str) -> str:
    """The block's own language where it surely is another than its page's."""
    if text.count(" ") < LEAST_WORDS:
        return page
    likely = _likely(text[: 2 * OF_BLOCK], OF_BLOCK)
    best = next(iter(likely), page)
    return best if page not in likely or likely[best] - likely[page] > SURER else page


def plan_languages(codes: Iterable[str], weights: Iterable[int] | None = None) -> tuple[str, ...]:
    """Languages of a document, commonest first; those of a tenth of it or more.

    `weights` are the lengths of the texts in each language; without them all count the same.
    """
    codes = list(codes)
    counts: Counter[str] = Counter()
    for code, weight in zip(codes, weights or [1] * len(codes), strict=True):
        if code:
            counts[code] += weight
    least = max(1, sum(counts.values()) // 10)
    return tuple(code for code, number in counts.most_common() if number >= least)


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "languages.toml").read_text(encoding="utf-8"))
