"""The document itself: cover, contents, chapters, method."""

from io import BytesIO
from typing import TYPE_CHECKING

from classifier.report.chapters import ANNEX
from classifier.report.charts import to_png
from classifier.report.clean import printable
from classifier.report.docx.marks import bookmark, caption, contents, footer_page_number, link
from classifier.report.docx.styles import TEXT_WIDTH, prepare, turn
from classifier.report.docx.tables import add_table
from classifier.report.examples import Example
from classifier.report.figures import Figures
from classifier.report.numbering import Part, parts
from classifier.report.still import still
from classifier.report.tables import Kind, ReportTable, shown
from classifier.taxonomy import JusticeCategory

if TYPE_CHECKING:
    from docx.document import Document


def to_docx(figures: Figures) -> bytes:
    """Real styles, captions that number themselves, a contents field, tables as tables."""
    import docx

    document = docx.Document()
    prepare(document, figures.words.language)
    document.core_properties.title = figures.words("page.title", year=figures.year)
    document.core_properties.author = "ogp-justice"
    document.core_properties.language = figures.words.language
    chapters = parts(figures)
    _cover(document, figures)
    titles = [*((p.chapter.name, p.title) for p in chapters), ("method", figures.words("chapter.method"))]
    contents(document, figures.words("page.contents"), titles)
    for part in chapters:
        _chapter(document, figures, part)
    turn(document, sideways=False)
    _method(document, figures)
    footer_page_number(document.sections[0])
    out = BytesIO()
    document.save(out)
    return still(out.getvalue(), figures.versions["read"])


def _cover(document: "Document", figures: Figures) -> None:
    say, facts = figures.words, figures.facts
    document.add_paragraph(
        f"{say('page.series')} · {say('page.report', year=figures.year)}", style="Subtitle"
    )
    document.add_paragraph(figures.sentences["cover"], style="Title")
    if facts["estimate"] is not None:
        low, high = (shown(facts[name], Kind.NUMBER) for name in ("low", "high"))
        document.add_paragraph(say("page.interval", low=low, high=high), style="Lead")
    for name in ("plans", "members", "commitments", "participants"):
        line = document.add_paragraph(style="Key figure")
        line.add_run(str(facts[name])).bold = True
        line.add_run(f"  {say(f'page.{name}', year=figures.year)}")
    headline = figures.table("headline")
    for category in JusticeCategory:
        row = headline.row(category)
        line = document.add_paragraph(style="Key figure")
        line.add_run(f"{say(f'category.{category}')}: ").bold = True
        said = f"{row['decided']} {say('page.confirmed')}; {say('page.predicted', number=row['predicted'])}"
        if row["estimate"] is not None:
            interval = say(
                "page.interval", low=shown(row["low"], Kind.NUMBER), high=shown(row["high"], Kind.NUMBER)
            )
            said = f"{shown(row['estimate'], Kind.NUMBER)} ({interval}); {said}"
        line.add_run(said)
    asof = say("page.as_of", read=figures.versions["read"]) if figures.versions["read"] else ""
    document.add_paragraph(f"{say('page.ours')} {asof}".strip(), style="Note")
    for warning in figures.warnings:
        document.add_paragraph(printable(warning), style="Note")


def _chapter(document: "Document", figures: Figures, part: Part) -> None:
    if part.chapter.name == ANNEX:
        turn(document, sideways=True)
    bookmark(document.add_heading(part.title, 1), part.chapter.name)
    if part.sentence:
        document.add_paragraph(printable(part.sentence), style="Lead")
    for drawing, table in part.charts:
        picture = document.add_picture(BytesIO(to_png(drawing)), width=TEXT_WIDTH)
        picture._inline.docPr.set("descr", drawing.alt)
        picture._inline.docPr.set("title", drawing.title)
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        label = figures.words("page.figure", number="{}")
        caption(document, label, part.numbers[drawing.name], drawing.title, below=True)
        _table(document, figures, part, table)
    for table in part.tables:
        _table(document, figures, part, table)
    if part.chapter.name == "examples":
        for category in JusticeCategory:
            some = [example for example in figures.examples if example.category == category]
            if some:
                document.add_heading(figures.words(f"category.{category}"), 2)
            for example in some:
                _example(document, figures, example)


def _table(document: "Document", figures: Figures, part: Part, table: ReportTable) -> None:
    """A table under its caption, above its note."""
    label = figures.words("page.table", number="{}")
    caption(document, label, part.numbers[f"table:{table.name}"], table.title)
    if table.rows:
        add_table(document, table, sideways=part.chapter.name == ANNEX)
    else:
        document.add_paragraph(figures.words("page.none"))
    document.add_paragraph(printable(table.note), style="Note")


def _example(document: "Document", figures: Figures, example: Example) -> None:
    say = figures.words
    document.add_heading(printable(example.title), 3)
    where = [f"{example.member}, {example.years}", example.said_by]
    if example.results:
        where.append(f"{say('page.found_by_irm')} {example.results}")
    document.add_paragraph(printable(" · ".join(where)), style="Note")
    if example.evidence[1]:
        before, quoted, after = map(printable, example.evidence)
        words = document.add_paragraph(f"{say('page.carried_by')} “{before}")
        words.add_run(quoted).bold = True
        words.add_run(f"{after}”")
    if example.alike:
        document.add_paragraph(printable(f"{say('page.more_like_it')} {'; '.join(example.alike)}"))
    source = document.add_paragraph(style="Note")
    if example.link:
        link(source, example.where, example.link)
    source.add_run(f"  {example.id}")


def _method(document: "Document", figures: Figures) -> None:
    say = figures.words
    bookmark(document.add_heading(say("chapter.method"), 1), "method")
    for name in ("reading", "counting", "irm", "limits"):
        document.add_heading(say(f"method.{name}_title"), 2)
        document.add_paragraph(say(f"method.{name}"))
    document.add_heading(say("method.versions_title"), 2)
    versions = {name: value or "–" for name, value in figures.versions.items()}
    document.add_paragraph(say("method.versions", **versions), style="Note")
