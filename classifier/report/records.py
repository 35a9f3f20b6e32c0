"""One record for each commitment, as researchers get it."""

from dataclasses import dataclass

from classifier.judgements import Finding
from classifier.report.clean import without_contacts
from classifier.report.coalition import targets
from classifier.report.context import Context, decided, has, is_justice
from classifier.tally.dimensions import DIMENSIONS, UNKNOWN
from classifier.taxonomy import JusticeCategory

# Types as a Data Package names them, by field; the order is the files'.
FIELDS: dict[str, str] = {
    "id": "string",
    "ogp_id": "string",
    "plan_id": "string",
    "member": "string",
    "member_code": "string",
    "level": "string",
    "region": "string",
    "income": "string",
    "year": "integer",
    "starts": "integer",
    "ends": "integer",
    "number": "string",
    "title": "string",
    "text": "string",
    "language": "string",
    "lead_institution": "string",
    "lead_branch": "string",
    "file": "string",
    "first_page": "integer",
    "split_confidence": "number",
    **dict.fromkeys(JusticeCategory, "boolean"),
    "any_justice": "boolean",
    "decided": "boolean",
    "read_by_model": "boolean",
    **dict.fromkeys((f"score_{category}" for category in JusticeCategory), "number"),
    "doubtful": "boolean",
    "subthemes": "string",
    "people_centred": "string",
    "groups": "string",
    "means": "string",
    "sdg_targets": "string",
    "audit_stratum": "integer",
    "audit_probability": "number",
    "audit_sampled": "boolean",
    "high_ambition": "boolean",
    "high_completion": "boolean",
    "high_early_results": "boolean",
    "potential_impact": "string",
    "potential_for_results": "string",
    "completion": "string",
    "diog": "string",
    "early_results": "string",
    "model": "string",
}
# Fields that only a model fills.
SCORES = {f"score_{category}": category for category in JusticeCategory}
READINGS = ("subthemes", "people_centred", "groups", "means", "model")
# Between several values of one field.
BETWEEN = "; "

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Record:
    """One commitment's values in the order of `FIELDS`."""

    values: tuple[Value, ...]

    def __getitem__(self, name: str) -> Value:
        return self.values[list(FIELDS).index(name)]


def record(context: Context, finding: Finding) -> Record:
    """A commitment without its contacts, with what is said of it and by whom."""
    found = _plan(finding) | _text(finding) | _label(finding) | _said(finding) | _audit(finding)
    found |= {"sdg_targets": BETWEEN.join(sorted(targets(finding)))} | _irm(context, finding)
    return Record(tuple(found[name] for name in FIELDS))


def _plan(finding: Finding) -> dict[str, Value]:
    plan, member = finding.plan, finding.plan.member
    return {
        "plan_id": plan.id,
        "member": member.name if member else "",
        "member_code": member.code if member else "",
        "level": str(member.level) if member else "",
        "region": member.region if member else "",
        "income": member.income if member else "",
        "year": plan.year,
        "starts": plan.starts,
        "ends": plan.ends,
        "file": plan.file_name,
    }


def _text(finding: Finding) -> dict[str, Value]:
    commitment = finding.commitment
    return {
        "id": commitment.id,
        "ogp_id": commitment.ogp_id or "",
        "number": commitment.number,
        "title": without_contacts(commitment.title),
        "text": without_contacts(commitment.text),
        "language": commitment.language or finding.plan.language,
        "lead_institution": without_contacts(commitment.lead_institution),
        "lead_branch": "".join(b for b in DIMENSIONS["branch"](finding) if b != UNKNOWN),
        "first_page": commitment.pages[0] if commitment.pages else None,
        "split_confidence": round(commitment.confidence, 3),
    }


def _label(finding: Finding) -> dict[str, Value]:
    """Categories as yes or no; nothing where neither person nor model has said."""
    if finding.label is None:
        return dict.fromkeys((*JusticeCategory, "any_justice"), None) | {"decided": False}
    found: dict[str, Value] = {category: has(finding, category) for category in JusticeCategory}
    return found | {"any_justice": is_justice(finding), "decided": decided(finding)}


def _said(finding: Finding) -> dict[str, Value]:
    said = finding.prediction
    found: dict[str, Value] = {"read_by_model": said is not None, "doubtful": False}
    if said is None:
        return found | dict.fromkeys(SCORES) | dict.fromkeys(READINGS, "")
    found["doubtful"] = bool(said.doubtful)
    found |= {name: said.scores.get(c) for name, c in SCORES.items()}
    found |= {name: round(value, 4) for name, value in found.items() if isinstance(value, float)}
    return found | {
        "subthemes": BETWEEN.join(said.subthemes),
        "people_centred": str(said.people_centred) if is_justice(finding) else "",
        "groups": BETWEEN.join(sorted(said.groups)),
        "means": BETWEEN.join(sorted(said.means)),
        "model": said.model_id,
    }


def _audit(finding: Finding) -> dict[str, Value]:
    item = finding.audit
    return {
        "audit_stratum": item.stratum if item else None,
        "audit_probability": round(item.probability, 6) if item else None,
        "audit_sampled": item.sampled if item else None,
    }


def _irm(context: Context, finding: Finding) -> dict[str, Value]:
    """IRM's values as published, so that ND, NR and NA stay apart; empty where not joined."""
    row = context.joins.rows.get(finding.commitment.id) if context.joins else None
    highs = ("high_ambition", "high_completion", "high_early_results")
    raw = ("potential_impact", "potential_for_results", "completion", "diog", "early_results")
    found: dict[str, Value] = {name: getattr(row.irm, name) if row else None for name in highs}
    return found | {name: getattr(row.irm, name) if row else "" for name in raw}
