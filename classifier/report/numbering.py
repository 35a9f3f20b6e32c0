"""Figures and tables numbered in reading order, alike in every format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

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
    found, charts, tables = [], count(1), count(1)
    for chapter in CHAPTERS:
        part = _part(figures, chapter)
        if part.charts or part.tables or (chapter.name == "examples" and figures.examples):
            numbers = {drawing.name: next(charts) for drawing, _ in part.charts}
            placed = (*(table for _, table in part.charts), *part.tables)
            numbers |= {f"table:{table.name}": next(tables) for table in placed}
            found.append(replace(part, numbers=numbers))
    return found


def _part(figures: Figures, chapter: Chapter) -> Part:
    """A chapter with what it holds, not yet numbered."""
    shown = tuple(figures.table(name) for name in chapter.tables if figures.has(name))
    title, sentence = figures.words(f"chapter.{chapter.name}"), figures.sentences.get(chapter.sentence, "")
    return Part(chapter, title, sentence, tuple(_drawn(figures, chapter)), shown)


def _drawn(figures: Figures, chapter: Chapter) -> Iterator[tuple[Drawing, ReportTable]]:
    """Charts whose table has rows: an empty chart says nothing."""
    for name, table in chapter.charts:
        if figures.table(table).rows:
            yield CHARTS[name](figures), figures.table(table)
