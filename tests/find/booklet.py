"""A richer maker of invented plans: sentences, ruled forms, pictures of words, running heads, scans."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib
import pypdfium2
from find.maker import Made
from find.voices import SENTENCES, TITLES
from PIL import Image as Picture
from PIL import ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Image, KeepTogether, Paragraph, Table

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
# Core fonts hold Latin-1 only.
LATIN = frozenset({"en", "es", "fr", "it", "pt", "de", "nl", "id"})
SCAN_DPI = 150


@cache
def wide_fonts() -> tuple[str, str]:
    """Fonts with Latin, Greek, Cyrillic, Georgian and Armenian letters."""
    for name in ("DejaVuSans", "DejaVuSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    return "DejaVuSans", "DejaVuSans-Bold"


@dataclass
class Booklet(Made):
    """A plan being written in one of several tongues; `seed` chooses its sentences."""

    seed: int = 1
    serif: bool = False
    head: str = ""
    titles_used: int = field(default=0)

    def __post_init__(self) -> None:
        self.random = random.Random(f"{self.seed}{self.language}")
        self.pool: list[str] = []
        self.words = iter(self.sentence, "")  # type: ignore[assignment]

    def take(self, count: int) -> list[str]:
        """The next titles of the language."""
        taken = TITLES[self.language][self.titles_used : self.titles_used + count]
        self.titles_used += count
        return taken

    def each(self, count: int) -> Iterator[tuple[int, str]]:
        """The next titles, numbered, a commitment begun at each."""
        for number, title in enumerate(self.take(count), 1):
            self.begin(title)
            yield number, title

    def sentence(self) -> str:
        if not self.pool:
            self.pool = list(SENTENCES[self.language])
            self.random.shuffle(self.pool)
        return self.pool.pop()

    def say(self, sentences: int = 4) -> str:
        return " ".join(self.sentence() for _ in range(sentences))

    def font(self, bold: bool) -> str:
        if self.language not in LATIN:
            return wide_fonts()[bold]
        return (("Times-Roman", "Times-Bold") if self.serif else ("Helvetica", "Helvetica-Bold"))[bold]

    def style(self, size: float = 10, bold: bool = False, **more: Any) -> ParagraphStyle:
        values = {"fontName": self.font(bold), "fontSize": size, "leading": size * 1.25, "spaceAfter": 6}
        return ParagraphStyle("s", **(values | more))

    def paragraph(self, text: str, size: float = 10, bold: bool = False, **more: Any) -> Paragraph:
        return Paragraph(text, self.style(size, bold, **more))

    def line(self, text: str, size: float = 10, bold: bool = False, **more: Any) -> None:
        self.add(self.paragraph(text, size, bold, **more))

    def prose(self, words: int = 4, size: float = 10) -> None:
        """A paragraph of so many sentences."""
        self.line(self.say(words), size)

    def essay(self, heading: str, paragraphs: int = 3, size: float = 16) -> None:
        self.line(heading, size, bold=True)
        for _ in range(paragraphs):
            self.prose(5)

    def parts(self, labels: Iterable[str], size: float, sentences: int) -> None:
        """Bold labels on lines of their own, a paragraph below each."""
        for label in labels:
            self.line(label, size, bold=True)
            self.prose(sentences)

    def bullets(self, *texts: str) -> None:
        for text in texts:
            self.add(Paragraph(text, self.style(leftIndent=14), bulletText="•"))

    def form(
        self,
        *rows: list[str],
        widths: list[float],
        label_bold: bool = True,
        shade: str = "",
        grid: bool = True,
        spans: tuple[int, ...] = (),
        size: float = 9,
        repeat: int = 0,
        bold_rows: tuple[int, ...] = (),
    ) -> None:
        """A table; `spans` are rows of one cell, `bold_rows` rows all bold, `repeat` head rows."""
        cells = []
        for r, row in enumerate(rows):
            bold = [r in bold_rows or (label_bold and c == 0) for c in range(len(row))]
            cells.append([self.paragraph(t, size, b, spaceAfter=0) for t, b in zip(row, bold, strict=True)])
        look: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
        look += [("GRID", (0, 0), (-1, -1), 0.5, "black")] if grid else []
        look += [("SPAN", (0, r), (-1, r)) for r in spans]
        look += [("BACKGROUND", (0, r), (-1, r), shade) for r in spans or bold_rows if shade]
        self.add(Table(cells, colWidths=widths, style=look, repeatRows=repeat, splitInRow=1))

    def form_rows(self, labels: list[str], sentences: int = 3) -> list[list[str]]:
        return [[label, self.say(sentences)] for label in labels]

    def drawn(self, text: str, size: int = 26, width: float = 470) -> None:
        """Words as a picture, as in designed plans."""
        scale = 4
        font = ImageFont.truetype(str(FONTS / "DejaVuSans-Bold.ttf"), size * scale)
        picture = Picture.new("RGB", (int(width * scale), int(size * 1.7 * scale)), "#1d4e6b")
        ImageDraw.Draw(picture).text((8 * scale, 4 * scale), text, font=font, fill="white")
        data = BytesIO()
        picture.save(data, "PNG")
        data.seek(0)
        self.add(Image(data, width=width, height=size * 1.7))

    def together(self, *rows: Any) -> None:
        self.add(KeepTogether(list(rows)))

    def need(self, points: float) -> None:
        self.add(CondPageBreak(points))

    def scan(self, path: Path) -> list[tuple[str, int, int]]:
        """Written, then photographed: pages without a text layer."""
        truth = self.write(path)
        with pypdfium2.PdfDocument(path) as pdf:
            pictures = [page.render(scale=SCAN_DPI / 72, grayscale=True).to_pil() for page in pdf]
        canvas = Canvas(str(path), pagesize=A4, invariant=1)
        for picture in pictures:
            canvas.drawImage(ImageReader(picture), 0, 0, *A4)
            canvas.showPage()
        canvas.save()
        return truth
