"""One commitment in each of the layouts that plans use."""

from reportlab.lib import colors
from reportlab.lib.units import cm
from reportlab.platypus import ListFlowable, Paragraph, Spacer, Table, TableStyle

FIELDS = ("lead", "support", "problem", "description", "results", "values", "period", "milestones", "contact")


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
