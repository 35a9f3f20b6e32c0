"""Pages with running heads, the styles of their text, and marks that note where things fall."""

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

INK = colors.HexColor("#1d2b3a")


class Mark(Flowable):
    """Nothing to see; notes the page it falls on, and an entry for the contents page."""

    width = height = 0

    def __init__(self, note, key, entry=None, level=1):
        super().__init__()
        self.note, self.key, self.entry, self.level = note, key, entry, level

    def draw(self):
        page = self.canv.getPageNumber()
        self.note[self.key] = page
        if self.entry:
            self.canv._doctemplate.notify("TOCEntry", (self.level, self.entry, page))


class PlanTemplate(BaseDocTemplate):
    """Cover, one-column and two-column pages with running heads and page numbers."""

    def __init__(self, target, plan):
        super().__init__(
            target,
            pagesize=A4,
            leftMargin=2.3 * cm,
            rightMargin=2.3 * cm,
            topMargin=2.6 * cm,
            bottomMargin=2.3 * cm,
            title=plan["title"],
            author=plan["member"],
            invariant=1,
        )
        self.plan = plan
        whole = Frame(
            self.leftMargin,
            self.bottomMargin,
            self.width,
            self.height,
            id="whole",
            leftPadding=0,
            rightPadding=0,
        )
        half = (self.width - 0.8 * cm) / 2
        left = Frame(
            self.leftMargin, self.bottomMargin, half, self.height, id="left", leftPadding=0, rightPadding=0
        )
        right = Frame(
            self.leftMargin + half + 0.8 * cm,
            self.bottomMargin,
            half,
            self.height,
            id="right",
            leftPadding=0,
            rightPadding=0,
        )
        self.addPageTemplates(
            [
                PageTemplate("cover", [whole], onPage=self.cover),
                PageTemplate("page", [whole], onPage=self.furniture),
                PageTemplate("columns", [left, right], onPage=self.furniture),
            ]
        )

    def cover(self, canvas, _):
        accent = colors.HexColor(self.plan.get("colour", "#24527a"))
        canvas.saveState()
        canvas.setFillColor(accent)
        canvas.rect(0, A4[1] - 7 * cm, A4[0], 7 * cm, stroke=0, fill=1)
        canvas.rect(0, 0, A4[0], 1.2 * cm, stroke=0, fill=1)
        canvas.restoreState()

    def furniture(self, canvas, _):
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.setFillGray(0.35)
        canvas.drawString(self.leftMargin, A4[1] - 1.6 * cm, self.plan["running_head"])
        canvas.line(self.leftMargin, A4[1] - 1.75 * cm, A4[0] - self.rightMargin, A4[1] - 1.75 * cm)
        canvas.drawRightString(A4[0] - self.rightMargin, 1.3 * cm, str(canvas.getPageNumber()))
        canvas.restoreState()


def styles(plan):
    """Paragraph styles by name."""
    accent = colors.HexColor(plan.get("colour", "#24527a"))
    family = plan.get("font", "Helvetica")
    roman, bold = (family, f"{family}-Bold") if family != "Times" else ("Times-Roman", "Times-Bold")
    base = ParagraphStyle("body", fontName=roman, fontSize=10.5, leading=14.5, textColor=INK, spaceAfter=7)
    return {
        "body": ParagraphStyle("justified", base, alignment=TA_JUSTIFY if plan.get("justified") else 0),
        "cell": ParagraphStyle("cell", base, fontSize=9.5, leading=12.5, spaceAfter=2),
        "label": ParagraphStyle("label", base, fontName=bold, fontSize=9.5, leading=12.5, spaceAfter=2),
        "title": ParagraphStyle(
            "title",
            base,
            fontName=bold,
            fontSize=26,
            leading=31,
            textColor=accent,
            alignment=TA_CENTER,
            spaceAfter=16,
        ),
        "subtitle": ParagraphStyle(
            "subtitle", base, fontSize=14, leading=18, alignment=TA_CENTER, spaceAfter=10
        ),
        "h1": ParagraphStyle(
            "h1",
            base,
            fontName=bold,
            fontSize=17,
            leading=21,
            textColor=accent,
            spaceBefore=6,
            spaceAfter=10,
            keepWithNext=1,
        ),
        "h2": ParagraphStyle(
            "h2",
            base,
            fontName=bold,
            fontSize=13,
            leading=16.5,
            textColor=accent,
            spaceBefore=12,
            spaceAfter=6,
            keepWithNext=1,
        ),
        "h3": ParagraphStyle(
            "h3", base, fontName=bold, fontSize=10.5, leading=14, spaceBefore=4, spaceAfter=2, keepWithNext=1
        ),
        "note": ParagraphStyle("note", base, fontSize=8, leading=10, spaceAfter=3),
    }
