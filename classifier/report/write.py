"""The report's files: one HTML page, a CSV of every table, JSON."""

import csv
import json
from dataclasses import asdict
from io import StringIO
from pathlib import Path

from classifier.report.charts import year_chart
from classifier.report.figures import Figures
from classifier.report.tables import ReportTable

# Openings a spreadsheet would take for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_report(figures: Figures, folder: Path) -> list[Path]:
    """Write every format into a folder; the HTML page comes first in the list."""
    folder.mkdir(parents=True, exist_ok=True)
    page, data = folder / "report.html", folder / "figures.json"
    page.write_text(to_html(figures), encoding="utf-8")
    data.write_text(json.dumps(asdict(figures), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    tables = [_write_csv(table, folder) for table in (figures.headline, *figures.tables)]
    return [page, data, *tables]


def to_html(figures: Figures) -> str:
    """One page that stands alone: styles and charts inside, nothing fetched."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("classifier.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    chart = Markup(year_chart(figures.table("by_year")))
    return environment.get_template("report.html.j2").render(figures=figures, chart=chart)


def to_csv(table: ReportTable) -> str:
    """The table as CSV, with openings that a spreadsheet would run made harmless."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_harmless(value) for value in row] for row in table.rows)
    return out.getvalue()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def _write_csv(table: ReportTable, folder: Path) -> Path:
    path = folder / f"{table.name}.csv"
    path.write_text(to_csv(table), encoding="utf-8")
    return path
