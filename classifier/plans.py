"""What an action plan holds: its member, its commitments, their fields and milestones."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from classifier.documents import Box


class Level(StrEnum):
    """National members and OGP Local members."""

    NATIONAL = "national"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Member:
    """A country, city or region in OGP.

    `code` is OGP's prefix (UK, MO, XK; not always ISO); `region` and `income` are OGP's and the
    World Bank's assignments, empty where unknown.
    """

    code: str
    name: str
    level: Level = Level.NATIONAL
    iso3: str = ""
    region: str = ""
    income: str = ""


class DocumentKind(StrEnum):
    """What the file turned out to be."""

    ACTION_PLAN = "action plan"
    SELF_ASSESSMENT = "self-assessment"
    IRM_REPORT = "IRM report"
    SLIDES = "slides"
    OTHER = "other"


class Edition(StrEnum):
    """Which issue of a plan the file is."""

    FINAL = "final"
    DRAFT = "draft"
    AMENDED = "amended"
    ADDENDUM = "addendum"


class FieldName(StrEnum):
    """The fields of OGP's templates, under one name for all periods."""

    THEME = "theme"
    LEAD = "lead"
    SUPPORTING = "supporting"
    PROBLEM = "problem"
    STATUS_QUO = "status_quo"
    OBJECTIVE = "objective"
    DESCRIPTION = "description"
    SOLUTION = "solution"
    RESULTS = "results"
    VALUES = "values"
    MILESTONES = "milestones"
    PERIOD = "period"
    CONTACT = "contact"
    ADDITIONAL = "additional"


# Fields that promise something; the others explain, justify or address.
OPERATIVE_FIELDS = frozenset(
    {FieldName.OBJECTIVE, FieldName.DESCRIPTION, FieldName.SOLUTION, FieldName.MILESTONES, FieldName.RESULTS}
)


@dataclass(frozen=True, slots=True)
class Field:
    """One template field as a span of the commitment's text, label left out."""

    name: FieldName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of a commitment; dates only where a date was printed."""

    text: str
    number: str = ""
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment of a plan.

    `text` is everything the plan says of it but contact details, which stand in `contact` and
    go nowhere unless asked for. `fields` are spans of `text`. `pages` ascend from 1; `boxes` has
    one box for each page. `confidence` (0 to 1) says how sure the split is. `ogp_id` is `None`
    until joined with OGP's database: plans do not print it.
    """

    id: str
    plan_id: str
    order: int
    number: str
    title: str
    text: str
    fields: tuple[Field, ...] = ()
    theme: str = ""
    lead_institution: str = ""
    supporting_institutions: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    start: date | None = None
    end: date | None = None
    sdg_targets: tuple[str, ...] = ()
    contact: str = ""
    language: str = ""
    pages: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    blocks: tuple[int, ...] = ()
    confidence: float = 1.0
    warnings: tuple[str, ...] = ()
    ogp_id: str | None = None

    @classmethod
    def from_text(
        cls, *, title: str, text: str, lead_institution: str = "", language: str = "", id: str = ""
    ) -> "Commitment":
        """A commitment that stands alone, as in a database or a corpus."""
        digest = hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:12]
        return cls(
            id=id or f"text-{digest}",
            plan_id="",
            order=0,
            number="",
            title=title,
            text=text,
            lead_institution=lead_institution,
            language=language,
        )

    def field_text(self, name: FieldName) -> str:
        """The text of every span of one field, joined by line breaks."""
        return "\n".join(self.text[field.start : field.end] for field in self.fields if field.name == name)


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """One plan, with the style by which its commitments were found.

    `fit` (0 to 1) says how well that style fitted. `starts` and `ends` are years. `version`
    names the language version that was counted where a file holds several. `outside` is the share
    of the plan's words that lie in no commitment.
    """

    id: str
    sha256: str
    file_name: str
    member: Member | None
    commitments: tuple[Commitment, ...]
    language: str = ""
    languages: tuple[str, ...] = ()
    kind: DocumentKind = DocumentKind.ACTION_PLAN
    kind_reason: str = ""
    edition: Edition = Edition.FINAL
    number: str = ""
    title: str = ""
    starts: int | None = None
    ends: int | None = None
    submitted: int | None = None
    style: str = ""
    fit: float = 0.0
    pages: int = 0
    announced: int | None = None
    outside: float = 0.0
    warnings: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """Year of submission, else the year the plan starts."""
        return self.submitted or self.starts
