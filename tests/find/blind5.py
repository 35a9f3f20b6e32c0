"""Invented plans whose commitments are rows of tables, or share their form with an earlier plan's."""

from find.booklet import Booklet
from find.layouts import layout


def rows(made: Booklet, count: int, number: str = "{}.") -> list[list[str]]:
    return [
        [number.format(at), title, made.say(3), "River Office", made.say(1), "June 2032"]
        for at, title in enumerate(made.take(count), 1)
    ]


def row_table(
    made: Booklet, head: list[str], table: list[list[str]], title: int, widths: list[float]
) -> None:
    """A table of rows, a commitment begun at each."""
    for at, row in enumerate(table):
        made.begin(row[title])
        lines = [head, row] if at == 0 else [row]
        made.form(*lines, widths=widths, label_bold=False, size=8, bold_rows=(0,) if at == 0 else ())
    made.end()


@layout
def rows_under_theme_bands():
    made = Booklet("en", seed=51)
    made.cover("Open Government Action Plan 2031-2033", "Republic of Ostrava Bay")
    made.essay("Introduction", 3)
    made.new_page()
    made.line("Commitments", 17, bold=True)
    head = ["No.", "Commitment", "Description", "Lead agency", "Milestones", "Timeline"]
    for theme, name in enumerate(("Natural resources", "Access to information", "Integrity"), 1):
        made.line(f"Theme {theme}. {name}", 13, bold=True)
        made.prose(2)
        row_table(made, head, rows(made, 4, f"{theme}.{{}}"), 1, [30, 90, 140, 70, 100, 60])
        made.gap(12)
    made.essay("Monitoring", 2)
    return made


@layout
def rows_without_numbers():
    made = Booklet("es", seed=52)
    made.cover("III Plan de Acción de Gobierno Abierto 2031-2033", "República de Tarsis")
    made.essay("Introducción", 3)
    made.line("Compromisos del plan", 16, bold=True)
    head = ["Compromiso", "Descripción", "Institución responsable", "Plazo"]
    table = [[t, made.say(3), "Oficina de Ríos", "junio de 2032"] for t in made.take(9)]
    row_table(made, head, table, 0, [130, 210, 90, 60])
    made.essay("Seguimiento", 2)
    return made


@layout
def rows_in_french_with_axes_in_the_first_column():
    made = Booklet("fr", seed=53)
    made.cover(
        "Plan d'action national 2031-2033", "Partenariat pour un gouvernement ouvert", "Royaume de Marsenne"
    )
    made.essay("Introduction", 3)
    made.line("Les engagements", 16, bold=True)
    head = ["Axe", "Engagement", "Actions", "Responsable", "Échéance"]
    for axis in ("Transparence", "Participation", "Intégrité"):
        table = [
            [
                axis if not at else "",
                f"{title}. {made.say(1)}",
                made.say(2),
                "Office des rivières",
                "juin 2032",
            ]
            for at, title in enumerate(made.take(3))
        ]
        row_table(made, head, table, 1, [70, 150, 150, 70, 50])
    made.essay("Suivi et évaluation", 2)
    return made


def _review(made: Booklet, noun: str, labels: list[str], count: int = 4) -> None:
    for at, title in enumerate(made.take(count), 1):
        made.line(f"{noun} {at}: {title}", 13, bold=True)
        made.parts(labels, 10.5, 2)


@layout
def earlier_plan_reviewed_in_the_same_form():
    made = Booklet("en", seed=54)
    made.cover("National Action Plan IV", "2031 – 2033", "Republic of Kasenda")
    made.essay("Background", 2)
    made.line("Review of National Action Plan III", 18, bold=True)
    made.line("The previous plan had four commitments, whose results were as follows.")
    _review(made, "Commitment", ["Objective", "Status of implementation"])
    made.line("Commitments of National Action Plan IV", 18, bold=True)
    made.prose(2)
    for at, title in made.each(8):
        made.line(f"Commitment {at}", 13, bold=True)
        made.line(f"<b>Objective:</b> {title}.")
        for label in ("Status quo", "Ambition", "Lead implementing agency"):
            made.line(f"<b>{label}:</b> {made.say(3)}")
        made.form(
            ["Milestones", "Start date", "End date"],
            *[[f"{at}.{step} {made.say(1)}", "May 2031", "June 2032"] for step in range(1, 4)],
            widths=[320, 80, 80], label_bold=False, bold_rows=(0,),
        )  # fmt: skip
    return made


@layout
def portuguese_earlier_plan_with_the_same_fields():
    made = Booklet("pt", seed=55)
    made.cover(
        "2.º Plano de Ação Nacional 2031-2033", "Parceria para o Governo Aberto", "República de Verdemar"
    )
    made.essay("Introdução", 3)
    made.line("Balanço do 1.º Plano de Ação Nacional", 18, bold=True)
    _review(made, "Compromisso", ["Entidade responsável", "Descrição", "Grau de execução"], 5)
    made.line("Os nossos compromissos para 2031-2033", 18, bold=True)
    for at, title in made.each(7):
        made.line(f"Compromisso {at}: {title}", 13, bold=True)
        made.parts(["Entidade responsável", "Problema", "Descrição", "Metas", "Prazo"], 10.5, 2)
    return made


@layout
def titles_known_from_the_overview_alone():
    made = Booklet("en", seed=56)
    made.cover("Open Government Action Plan 2031-2033", "City of Port Lamb")
    titles = made.take(6)
    made.essay("Introduction", 2)
    made.line("List of commitments", 16, bold=True)
    for at, title in enumerate(titles, 1):
        made.line(f"{at}. {title}")
    made.new_page()
    asides = iter(("Voices from the market", "A walk along the quay", "Two pilots", "What clerks told us",
                   "A year of letters", "Numbers that surprised us"))  # fmt: skip
    for title in titles:
        made.begin(title)
        made.line(title, 14, bold=True)
        for _ in range(3):
            made.prose(4)
        made.line(next(asides), 14, bold=True)
        made.prose(4)
    return made
