"""Invented plans, first round: designed national plans with contents, annexes and forms."""

from find.booklet import Booklet
from find.layouts import layout


def contents(made, heading, entries):
    made.line(heading, 18, bold=True)
    for at, entry in enumerate(entries):
        made.line(f"{entry} {'.' * max(8, 80 - len(entry))} {4 + at}")
    made.new_page()


@layout
def french_number_over_title_with_themes():
    made = Booklet("fr", seed=11, head="Plan d'action 2031-2033")
    made.cover(
        "Pour une action publique ouverte", "Plan d'action national 2031-2033", "République de Marsenne"
    )
    titles = made.take(9)
    themes = ["Rendre des comptes", "Consulter et co-construire", "Partager les ressources numériques"]
    contents(made, "Sommaire", ["Avant-propos", *themes, *titles, "Annexes"])
    made.essay("Avant-propos")
    for theme in range(3):
        made.end()
        made.new_page()
        made.line(f"{theme + 1}. {themes[theme]}", 24, bold=True)
        made.prose(5)
        made.new_page()
        for at in range(3):
            number = theme * 3 + at
            made.begin(titles[number])
            made.line(f"ENGAGEMENT {number + 1}", 11, textColor="#007777")
            made.line(titles[number], 18, bold=True)
            made.parts(
                ("Institutions porteuses :", "Enjeux", "Contexte et ambition", "Feuille de route"), 11, 3
            )
            made.form(
                ["Action", "Échéance"],
                *[[made.say(1), "Juin 2032"] for _ in range(3)],
                widths=[360, 100],
                label_bold=False,
                bold_rows=(0,),
            )
            made.gap(14)
    made.end()
    made.new_page()
    made.line("Annexe 1 : bilan du plan 2029-2031", 18, bold=True)
    for at, title in enumerate(made.take(5), 1):
        made.line(f"Engagement {at} : {title}", 11, bold=True)
        made.prose(2)
    return made


@layout
def italian_forms_across_pages():
    made = Booklet("it", seed=12)
    made.cover("Sesto Piano d'azione nazionale", "Governo aperto 2031-2033", "Repubblica di Valdoria")
    made.essay("Premessa", 5)
    labels = ["Amministrazione responsabile", "Altre amministrazioni coinvolte", "Situazione attuale",
              "Obiettivo generale", "Descrizione breve", "Risultati attesi", "Periodo di attuazione"]  # fmt: skip
    for area, name in enumerate(("Trasparenza e open data", "Partecipazione", "Cittadinanza digitale")):
        made.end()
        made.new_page()
        made.line(name.upper(), 20, bold=True)
        made.prose(6)
        for at, title in made.each(3):
            steps = [[f"{step}. {made.say(1)}", "Ottobre 2032"] for step in range(1, 5)]
            made.form(
                [f"{area * 3 + at}. {title}", ""],
                *made.form_rows(labels, 4),
                ["Impegni specifici", "Timeline"],
                *steps,
                widths=[150, 330],
                spans=(0,),
                shade="lightblue",
                bold_rows=(0,),
            )
            made.gap(24)
    return made


@layout
def spanish_axes_with_forms():
    made = Booklet("es", seed=13)
    made.cover("III Plan de Gobierno Abierto", "2031-2033", "Reino de Almenara")
    made.essay("Introducción", 4)
    labels = ["Breve descripción del compromiso", "Status quo o problema que se quiere resolver", "Objetivo principal",
              "Desafío de OGP atendido por el compromiso", "Relevancia", "Ambición", "Institución responsable de la implementación",
              "Otros actores involucrados"]  # fmt: skip
    for axis, name in enumerate(("Colaboración", "Participación", "Transparencia", "Formación"), 1):
        made.end()
        made.new_page()
        made.line(f"EJE {axis}: {name}", 20, bold=True)
        made.prose(3)
        for at, title in made.each(3):
            made.form(
                [f"{axis}.{at}. {title}", ""],
                ["Fecha de inicio y término", "Enero 2031 - Junio 2033"],
                *made.form_rows(labels, 2),
                widths=[160, 320],
                spans=(0,),
                bold_rows=(0,),
                shade="lightgrey",
            )
            made.gap(6)
            made.form(
                ["Hitos", "Inicio", "Fin"],
                *[[f"{axis}.{at}.{step} {made.say(1)}", "Enero 2031", "Mayo 2032"] for step in (1, 2, 3)],
                widths=[300, 90, 90],
                label_bold=False,
            )
            made.gap(20)
    return made


@layout
def chilean_form_below_heading_with_overview_table():
    made = Booklet("es", seed=14)
    made.cover("Sexto Plan de Acción Nacional de Estado Abierto", "República de Solana", "2031-2033")
    made.essay("Presentación", 3)
    made.line("Avances del plan anterior", 16, bold=True)
    titles = made.take(14)
    for at, title in enumerate(titles[8:], 1):
        made.line(f"Compromiso {at}: {title}", 11, bold=True)
        made.prose(2)
    made.line("Compromisos del Sexto Plan de Acción", 16, bold=True)
    made.prose(3)
    made.form(
        ["N°", "Compromiso", "Institución"],
        *[[str(at), title, "Oficina de Ríos"] for at, title in enumerate(titles[:8], 1)],
        widths=[30, 300, 150], label_bold=False, bold_rows=(0,),
    )  # fmt: skip
    made.new_page()
    labels = ["Institución o actor responsable de la implementación", "Descripción del compromiso",
              "¿Cuál es la problemática que el compromiso aborda?", "¿Cuál es el compromiso?",
              "¿Cómo contribuirá a resolver la problemática?", "¿Por qué es relevante frente a los valores de OGP?",
              "Información adicional"]  # fmt: skip
    for at, title in enumerate(titles[:8], 1):
        made.begin(title)
        made.line(f"Compromiso {at}: {title}", 13, bold=True)
        made.form(
            ["Fecha de inicio y término del compromiso", "Marzo 2031 - Agosto 2033"],
            *made.form_rows(labels, 3),
            widths=[160, 320],
        )
        made.form(
            ["Actividad y producto entregable", "Fecha de inicio", "Fecha de término"],
            *[[f"{step}. {made.say(1)}", "Marzo 2031", "Mayo 2032"] for step in (1, 2, 3, 4)],
            widths=[300, 90, 90], label_bold=False,
        )  # fmt: skip
        made.form(
            ["Nombre de la persona responsable", "Rosa Alba"],
            ["Cargo y departamento", "Jefa de archivo"],
            ["Correo electrónico y teléfono", "rosa@ejemplo.example"],
            widths=[160, 320],
        )
        made.new_page()
    return made


@layout
def run_in_labels_and_numbered_milestones():
    made = Booklet("en", seed=15, serif=True)
    made.cover("National Action Plan 2031-2033", "Open Government Partnership", "Commonwealth of Arden")
    made.essay("Foreword", 2)
    made.essay("Developing this plan", 3)
    made.line("Commitments", 20, bold=True)
    for at, title in made.each(11):
        made.line(f"Commitment {at}: {title}", 15, bold=True, textColor="navy")
        for label in ("Objective", "Ambition", "Status quo"):
            made.line(f"<b>{label}:</b> {made.say(3)}")
        made.line("<b>Lead agency:</b> Office of Rivers")
        made.form(
            ["Milestones", "Start date", "End date"],
            *[[f"{step}. {made.say(1)}", "July 2031", "May 2032"] for step in (1, 2, 3)],
            widths=[320, 80, 80], label_bold=False,
        )  # fmt: skip
        made.gap(16)
    made.end()
    made.essay("Next steps", 2)
    return made


@layout
def irish_themes_with_summary_of_actions():
    made = Booklet("en", seed=16)
    made.cover("Open Government Partnership", "National Action Plan 2031-2033", "Republic of Lorne")
    made.essay("Background", 3)
    titles = made.take(10)
    made.line("Summary of actions", 16, bold=True)
    for theme in range(5):
        made.line(f"Theme {theme + 1}", 11, bold=True)
        for at in (1, 2):
            made.line(f"Action {theme + 1}.{at} – {titles[theme * 2 + at - 1]}")
    made.new_page()
    for theme in range(5):
        made.end()
        made.line(
            f"Theme {theme + 1}: {('Citizens', 'Records', 'Money', 'Trust', 'Data')[theme]}", 18, bold=True
        )
        made.prose(3)
        for at in (1, 2):
            title = titles[theme * 2 + at - 1]
            made.begin(title)
            made.line(f"Action {theme + 1}.{at} – {title}", 12, bold=True)
            made.line("Objective", 10, bold=True)
            made.prose(2)
            made.line("Current status", 10, bold=True)
            made.prose(2)
            made.line("Specific commitments", 10, bold=True)
            for step, mark in enumerate("abc"):
                made.line(f"({mark}) {made.say(1)}", leftIndent=12)
                if step == 1:
                    made.line(f"Action {theme + 1}.{at} is led by the Office of Rivers.", leftIndent=12)
    return made


@layout
def one_sentence_commitments_in_a_long_plan():
    made = Booklet("en", seed=17)
    made.cover(
        "Action Plan of the Open Government Partnership", "for the years 2031-2033", "Republic of Tatrania"
    )
    made.essay("1. Introduction", 3)
    number = 0
    for part, name in enumerate(("Open data", "Open justice", "Open education", "Participation"), 2):
        made.end()
        made.line(f"{part}. {name}", 15, bold=True)
        made.prose(5)
        for verb in ("Publish", "Analyse", "Revise", "Prepare", "Test", "Submit"):
            number += 1
            title = f"{verb} the {name.lower()} rules of office {number * 7} and report on their use to the council."
            made.begin(title)
            made.line(f"Commitment No. {number}: {title}")
    made.end()
    made.essay("6. Implementation and monitoring", 3)
    return made


@layout
def drawn_titles_with_overview():
    made = Booklet("es", seed=18)
    made.cover("Plan de Acción de Gobierno Abierto 2031-2034", "Estados de Oriente Verde")
    titles = made.take(7)
    made.line("¿Cuáles son los compromisos?", 18, bold=True)
    for at, title in enumerate(titles, 1):
        made.line(f"{at}. {title}")
    made.new_page()
    questions = ["¿Cuál es el problema que el compromiso busca abordar?", "¿Cuáles son las causas del problema?",
                 "¿Qué se ha hecho hasta ahora para resolver el problema?", "¿Qué solución propone el compromiso?",
                 "¿Qué resultados queremos lograr con la implementación de este compromiso?",
                 "¿Cómo promoverá la transparencia el compromiso?"]  # fmt: skip
    for title in titles:
        made.begin(title)
        made.drawn(title[:40], 18)
        made.gap(12)
        for question in questions:
            made.line(question, 11, bold=True)
            made.prose(3)
        made.new_page()
    return made


@layout
def georgian_style_forms_in_english():
    made = Booklet("en", seed=19)
    made.cover("Open Government Georgia-like Action Plan 2031-2032", "Republic of Kolkheti")
    steps = "Milestones to fulfil the commitment"
    made.essay("Introduction", 6)
    for theme, name in enumerate(("Improving public services", "Raising integrity", "Managing resources"), 1):
        made.end()
        made.line(f"Challenge {theme}: {name}", 16, bold=True)
        for at, title in enumerate(made.take(4), 1):
            number = (theme - 1) * 4 + at
            made.begin(title)
            made.form(
                [f"Commitment {number}: {title}", "", "", ""],
                ["Lead agency", "Office of Rivers", "Partners", "Academy of Clerks"],
                ["Status quo or problem to be addressed", made.say(3), "", ""],
                ["Main objective", made.say(2), "", ""],
                [steps, "New or ongoing", "Start date", "End date"],
                *[[f"{number}.{step} {made.say(1)}", "New", "March 2031", "May 2032"] for step in (1, 2, 3)],
                ["Indicator", made.say(1), "", ""],
                widths=[200, 130, 75, 75], spans=(0,), shade="lightgrey", bold_rows=(0,),
            )  # fmt: skip
            made.gap(18)
    return made


@layout
def croatian_measures_with_activity_tables():
    made = Booklet("hr", seed=20)
    made.cover(
        "Akcijski plan za provedbu inicijative",
        "Partnerstvo za otvorenu vlast 2031.-2033.",
        "Republika Istarna",
    )
    made.essay("Uvod", 4)
    for at, title in made.each(8):
        made.line(f"Mjera {at}. {title}", 13, bold=True)
        made.prose(4)
        made.line("Provedbene aktivnosti", 11, bold=True)
        made.form(
            ["Redni broj", "Aktivnost", "Nositelj", "Rok provedbe"],
            *[[f"{at}.{step}.", made.say(1), "Ured za rijeke", "lipanj 2032."] for step in (1, 2, 3)],
            widths=[50, 250, 100, 80], label_bold=False, bold_rows=(0,),
        )  # fmt: skip
        made.gap(12)
    made.end()
    made.essay("Praćenje provedbe", 2)
    return made


@layout
def bold_run_in_titles_under_ministries():
    made = Booklet("es", seed=21)
    made.cover("Plan de Acción", "Alianza para el Gobierno Abierto 2031", "República de Montesur")
    made.essay("Introducción", 4)
    made.line("Compromisos", 18, bold=True)
    for name in ("Ministerio de Aguas", "Ministerio de Obras", "Archivo Nacional"):
        made.end()
        made.line(name, 14, bold=True)
        for title in made.take(4):
            made.begin(title)
            made.line(f"<b>{title}.</b> {made.say(4)}")
            made.prose(3)
    made.end()
    made.essay("Seguimiento", 2)
    return made


@layout
def two_languages_side_by_side():
    made = Booklet("fr", seed=22)
    made.cover("Plan d'action national 2031-2033 / National Action Plan 2031-2033", "Royaume de Tassili")
    other = Booklet("en", seed=22)
    for left, right in zip(made.take(6), other.take(6), strict=True):
        made.begin(f"{left} ∥ {right}")
        made.form([left, right], widths=[240, 240], grid=False, bold_rows=(0,), size=13)
        for french, english in (("Problème", "Problem"), ("Solution", "Solution"), ("Jalons", "Milestones")):
            made.form([french, english], widths=[240, 240], grid=False, bold_rows=(0,), size=11)
            made.form([made.say(4), other.say(4)], widths=[240, 240], grid=False, label_bold=False)
        made.new_page()
    return made
