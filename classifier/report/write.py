"""The report's files, all from one set of figures."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from classifier.files import write_whole
from classifier.report.data import commitments_csv, to_csv, to_datapackage, to_json
from classifier.report.figures import Figures
from classifier.report.html import to_html


def _html(figures: Figures, folder: Path) -> list[Path]:
    return [write_whole(folder / "report.html", to_html(figures))]


def _csvs(figures: Figures, folder: Path) -> list[Path]:
    tables = [write_whole(folder / f"{table.name}.csv", to_csv(table)) for table in figures.tables]
    return [write_whole(folder / "commitments.csv", commitments_csv(figures)), *tables]


def _json(figures: Figures, folder: Path) -> list[Path]:
    package = write_whole(folder / "datapackage.json", to_datapackage(figures))
    return [write_whole(folder / "figures.json", to_json(figures)), package]


def _docx(figures: Figures, folder: Path) -> list[Path]:
    from classifier.report.docx import to_docx

    return [write_whole(folder / "report.docx", to_docx(figures))]


def _xlsx(figures: Figures, folder: Path) -> list[Path]:
    from classifier.report.xlsx import to_xlsx

    return [write_whole(folder / "report.xlsx", to_xlsx(figures))]


def _parquet(figures: Figures, folder: Path) -> list[Path]:
    from classifier.report.parquet import to_parquet

    return [write_whole(folder / "commitments.parquet", to_parquet(figures))]


Writer = Callable[[Figures, Path], list[Path]]

# Formats in the order they are written, by the name used on the command line.
FORMATS: Mapping[str, Writer] = {
    "html": _html,
    "docx": _docx,
    "xlsx": _xlsx,
    "csv": _csvs,
    "json": _json,
    "parquet": _parquet,
}


def write_report(figures: Figures, folder: Path, formats: Sequence[str] = tuple(FORMATS)) -> list[Path]:
    """Write the formats wanted into a folder; the files in the order of `FORMATS`."""
    return [path for name, write in FORMATS.items() if name in formats for path in write(figures, folder)]
