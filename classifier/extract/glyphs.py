"""Words of a page, with box, size and weight, straight from pdfium.

pdfium is asked for the whole text once, and for geometry only at the ends of each word: a call for
every character would cost four times as much.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from classifier.extract import calls

ASCENT = 0.78
# Height of a word's box above and below its baseline, in font sizes.
DESCENT = 0.22

BOLD_WEIGHT = 700
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|-bd\b", re.IGNORECASE)
# Weights are reckoned from stems, which some programs give too thick: such a name knows better.
PLAIN_NAME = re.compile(r"regular|roman|book|light|normal", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)

# What pdfium writes for a hyphen at the end of a line, running the two lines together.
HYPHEN = "\ufffe"

# Letters of Hebrew, Arabic and their neighbours, with their presentation forms; figures run from the left.
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u05ff\u0610-\u061a\u0620-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
)
BACKWARD_CORE = re.compile(rf"{RIGHT_TO_LEFT.pattern}(?:.*{RIGHT_TO_LEFT.pattern})?")
FORWARD = re.compile(
    r"[0-9A-Za-z\u0660-\u0669\u06f0-\u06f9]+(?:[.,/:-][0-9A-Za-z\u0660-\u0669\u06f0-\u06f9]+)*"
)

# Figures after a letter that may be the mark of a footnote.
MARK = re.compile(r"(?<=[^\W\d_])[^\w\s]{0,2}?(\d{1,3})[^\w\s]*$")
AFTER_MARK = frozenset("0123456789.,;:)]»”’")
# Size of such a mark, of the size of the word before it.
MARK_SIZE = 0.8

RUN = re.compile(rf"[^\s\x00{HYPHEN}\u0002]+[{HYPHEN}\u0002]?")


@dataclass(frozen=True, slots=True)
class Style:
    """Look of a run of text: size in points, weight, slant, turn in degrees."""

    size: float
    bold: bool
    italic: bool
    angle: int
    symbol: bool = False


class Word(NamedTuple):
    """Characters between two spaces; `y` is the baseline, from the top of the page."""

    text: str
    x0: float
    x1: float
    y: float
    style: Style

    @property
    def top(self) -> float:
        """Upper edge of the word's box."""
        return self.y - ASCENT * self.style.size

    @property
    def bottom(self) -> float:
        """Lower edge of the word's box."""
        return self.y + DESCENT * self.style.size


@cache
def _is_bold(name: str, weight: int) -> bool:
    """Whether a font is bold: by its name, else by the weight its file gives."""
    if BOLD_NAME.search(name):
        return True
    return weight >= BOLD_WEIGHT and not PLAIN_NAME.search(name)


@cache
def _style(size: float, bold: bool, italic: bool, angle: int, symbol: bool) -> Style:
    """One object for each look, so that looks can be told apart by identity."""
    return Style(size, bold, italic, angle, symbol)


class Glyphs:
    """The text layer of one open page; close it before its page."""

    def __init__(self, page: pdfium.PdfPage, page_height: float) -> None:
        self.page_height = page_height
        self._textpage = page.get_textpage()
        self.handle = self._textpage.raw
        self._address = calls.address(self.handle)
        self._styles: dict[int, Style] = {}
        self._fonts: dict[int, tuple[str, int]] = {}
        self._box = raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._places = tuple(map(ctypes.addressof, (self._x, self._y)))
        self._box_place = ctypes.addressof(self._box)

    def close(self) -> None:
        """Free pdfium's text page."""
        self._textpage.close()

    @cached_property
    def text(self) -> str:
        """One character for each of pdfium's, line breaks among them."""
        count = raw.FPDFText_CountChars(self.handle)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self.handle, 0, count, buffer) if count > 0 else 0
        if written - 1 == count:
            return "".join(map(chr, buffer[:count]))
        return "".join(chr(raw.FPDFText_GetUnicode(self.handle, i)) for i in range(count))

    def words(self) -> list[Word]:
        """Every word, in the order the file draws them."""
        words = self._either_way if RIGHT_TO_LEFT.search(self.text) else self._words
        return [word for run in RUN.finditer(self.text) for word in words(*run.span())]

    def _words(self, start: int, end: int) -> tuple[Word, ...]:
        style = self.style(start)
        x0, y0 = self.origin(start)
        x1, y1 = self.right(end - 1)
        straight = abs(y1 - y0) < 0.3 * style.size and x1 >= x0
        if straight and end - start > 1 and not style.angle and self.text[end - 1] in AFTER_MARK:
            return self._marked(start, end, Word(self.text[start:end], x0, x1, y0, style))
        if straight or style.angle or end - start == 1:
            return (Word(self.text[start:end], x0, max(x1, x0), y0, style),)
        return tuple(self._broken(start, end))

    def _marked(self, start: int, end: int, word: Word) -> tuple[Word, ...]:
        """The word, and apart from it the mark of a footnote set smaller behind it."""
        mark = MARK.search(word.text)
        if mark is None or self.style(start + mark.start(1)).size > MARK_SIZE * word.style.size:
            return (word,)
        ends = (start, start + mark.start(1), start + mark.end(1), end)
        return tuple(self._piece(a, b) for a, b in pairwise(ends) if a < b)

    def _either_way(self, start: int, end: int) -> tuple[Word, ...]:
        """Words of a page in which some are read from the right."""
        core = BACKWARD_CORE.search(self.text, start, end)
        if core is None:
            return self._words(start, end)
        style = self.style(core.start())
        parts = [(start, core.start()), core.span(), (core.end(), end)]
        placed = [(self.origin(a)[0], self._logical(a, b)) for a, b in parts if a < b]
        edges = [edge for at in (start, core.start(), core.end() - 1, end - 1) for edge in self._edges(at)]
        text = "".join(part for _, part in sorted(placed, key=itemgetter(0), reverse=True))
        return (Word(text, min(edges), max(edges), self.origin(start)[1], style),)

    def _logical(self, start: int, end: int) -> str:
        """Letters in the order they are read; pdfium gives some words as they stand on the page."""
        text = self.text[start:end]
        if not RIGHT_TO_LEFT.match(text) or self.origin(start)[0] >= self.origin(end - 1)[0]:
            return text
        return FORWARD.sub(lambda run: run[0][::-1], text[::-1])

    def _edges(self, index: int) -> tuple[float, float]:
        return self.origin(index)[0], self.right(index)[0]

    def _broken(self, start: int, end: int) -> Iterator[Word]:
        """Words that pdfium ran together although the text jumps between them."""
        begin = start
        x, y = self.origin(start)
        for at in range(start + 1, end):
            nx, ny = self.origin(at)
            size = self.style(at).size
            if abs(ny - y) > 0.3 * size or nx < x - 0.5 * size:
                yield self._piece(begin, at)
                begin = at
            x, y = nx, ny
        yield self._piece(begin, end)

    def _piece(self, start: int, end: int) -> Word:
        x0, y = self.origin(start)
        x1, _ = self.right(end - 1)
        return Word(self.text[start:end], x0, max(x0, x1), y, self.style(start))

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character stands on its baseline, from the top left."""
        calls.char_origin(self._address, index, *self._places)
        return self._x.value, self.page_height - self._y.value

    def right(self, index: int) -> tuple[float, float]:
        """A character's right edge and baseline."""
        _, y = self.origin(index)
        calls.loose_char_box(self._address, index, self._box_place)
        return self._box.right, y

    def style(self, index: int) -> Style:
        """The style a character is drawn in, worked out once for each text object."""
        drawn = calls.text_object(self._address, index) or 0
        found = self._styles.get(drawn)
        if found is None:
            found = self._styles[drawn] = self._look(index, drawn)
        return found

    def _look(self, index: int, drawn: int) -> Style:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.handle, index, matrix)
        size = raw.FPDFText_GetFontSize(self.handle, index) * math.hypot(matrix.c, matrix.d)
        size = round(size, 2) or 1.0
        # Damaged files turn letters by numbers that are none.
        turn = math.atan2(matrix.b, matrix.a)
        angle = round(math.degrees(turn) / 90) * 90 % 360 if math.isfinite(turn) else 0
        if not drawn:
            return _style(size, False, False, angle, False)
        name, weight = self._font(calls.object_font(drawn) or 0)
        # Render mode 2 fills and strokes, which is how some programs fake a bold face.
        fake = calls.render_mode(drawn) == 2
        bold = fake or _is_bold(name, weight)
        symbol = "symbol" in name or "dingbat" in name
        return _style(size, bold, bool(ITALIC_NAME.search(name)), angle, symbol)

    def _font(self, font: int) -> tuple[str, int]:
        """A font's name and weight, asked for once a page."""
        if font and font not in self._fonts:
            buffer = ctypes.create_string_buffer(128)
            handle = ctypes.cast(font, raw.FPDF_FONT)
            raw.FPDFFont_GetBaseFontName(handle, buffer, 128)
            self._fonts[font] = buffer.value.decode("latin-1").lower(), raw.FPDFFont_GetWeight(handle)
        return self._fonts.get(font, ("", 0))
