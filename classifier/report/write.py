"""The report's files, all from one set of figures."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from classifier.report.data import commitments_csv, to_csv, to_datapackage, to_json
from classifier.report.figures import Figures
from classifier.report.html import to_html


def _html(figures: Figures, folder: Path) -> list[Path]:
    return [_text(folder / "report.html", to_html(figures))]


def _csvs(figures: Figures, folder: Path) -> list[Path]:
    tables = [_text(folder / f"{table.name}.csv", to_csv(table)) for table in figures.tables]
    return [_text(folder / "commitments.csv", commitments_csv(figures)), *tables]


def _json(figures: Figures, folder: Path) -> list[Path]:
    package = _text(folder / "datapackage.json", to_datapackage(figures))
    return [_text(folder / "figures.json", to_json(figures)), package]


def _docx(figures: Figures, folder: Path) -> list[Path]:
    from classifier.report.docx import to_docx

    return [_bytes(folder / "report.docx", to_docx(figures))]


def _xlsx(figures: Figures, folder: Path) -> list[Path]:
    from classifier.report.xlsx import to_xlsx

    return [_bytes(folder / "report.xlsx", to_xlsx(figures))]


def _parquet(figures: Figures, folder: Path) -> list[Path]:
    from classifier.report.parquet import to_parquet

    return [_bytes(folder / "commitments.parquet", to_parquet(figures))]


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
    folder.mkdir(parents=True, exist_ok=True)
    return [path for name, write in FORMATS.items() if name in formats for path in write(figures, folder)]


def _text(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _bytes(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
