"""Write the sample plans: `make samples`.

Reads corpus/plans/<name>.toml, the texts of plans of invented members, and writes
corpus/samples/<name>.pdf with its truth, <name>.json. The same texts give the same bytes.
"""

import csv
import io
import json
import random
import sys
import tomllib
from itertools import count
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

ROOT = Path(__file__).parents[1]
PLANS, SAMPLES = ROOT / "corpus" / "plans", ROOT / "corpus" / "samples"
INK = colors.HexColor("#1d2b3a")
SCAN_DPI, SCAN_QUALITY = 130, 40

FIELDS = ("lead", "support", "problem", "description", "results", "values", "period", "milestones", "contact")


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


def heading(plan, number, commitment):
    """A commitment's heading as the plan prints it."""
    return plan["heading"].format(n=number, title=commitment["title"]).strip()


def milestone_lines(plan, commitment):
    return [
        f"{text} ({plan['words']['from_to'].format(start=start, end=end)})"
        for text, start, end in commitment["milestones"]
    ]


def as_table(plan, number, commitment, look):
    """One ruled template table for each commitment; its title in the first row."""
    words = plan["words"]
    head = Paragraph(heading(plan, number, commitment), look["label"])
    rows = [[head, ""]]
    for name in FIELDS:
        if name == "milestones":
            rows.append([Paragraph(words["milestones"], look["label"]), ""])
            rows += [
                [Paragraph(f"{number}.{i} {text}", look["cell"]), Paragraph(f"{start} - {end}", look["cell"])]
                for i, (text, start, end) in enumerate(commitment["milestones"], 1)
            ]
        elif name in commitment and name in words:
            rows.append([Paragraph(words[name], look["label"]), Paragraph(commitment[name], look["cell"])])
    style = [
        ("GRID", (0, 0), (-1, -1), 0.6, colors.HexColor("#8a97a5")),
        ("SPAN", (0, 0), (-1, 0)),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#dbe5ee")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    style += [("SPAN", (0, r), (-1, r)) for r, row in enumerate(rows) if row[1] == ""]
    yield Table(rows, colWidths=[5.1 * cm, 11.2 * cm], style=TableStyle(style), repeatRows=0)
    yield Spacer(1, 0.8 * cm)


def as_questions(plan, number, commitment, look):
    """Question labels with their answers under a heading."""
    yield Paragraph(heading(plan, number, commitment), look["h2"])
    for name in FIELDS:
        if name == "milestones":
            yield Paragraph(plan["words"]["milestones"], look["h3"])
            yield ListFlowable(
                [Paragraph(line, look["body"]) for line in milestone_lines(plan, commitment)],
                bulletType="bullet",
                leftIndent=14,
            )
        elif name in commitment and name in plan["words"]:
            yield Paragraph(plan["words"][name], look["h3"])
            yield Paragraph(commitment[name], look["body"])


def as_prose(plan, number, commitment, look):
    """A heading, then paragraphs without labels."""
    yield Paragraph(heading(plan, number, commitment), look["h2"])
    yield from _prose(plan, commitment, look)


def as_run_in(plan, number, commitment, look):
    """The title in bold at the start of the first paragraph."""
    title = heading(plan, number, commitment)
    yield Paragraph(f"<b>{title}</b> {commitment['problem']} {commitment['description']}", look["body"])
    yield from _prose(plan, commitment, look, skip=("problem", "description"))


def _prose(plan, commitment, look, skip=()):
    for name in ("problem", "description", "results"):
        if name in commitment and name not in skip:
            yield Paragraph(commitment[name], look["body"])
    yield ListFlowable(
        [Paragraph(line, look["body"]) for line in milestone_lines(plan, commitment)],
        bulletType="bullet",
        leftIndent=14,
    )
    for name in ("lead", "support", "contact"):
        if name in commitment and name in plan["words"]:
            yield Paragraph(f"<i>{plan['words'][name]}</i> {commitment[name]}", look["body"])


LAYOUTS = {"table": as_table, "questions": as_questions, "prose": as_prose, "run_in": as_run_in}


def sections(entries, look, note, level=0):
    """Chapters of plain text: paragraphs, lists, a page of their own where asked."""
    for entry in entries:
        if entry.get("new_page", True):
            yield PageBreak()
        yield Mark(note, entry["heading"], entry["heading"], level)
        yield Paragraph(entry["heading"], look["h1"])
        for text in entry.get("text", "").strip().split("\n\n"):
            if text.startswith("- "):
                items = [Paragraph(line.removeprefix("- "), look["body"]) for line in text.split("\n")]
                yield ListFlowable(items, bulletType="bullet", leftIndent=14)
            elif text[:1].isdigit() and text[1:3] == ". ":
                yield from (Paragraph(line, look["body"]) for line in text.split("\n"))
            else:
                yield Paragraph(text, look["body"])


def annex(plan, look, numbered):
    """The table at the end that repeats every commitment."""
    rows = [[Paragraph(word, look["label"]) for word in plan["annex"]["columns"]]]
    rows += [
        [
            Paragraph(str(number), look["cell"]),
            Paragraph(c["title"], look["cell"]),
            Paragraph(c["lead"], look["cell"]),
        ]
        for number, c in numbered
    ]
    yield PageBreak()
    yield Paragraph(plan["annex"]["heading"], look["h1"])
    yield Table(
        rows,
        colWidths=[1.6 * cm, 9.2 * cm, 5.5 * cm],
        style=[("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")],
        repeatRows=1,
    )


def story(plan, note):
    """The whole plan as flowables; `note` collects the page of every mark."""
    look, layout = styles(plan), LAYOUTS[plan["layout"]]
    yield Spacer(1, 8 * cm)
    yield Paragraph(plan["title"], look["title"])
    yield from (Paragraph(line, look["subtitle"]) for line in plan["cover"])
    yield NextPageTemplate("page")
    yield PageBreak()
    yield Paragraph(plan["contents"], look["h1"])
    contents = TableOfContents(dotsMinLevel=0)
    contents.levelStyles = [look["label"], ParagraphStyle("toc", look["cell"], leftIndent=14)]
    yield contents
    yield from sections(plan["front"], look, note)
    running, numbered = count(1), []
    if plan.get("columns"):
        yield NextPageTemplate("columns")
    yield PageBreak()
    for theme in plan["themes"]:
        if "heading" in theme:
            yield Mark(note, theme["heading"], theme["heading"], 0)
            yield Paragraph(theme["heading"], look["h1"])
            if "text" in theme:
                yield Paragraph(theme["text"], look["body"])
        if plan.get("restarts"):
            running = count(1)
        for commitment in theme["commitments"]:
            number = next(running)
            numbered.append((number, commitment))
            entry = heading(plan, number, commitment) if plan.get("contents_lists", True) else None
            yield Mark(note, ("start", len(numbered)), entry)
            yield from layout(plan, number, commitment, look)
            yield Mark(note, ("end", len(numbered)))
            if plan.get("page_each"):
                yield PageBreak()
    if plan.get("columns"):
        yield NextPageTemplate("page")
    yield from sections(plan.get("back", []), look, note)
    if "annex" in plan:
        yield from annex(plan, look, numbered)


def truth(plan, name, note):
    """What the plan holds, with the keys of the shared truth files."""
    running, order, found = count(1), count(1), []
    for theme in plan["themes"]:
        if plan.get("restarts"):
            running = count(1)
        for commitment in theme["commitments"]:
            number, place = next(running), next(order)
            found.append(
                {
                    "number": str(number) if "{n}" in plan["heading"] else None,
                    "order": place,
                    "title": commitment["title"],
                    "start_page": note["start", place],
                    "end_page": note["end", place],
                    "justice_categories": commitment.get("labels", []),
                    "confidence": "sure",
                    "note": "",
                }
            )
    return {
        "file": f"{name}.pdf",
        "language": plan["language"],
        "country": plan["member"],
        "years": plan["years"],
        "layout": plan["layout_note"],
        "read": "made by scripts/make_samples.py; the member is invented",
        "commitment_count": len(found),
        "commitments": found,
    }


def scan(data, seed):
    """The pages as a copier leaves them: grey pictures, a little askew and noisy, no text."""
    rng, pages = random.Random(seed), []
    with pdfium.PdfDocument(data) as pdf:
        for page in pdf:
            picture = page.render(scale=SCAN_DPI / 72).to_pil().convert("L")
            picture = picture.rotate(
                rng.uniform(-0.35, 0.35), fillcolor=250, resample=Image.Resampling.BICUBIC
            )
            noise = Image.frombytes("L", picture.size, rng.randbytes(picture.width * picture.height))
            pages.append(Image.blend(picture, noise.filter(ImageFilter.GaussianBlur(1)), 0.04))
            page.close()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for picture in pages:
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=SCAN_QUALITY)
        canvas.drawImage(_reader(jpeg), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _reader(jpeg):
    from reportlab.lib.utils import ImageReader

    jpeg.seek(0)
    return ImageReader(jpeg)


def make(path, folder=SAMPLES):
    """Write one plan's PDF and truth; the path of the PDF."""
    plan, note, target = tomllib.loads(path.read_text(encoding="utf-8")), {}, io.BytesIO()
    PlanTemplate(target, plan).multiBuild(list(story(plan, note)))
    data = scan(target.getvalue(), path.stem) if plan.get("scanned") else target.getvalue()
    folder.mkdir(parents=True, exist_ok=True)
    pdf = folder / f"{path.stem}.pdf"
    pdf.write_bytes(data)
    lines = json.dumps(truth(plan, path.stem, note), ensure_ascii=False, indent=1)
    pdf.with_suffix(".json").write_text(lines + "\n", encoding="utf-8")
    return pdf


def write_table(folder=SAMPLES):
    """The user's table of plans, which names members that are on nobody's list."""
    plans = [
        (path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(PLANS.glob("*.toml"))
    ]
    with (folder / "plans.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["file", "member", "years"])
        writer.writerows([f"{stem}.pdf", plan["member"], plan["years"]] for stem, plan in plans)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for source in sorted(PLANS.glob("*.toml")):
        if not wanted or source.stem in wanted:
            print(make(source))
    write_table()
