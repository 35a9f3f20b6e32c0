"""Text repair, one named step after another, each `str -> str`."""

import re
import unicodedata
from collections.abc import Callable, Iterable

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "Ĳ": "IJ", "ĳ": "ij"}
)
# What Symbol and Wingdings leave in the text layer for a bullet.
SYMBOL_BULLETS = str.maketrans(
    dict.fromkeys("\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf0a8\uf02d\u25aa\u25cf\uf06e", "•")
)

# Hyphens at line ends, as pdfium (U+FFFE, U+0002) and typesetters (U+00AD) write them.
HYPHENS = "\ufffe\u0002\u00ad"

# Letters of scripts whose lines may end inside a word without a hyphen.
BREAKS_ANYWHERE = re.compile("[\uac00-\ud7a3]")

# Stands where such a line ended until the plan's words tell whether a word was broken; no text holds it.
OPEN = "\ufdd0"

PRESENTATION_FORMS = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]+")

# Letters set apart one by one, as in spaced-out headings.
TRACKED = re.compile(r"(?<!\S)(?:\w ){3,}\w(?!\S)")


def expand_ligatures(text: str) -> str:
    """Letters instead of typeset ligatures."""
    return text.translate(LIGATURES)


def name_bullets(text: str) -> str:
    """One bullet sign for those drawn in symbol fonts."""
    return text.translate(SYMBOL_BULLETS)


def drop_soft_hyphens(text: str) -> str:
    """Soft hyphens inside a line go; they mark where a word may break."""
    return re.sub(rf"[{HYPHENS}](?=\w)", "", text)


def close_tracking(text: str) -> str:
    """Words whose letters were set apart, closed up."""
    return TRACKED.sub(lambda match: match.group().replace(" ", ""), text)


def plain_spaces(text: str) -> str:
    """One ordinary space for tabs, no-break spaces and runs of spaces."""
    return re.sub(r"[^\S\n]+", " ", text).strip()


def compose(text: str) -> str:
    """Accents joined to their letters (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def plain_letters(text: str) -> str:
    """Letters instead of the shapes that Arabic and Hebrew fonts draw."""
    return PRESENTATION_FORMS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def drop_directions(text: str) -> str:
    """Marks of writing direction go; the letters themselves say which way they run."""
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def drop_controls(text: str) -> str:
    """Control and unassigned characters go; line breaks stay."""
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cn", "Cs"))


# The order in which a line is repaired.
STEPS: tuple[Callable[[str], str], ...] = (
    expand_ligatures,
    name_bullets,
    drop_soft_hyphens,
    plain_letters,
    compose,
    drop_directions,
    plain_spaces,
    drop_controls,
    close_tracking,
)


def repair(text: str) -> str:
    """A line's text after every step."""
    if text.isascii() and "  " not in text and text.isprintable():
        return close_tracking(text)
    for step in STEPS:
        text = step(text)
    return text


def join_lines(lines: Iterable[str]) -> str:
    """Lines run together into a paragraph, words broken at line ends closed.

    A plain hyphen before a lower-case letter is taken for a break only where the piece after it
    starts a line; "-" after a digit or before a capital stays.
    """
    joined = ""
    for line in lines:
        if BREAKS_ANYWHERE.match(line) and BREAKS_ANYWHERE.match(joined[-1:]):
            joined += OPEN + line
        else:
            joined = joined[:-1] + line if _broken(joined, line) else f"{joined} {line}"
    return drop_soft_hyphens(joined.strip()).strip(HYPHENS)


def _broken(before: str, line: str) -> bool:
    """Whether a word runs on from one line into the next."""
    if before and before[-1] in HYPHENS:
        return True
    return bool(re.search(r"[^\W\d_]{2}[-‐]$", before)) and line[:1].islower()
