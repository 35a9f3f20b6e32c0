"""HTML pages in each script and layout, with their true blocks in reading order."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import count
from pathlib import Path

WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))

STYLE = """
@page {{ size: A4; margin: 20mm 18mm 24mm 18mm }}
body {{ font: 10.5pt/1.35 "{font}"; margin: 0; direction: {direction} }}
h1 {{ font-size: 16pt; margin: 0 0 8pt; column-span: all }} h2 {{ font-size: 13pt; margin: 10pt 0 4pt }}
p {{ margin: 0 0 7pt; text-align: justify; hyphens: manual }}
ul {{ margin: 0 0 7pt; padding-inline-start: 18pt; list-style-type: "•  " }} li {{ margin-bottom: 4pt }}
sup {{ font-size: 65%; line-height: 0 }}
.columns {{ column-gap: 18pt; column-fill: auto; height: 230mm }}
.page {{ position: relative; height: 250mm; overflow: hidden; break-after: page }}
.notes {{ position: absolute; bottom: 0; font-size: 8pt; width: 50% }}
.notes {{ border-top: 0.5pt solid black; padding-top: 3pt }}
.notes p {{ margin: 0 0 2pt; text-align: start }}
table {{ border-collapse: collapse; width: 100% }}
td {{ border: 0.7pt solid black; padding: 3pt; vertical-align: top }}
td:first-child {{ font-weight: bold; width: 24% }}
aside {{ float: inline-end; width: 52mm; padding: 6pt; margin-inline-start: 10pt }}
aside {{ border: 1pt solid black; background: #eee }}
"""


@dataclass(frozen=True)
class Sheet:
    """One document: its HTML, and the true text of each block in reading order."""

    script: str
    layout: str
    html: str
    blocks: tuple[str, ...]
    movable: int = -1

    def readings(self) -> Iterator[tuple[str, ...]]:
        """The blocks in each right order: a side box may come before or after what is beside it."""
        if self.movable < 0:
            yield self.blocks
            return
        rest = self.blocks[: self.movable] + self.blocks[self.movable + 1 :]
        for at in range(len(rest) + 1):
            yield (*rest[:at], self.blocks[self.movable], *rest[at:])


class Maker:
    """Paragraphs of one script's sentences, noting each block as it is set."""

    def __init__(self, script: str, seed: int) -> None:
        self.words, self.script = WORDS[script], script
        self.random = random.Random(seed)
        self.blocks: list[str] = []
        self.number = count(1)

    def sentences(self, many: int) -> str:
        """Sentences in an order of their own."""
        return " ".join(self.random.sample(self.words["sentence"], many))

    def named(self, text: str) -> str:
        """The text with a number of its own, by which it is found again."""
        self.blocks.append(f"{text} {100 + len(self.blocks)}")
        return self.blocks[-1]

    def block(self, text: str, tag: str = "p", more: str = "") -> str:
        return f"<{tag}>{escape(self.named(text))}{more}</{tag}>"

    def heading(self, tag: str = "h2") -> str:
        return self.block(f"{next(self.number)}. {self.random.choice(self.words['heading'])}", tag)

    def paragraph(self, many: int = 4, more: str = "") -> str:
        return self.block(self.sentences(many), "p", more)

    def items(self, many: int = 3) -> str:
        # The browser draws the list's marker, and it belongs to the item's text.
        texts = [self.named(f"• {self.sentences(1)}")[2:] for _ in range(many)]
        return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>"

    def sheet(self, layout: str, body: str, movable: int = -1) -> Sheet:
        style = STYLE.format(**self.words)
        html = f'<meta charset="utf-8"><html lang="{self.words["iso"]}"><style>{style}</style>{body}'
        return Sheet(self.script, layout, html, tuple(self.blocks), movable)


def columns(maker: Maker, many: int) -> str:
    """A page of headings, paragraphs and items in columns."""
    # Text that a page has no room for would stand off its edge.
    rounds = {1: 4, 2: 3, 3: 2}[many]
    body = maker.heading("h1")
    for _ in range(rounds):
        body += maker.heading() + maker.paragraph() + maker.items() + maker.paragraph(3)
    return f'<div class="columns" style="column-count: {many}">{body}</div>' if many > 1 else body


def one_column(maker: Maker) -> Sheet:
    return maker.sheet("one column", columns(maker, 1))


def two_columns(maker: Maker) -> Sheet:
    return maker.sheet("two columns", columns(maker, 2))


def three_columns(maker: Maker) -> Sheet:
    return maker.sheet("three columns", columns(maker, 3))


def table(maker: Maker) -> Sheet:
    """Labels beside values, in a table that runs over three pages and breaks inside cells."""
    body = maker.heading("h1")
    rows = ""
    for _ in range(9):
        rows += "<tr>" + maker.block(maker.random.choice(maker.words["label"]), "td")
        rows += maker.block(" ".join(maker.sentences(8) for _ in range(2)), "td") + "</tr>"
    return maker.sheet("table over pages", f"{body}<table>{rows}</table>")


def footnotes(maker: Maker) -> Sheet:
    """Two pages with notes at their feet; the marks in the text are no part of it."""
    pages, mark = "", count(1)
    for _ in range(2):
        body, numbers = maker.heading(), []
        for _ in range(5):
            numbers.append(next(mark))
            body += maker.paragraph(4, f"<sup>{numbers[-1]}</sup>")
        notes = "".join(maker.block(f"{n} {maker.sentences(1)}") for n in numbers[:3])
        pages += f'<div class="page">{body}<div class="notes">{notes}</div></div>'
    return maker.sheet("footnotes", pages)


def side_box(maker: Maker) -> Sheet:
    """Running text around a shaded box, which may be read before or after the text beside it."""
    body = maker.heading("h1") + maker.paragraph()
    body += "<aside>" + maker.block(maker.sentences(3)) + "</aside>"
    box = len(maker.blocks) - 1
    body += maker.paragraph(8) + maker.paragraph(6) + maker.heading() + maker.paragraph(6)
    return maker.sheet("side box", body, movable=box)


LAYOUTS = (one_column, two_columns, three_columns, table, footnotes, side_box)


def sheets() -> list[Sheet]:
    """One document for each script and layout, the same on every run."""
    return [layout(Maker(script, seed)) for script in WORDS for seed, layout in enumerate(LAYOUTS)]
