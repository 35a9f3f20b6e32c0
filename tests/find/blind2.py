"""Invented plans, second round: forms over pages, restarts, matrices, nested numbers, scans."""

from find.booklet import Booklet
from find.layouts import layout


@layout
def title_cell_beside_its_label_one_form_a_page():
    made = Booklet("en", seed=31)
    made.cover("Fourth National Action Plan 2031-2033", "Open Government Partnership", "Republic of Tanara")
    made.essay("Foreword by the Minister", 3)
    made.essay("Co-creation process", 4)
    made.new_page()
    problem = "What is the public problem that the commitment will address?"
    promise = "What is the commitment?"
    contribution = "How will the commitment contribute to solve the public problem?"
    values = "Why is this commitment relevant to OGP values?"
    labels = ["Lead implementing agency", problem, promise, contribution, values, "Additional information"]
    for at, title in made.each(8):
        made.form(
            ["Commitment number and name", f"{at}. {title}"],
            ["Commitment start and end date", "July 2031 - June 2033"],
            *made.form_rows(labels, 4),
            widths=[130, 350], size=8,
        )  # fmt: skip
        made.form(
            ["Milestone activity with a verifiable deliverable", "Start date", "End date"],
            *[[f"{at}.{step} {made.say(1)}", "July 2031", "June 2032"] for step in (1, 2, 3)],
            widths=[320, 80, 80], label_bold=False, size=8,
        )  # fmt: skip
        made.form(
            ["Name of responsible person", "Ama Forest"],
            ["Email and phone", "ama@example.org"],
            ["State actors involved", "Office of Rivers"],
            ["CSOs, private sector, multilaterals, working groups", "Tenants' League"],
            widths=[130, 350], size=8,
        )  # fmt: skip
        made.new_page()
    return made


@layout
def titles_alone_at_the_foot_of_the_page():
    made = Booklet("en", seed=32)
    made.cover("Open Government Action Plan III", "2031-2033", "Republic of Ketu")
    made.essay("Introduction", 6)
    labels = [
        "Lead agency",
        "Problem to be addressed",
        "Main objective",
        "Brief description of commitment",
        "Relevance",
        "Ambition",
    ]
    for at, title in made.each(9):
        made.line(f"Commitment {at}", 11, bold=True)
        made.line(title, 11, bold=True)
        made.form(*made.form_rows(labels, 4), widths=[120, 360])
        made.form(["Milestones", "Dates"], *[[made.say(1), "2031-2032"] for _ in range(4)], widths=[360, 120])
        made.gap(10)
    return made


@layout
def numbers_restart_and_milestones_numbered_alike():
    made = Booklet("en", seed=33)
    made.cover("National Action Plan", "Open Government Partnership 2031-2033", "Republic of Ansar")
    made.essay("Introduction", 3)
    for name in ("Fiscal transparency", "Access to information", "Public services"):
        made.end()
        made.line(name, 18, bold=True)
        made.prose(4)
        for at, title in made.each(4):
            made.line(f"{at}. {title}", 12, bold=True)
            made.prose(4)
            made.line("Milestones:")
            for step in (1, 2, 3):
                made.line(f"{step}. {made.say(1)}", leftIndent=15)
    return made


@layout
def letters_under_roman_themes():
    made = Booklet("en", seed=34, serif=True)
    made.cover("ACTION PLAN 2031-2032", "OPEN GOVERNMENT PARTNERSHIP", "REPUBLIC OF DALMA")
    made.line("I. INTRODUCTION", 13, bold=True)
    for _ in range(3):
        made.prose(5)
    made.line("II. EFFORTS TO DATE", 13, bold=True)
    for letter, title in zip("AB", made.take(2), strict=True):
        made.line(f"{letter}. {title}", 11, bold=True)
        made.prose(4)
    made.line("III. COMMITMENTS", 13, bold=True)
    for letter, title in zip("ABCDEFG", made.take(7), strict=True):
        made.begin(title)
        made.line(f"{letter}. {title}", 11, bold=True)
        made.prose(4)
        for roman in ("i", "ii", "iii"):
            made.line(f"{roman}. {made.say(1)}", leftIndent=14)
    made.end()
    made.line("IV. MONITORING", 13, bold=True)
    made.prose(4)
    return made


@layout
def announced_but_never_described():
    made = Booklet("es", seed=35)
    made.cover("Segundo Plan de Acción de Gobierno Abierto 2031-2033", "República de Tarsis")
    titles = made.take(8)
    made.essay("Presentación", 3)
    made.line("Los compromisos de un vistazo", 14, bold=True)
    made.form(
        ["Compromiso", "Responsable"],
        *[[f"{at}. {title}", "Oficina de Ríos"] for at, title in enumerate(titles, 1)],
        widths=[350, 130], label_bold=False, bold_rows=(0,),
    )  # fmt: skip
    made.new_page()
    for at, title in enumerate(titles[:7], 1):
        made.begin(title)
        made.line(f"Compromiso {at}", 18, bold=True)
        made.line(title, 14, bold=True)
        made.parts(("Objetivo general", "Situación actual", "Ambición", "Hitos"), 11, 3)
    return made


@layout
def proposals_not_adopted_follow():
    made = Booklet("es", seed=36)
    made.cover(
        "IV Plan de Acción Nacional 2031-2033", "Alianza para el Gobierno Abierto", "República de Montesur"
    )
    made.essay("Proceso de cocreación", 4)
    for at, title in made.each(8):
        made.line(f"Compromiso N° {at}: {title}", 13, bold=True)
        made.form(
            *made.form_rows(
                ["Institución responsable", "Problema", "Objetivo principal", "Descripción del compromiso"], 3
            ),
            widths=[130, 350],
        )
        made.gap(14)
    made.end()
    made.new_page()
    made.line("Propuestas no incorporadas", 16, bold=True)
    made.prose(3)
    for at, title in enumerate(made.take(6), 1):
        made.line(f"Propuesta {at}: {title}", 13, bold=True)
        made.prose(3)
    return made


@layout
def ukrainian_matrix_over_pages():
    made = Booklet("uk", seed=37)
    made.cover("План дій із впровадження Ініціативи", "«Партнерство «Відкритий Уряд» у 2031-2032 роках")
    made.essay("Загальна частина", 4)
    made.line("Заходи плану дій", 14, bold=True)
    head = ["№", "Найменування заходу", "Строк виконання", "Відповідальні за виконання", "Індикатор"]
    for at, title in made.each(8):
        row = [f"{at}.", f"{title}. {made.say(2)}", "грудень 2032", "Управління річок", made.say(1)]
        made.form(
            *([head, row] if at == 1 else [row]), widths=[30, 190, 80, 90, 100], label_bold=False, size=8
        )
    return made


@layout
def romanian_forms():
    made = Booklet("ro", seed=38)
    made.cover(
        "Planul național de acțiune 2031-2033", "Parteneriatul pentru guvernare deschisă", "Republica Dacara"
    )
    made.essay("Introducere", 5)
    for at, title in made.each(8):
        made.form(
            [f"Angajament {at}. {title}", ""],
            ["Instituția responsabilă", "Oficiul râurilor"],
            *made.form_rows(["Descrierea angajamentului", "Problema", "Rezultate așteptate"], 3),
            ["Etape", "Termen de realizare"],
            *[[f"{step}. {made.say(1)}", "iunie 2032"] for step in (1, 2, 3)],
            widths=[240, 240], spans=(0,), bold_rows=(0,),
        )  # fmt: skip
        made.gap(16)
    return made


@layout
def german_commitments_with_milestone_bullets():
    made = Booklet("de", seed=39)
    made.cover("Vierter Nationaler Aktionsplan 2031-2033", "Open Government Partnership", "Bundesland Nordau")
    made.essay("Einleitung", 4)
    for at, title in made.each(8):
        made.line(f"{at}. Verpflichtung: {title}", 14, bold=True)
        made.parts(("Federführend", "Ausgangslage", "Ziel"), 10, 3)
        made.line("Meilensteine", 10, bold=True)
        made.bullets(*[made.say(1) for _ in range(3)])
    return made


@layout
def portuguese_then_english():
    made = Booklet("pt", seed=40)
    made.cover("IV Plano de Ação Nacional 2031-2033", "Administração Aberta", "República de Lusmar")
    made.essay("Introdução", 3)
    for at, title in made.each(7):
        made.line(f"Compromisso {at}: {title}", 14, bold=True)
        made.parts(("Entidade líder", "Descrição do compromisso", "Marcos"), 11, 4)
    made.end()
    made.new_page()
    made.language = "en"
    made.__post_init__()
    made.titles_used = 0
    made.cover("IV National Action Plan 2031-2033", "Open Administration", "Republic of Lusmar")
    made.essay("Introduction", 3)
    for at, title in enumerate(made.take(7), 1):
        made.line(f"Commitment {at}: {title}", 14, bold=True)
        made.parts(("Lead entity", "Commitment description", "Milestones"), 11, 4)
    return made


@layout
def unnumbered_headings_with_titled_bullets_inside():
    made = Booklet("en", seed=41)
    made.cover("The Open Government Partnership", "Third Action Plan for Arden", "October 2031")
    made.essay("Introduction", 3)
    for name in ("Open government to improve public services", "Access to information", "Public integrity"):
        made.end()
        made.line(name, 18, bold=True)
        made.prose(3)
        for title in made.take(4):
            made.begin(title)
            made.line(title, 12, bold=True)
            made.prose(4)
            made.bullets(
                *[
                    f"<b>{name} step {step}.</b> {made.say(2)}"
                    for step, name in enumerate(("Draft", "Test", "Launch"), 1)
                ]
            )
    return made


@layout
def italian_actions_with_numbered_undertakings():
    made = Booklet("it", seed=42)
    made.cover("Quinto Piano d'azione nazionale per il governo aperto", "2031-2033", "Repubblica di Valdoria")
    made.essay("Introduzione", 4)
    for at, title in made.each(7):
        made.line(f"Azione {at} – {title}", 16, bold=True)
        made.prose(4)
        for part in (1, 2, 3):
            made.line(f"Impegno {at}.0{part} – Passo dell'ufficio {part}", 12, bold=True)
            made.prose(3)
    return made


@layout
def essays_between_themes_in_the_same_type():
    made = Booklet("en", seed=43)
    made.cover("Open Government National Action Plan 2031", "Commonwealth of Wenlock")
    made.essay("Executive summary", 3, 13)
    for theme in range(3):
        made.end()
        made.line(("Water and land", "Money and works", "Records and courts")[theme], 20, bold=True)
        made.line(("Where we stand", "What we heard", "A word on method")[theme], 13, bold=True)
        made.prose(6)
        made.prose(6)
        for at, title in made.each(3):
            made.line(f"Commitment {theme * 3 + at}. {title}", 13, bold=True)
            made.prose(5)
            made.line("Timeline", 11, bold=True)
            made.prose(2)
    return made


@layout
def french_scan_of_forms():
    made = Booklet("fr", seed=44)
    made.scanned = True
    made.cover(
        "Plan d'action national 2031-2033", "Partenariat pour un gouvernement ouvert", "République de Tassili"
    )
    made.essay("Introduction", 3)
    made.new_page()
    labels = [
        "Agence responsable de la mise en œuvre",
        "Statu quo ou problème à résoudre",
        "Objectif principal",
        "Brève description de l'engagement",
    ]
    for at, title in made.each(6):
        made.line(f"Engagement n°{at} : {title}", 14, bold=True)
        made.form(*made.form_rows(labels, 3), widths=[140, 340], size=10)
        made.gap(12)
    return made
