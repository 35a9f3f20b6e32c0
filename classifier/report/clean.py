"""Text from plans made harmless: no contacts, no control characters, no formulas."""

import re
import unicodedata
from functools import lru_cache

# Openings a spreadsheet would take for a formula, full-width ones too.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")

_MAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+")
# Nine digits or more with a plus or brackets, as telephone numbers are written; not years or amounts.
_PHONE = re.compile(r"(?:\+\d|\(\+?\d{1,4}\))[\d\s().\-/]{6,}\d")
HIDDEN = "[…]"


def without_contacts(text: str) -> str:
    """Text in which mail addresses and telephone numbers are hidden."""
    return _PHONE.sub(HIDDEN, _MAIL.sub(HIDDEN, text))


def harmless(text: str) -> str:
    """Text that a spreadsheet reads as text: an apostrophe before a formula's opening."""
    return (
        f"'{text}"
        if text.lstrip(" \u00a0\u200b").startswith(FORMULA_STARTS) or text.startswith("\t")
        else text
    )


def printable(text: str) -> str:
    """Text without control characters, which XML refuses, and without marks that turn its direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if _kept(c) else " " for c in text)


@lru_cache(maxsize=10_000)
def _kept(character: str) -> bool:
    # Joiners part and join letters in Persian and Indic scripts.
    if character in "\n\u200c\u200d":
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
