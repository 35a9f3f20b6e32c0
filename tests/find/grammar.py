"""Invented plans put together at random: headings, fields, themes, openings and endings of every kind."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from find.booklet import Booklet

from classifier.cues import load_cues

LANGUAGES = ("en", "es", "fr", "it", "pt", "ro", "de", "nl", "hr", "uk", "el", "id")
HEADS = ("noun: title", "noun, title below", "1. title", "1.1 title", "title", "NOUN N° 1. TITLE",
         "table head", "labelled title")  # fmt: skip
FIELDS = (
    "headings",
    "run-in",
    "table",
    "prose",
    "prose and milestone table",
    "labels with a colon",
    "four columns",
)
THEMES = ("none", "heading", "numbered", "page")
OPENINGS = ("essay", "contents", "overview list", "overview table", "last plan's commitments", "past results")
ENDINGS = ("none", "monitoring", "annex table", "annex list", "proposals")
TWISTS = ("none", "labels of its own", "labels as large as titles", "two columns", "a page each",
          "titles are sentences", "milestones numbered alike", "essays between")  # fmt: skip
# How many commitments a plan has.
COUNTS = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a plan is made of; its name tells all of it."""

    language: str
    head: str
    fields: str
    theme: str
    opening: str
    ending: str
    twist: str
    seed: int

    @property
    def name(self) -> str:
        parts = (self.language, self.head, self.fields, self.theme, self.opening, self.ending, self.twist)
        return f"{self.seed}: {', '.join(parts)}"


def recipe(seed: int) -> Recipe:
    """A recipe drawn by a seed; numbers in themes need themes."""
    draw = random.Random(seed)
    head = draw.choice(HEADS)
    fields = draw.choice([one for one in FIELDS if one in ("table", "four columns") or head != "table head"])
    theme = draw.choice(THEMES[1:] if head == "1.1 title" else THEMES)
    around = draw.choice(OPENINGS), draw.choice(ENDINGS), draw.choice(TWISTS)
    return Recipe(draw.choice(LANGUAGES), head, fields, theme, *around, seed)


class Maker:
    """Writes one recipe."""

    def __init__(self, made: Recipe) -> None:
        self.recipe, self.draw = made, random.Random(made.seed + 1000)
        columns = 2 if made.twist == "two columns" and made.fields not in WIDE else 1
        self.book = Booklet(made.language, seed=made.seed, columns=columns)
        self.big = 11 if made.twist == "labels as large as titles" else self.draw.choice((14, 15, 16))
        self.titles = self.book.take(self.draw.choice(COUNTS))
        if made.twist == "titles are sentences":
            self.titles = [f"{title} – {self.book.sentence()}" for title in self.titles]
        self.noun = self.word("commitment")
        self.labels = [
            self.word(f"fields.{name}") for name in ("lead", "problem", "description", "milestones")
        ]
        if made.twist == "labels of its own":
            self.labels = ["Sodalitas", "Quare nunc", "Quid fiet", "Gradus ad finem"]

    def word(self, concept: str) -> str:
        """One of the language's words for a concept, as it is printed."""
        cues = load_cues(self.recipe.language).terms[concept][:3]
        text = self.draw.choice(cues).text
        return text[0].upper() + text[1:]

    def write(self) -> Booklet:
        """The whole plan."""
        self.book.cover(f"{self.word('plan')} 2031-2033", "Valdoria")
        self.opening()
        self.body()
        self.book.end()
        self.ending()
        return self.book

    def chapter(self, concept: str) -> None:
        self.book.line(self.word(concept), self.big + 4, bold=True)

    def opening(self) -> None:
        book, kind = self.book, self.recipe.opening
        if kind == "contents":
            self.chapter("sections.contents")
            for at, title in enumerate(self.titles):
                book.line(f"{self.numbered(at, title)} {'.' * 40} {at + 4}")
            book.new_page()
        book.essay(self.word("sections.opening"), 2, size=self.big + 4)
        if kind == "overview list":
            self.chapter("sections.overview")
            for at, title in enumerate(self.titles):
                book.line(self.numbered(at, title))
        elif kind == "overview table":
            self.chapter("sections.overview")
            book.form(["", self.noun, self.labels[0]], *self.rows(), widths=[40, 300, 140], bold_rows=(0,))
        elif kind == "last plan's commitments":
            self.chapter("earlier")
            for at, title in enumerate(reversed(self.titles[-4:]), 1):
                book.line(f"{self.noun} {at}: {title}", self.big, bold=True)
                book.prose(3)
        elif kind == "past results":
            self.chapter("sections.achievements")
            for at in range(1, 5):
                book.line(f"{at}. {book.say(2)}")
        book.new_page()

    def rows(self) -> list[list[str]]:
        return [[str(at + 1), title, "Valdoria"] for at, title in enumerate(self.titles)]

    def body(self) -> None:
        if self.recipe.theme in ("none", "heading"):
            self.chapter("commitments")
            self.book.prose(2)
        for at, title in enumerate(self.titles):
            if self.recipe.theme != "none" and at % 3 == 0:
                self.theme(at // 3 + 1)
            self.around(at)
            self.book.begin(title)
            self.commitment(at, title)

    def around(self, at: int) -> None:
        """What stands between two commitments."""
        if self.recipe.twist == "a page each":
            self.book.new_page()
        if self.recipe.twist == "essays between" and at == 3:
            self.book.end()
            self.book.line("Vox populi", self.big, bold=True)
            self.book.prose(5)

    def theme(self, number: int) -> None:
        self.book.end()
        names = ("Agora", "Forum Nova", "Civitas", "Lumen")
        named = f"{self.word('theme')} {number}: " if self.recipe.theme != "heading" else ""
        if self.recipe.theme == "page":
            self.book.new_page()
        self.book.line(f"{named}{names[number]}", self.big + 3, bold=True)
        self.book.prose(3)
        if self.recipe.theme == "page":
            self.book.new_page()

    def numbered(self, at: int, title: str) -> str:
        """A title as the plan prints it on one line."""
        inner = f"{at // 3 + 1}.{at % 3 + 1} {title}"
        plain = {"1.1 title": inner, "title": title, "1. title": f"{at + 1}. {title}"}
        return plain.get(self.recipe.head, f"{self.noun} {at + 1}: {title}")

    def commitment(self, at: int, title: str) -> None:
        book, head = self.book, self.recipe.head
        fields = self.fields()
        if head == "table head":
            book.form([self.numbered(at, title), ""], *fields, widths=[140, 340], spans=(0,), bold_rows=(0,))
            book.gap(14)
            return
        if head == "labelled title":
            book.form([self.word("fields.title"), f"{at + 1}. {title}"], widths=[140, 340])
        elif head == "noun, title below":
            book.line(f"{self.noun} {at + 1}", self.big, bold=True)
            book.line(title, self.big - 1, bold=True)
        elif head == "NOUN N° 1. TITLE":
            book.line(f"{self.noun.upper()} N° {at + 1}. {title.upper()}", self.big, bold=True)
        else:
            book.line(self.numbered(at, title), self.big, bold=True)
        SHAPES[self.recipe.fields](self, fields)
        if self.recipe.twist == "milestones numbered alike":
            for step in range(1, 4):
                book.line(f"{step}. {book.say(1)}")

    def fields(self) -> list[list[str]]:
        return [[label, self.book.say(self.draw.randint(2, 4))] for label in self.labels]

    def ending(self) -> None:
        book, kind = self.book, self.recipe.ending
        if kind == "none":
            return
        book.new_page()
        if kind == "monitoring":
            book.essay(self.word("sections.closing"), 3, size=self.big + 4)
        elif kind == "proposals":
            self.chapter("sections.proposals")
            for at in range(1, 6):
                book.line(f"{at}. {book.say(1)}")
        else:
            self.chapter("sections.annex")
            if kind == "annex table":
                book.form(
                    ["", self.noun, self.labels[0]], *self.rows(), widths=[40, 300, 140], bold_rows=(0,)
                )
            for at, title in enumerate(self.titles if kind == "annex list" else ()):
                book.line(self.numbered(at, title))


# Shapes too wide for a column.
WIDE = ("table", "prose and milestone table", "four columns")
Fields = list[list[str]]


def _headings(maker: Maker, fields: Fields) -> None:
    for label, text in fields:
        maker.book.line(label, 11, bold=True)
        maker.book.line(text)


def _run_in(maker: Maker, fields: Fields) -> None:
    for label, text in fields:
        maker.book.line(f"<b>{label}:</b> {text}")


def _table(maker: Maker, fields: Fields) -> None:
    maker.book.form(*fields, widths=[140, 340])
    maker.book.gap(14)


def _prose(maker: Maker, fields: Fields) -> None:
    for _, text in fields:
        maker.book.line(text)


def _milestones(maker: Maker, fields: Fields) -> None:
    for label, text in fields[:3]:
        maker.book.line(f"<b>{label}.</b> {text}")
    steps = [[f"{at}. {maker.book.say(1)}", "2031", "2032"] for at in range(1, 4)]
    maker.book.form([fields[3][0], "", ""], *steps, widths=[340, 70, 70], label_bold=False, bold_rows=(0,))
    maker.book.gap(14)


def _colons(maker: Maker, fields: Fields) -> None:
    for label, text in fields:
        maker.book.line(f"{label}: {text}")


def _four_columns(maker: Maker, fields: Fields) -> None:
    (lead, _), *others = fields
    maker.book.form([lead, "Valdoria", others[2][0], "2032"], widths=[110, 130, 110, 130])
    maker.book.form(*others[:2], widths=[140, 340])
    maker.book.gap(14)


SHAPES: dict[str, Callable[[Maker, Fields], None]] = {
    "headings": _headings,
    "run-in": _run_in,
    "table": _table,
    "prose": _prose,
    "prose and milestone table": _milestones,
    "labels with a colon": _colons,
    "four columns": _four_columns,
}
