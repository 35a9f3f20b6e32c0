"""Invented plans, third round: chapters, ordinals, separators, running heads, annexes, columns."""

from find.booklet import Booklet
from find.layouts import layout


@layout
def commitments_as_sections_of_chapter_four():
    made = Booklet("en", seed=51, serif=True)
    made.cover("Action Plan of the Vltavan Republic", "Open Government Partnership for 2031 to 2033")
    chapters = ["Introduction", "Open government efforts to date", "Preparation of the plan"]
    for number, name in enumerate(chapters, 1):
        made.line(f"{number} {name}", 18, bold=True)
        made.prose(3)
        for part in (1, 2):
            made.line(
                f"{number}.{part} {('Background', 'Public consultation')[part - 1]} {number}", 14, bold=True
            )
            made.prose(4)
    made.line("4 Commitments", 18, bold=True)
    made.prose(2)
    for at, title in made.each(8):
        made.line(f"4.{at} {title}", 14, bold=True)
        for part, name in enumerate(("Current state", "Description", "Milestones"), 1):
            made.line(f"4.{at}.{part} {name}", 12, bold=True)
            made.prose(3)
    made.end()
    made.line("5 Implementation", 18, bold=True)
    made.line("5.1 Responsibility", 14, bold=True)
    made.prose(4)
    made.line("5.2 Evaluation", 14, bold=True)
    made.prose(4)
    return made


@layout
def ordinals_in_words():
    made = Booklet("en", seed=52)
    made.cover("The Fifth National Action Plan 2031-2033", "Open Government Partnership", "Kingdom of Batra")
    made.essay("Introduction", 4)
    names = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
    for name, title in zip(names, made.take(6), strict=True):
        made.begin(title)
        made.line(f"{name} Commitment: {title}", 14, bold=True)
        made.form(
            *made.form_rows(
                [
                    "Lead agency",
                    "Problem to be addressed",
                    "Main objective",
                    "Brief description of commitment",
                ],
                3,
            ),
            widths=[130, 350],
        )
        made.gap(12)
    return made


@layout
def nations_of_one_kingdom_count_anew():
    made = Booklet("en", seed=53)
    made.cover("United Isles Open Government National Action Plan 2031-2033")
    made.essay("Foreword", 3)
    for part, count in (
        ("Our commitments", 7),
        ("Northern Isle commitments", 3),
        ("Western Isle commitments", 4),
    ):
        made.end()
        made.new_page()
        made.line(part, 22, bold=True)
        made.prose(4)
        for at, title in enumerate(made.take(count), 1):
            made.begin(title)
            made.line(f"Commitment {at}: {title}", 15, bold=True)
            for label in (
                "Objective",
                "Status quo",
                "Ambition",
                "OGP values",
                "Milestones",
                "Lead department",
            ):
                made.line(label, 10, bold=True)
                made.prose(2)
    return made


@layout
def policy_areas_with_components():
    made = Booklet("en", seed=54)
    made.cover("Open Government Partnership", "National Action Plan 2031-2033", "Republic of Shqipra")
    made.essay("Executive summary", 4)
    number = 0
    for area, name in enumerate(("Anti-corruption", "Digital services", "Access to justice"), 1):
        made.end()
        made.new_page()
        made.line(f"POLICY AREA {area}: {name.upper()}", 18, bold=True)
        made.prose(5)
        for title in made.take(2):
            number += 1
            made.begin(title)
            made.line(f"COMMITMENT {number}: {title.upper()}", 12, bold=True)
            made.form(
                *made.form_rows(
                    ["Lead institution", "Problem definition", "Commitment description", "OGP values"], 4
                ),
                widths=[110, 370],
            )
            for part in (1, 2, 3):
                made.line(f"Component {part}: {made.say(1)}", 10, bold=True)
                made.form(
                    ["Milestones", "Expected outputs", "Completion date"],
                    *[[f"{step}. {made.say(1)}", "Report", "June 2032"] for step in (1, 2)],
                    widths=[280, 100, 100], label_bold=False,
                )  # fmt: skip
    return made


@layout
def poster_pages_with_uncommon_questions():
    made = Booklet("es", seed=55)
    made.cover("Plan de Acción Local de Gobierno Abierto", "Ciudad de Altamar 2031-2033")
    made.essay("Carta de la alcaldesa", 3)
    made.essay("¿Cómo hicimos el plan?", 4)
    made.new_page()
    for title in made.take(7):
        made.begin(title)
        made.line(title, 26, bold=True, textColor="purple")
        for question in (
            "¿Por qué importa?",
            "¿Qué vamos a hacer?",
            "¿Quiénes participan?",
            "¿Cuándo estará listo?",
        ):
            made.line(question, 13, bold=True)
            made.prose(3)
        made.new_page()
    made.end()
    made.essay("Gracias a quienes participaron", 2)
    return made


@layout
def serbian_table_with_theme_rows():
    made = Booklet("sr", seed=56)
    made.cover(
        "Акциони план за спровођење иницијативе",
        "Партнерство за отворену управу",
        "за период 2031-2033. године",
    )
    made.essay("Увод", 5)
    titles = made.take(8)
    for at, title in enumerate(titles, 1):
        if at in (1, 5):
            made.end()
            made.form(
                [("Отворени подаци", "Учешће јавности")[at // 5]],
                widths=[480],
                bold_rows=(0,),
                shade="lightgrey",
            )
        made.begin(title)
        made.form(
            [f"Обавеза {at}: {title}", ""],
            ["Носилац обавезе", "Канцеларија за реке"],
            ["Опис", made.say(3)],
            ["Рок", "јун 2032"],
            widths=[140, 340], spans=(0,),
        )  # fmt: skip
    return made


@layout
def french_boxes_in_two_columns():
    made = Booklet("fr", seed=57, columns=2)
    made.cover(
        "Plan d'action local 2031-2033", "Ville de Clairval", "Partenariat pour un gouvernement ouvert"
    )
    made.essay("Édito", 2)
    for at, title in made.each(8):
        made.form(
            [f"Engagement {at}"],
            [title],
            widths=[230],
            bold_rows=(0, 1),
            shade="lightgreen",
            grid=False,
            size=12,
        )
        made.parts(("Le constat", "Notre ambition", "Les étapes", "Qui pilote ?"), 11, 2)
    return made


@layout
def plain_numbers_each_on_a_new_page():
    made = Booklet("en", seed=58)
    made.cover("Open Government Action Plan", "City of Port Lamb 2031-2033")
    made.line("Contents", 18, bold=True)
    titles = made.take(9)
    for at, title in enumerate(titles, 1):
        made.line(f"{at} {title} {'.' * 30} {at + 3}")
    made.new_page()
    made.essay("About this plan", 4)
    made.new_page()
    for at, title in enumerate(titles, 1):
        made.begin(title)
        made.line(f"{at} {title}", 20, bold=True)
        made.prose(5)
        made.line("What success looks like", 12, bold=True)
        made.prose(3)
        made.line("Steps", 12, bold=True)
        for step in (1, 2, 3):
            made.line(f"{step} {made.say(1)}", leftIndent=10)
        made.new_page()
    return made


@layout
def annex_matrix_repeats_with_milestones():
    made = Booklet("en", seed=59)
    made.cover("National Open Government Action Plan 2031-2033", "Republic of Salone")
    made.essay("Introduction", 4)
    titles = made.take(8)
    for at, title in enumerate(titles, 1):
        made.begin(title)
        made.line(f"Commitment {at}: {title}", 13, bold=True)
        made.prose(5)
        made.prose(4)
    made.end()
    made.new_page()
    made.line("Implementation matrix", 16, bold=True)
    for at, title in enumerate(titles, 1):
        made.form(
            [f"Commitment {at}: {title}", "", "", ""],
            ["Milestone", "Responsible", "Start", "End"],
            *[[f"{at}.{step} {made.say(1)}", "Office of Rivers", "2031", "2032"] for step in (1, 2, 3)],
            widths=[250, 110, 60, 60], spans=(0,), bold_rows=(0, 1),
        )  # fmt: skip
        made.gap(8)
    return made


@layout
def portuguese_label_row_then_number():
    made = Booklet("pt", seed=60)
    made.cover("III Plano de Ação Nacional de Administração Aberta", "2031-2033", "República de Lusmar")
    made.essay("Enquadramento", 4)
    for at, title in made.each(9):
        made.form(
            ["Compromisso", f"{at}. {title}"],
            ["Entidade responsável", "Gabinete dos Rios"],
            *made.form_rows(["Descrição", "Objetivo principal", "Desafio", "Relevância"], 3),
            ["Marcos", made.say(2)],
            widths=[130, 350],
        )
        made.gap(20)
    return made


@layout
def dutch_action_points_in_prose():
    made = Booklet("nl", seed=61)
    made.cover("Actieplan Open Overheid 2031-2033", "Provincie Noordland")
    made.essay("Inleiding", 4)
    for at, title in made.each(8):
        made.line(f"Actiepunt {at}: {title}", 14, bold=True)
        made.parts(("Ambitie", "Huidige situatie", "Trekker", "Mijlpalen"), 11, 3)
    return made


@layout
def cross_references_open_paragraphs():
    made = Booklet("en", seed=62, serif=True)
    made.cover("Third Open Government National Action Plan 2031-2033", "Federation of Ilex")
    made.essay("Introduction", 2)
    made.line("Commitment 1 and Commitment 2 continue what was begun in the second plan.")
    made.prose(4)
    for at, title in made.each(10):
        made.line(f"Commitment {at} – {title}", 11, bold=True)
        made.prose(3)
        if at in (3, 6, 8):
            made.line(
                f"Commitment {at - 1} above prepares this work; Commitment {at + 1} will carry it on. {made.say(2)}"
            )
        made.prose(3)
    return made


@layout
def grand_challenges_with_bold_paragraphs():
    made = Booklet("en", seed=63)
    made.cover("The Open Government Partnership", "National Action Plan for Arden", "September 2031")
    made.line("I. Introduction", 14, bold=True)
    made.prose(5)
    made.line("II. Open government efforts to date", 14, bold=True)
    for name in ("Opening records.", "Asking residents."):
        made.line(f"<b>{name}</b> {made.say(4)}")
    made.line("III. Commitments", 14, bold=True)
    for theme in ("A. To increase public integrity", "B. To manage resources", "C. To improve services"):
        made.end()
        made.line(theme, 12, bold=True)
        made.prose(2)
        for title in made.take(3):
            made.begin(title)
            made.line(f"<b>{title}.</b> {made.say(3)}")
            made.bullets(made.say(1), made.say(1))
    made.end()
    made.line("IV. Conclusion", 14, bold=True)
    made.prose(4)
    return made


@layout
def separator_pages_before_each_form():
    made = Booklet("es", seed=64)
    made.cover("Quinto Plan de Acción Nacional de Gobierno Abierto", "República de Tarsis 2031-2033")
    made.essay("Introducción", 5)
    made.new_page()
    for at, title in made.each(7):
        made.gap(250)
        made.line(f"COMPROMISO {at}", 30, bold=True)
        made.line(title, 18)
        made.new_page()
        made.form(
            *made.form_rows(["Institución responsable", "Definición del problema", "¿Qué solución propone?", "Resultados esperados",
                             "Hitos", "Partes interesadas"], 4),
            widths=[130, 350],
        )  # fmt: skip
        made.new_page()
    return made
