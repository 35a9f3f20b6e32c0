"""Invented plans, one for each layout that real plans have."""

from collections.abc import Callable

from find.maker import TITLES, Made

LAYOUTS: dict[str, Callable[[], Made]] = {}


def layout(function: Callable[[], Made]) -> Callable[[], Made]:
    LAYOUTS[function.__name__] = function
    return function


T3 = {
    "en": ["Commitment Start and End Date", "Lead implementing agency",
           "What is the public problem that the commitment will address?", "Supporting actors",
           "What is the commitment?", "Additional information",
           "How will the commitment contribute to solve the public problem?", "Contact",
           "Why is this commitment relevant to OGP values?"],
    "es": ["Fecha de inicio y término del compromiso", "Institución responsable de la implementación",
           "¿Cuál es la problemática que el compromiso aborda?", "¿Cuál es el compromiso?",
           "¿Cómo contribuirá a resolver la problemática?", "¿Por qué es relevante a los valores de OGP?",
           "Información adicional"],
    "fr": ["Date de début et de fin de l'engagement", "Organisme responsable de la mise en œuvre",
           "Quel est le problème public que l'engagement vise à résoudre ?", "En quoi consiste l'engagement ?",
           "Comment l'engagement contribuera-t-il à résoudre le problème ?",
           "Pourquoi cet engagement est-il pertinent au regard des valeurs du PGO ?", "Informations supplémentaires"],
}  # fmt: skip


def opening(made: Made, *cover: str, essay: int = 3) -> None:
    made.cover(*cover)
    heads = {
        "en": "Introduction",
        "es": "Introducción",
        "fr": "Introduction",
        "it": "Introduzione",
        "pt": "Introdução",
    }
    made.line(heads[made.language], 18, bold=True)
    for _ in range(essay):
        made.prose(120)
    made.new_page()


def rows(made: Made, labels: list[str], words: int = 35) -> list[list[str]]:
    return [[label, " ".join(next(made.words) for _ in range(words))] for label in labels]


@layout
def italian_azione() -> Made:
    made = Made("it")
    opening(made, "Terzo Piano d'azione per l'open government 2031-2033", "Repubblica di Valdoria")
    made.line("Azioni del piano", 20, bold=True)
    for at, title in enumerate(TITLES["it"][:9], 1):
        if at in (1, 4, 7):
            made.end()
            made.line(f"Area {at // 3 + 1}. Amministrazione aperta", 17, bold=True)
            made.prose(60)
        made.begin(title)
        made.line(f"Azione {at}. {title}", 13, bold=True)
        for label in (
            "Amministrazione responsabile",
            "Situazione attuale",
            "Descrizione breve",
            "Impegni specifici e timeline",
        ):
            made.line(label, 11, bold=True)
            made.prose(50)
        made.bullets("pubblicare il registro entro giugno 2032", "aprire il portale entro dicembre 2032")
    made.end()
    made.line("Monitoraggio", 20, bold=True)
    made.prose(150)
    return made


@layout
def french_engagement() -> Made:
    made = Made("fr")
    opening(
        made,
        "Plan d'action national 2031-2033",
        "Pour une action publique transparente",
        "Royaume de Marsenne",
    )
    made.line("Bilan du plan précédent", 16, bold=True)
    for at, title in enumerate(TITLES["fr"][8:12], 1):
        made.line(f"{at}. {title}", 10)
        made.prose(30)
    made.line("Les engagements", 16, bold=True)
    for at, title in enumerate(TITLES["fr"][:8], 1):
        made.begin(title)
        made.line(f"Engagement n° {at} : {title}", 14, bold=True)
        for label in ("Institution porteuse", "Enjeux", "Contexte et ambition", "Feuille de route"):
            made.line(label, 11, bold=True)
            made.prose(60)
    made.end()
    made.line("Annexe : méthodologie", 16, bold=True)
    made.prose(200)
    return made


@layout
def spanish_nro_with_title_below() -> Made:
    made = Made("es")
    opening(made, "Cuarto Plan de Acción de Gobierno Abierto 2031-2033", "Provincia de Altamar")
    for at, title in enumerate(TITLES["es"][:7], 1):
        made.begin(title)
        made.line(f"COMPROMISO NRO. {at}:", 12, bold=True)
        made.line(title, 12)
        made.table(*rows(made, T3["es"], 30), widths=[140, 330])
        made.line("Hitos", 10, bold=True)
        for step in range(1, 4):
            made.line(f"{step}. Publicar la parte {step} del registro")
        made.new_page()
    return made


@layout
def macedonian_objective_measure() -> Made:
    made = Made("en")
    opening(made, "Open Government Partnership Action Plan 2031-2033", "Republic of Veles")
    for theme in range(1, 4):
        made.end()
        made.line(f"{theme}. Open services and data", 15, bold=True)
        made.prose(50)
        for measure in range(1, 4):
            title = TITLES["en"][(theme - 1) * 3 + measure - 1]
            made.begin(title)
            made.line(f"O{theme}M{measure}: {title}", 11, bold=True)
            made.prose(90)
            made.bullets("draft rules by May 2032", "train forty clerks by June 2032")
    return made


@layout
def kenyan_letters() -> Made:
    made = Made("en")
    opening(made, "National Action Plan", "Open Government Partnership", "Republic of Tanara 2031")
    at = 0
    for theme, name in ((1, "Transparency"), (2, "Participation")):
        made.end()
        made.line(f"Theme {theme}: {name}", 14, bold=True)
        for letter in "abcd":
            title = TITLES["en"][at]
            at += 1
            made.begin(title)
            made.line(f"C. {theme}.{letter}. {title}", 11, bold=True)
            made.prose(80)
            made.prose(40)
    return made


@layout
def roman_numerals_with_inner_lists() -> Made:
    made = Made("es")
    opening(made, "Plan de Acción de la Alianza para el Gobierno Abierto 2031", "República de Solana")
    made.line("Compromisos", 16, bold=True)
    for numeral, title in zip(["I", "II", "III", "IV", "V", "VI"], TITLES["es"], strict=False):
        made.begin(title)
        made.line(f"{numeral}. {title}", 12, bold=True)
        made.prose(60)
        for step in range(1, 5):
            made.line(
                f"{step}. Realizar la tarea {step} con las oficinas del valle y publicar el resultado en línea"
            )
    made.end()
    made.line("Seguimiento y evaluación", 16, bold=True)
    made.prose(120)
    return made


@layout
def template_with_labelled_title() -> Made:
    made = Made("en")
    opening(made, "Fifth National Action Plan 2031-2033", "Open Government Partnership", "Republic of Maravi")
    for at, title in enumerate(TITLES["en"][:6], 1):
        made.begin(title)
        made.table(
            ["Number and Name of the Commitment", f"{at}. {title}"],
            *rows(made, T3["en"], 60),
            widths=[150, 320],
        )
        made.table(
            ["Milestone Activity with a verifiable deliverable", "Start Date", "End Date"],
            ["1. Draft the rules", "January 2032", "May 2032"],
            ["2. Open the page", "June 2032", "July 2033"],
            widths=[290, 90, 90], labels=False,
        )  # fmt: skip
        made.table(["Contact information", "Ana Polk, a.polk@example.org"], widths=[150, 320])
        made.gap(30)
    return made


@layout
def french_template_title_row() -> Made:
    made = Made("fr")
    opening(
        made,
        "Plan d'action national 2031-2033",
        "Partenariat pour un Gouvernement Ouvert",
        "République de Tassili",
    )
    for title in TITLES["fr"][:6]:
        made.begin(title)
        made.table(["Titre de l'engagement", title], *rows(made, T3["fr"], 45), widths=[150, 320])
        made.gap(20)
    return made


@layout
def outline_with_contents_page() -> Made:
    made = Made("en")
    made.cover("Open Government Action Plan 2031-2033", "City of Port Lamb")
    made.line("Contents", 18, bold=True)
    for at, title in enumerate(TITLES["en"][:7]):
        made.line(f"{title} {'.' * 60} {4 + at}")
    made.new_page()
    made.line("Introduction", 18, bold=True)
    made.prose(300)
    made.new_page()
    for title in TITLES["en"][:7]:
        made.begin(title)
        made.line(title, 14, bold=True)
        made.prose(90)
        made.line("What we will do", 11, bold=True)
        made.prose(90)
        made.line("Who is involved", 11, bold=True)
        made.prose(40)
        made.new_page()
    return made


@layout
def capital_headings_in_one_size() -> Made:
    made = Made("en")
    made.cover("ACTION PLAN OF THE OPEN GOVERNMENT PARTNERSHIP 2031", "REPUBLIC OF SOUTH KARA")
    made.line("INTRODUCTION")
    made.prose(200)
    made.line("COMMITMENTS")
    for at, title in enumerate(TITLES["en"][:8], 1):
        made.begin(title.upper())
        made.line(f"COMMITMENT {at}. {title.upper()}")
        made.prose(100)
        made.prose(60)
    made.end()
    made.line("CONCLUSION")
    made.prose(80)
    return made


@layout
def two_levels_of_numbers() -> Made:
    made = Made("en")
    opening(made, "Second National Action Plan 2031-2033", "Open Government Partnership", "Kingdom of Norvik")
    at = 0
    for theme in range(1, 4):
        made.end()
        made.line(f"{theme}. Objective: open and honest offices", 14, bold=True)
        made.prose(70)
        for place in range(1, 4):
            title = TITLES["en"][at]
            at += 1
            made.begin(title)
            made.line(f"{theme}.{place} {title}", 12, bold=True)
            made.prose(110)
            made.prose(70)
    return made


@layout
def national_and_parliament() -> Made:
    made = Made("en")
    opening(made, "Open Government Action Plan 2031-2033", "Republic of Ketu")
    made.line("Part one: the government", 18, bold=True)
    for at, title in enumerate(TITLES["en"][:6], 1):
        made.begin(title)
        made.line(f"Commitment {at}: {title}", 13, bold=True)
        made.prose(130)
    made.end()
    made.new_page()
    made.line("Part two: open parliament action plan", 18, bold=True)
    made.prose(100)
    for at, title in enumerate(TITLES["en"][8:11], 1):
        made.begin(title)
        made.line(f"Commitment {at}: {title}", 13, bold=True)
        made.prose(130)
    return made


@layout
def annex_repeats_all() -> Made:
    made = Made("en")
    opening(made, "National Action Plan 2031-2033", "Open Government Partnership", "Republic of Lorne")
    made.line("Summary of commitments", 16, bold=True)
    for at, title in enumerate(TITLES["en"][:8], 1):
        made.line(f"Commitment {at}: {title}")
    made.new_page()
    for at, title in enumerate(TITLES["en"][:8], 1):
        made.begin(title)
        made.line(f"Commitment {at}: {title}", 13, bold=True)
        made.prose(150)
        made.line("Milestones", 10, bold=True)
        made.bullets("draft by May 2032", "open by June 2033")
    made.end()
    made.new_page()
    made.line("Annex A: timetable", 16, bold=True)
    made.table(
        ["Commitment", "Milestone", "Date"],
        *[[f"Commitment {at}: {title}", "draft, then open", "May 2032"] for at, title in enumerate(TITLES["en"][:8], 1)],
        widths=[260, 120, 80], labels=False,
    )  # fmt: skip
    return made


@layout
def past_achievements_numbered_alike() -> Made:
    made = Made("en")
    opening(made, "Action Plan 2031", "Open Government Partnership", "Federation of Ilex")
    made.line("Open government efforts to date", 16, bold=True)
    for at, title in enumerate(TITLES["en"][6:12], 1):
        made.line(f"{at}. {title}", 11, bold=True)
        made.prose(60)
    made.line("Our commitments", 16, bold=True)
    for at, title in enumerate(TITLES["en"][:6], 1):
        made.begin(title)
        made.line(f"{at}. {title}", 11, bold=True)
        made.prose(120)
    made.end()
    made.line("Next steps", 16, bold=True)
    made.prose(90)
    return made


@layout
def portuguese_medida() -> Made:
    made = Made("pt")
    opening(made, "II Plano de Ação Nacional de Administração Aberta 2031-2033", "República de Lusmar")
    for at, title in enumerate(TITLES["pt"][:8], 1):
        made.begin(title)
        made.line(f"Medida {at}", 16, bold=True)
        made.line(title, 12, bold=True)
        made.line("Qual é o problema visado pela medida?", 10, bold=True)
        made.prose(60)
        made.line("Como é que a medida contribui para resolver o problema?", 10, bold=True)
        made.prose(60)
    return made


@layout
def long_plan_that_restarts() -> Made:
    made = Made("en")
    opening(made, "National Action Plan 2031-2033", "Open Government Partnership", "Republic of Ansar")
    for theme in range(3):
        made.end()
        made.line(f"Better services, part {theme + 1} of our work", 16, bold=True)
        for at in range(1, 5):
            title = TITLES["en"][theme * 4 + at - 1]
            made.begin(title)
            made.line(f"Commitment Nr {at} {title}", 12, bold=True)
            made.prose(100)
    return made


@layout
def typewriter_numbers_with_inner_numbers() -> Made:
    made = Made("es")
    made.cover("Plan de Acción de Gobierno Abierto 2031", "República de Oriente Verde")
    made.line("Presentación")
    made.prose(150)
    for at, title in enumerate(TITLES["es"][:6], 1):
        made.begin(title)
        made.line(f"{at}. {title}")
        made.prose(70)
        for step in range(1, 4):
            made.line(f"{step}. Entregar el informe {step} al consejo del valle")
        made.prose(50)
    return made


@layout
def columns_of_prose() -> Made:
    made = Made("en", columns=2)
    opening(made, "Open Government National Action Plan 2031", "Commonwealth of Arden")
    for at, title in enumerate(TITLES["en"][:8], 1):
        made.begin(title)
        made.line(f"Action {at}", 14, bold=True)
        made.line(title, 11, bold=True)
        made.prose(150)
        made.line("Lead agency: Office of Rivers")
    return made


@layout
def question_blocks_without_titles() -> Made:
    made = Made("es")
    opening(made, "Quinto Plan de Acción de Gobierno Abierto 2031-2035", "República de Tarsis")
    made.line("Lista de compromisos", 16, bold=True)
    for at, title in enumerate(TITLES["es"][:6], 1):
        made.line(f"{at}. {title}")
    made.new_page()
    for title in TITLES["es"][:6]:
        made.begin(title)
        made.gap(40)
        for label in T3["es"][2:]:
            made.line(label, 11, bold=True)
            made.prose(55)
        made.new_page()
    return made


@layout
def bullets_with_run_in_titles() -> Made:
    made = Made("en")
    opening(made, "Open Government Partnership Action Plan 2031", "State of Wenlock")
    for theme, name in enumerate(("Transparent money", "Open records", "Citizens at the table")):
        made.end()
        made.line(name, 14, bold=True)
        made.prose(50)
        for title in TITLES["en"][theme * 3 : theme * 3 + 3]:
            made.begin(title)
            made.bullets(f"<b>{title}.</b> " + " ".join(next(made.words) for _ in range(60)))
    return made


@layout
def one_row_for_each() -> Made:
    made = Made("en")
    opening(made, "Action Plan for Open Government 2031-2033", "Republic of Dalma")
    made.line("Commitments", 16, bold=True)
    head = ["No", "Commitment", "Description", "Responsible institution", "Deadline"]
    body = []
    for at, title in enumerate(TITLES["en"][:8], 1):
        text = " ".join(next(made.words) for _ in range(40))
        body.append([str(at), title, text, "Office of Rivers", "June 2032"])
    for row in body:
        made.begin(row[1])
        made.table(*([head, row] if row is body[0] else [row]), widths=[30, 120, 190, 90, 60], labels=False)
    return made


@layout
def big_number_then_title() -> Made:
    made = Made("fr")
    opening(made, "Plan d'action 2031-2033 pour un gouvernement ouvert", "Ville de Clairval")
    for at, title in enumerate(TITLES["fr"][:7], 1):
        made.begin(title)
        made.line(f"{at:02d}", 40, bold=True)
        made.gap(14)
        made.line(title, 18, bold=True)
        for label in ("Pourquoi ?", "Comment ?", "Avec qui ?"):
            made.line(label, 11, bold=True)
            made.prose(60)
        made.new_page()
    return made


@layout
def templates_in_the_annex() -> Made:
    made = Made("es")
    opening(made, "Tercer Plan de Acción Nacional de Gobierno Abierto 2031-2033", "República de Montesur")
    made.line("Resumen de los compromisos", 14, bold=True)
    for at, title in enumerate(TITLES["es"][:6], 1):
        made.line(f"Compromiso {at}. {title}", 11, bold=True)
        made.prose(25)
    made.new_page()
    made.line("Anexo 1. Fichas", 18, bold=True)
    for at, title in enumerate(TITLES["es"][:6], 1):
        made.begin(title)
        made.table([f"Compromiso {at}. {title}", ""], *rows(made, T3["es"], 40), widths=[150, 320])
        made.gap(20)
    return made


@layout
def numbered_with_sub_actions() -> Made:
    made = Made("es")
    opening(made, "IV Plan de Gobierno Abierto 2031-2034", "Reino de Almenara")
    made.line("Los diez compromisos", 18, bold=True)
    for at, title in enumerate(TITLES["es"][:10], 1):
        made.begin(title)
        made.line(f"{at}. {title}", 14, bold=True)
        made.line("Objetivo", 11, bold=True)
        made.prose(70)
        for part in range(1, 4):
            made.line(f"{at}.{part}. Iniciativa de la oficina {part}", 11, bold=True)
            made.prose(40)
    return made


@layout
def two_languages_in_turn() -> Made:
    made = Made("es")
    opening(made, "Primer Plan de Acción de Gobierno Abierto 2031", "República de Isla Mayor")
    for title in TITLES["es"][:5]:
        made.begin(title)
        made.table([title, ""], *rows(made, T3["es"], 40), widths=[150, 320])
        made.new_page()
    made.end()
    made.language = "en"
    made.__post_init__()
    opening(made, "First Open Government Action Plan 2031", "Republic of Isla Mayor")
    for title in TITLES["en"][:5]:
        made.table([title, ""], *rows(made, T3["en"], 40), widths=[150, 320])
        made.new_page()
    return made
