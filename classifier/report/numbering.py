"""Figures and tables numbered in reading order, alike in every format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from classifier.report.chapters import CHAPTERS, Chapter
from classifier.report.charts import CHARTS, Drawing
from classifier.report.figures import Figures
from classifier.report.tables import ReportTable


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter with what it holds here: charts drawn, tables with rows, numbers for both.

    `charts` are pairs of a drawing and its table; `numbers` are by name, tables' as
    "table:name".
    """

    chapter: Chapter
    title: str
    sentence: str
    charts: tuple[tuple[Drawing, ReportTable], ...]
    tables: tuple[ReportTable, ...]
    numbers: Mapping[str, int] = field(default_factory=dict)


def parts(figures: Figures) -> list[Part]:
    """Every chapter that has something to show, numbered through."""
    found, charts, tables = [], 0, 0
    for chapter in CHAPTERS:
        drawn = tuple(_drawn(figures, chapter))
        shown = tuple(figures.table(name) for name in chapter.tables if figures.has(name))
        if not drawn and not shown and not (chapter.name == "examples" and figures.examples):
            continue
        numbers: dict[str, int] = {}
        for drawing, table in drawn:
            charts, tables = charts + 1, tables + 1
            numbers |= {drawing.name: charts, f"table:{table.name}": tables}
        for table in shown:
            tables += 1
            numbers[f"table:{table.name}"] = tables
        title = figures.words(f"chapter.{chapter.name}")
        sentence = figures.sentences.get(chapter.sentence, "")
        found.append(Part(chapter, title, sentence, drawn, shown, numbers))
    return found


def _drawn(figures: Figures, chapter: Chapter) -> Iterator[tuple[Drawing, ReportTable]]:
    """Charts whose table has rows: an empty chart says nothing."""
    for name, table in chapter.charts:
        if figures.table(table).rows:
            yield CHARTS[name](figures), figures.table(table)
