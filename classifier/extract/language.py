"""Language of a text: langdetect, or the script where that has no profile."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from langdetect import DetectorFactory, detect_langs
from langdetect.lang_detect_exception import LangDetectException

# langdetect draws at random unless seeded; the same text must give the same language.
DetectorFactory.seed = 0

# Scripts that name a language by themselves.
SCRIPTS = {"GEORGIAN": "ka", "ARMENIAN": "hy", "HANGUL": "ko", "HEBREW": "he", "GREEK": "el"}

LEAST_LETTERS = 20
# Characters shown to langdetect; more makes it slower, not surer.
LONGEST = 1200

# Share of a page's words seen on earlier pages of one language: some 0.6 within a language, 0.2 across.
SEEN = 0.5
LEAST_WORDS = 60


def detect_language(text: str) -> str:
    """ISO 639-1 code of the text's language; empty if too short to say."""
    letters = re.sub(r"[\W\d_]+", " ", text[: 4 * LONGEST]).strip()
    if len(letters) < LEAST_LETTERS:
        return ""
    script = Counter(unicodedata.name(c, "?").split()[0] for c in letters[:200] if c != " ")
    named = SCRIPTS.get(script.most_common(1)[0][0])
    if named:
        return named
    try:
        # langdetect knows few words in capitals, and guesses at German.
        shown = letters.lower() if letters.isupper() else letters
        return str(detect_langs(shown[:LONGEST])[0].lang)
    except LangDetectException:
        return ""


def detect_languages(pages: Iterable[str]) -> list[str]:
    """The language of each page; langdetect is asked where the words are new.

    langdetect takes as long for a page as reading it, and few plans change language.
    """
    vocabulary: dict[str, set[str]] = {}
    found = []
    for page in pages:
        words = re.findall(r"[^\W\d_]+", page.lower())
        language = _known(words, vocabulary) or detect_language(page)
        if language:
            vocabulary.setdefault(language, set()).update(words)
        found.append(language)
    return found


def _known(words: list[str], vocabulary: dict[str, set[str]]) -> str:
    """The language whose earlier pages hold the words; empty if none, or more than one."""
    if len(words) < LEAST_WORDS:
        return ""
    near = [
        code for code, seen in vocabulary.items() if sum(map(seen.__contains__, words)) > SEEN * len(words)
    ]
    return near[0] if len(near) == 1 else ""


def plan_languages(by_page: list[str]) -> tuple[str, ...]:
    """Languages of a document, commonest first; those of a tenth of its pages or more."""
    counts = Counter(code for code in by_page if code)
    least = max(1, sum(counts.values()) // 10)
    return tuple(code for code, number in counts.most_common() if number >= least)
