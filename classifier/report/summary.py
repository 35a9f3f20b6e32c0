"""The cover's numbers, and one plain sentence to open each chapter."""

from collections.abc import Mapping, Sequence

from classifier.judgements import Finding
from classifier.report.coalition import justice_members
from classifier.report.context import Context, decided, is_justice, member_name
from classifier.report.tables import Kind, Plain, ReportTable, shown
from classifier.tally import ANY_JUSTICE


def facts(context: Context, tables: Sequence[ReportTable]) -> dict[str, Plain]:
    """The key numbers by name; `estimate`, `low` and `high` are `None` without a sample."""
    any_row = next(t for t in tables if t.name == "headline").row(ANY_JUSTICE)
    now, before = (set(justice_members(context, year)) for year in (context.year, context.year - 1))
    return {
        "plans": _plans(context.here),
        "members": len(set(map(member_name, context.here)) - {""}),
        "commitments": len(context.here),
        "read_by_people": sum(map(decided, context.here)),
        "justice": len(context.justice_here),
        "justice_decided": any_row["decided"],
        "justice_predicted": any_row["predicted"],
        "estimate": any_row["estimate"],
        "low": any_row["low"],
        "high": any_row["high"],
        "confirmed_share": any_row["confirmed_share"],
        "participants": len(now),
        "joined": len(now - before),
        "left": len(before - now),
        "all_commitments": len(context.findings),
        "all_justice": len(context.justice),
        "all_plans": _plans(context.findings),
    }


def _plans(findings: Sequence[Finding]) -> int:
    return len({finding.plan.id for finding in findings})


def sentences(context: Context, tables: Mapping[str, ReportTable]) -> dict[str, str]:
    """What each chapter says first; empty where there is nothing to say."""
    say, numbers = context.words, facts(context, list(tables.values()))
    values = {name: shown(value, Kind.COUNT) for name, value in numbers.items()}
    values |= {"year": str(context.year), "before": str(context.year - 1)}
    values["confirmed"] = shown(numbers["confirmed_share"], Kind.SHARE)
    kind = "estimated" if numbers["estimate"] is not None else "counted"
    return {
        "cover": say(f"summary.cover_{kind}", **values),
        "headline": say(f"summary.headline_{kind}", **values),
        "trend": _trend(context),
        "where": _largest(context, "where", tables["by_member"], ANY_JUSTICE),
        "what": _largest(context, "what", tables["by_subtheme"], "number"),
        "people": _people(context, tables["people_centred"]),
        "irm": _irm(context, tables["irm"]),
        "participants": say("summary.participants", **values),
        "trust": say("summary.trust", **values),
    }


def _trend(context: Context) -> str:
    if not context.before or not context.here:
        return ""
    shares = [sum(map(is_justice, some)) / len(some) for some in (context.before, context.here)]
    values = {"before": context.year - 1, "year": context.year}
    return context.words("summary.trend", then=f"{shares[0]:.0%}", now=f"{shares[1]:.0%}", **values)


def _largest(context: Context, chapter: str, table: ReportTable, column: str) -> str:
    """Names the row with most commitments; the last text cell before the counts is its name."""
    if not table.rows or not max(table.numbers(column)):
        return ""
    place = max(range(len(table.rows)), key=lambda at: (table.numbers(column)[at], -at))
    texts = [c.name for c in table.columns if c.kind is Kind.TEXT]
    name, number = table.column(texts[-1])[place], table.column(column)[place]
    return context.words(
        f"summary.{chapter}", name=name, number=number, all=len(context.justice_here), year=context.year
    )


def _people(context: Context, table: ReportTable) -> str:
    if not context.justice_here:
        return ""
    row = table.row("yes")
    return context.words("summary.people", number=row["number"], all=len(context.justice_here))


def _irm(context: Context, table: ReportTable) -> str:
    if not table.rows:
        return ""
    row = table.row("high_ambition")
    if not row["justice_of"] or not row["others_of"]:
        return context.words("summary.irm_none")
    values = {name: shown(row[name], Kind.SHARE if "share" in name else Kind.COUNT) for name in row}
    return context.words("summary.irm", **values)
