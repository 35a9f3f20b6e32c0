"""Invented plans in two languages, or of two bodies, in one file."""

from find.booklet import Booklet
from find.layouts import layout


def turned(made: Booklet, language: str) -> None:
    """The plan goes on in another language, its titles from the first again."""
    made.language, made.titles_used = language, 0
    made.__post_init__()


def both(first: str, second: str, count: int) -> list[tuple[str, str]]:
    made, other = Booklet(first), Booklet(second)
    return list(zip(made.take(count), other.take(count), strict=True))


@layout
def numbered_alike_in_spanish_then_english():
    made = Booklet("es", seed=61)
    made.cover("Segundo Plan de Acción Nacional 2031-2033", "República de Tarsis")
    made.essay("Introducción", 2)
    for at, title in made.each(7):
        made.line(f"{at}. {title}", 14, bold=True)
        made.parts(("Institución responsable", "Descripción", "Hitos"), 11, 3)
    made.end()
    made.new_page()
    turned(made, "en")
    made.line("Second National Action Plan 2031-2033", 18, bold=True)
    made.essay("Introduction", 2)
    for at, title in enumerate(made.take(7), 1):
        made.line(f"{at}. {title}", 14, bold=True)
        made.parts(("Lead institution", "Description", "Milestones"), 11, 3)
    return made


@layout
def unnumbered_in_french_then_english():
    made = Booklet("fr", seed=62)
    made.cover("Plan d'action national 2031-2033", "Royaume de Marsenne")
    made.essay("Introduction", 2, size=18)
    for title in made.take(6):
        made.begin(title)
        made.line(title, 14, bold=True)
        for _ in range(3):
            made.prose(4)
    made.end()
    turned(made, "en")
    made.essay("Introduction", 2, size=18)
    for title in made.take(6):
        made.line(title, 14, bold=True)
        for _ in range(3):
            made.prose(4)
    return made


@layout
def each_commitment_in_two_languages():
    made, other = Booklet("pt", seed=63), Booklet("en", seed=63)
    made.cover("Plano de Ação Local 2031-2033", "Local Action Plan 2031-2033", "Cidade de Altamar")
    made.essay("Introdução", 2)
    for at, (title, again) in enumerate(both("pt", "en", 6), 1):
        made.begin(f"{title} ∥ {again}")
        made.line(f"{at}. {title}", 14, bold=True)
        made.prose(6)
        made.line(f"{at}. {again}", 14, bold=True)
        made.line(other.say(6))
    return made


@layout
def two_columns_two_languages():
    made, other = Booklet("fr", seed=64), Booklet("en", seed=64)
    made.cover("Plan d'action national 2031-2033", "National Action Plan 2031-2033", "Royaume de Marsenne")
    for at, (title, again) in enumerate(both("fr", "en", 6), 1):
        made.begin(f"{title} ∥ {again}")
        made.form(
            [f"Engagement {at}. {title}", f"Commitment {at}. {again}"],
            [made.say(4), other.say(4)],
            [made.say(4), other.say(4)],
            widths=[240, 240], label_bold=False, bold_rows=(0,),
        )  # fmt: skip
        made.new_page()
    return made


def titled_form(made, labels, title):
    """A commitment as a form whose first row holds its title."""
    made.form([labels[0], title], *made.form_rows(labels[1:], 2), widths=[130, 350])
    made.gap(12)


@layout
def forms_in_romanian_then_english():
    made = Booklet("ro", seed=65)
    made.cover("Planul național de acțiune 2031-2033", "Republica Dacara")
    made.essay("Introducere", 2)
    for at, title in made.each(6):
        labels = [
            "Titlul angajamentului",
            "Instituția responsabilă",
            "Descrierea problemei",
            "Obiectiv principal",
        ]
        titled_form(made, labels, f"{at}. {title}")
    made.end()
    made.new_page()
    turned(made, "en")
    made.essay("Introduction", 2)
    for at, title in enumerate(made.take(6), 1):
        labels = ["Commitment title", "Lead institution", "Problem statement", "Main objective"]
        titled_form(made, labels, f"{at}. {title}")
    return made


@layout
def parliament_in_another_form():
    made = Booklet("en", seed=66)
    made.cover("Fourth National Action Plan 2031-2033", "Republic of Kolkheti")
    made.essay("Introduction", 2)
    made.line("Government commitments", 18, bold=True)
    for at, title in made.each(6):
        made.line(f"Commitment {at}: {title}", 13, bold=True)
        made.parts(("Lead institution", "Problem statement", "Milestones"), 11, 2)
    made.end()
    made.line("Open Parliament Action Plan 2031-2033", 18, bold=True)
    made.prose(3)
    for at, title in made.each(4):
        made.line(f"Commitment {at}: {title}", 13, bold=True)
        made.prose(6)
    return made
