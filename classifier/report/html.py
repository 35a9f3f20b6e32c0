"""The report as one page that stands alone."""

from typing import Any

from classifier.report.charts import to_svg
from classifier.report.clean import printable
from classifier.report.examples import Example
from classifier.report.figures import Figures
from classifier.report.numbering import Part, parts
from classifier.report.tables import Column, Kind, Plain, shown
from classifier.taxonomy import JusticeCategory

# Tables of more rows fold away even where they are not in the annex.
LONG = 30


def to_html(figures: Figures) -> str:
    """One page with styles and charts inside, nothing fetched, no script."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("classifier.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"shown": shown_cell, "printable": printable}
    return environment.get_template("report.html.j2").render(
        figures=figures,
        say=figures.words,
        parts=parts(figures),
        cards=_cards(figures),
        svg=_svg,
        long=LONG,
        method=("reading", "counting", "irm", "limits"),
        Kind=Kind,
        examples=_examples(figures),
    )


def shown_cell(value: Plain, column: Column) -> str:
    """A value as the page prints it, without characters that would hide or turn text."""
    return printable(shown(value, column.kind))


def _svg(part: Part, at: int) -> Any:
    """The chart's SVG as markup: it is drawn by us, its texts escaped by matplotlib."""
    from markupsafe import Markup

    drawing = part.charts[at][0]
    text = to_svg(drawing)
    # The description stands in the figure; readers would otherwise hear every axis label.
    return Markup(text.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))


def _examples(figures: Figures) -> list[tuple[JusticeCategory, list[Example]]]:
    groups = [(c, [one for one in figures.examples if one.category == c]) for c in JusticeCategory]
    return [(category, some) for category, some in groups if some]


def _cards(figures: Figures) -> list[dict[str, Any]]:
    """The three categories of the cover: number, interval, who said so."""
    table = figures.table("headline")
    found = []
    for category in JusticeCategory:
        row = table.row(category)
        labelled = int(row["decided"] or 0) + int(row["predicted"] or 0)
        number = labelled if row["estimate"] is None else row["estimate"]
        found.append(
            {"code": category.short, "name": figures.words(f"category.{category}"), "row": row}
            | {
                "number": shown(number, Kind.NUMBER),
                "about": figures.words(f"codebook.{category}"),
            }
        )
    return found
