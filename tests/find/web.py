"""Invented plans laid out by a browser: floats, side bars, style sheets as designers use them."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
from find.booklet import Booklet

CHROMIUM = "/usr/bin/chromium"
# Where a commitment begins and ends, invisible and only in a first printing.
_MARK = '<span style="position:absolute;font:1px sans-serif;letter-spacing:0;text-transform:none;color:white;margin-left:{}px">q{}q</span>'


def _token(mark: str) -> str:
    return f"e{mark[1:]}" if mark.startswith("/") else f"b{mark}"


@contextmanager
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield opened
        opened.close()


@dataclass
class Web:
    """A plan in HTML; `style` is its sheet, `foot` and `head` its running lines."""

    language: str = "en"
    seed: int = 1
    style: str = ""
    head: str = ""
    landscape: bool = False
    parts: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.voice = Booklet(self.language, seed=self.seed)
        self.take = self.voice.take

    def say(self, sentences: int = 3) -> str:
        return self.voice.say(sentences)

    def p(self, sentences: int = 4) -> str:
        return f"<p>{self.say(sentences)}</p>"

    def sections(self, tag: str, labels: Iterable[str], sentences: int) -> str:
        """Labels in headings of one kind, a paragraph below each."""
        return "".join(f"<{tag}>{label}</{tag}>{self.p(sentences)}" for label in labels)

    def add(self, html: str) -> None:
        self.parts.append(html)

    def commitment(self, title: str, html: str) -> None:
        """`html` may hold {begin} where the commitment's first words stand."""
        at = len(self.titles)
        self.titles.append(title)
        begin = f"⟦{at}⟧"
        html = html.replace("{begin}", begin) if "{begin}" in html else begin + html
        self.parts.append(f"{html}⟦/{at}⟧")

    def html(self, *, marked: bool) -> str:
        body = "\n".join(self.parts)
        pattern = re.compile(r"⟦(/?\d+)⟧")
        body = pattern.sub(
            lambda found: _MARK.format(40 * ("/" in found[1]), _token(found[1])) if marked else "", body
        )
        sheet = f"body{{font:10.5pt/1.35 sans-serif}} @page{{margin:2cm}} {self.style}"
        return f"<html><meta charset=utf-8><style>{sheet}</style><body>{body}</body></html>"

    def write(self, path: Path, opened: Any) -> list[tuple[str, int, int]]:
        self._print(path, opened, marked=True)
        truth = self._truth(path)
        self._print(path, opened, marked=False)
        return truth

    def _print(self, path: Path, opened: Any, *, marked: bool) -> None:
        page = opened.new_page()
        page.set_content(self.html(marked=marked))
        more = {
            "header_template": f"<div style='font-size:8px;width:100%;text-align:center'>{self.head}</div>"
        }
        foot = "<div style='font-size:8px;width:100%;text-align:center'><span class=pageNumber></span></div>"
        page.pdf(
            path=str(path), format="A4", landscape=self.landscape, print_background=True,
            display_header_footer=True, footer_template=foot, **more,
        )  # fmt: skip
        page.close()

    def _truth(self, path: Path) -> list[tuple[str, int, int]]:
        places: dict[str, int] = {}
        with pypdfium2.PdfDocument(path) as pdf:
            for number, page in enumerate(pdf, 1):
                for mark in re.findall(r"q([be]\d+)q", page.get_textpage().get_text_range()):
                    places.setdefault(mark, number)
        return [(title, places[f"b{at}"], places[f"e{at}"]) for at, title in enumerate(self.titles)]
