"""Small PDFs for tests, drawn word by word where a test says so."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
PROSE = (
    "The council keeps its register of wells on paper and few residents know who may draw water. "
    "It will open the register, publish every permit within a week and answer questions in writing. "
)


class Pages:
    """A PDF in the making; heights count from the top."""

    def __init__(self):
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1)

    def text(self, x, top, text, size=10, bold=False):
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, HEIGHT - top, text)
        return self

    def prose(self, x, top, lines=6, words=10, size=10, text=PROSE):
        pool = text.split() * 20
        for at in range(lines):
            self.text(x, top + at * size * 1.3, " ".join(pool[at * words : (at + 1) * words]), size)
        return self

    def grid(self, x, top, columns, rows, cells):
        """A ruled table; `cells` row by row, `columns` widths, `rows` heights."""
        lefts = [x + sum(columns[:i]) for i in range(len(columns) + 1)]
        tops = [top + sum(rows[:i]) for i in range(len(rows) + 1)]
        for left in lefts:
            self.canvas.line(left, HEIGHT - tops[0], left, HEIGHT - tops[-1])
        for line in tops:
            self.canvas.line(lefts[0], HEIGHT - line, lefts[-1], HEIGHT - line)
        for r, row in enumerate(cells):
            for c, text in enumerate(row):
                self.text(lefts[c] + 4, tops[r] + 14, text, bold=c == 0)
        return self

    def next(self):
        self.canvas.showPage()
        return self

    def write(self, path):
        self.canvas.showPage()
        self.canvas.save()
        path.write_bytes(self.buffer.getvalue())
        return path
