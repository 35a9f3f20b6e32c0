"""The justice commitments themselves, with the way back to the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from classifier.irm import IrmResult
from classifier.judgements import Finding
from classifier.report.clean import without_contacts
from classifier.report.context import Context, decided, has, member_name
from classifier.report.outcomes import MEASURES
from classifier.report.similar import Likeness, similar
from classifier.report.tables import ReportTable
from classifier.report.words import Messages
from classifier.taxonomy import JusticeCategory

# Examples shown for each category.
EXAMPLES_EACH = 3
# Commitments of other members named beside an example.
ALIKE_EACH = 2
# Characters of the sentence quoted on each side of the evidence.
AROUND = 110
# Longest titles shown: plans that print none have a first sentence in its place.
LONGEST_TITLE, LONGEST_ALIKE = 200, 110


@dataclass(frozen=True, slots=True)
class Example:
    """One commitment shown by name, with its evidence, its page and others like it.

    `evidence` is what stands before the words that carry the label, the words, and what stands
    after them. `link` is the address of the page in the PDF; empty where there is no PDF.
    """

    category: str
    id: str
    title: str
    member: str
    years: str
    where: str
    link: str
    evidence: tuple[str, str, str]
    said_by: str
    results: str = ""
    alike: tuple[str, ...] = ()


def commitments_table(context: Context) -> ReportTable:
    """Every commitment that carries a category."""
    columns = ("id", "member", "year", "title", "categories", "said_by", "ogp_id", "results", "file", "page")
    found = [(f.commitment.id, _cells(context, f)) for f in context.justice]
    return context.table("justice_commitments", columns, found, main=())


def _cells(context: Context, finding: Finding) -> tuple[str | int | None, ...]:
    plan, commitment = finding.plan, finding.commitment
    return (
        commitment.id,
        member_name(finding),
        str(plan.year or ""),
        without_contacts(commitment.title),
        " + ".join(c.short for c in JusticeCategory if has(finding, c)),
        context.words("value.people" if decided(finding) else "value.model"),
        commitment.ogp_id or "",
        results(context, finding.commitment.id),
        plan.file_name,
        commitment.pages[0] if commitment.pages else None,
    )


def results(context: Context, commitment_id: str) -> str:
    """What IRM found of a commitment, in words; empty where it is not joined."""
    row = context.joins.rows.get(commitment_id) if context.joins else None
    return irm_in_words(row.irm, context.words) if row else ""


def irm_in_words(result: IrmResult, words: Messages) -> str:
    """Which of ambition, completion and early results IRM rated high."""
    names = ("high_ambition", "high_completion", "high_early_results")
    high = [words(f"value.{name}") for name in names if MEASURES[name](result)]
    assessed = any(MEASURES[name](result) is not None for name in names)
    return ", ".join(high) or words("value.none_high" if assessed else "value.not_assessed")


def examples(context: Context) -> tuple[Example, ...]:
    """A few commitments of each category: those people confirmed first, then the surest."""
    pool = context.justice_here or context.justice
    shown: list[Example] = []
    for category in JusticeCategory:
        carrying = [f for f in pool if has(f, category)]
        ranked = sorted(carrying, key=lambda f: (not decided(f), -_score(f, category), f.commitment.id))
        shown += [_example(context, f, category) for f in _of_different_members(ranked)[:EXAMPLES_EACH]]
    return tuple(shown)


def _of_different_members(findings: Sequence[Finding]) -> list[Finding]:
    """One of each member first, then the others."""
    seen: set[str] = set()
    first = [f for f in findings if not (member_name(f) in seen or seen.add(member_name(f)))]  # type: ignore[func-returns-value]
    return first + [f for f in findings if f not in first]


def _score(finding: Finding, category: JusticeCategory) -> float:
    return finding.prediction.scores.get(category, 0.0) if finding.prediction else 0.0


def _where(context: Context, finding: Finding) -> str:
    """The file a commitment stands in, with its first page."""
    pages, name = finding.commitment.pages, finding.plan.file_name
    return f"{name}, {context.words('page.page', page=pages[0])}" if pages else name


def _example(context: Context, finding: Finding, category: JusticeCategory) -> Example:
    plan, commitment = finding.plan, finding.commitment
    near = similar(finding, context.justice, context.concepts, limit=ALIKE_EACH)
    return Example(
        category=category,
        id=commitment.id,
        title=_cut(commitment.title, LONGEST_TITLE),
        member=member_name(finding),
        years=f"{plan.starts or '?'}–{plan.ends or '?'}",
        where=_where(context, finding),
        link=page_link(context, finding),
        evidence=_quote(finding, category),
        said_by=context.words("page.by_people" if decided(finding) else "page.by_model"),
        results=results(context, commitment.id),
        alike=tuple(_alike(context, one) for one in near),
    )


def _quote(finding: Finding, category: JusticeCategory) -> tuple[str, str, str]:
    """The evidence within its sentence: before, the words, after; empty where there is none."""
    said = finding.prediction.evidence if finding.prediction else ()
    one = next((e for e in said if e.category == category), None)
    if one is None:
        return "", "", ""
    whole = finding.commitment.title if one.part == "title" else finding.commitment.text
    # From the last end of a sentence or line before, to the first one after.
    before = re.split(r"[.!?;]\s|\n", whole[: one.start])[-1]
    after = re.split(r"(?<=[.!?;])\s|\n", whole[one.end :])[0]
    found = (_last_words(before), whole[one.start : one.end], _first_words(after))
    return without_contacts(found[0]), without_contacts(found[1]), without_contacts(found[2])


def _last_words(text: str) -> str:
    return text if len(text) <= AROUND else f"…{text[-AROUND:].partition(' ')[2]}"


def _first_words(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND].rpartition(' ')[0]}…"


def _cut(text: str, most: int) -> str:
    clean = without_contacts(" ".join(text.split()))
    return clean if len(clean) <= most else f"{clean[:most].rsplit(' ', 1)[0]}…"


def _alike(context: Context, one: Likeness) -> str:
    finding, found = one.finding, results(context, one.finding.commitment.id)
    year = finding.plan.year or "?"
    text = f"{member_name(finding)} ({year}): {_cut(finding.commitment.title, LONGEST_ALIKE)}"
    return f"{text} ({found})" if found else text


def page_link(context: Context, finding: Finding) -> str:
    """The address of the commitment's first page; empty where there is no PDF."""
    if not finding.commitment.pages or not finding.plan.file_name:
        return ""
    base = context.links.get(finding.plan.id, quote(finding.plan.file_name))
    return f"{base}#page={finding.commitment.pages[0]}"
