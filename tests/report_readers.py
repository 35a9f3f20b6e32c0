"""Reading the report's formats back, each with another tool than wrote it."""

import csv
from html.parser import HTMLParser


class Tables(HTMLParser):
    """Every table of a page by id, as rows of (shown text, value) pairs."""

    def __init__(self, text):
        super().__init__()
        self.found, self.row, self.cell, self.value = {}, None, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "table":
            self.rows = self.found.setdefault(attributes["id"].removeprefix("table-"), [])
        elif tag == "tr":
            self.row = []
        elif tag in ("td", "th") and "colspan" not in attributes:
            self.cell, self.value = "", None
        elif tag == "data":
            self.value = attributes["value"]

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.row.append((self.cell, self.value))
            self.cell = None
        elif tag == "tr" and self.row:
            self.rows.append(self.row)


def csv_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def whole(rows):
    """Rows of texts with 1.0 as 1: a workbook knows one kind of number."""
    return [[text.removesuffix(".0") for text in row] for row in rows]


def as_text(value):
    """A value as CSV writes it: nothing for nothing, true and false for yes and no."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
