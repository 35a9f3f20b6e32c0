"""What every page may use: who reads, how things are called, which address."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from flask import current_app, request, session, url_for

from classifier.judgements import Decision
from classifier.review.cases import Case
from classifier.review.desk import Desk
from classifier.review.doubts import TITLES
from classifier.review.queue import STATES, Filter, is_blind, member_name
from classifier.review.settle import ADJUDICATION, AUDIT, UNDO
from classifier.review.web.safety import analyst, token
from classifier.taxonomy import JusticeCategory

HOW = {
    AUDIT: "audit, blind",
    ADJUDICATION: "adjudication",
    UNDO: "taken back",
    "workbook": "workbook",
    "": "",
}
THEMES = ("auto", "light", "dark")


def the_desk() -> Desk:
    """The desk of the app that answers, every decision made elsewhere taken up."""
    desk: Desk = current_app.extensions["desk"].desk
    desk.catch_up()
    return desk


def helpers() -> dict[str, Any]:
    """The names templates may use without being given them."""
    setup = current_app.extensions["desk"]
    return {
        "analyst": analyst(),
        "token": token,
        "knows_similar": setup.similar is not None,
        "shared": bool(setup.password),
        "theme": theme(),
        "keys": session.get("keys", True),
        "hidden": model_hidden(),
        "changed": bool(analyst()) and setup.desk.changed,
        "categories": tuple(JusticeCategory),
        "reason_title": TITLES,
        "states": STATES,
        "codes": codes,
        "verdict": verdict,
        "whose": whose,
        "pages_of": pages_of,
        "how": lambda decision: HOW.get(decision.reason, decision.reason),
        "moment": moment,
        "masked": masked,
        "link": link,
    }


def ticked() -> tuple[frozenset[JusticeCategory], bool]:
    """The categories ticked in a form, and whether "none" was; codes unknown here count for nothing."""
    codes = request.form.getlist("category")
    return frozenset(category for category in JusticeCategory if category.value in codes), "none" in codes


def theme() -> str:
    """Light, dark, or as the system says."""
    chosen = session.get("theme", "auto")
    return chosen if chosen in THEMES else "auto"


def model_hidden() -> bool:
    """Whether the analyst chose to read without the model."""
    return bool(session.get("hide_model", False))


def masked(case: Case) -> bool:
    """Whether a case must be shown without what the model says."""
    return is_blind(case, analyst()) or (model_hidden() and analyst() not in case.readers)


def masking() -> Callable[[Case], bool]:
    """`masked`, with who reads looked up once for many cases."""
    me, hidden = analyst(), model_hidden()
    return lambda case: is_blind(case, me) or (hidden and me not in case.readers)


def codes(categories: Iterable[JusticeCategory]) -> str:
    """Categories in short, "none" without any."""
    kept = set(categories)
    return " + ".join(category.short for category in JusticeCategory if category in kept) or "none"


def verdict(decision: Decision) -> str:
    """What a decision says."""
    return "unsure" if decision.categories is None else codes(decision.categories)


def whose(case: Case) -> str:
    """Member and years of a case's plan."""
    plan = case.finding.plan
    years = f"{plan.starts}–{plan.ends}" if plan.starts and plan.ends else str(plan.year or "year unknown")
    return f"{member_name(case) or 'Member unknown'} {years}"


def pages_of(case: Case) -> str:
    """The pages a commitment stands on."""
    pages = case.finding.commitment.pages
    if not pages:
        return ""
    return f"p. {pages[0]}" if len(pages) == 1 else f"pp. {pages[0]}–{pages[-1]}"


def moment(made_at: datetime) -> str:
    """Day and minute, UTC."""
    return f"{made_at:%Y-%m-%d %H:%M}"


def chosen() -> Filter:
    """The filter in the address."""
    return Filter.of(request.args)


def link(endpoint: str, base: Filter | None = None, **values: Any) -> str:
    """An address that keeps the filter; values given replace its fields."""
    narrowing = base.as_dict() if base else {}
    return url_for(endpoint, **{k: v for k, v in (narrowing | values).items() if v not in ("", None)})
