"""The data files: CSV of every table, JSON, and a Data Package of it all."""

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from classifier.report.clean import harmless, printable
from classifier.report.figures import Figures
from classifier.report.records import FIELDS
from classifier.report.tables import Kind, ReportTable

TYPES = {Kind.TEXT: "string", Kind.COUNT: "integer", Kind.SHARE: "number", Kind.NUMBER: "number"}


def to_csv(table: ReportTable) -> str:
    """A table as CSV under the columns' names, each row with its key."""
    return _csv(("key", *(column.name for column in table.columns)), _keyed(table))


def _keyed(table: ReportTable) -> Iterable[Sequence[object]]:
    return [(row.key, *values) for row, values in zip(table.rows, table.values(), strict=True)]


def commitments_csv(figures: Figures) -> str:
    """Every commitment as CSV, yes and no as true and false, nothing where nobody has said."""
    return _csv(tuple(FIELDS), (record.values for record in figures.records))


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return harmless(printable(value)) if isinstance(value, str) else value


def to_json(figures: Figures) -> str:
    """Facts, tables, examples and versions as JSON; tables with their columns' names and titles."""
    whole = {
        "year": figures.year,
        "language": figures.words.language,
        "facts": figures.facts,
        "sentences": figures.sentences,
        "warnings": figures.warnings,
        "versions": figures.versions,
        "tables": [_table(table) for table in figures.tables],
        "examples": [{name: getattr(one, name) for name in one.__slots__} for one in figures.examples],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _table(table: ReportTable) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "note": table.note,
        "columns": [{"name": c.name, "title": c.title, "kind": c.kind} for c in table.columns],
        "rows": _keyed(table),
    }


def to_datapackage(figures: Figures) -> str:
    """A Data Package (Frictionless, version 1) with the codebook as the fields' descriptions."""
    say = figures.words
    package = {
        "name": f"ogp-justice-{figures.year}",
        "title": say("data.title", year=figures.year),
        "description": say("data.description"),
        "profile": "data-package",
        "languages": [say.language],
        "ogp_justice": dict(figures.versions),
        "resources": [_commitments_resource(figures), *(_resource(table) for table in figures.tables)],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _commitments_resource(figures: Figures) -> dict[str, Any]:
    fields = [
        {"name": name, "type": kind, "description": figures.words(f"field.{name}")}
        for name, kind in FIELDS.items()
    ]
    return _described("commitments", figures.words("data.commitments"), fields, ["id"]) | {
        "description": figures.words("data.parquet")
    }


def _resource(table: ReportTable) -> dict[str, Any]:
    fields = [{"name": "key", "type": "string"}]
    fields += [{"name": c.name, "type": TYPES[c.kind], "title": c.title} for c in table.columns]
    return _described(table.name, table.title, fields, ["key"]) | {"description": table.note}


def _described(name: str, title: str, fields: list[dict[str, str]], key: list[str]) -> dict[str, Any]:
    return {
        # Names of resources are lower case with hyphens, by the specification.
        "name": name.replace("_", "-"),
        "title": title,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": key, "missingValues": [""]},
    }
