"""Language of a text: langdetect, or the script where that has no profile."""

import re
import unicodedata
from collections import Counter

from langdetect import DetectorFactory, detect_langs
from langdetect.lang_detect_exception import LangDetectException

# langdetect draws at random unless seeded; the same text must give the same language.
DetectorFactory.seed = 0

# Scripts that name a language by themselves.
SCRIPTS = {"GEORGIAN": "ka", "ARMENIAN": "hy", "HANGUL": "ko", "HEBREW": "he", "GREEK": "el"}

LEAST_LETTERS = 20
# Characters shown to langdetect; more makes it slower, not surer.
LONGEST = 1200


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
        return str(detect_langs(letters[:LONGEST])[0].lang)
    except LangDetectException:
        return ""


def plan_languages(by_page: list[str]) -> tuple[str, ...]:
    """Languages of a document, commonest first; those of a tenth of its pages or more."""
    counts = Counter(code for code in by_page if code)
    least = max(1, sum(counts.values()) // 10)
    return tuple(code for code, number in counts.most_common() if number >= least)
