"""Invented plans, fourth round: laid out by a browser."""

from collections.abc import Callable

from find.web import Web

WEB: dict[str, Callable[[], Web]] = {}


def web(function: Callable[[], Web]) -> Callable[[], Web]:
    WEB[function.__name__] = function
    return function


@web
def number_in_a_circle_beside_the_title() -> Web:
    made = Web(
        "fr",
        71,
        ".n{float:left;width:44px;height:44px;border-radius:22px;background:#036;color:#fff;font:bold 22px/44px sans-serif;text-align:center;margin-right:12px} h2{font-size:19px;min-height:44px} h3{font-size:13px;color:#036} .c{break-before:page}",
    )
    made.add(
        "<h1>Plan d'action national 2031-2033</h1><p>Partenariat pour un gouvernement ouvert. République de Tassili</p>"
    )
    made.add(f"<h1 style='break-before:page'>Introduction</h1>{made.p(6)}{made.p(6)}")
    for at, title in enumerate(made.take(8), 1):
        parts = made.sections("h3", ("Contexte", "Objectifs", "Mesures clés", "Porteurs"), 3)
        made.commitment(title, f"<div class=c>{{begin}}<div class=n>{at}</div><h2>{title}</h2>{parts}</div>")
    return made


@web
def sidebar_with_lead_and_dates() -> Web:
    made = Web(
        "en",
        72,
        ".s{float:right;width:150px;background:#eee;padding:8px;margin-left:12px;font-size:9pt} h2{font-size:17px;color:#a30}",
    )
    made.add("<h1>Open Government National Action Plan 2031-2033</h1><p>Republic of Salone</p>")
    made.add(
        f"<h1 style='break-before:page'>Foreword</h1>{made.p(6)}<h1>How the plan was made</h1>{made.p(6)}<h1 style='break-before:page'>Commitments</h1>"
    )
    for at, title in enumerate(made.take(9), 1):
        side = "<div class=s><b>Lead</b><br>Office of Rivers<br><b>Partners</b><br>Tenants' League<br><b>Start</b><br>July 2031<br><b>End</b><br>June 2033</div>"
        made.commitment(
            title,
            f"<h2>Commitment {at}. {title}</h2>{side}{made.p(4)}<p><b>What will change</b></p>{made.p(3)}<ul><li>{made.say(1)}<li>{made.say(1)}</ul>",
        )
    return made


@web
def tables_without_rules() -> Web:
    made = Web(
        "es",
        73,
        "td{vertical-align:top;padding:4px 10px 8px 0} td:first-child{width:150px;font-weight:bold;color:#555} h2{font-size:16px;border-bottom:2px solid #000}",
    )
    made.add("<h1>IV Plan de Acción de Gobierno Abierto 2031-2033</h1><h2>República de Solana</h2>")
    made.add(f"<h1 style='break-before:page'>Presentación</h1>{made.p(7)}{made.p(6)}")
    for at, title in enumerate(made.take(8), 1):
        rows = "".join(
            f"<tr><td>{label}<td>{made.say(3)}"
            for label in ("Responsable", "Problema", "Solución propuesta", "Resultados esperados", "Hitos")
        )
        made.commitment(title, f"<h2>{at}. {title}</h2><table>{rows}</table>")
    return made


@web
def landscape_matrix_with_head_rows() -> Web:
    made = Web(
        "it",
        74,
        "table{border-collapse:collapse;font-size:8.5pt} td,th{border:1px solid #333;padding:3px;vertical-align:top} .a td{background:#cde;font-weight:bold}",
        landscape=True,
    )
    made.add("<h1>Piano d'azione locale per il governo aperto 2031-2033</h1><p>Comune di Valdora</p>")
    made.add(f"<h1 style='break-before:page'>Premessa</h1>{made.p(6)}{made.p(6)}<h1>Le azioni</h1>")
    for area, name in enumerate(("Trasparenza", "Partecipazione"), 1):
        made.add(f"<h2>Area {area}: {name}</h2>")
        for at, title in enumerate(made.take(4), 1):
            rows = "".join(
                f"<tr><td>{(area - 1) * 4 + at}.{step}<td>{made.say(1)}<td>Ufficio dei fiumi<td>giugno 2032"
                for step in (1, 2, 3)
            )
            made.commitment(
                title,
                f"<table width=100%><tr class=a><td colspan=4>{{begin}}Azione {(area - 1) * 4 + at}: {title}<tr><td colspan=4><b>Descrizione breve</b>: {made.say(3)}<tr><th>N.<th>Impegno<th>Responsabile<th>Scadenza{rows}</table><br>",
            )
    return made


@web
def two_columns_with_spanning_titles() -> Web:
    made = Web(
        "en",
        75,
        ".b{columns:2;column-gap:24px} h2{font-size:18px;margin-top:22px} h3{font-size:12px}",
        head="Open Government Action Plan",
    )
    made.add("<h1>Second National Action Plan on Open Government 2031-2033</h1><p>Kingdom of Norvik</p>")
    made.add(f"<h1 style='break-before:page'>Introduction</h1>{made.p(7)}")
    for at, title in enumerate(made.take(8), 1):
        inner = made.sections("h3", ("Status quo", "Ambition", "Actions", "Lead"), 4)
        made.commitment(title, f"<h2>{{begin}}Commitment {at}<br>{title}</h2><div class=b>{inner}</div>")
    return made


@web
def list_numbers_drawn_by_the_style_sheet() -> Web:
    made = Web(
        "pt",
        76,
        "ol.c>li{font-weight:bold;font-size:14px;margin-top:16px} ol.c>li>div{font-weight:normal;font-size:10.5pt} ol ol li{font-weight:normal}",
    )
    made.add(
        "<h1>III Plano de Ação Nacional de Administração Aberta</h1><p>2031-2033. República de Lusmar</p>"
    )
    made.add(f"<h1 style='break-before:page'>Introdução</h1>{made.p(6)}<h1>Compromissos</h1><ol class=c>")
    for title in made.take(8):
        steps = "".join(f"<li>{made.say(1)}" for _ in range(3))
        made.commitment(
            title, f"<li>{{begin}}{title}<div>{made.p(4)}<p>Marcos</p><ol>{steps}</ol></div></li>"
        )
    made.add("</ol>")
    return made


@web
def cards_in_a_grid_then_details() -> Web:
    made = Web(
        "en",
        77,
        ".g{display:grid;grid-template-columns:1fr 1fr 1fr;gap:10px} .k{border:1px solid #999;padding:8px;font-size:9pt} .k b{display:block;font-size:11pt} h2{font-size:20px} .c{break-before:page}",
    )
    titles = made.take(9)
    made.add("<h1>City Open Government Action Plan 2031-2033</h1><p>City of Port Lamb</p>")
    cards = "".join(f"<div class=k><b>Commitment {at}</b>{title}</div>" for at, title in enumerate(titles, 1))
    made.add(f"<h1 style='break-before:page'>Our commitments at a glance</h1><div class=g>{cards}</div>")
    for at, title in enumerate(titles, 1):
        inner = made.sections("h4", ("The problem", "The solution", "The results", "Milestones"), 3)
        made.commitment(title, f"<div class=c>{{begin}}<p>Commitment {at}</p><h2>{title}</h2>{inner}</div>")
    return made


@web
def small_letters_and_letterspaced_heads() -> Web:
    made = Web(
        "fr",
        78,
        "h2{font-variant:small-caps;letter-spacing:2px;font-size:17px} h4{letter-spacing:1px;text-transform:uppercase;font-size:9pt}",
    )
    made.add("<h1>Plan d'action 2031-2033</h1><p>Pour un gouvernement ouvert, Ville de Clairval</p>")
    made.add(f"<h1 style='break-before:page'>Préambule</h1>{made.p(7)}")
    for at, title in enumerate(made.take(8), 1):
        inner = made.sections("h4", ("Constat", "Objectif", "Étapes", "Calendrier"), 3)
        made.commitment(title, f"<h2>{{begin}}Action {at} – {title}</h2>{inner}")
    return made


@web
def progress_table_of_the_last_plan_first() -> Web:
    made = Web(
        "en",
        79,
        "table{border-collapse:collapse;font-size:9pt} td,th{border:1px solid #777;padding:4px;vertical-align:top} h2{font-size:15px}",
    )
    made.add("<h1>Fifth Open Government Action Plan 2031-2033</h1><p>Republic of Maravi</p>")
    past = made.take(7)
    rows = "".join(
        f"<tr><td>Commitment {at}<td>{title}<td>{made.say(2)}<td>Substantial"
        for at, title in enumerate(past, 1)
    )
    made.add(
        f"<h1 style='break-before:page'>Implementation of the fourth action plan</h1>{made.p(4)}<table><tr><th>No<th>Title<th>Progress<th>Level{rows}</table>"
    )
    made.add(f"<h1 style='break-before:page'>Commitments 2031-2033</h1>{made.p(3)}")
    for at, title in enumerate(made.take(7), 1):
        made.commitment(
            title,
            f"<h2>Commitment {at}: {title}</h2>{made.p(4)}<p><b>Lead:</b> Office of Rivers. <b>Deadline:</b> June 2032.</p>{made.p(3)}",
        )
    return made


@web
def thematic_chapters_and_goals_in_greek() -> Web:
    made = Web(
        "el",
        80,
        "h2{font-size:18px} h3{font-size:14px} table{border-collapse:collapse} td{border:1px solid #555;padding:4px;vertical-align:top} td:first-child{width:130px;background:#eee}",
    )
    made.add(
        "<h1>Πέμπτο Εθνικό Σχέδιο Δράσης 2031-2033</h1><p>Ανοικτή Διακυβέρνηση, Δημοκρατία της Αιολίας</p>"
    )
    made.add(f"<h1 style='break-before:page'>Εισαγωγή</h1>{made.p(6)}")
    for theme in (1, 2):
        made.add(f"<h2>Άξονας {theme}: Ανοικτά δεδομένα</h2>{made.p(3)}")
        for at, title in enumerate(made.take(4), 1):
            rows = "".join(
                f"<tr><td>{label}<td>{made.say(2)}"
                for label in ("Φορέας υλοποίησης", "Περιγραφή", "Χρονοδιάγραμμα")
            )
            made.commitment(
                title, f"<h3>{{begin}}Δέσμευση {theme}.{at} {title}</h3><table width=100%>{rows}</table>"
            )
    return made


@web
def question_and_answer_prose_without_numbers() -> Web:
    made = Web(
        "es", 81, "h2{font-size:17px;color:#063;break-before:page} dt{font-weight:bold;margin-top:8px}"
    )
    made.add("<h1>Plan de Acción de Estado Abierto 2031-2033</h1><p>Provincia de Altamar</p>")
    made.add(f"<h2>Palabras iniciales</h2>{made.p(6)}<h2>Metodología de trabajo</h2>{made.p(6)}")
    for title in made.take(6):
        inner = "".join(
            f"<dt>{label}</dt><dd>{made.say(3)}</dd>"
            for label in ("Organismo responsable", "Diagnóstico", "Propuesta", "Metas y plazos")
        )
        made.commitment(title, f"<h2>{{begin}}{title}</h2><dl>{inner}</dl>")
    made.add(f"<h2>Seguimiento del plan</h2>{made.p(5)}")
    return made


@web
def ministry_by_ministry_with_numbered_paragraphs() -> Web:
    made = Web("en", 82, "h2{font-size:16px;background:#ddd;padding:4px}")
    made.add("<h1>Open Government Partnership Action Plan 2031-2032</h1><p>Republic of Nusara</p>")
    made.add(f"<h1 style='break-before:page'>I. Introduction</h1>{made.p(6)}<h1>II. Commitments</h1>")
    number = 0
    for name in ("Ministry of Water", "Ministry of Works", "National Archive", "Police Service"):
        made.add(f"<h2>{name}</h2>")
        for title in made.take(3):
            number += 1
            made.commitment(
                title, f"<p>{{begin}}<b>{number}. {title}.</b> {made.say(4)}</p><p>Target: {made.say(1)}</p>"
            )
    return made
