"""A whole plan: cover, contents, chapters, commitments, annex."""

from itertools import count

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import ListFlowable, NextPageTemplate, PageBreak, Paragraph, Spacer, Table
from reportlab.platypus.tableofcontents import TableOfContents

from samples.layouts import LAYOUTS, heading
from samples.pages import Mark, styles


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
