"""What a workbook holds: its columns, the codes of a decision, the instructions."""

import re
from itertools import combinations
from pathlib import Path

from classifier.review.cases import Case
from classifier.review.doubts import TITLES
from classifier.taxonomy import JusticeCategory

SHEET = "commitments"
# Heads with the width of each column in characters.
COLUMNS = (
    ("id", 22),
    ("plan", 26),
    ("page", 6),
    ("link", 8),
    ("title", 40),
    ("text", 80),
    ("lead institution", 24),
    ("predicted", 12),
    ("evidence", 40),
    ("reasons", 28),
    ("decision", 16),
    ("comment", 30),
    ("decisions so far", 10),
)
# What an import cannot do without.
NEEDED = frozenset({"id", "decision", "comment", "decisions so far"})
# Excel refuses cells with more characters.
LONGEST = 32_000
# Characters that XML, and so a workbook, cannot hold; PDFs do.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a spreadsheet takes for the start of a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NONE, UNSURE = "none", "unsure"
SHORT = {category.short: category for category in JusticeCategory}
CODES = (
    NONE,
    *("+".join(some) for size in (1, 2, 3) for some in combinations(SHORT, size)),
    UNSURE,
)
INSTRUCTIONS = (
    "One row for each commitment. Choose a decision from the list, or leave the cell empty to decide later.",
    "A2J access to justice, OJI open justice institutions, JOG justice for open government; + joins several.",
    "none: read, and none of the three. unsure: read, and another person should look.",
    "Where predicted is empty the row belongs to the audit sample, which is read without the model.",
    "Sort, filter and delete rows as you like. Leave the columns id and decisions so far as they are.",
    "Bring it back: ogp-justice review import FILE --analyst YOUR-NAME (first with --dry-run).",
)


def parsed(code: str) -> frozenset[JusticeCategory] | None:
    """The categories of a code in any order and case; `None` if it names none."""
    plain = code.replace(" ", "")
    if plain.lower() == NONE:
        return frozenset()
    parts = plain.upper().split("+")
    return frozenset(SHORT[part] for part in parts) if set(parts) <= set(SHORT) else None


def is_unsure(code: str) -> bool:
    """Whether a code leaves the commitment to another person."""
    return code.strip().lower() == UNSURE


def legal(code: str) -> bool:
    """Whether a code can be stored; an empty one can be left."""
    return not code.strip() or is_unsure(code) or parsed(code) is not None


def values(case: Case, *, blind: bool) -> tuple[str | int, ...]:
    """One row, in the order of the columns; a blind one holds nothing of the model's."""
    plan, commitment = case.finding.plan, case.finding.commitment
    printed = (commitment.title, commitment.text, commitment.lead_institution)
    return (
        commitment.id,
        f"{plan.member.name if plan.member else ''} {plan.year or ''}".strip(),
        next(iter(commitment.pages), ""),
        page_link(case),
        *(text[:LONGEST] for text in printed),
        *(("", "", "") if blind else _opinion(case)),
        "",
        "",
        len(case.decisions),
    )


def _opinion(case: Case) -> tuple[str, str, str]:
    """What the model says, on which words, and why to look twice."""
    reasons = "; ".join(TITLES[doubt.reason] for doubt in case.doubts)
    prediction = case.finding.prediction
    if prediction is None:
        return "", "", reasons
    predicted = "+".join(sorted(category.short for category in prediction.categories)) or NONE
    words = "; ".join(dict.fromkeys(item.text for item in prediction.evidence))
    return predicted, words[:LONGEST], reasons


def page_link(case: Case) -> str:
    """Where a viewer opens the plan at the commitment's page; empty without a file."""
    if case.file is None or not Path(case.file.path).is_absolute():
        return ""
    pages = case.finding.commitment.pages
    return f"{Path(case.file.path).as_uri()}#page={pages[0] if pages else 1}"
