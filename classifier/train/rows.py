"""Labelled commitments: the corpus, real ones labelled by hand, decisions from review."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from classifier.errors import CorpusError
from classifier.judgements import Finding
from classifier.plans import Commitment
from classifier.taxonomy import JusticeCategory

# Invented commitments only; real ones stay with those who hold the database.
CORPUS = Path(__file__).parents[2] / "corpus" / "commitments"
# One member in so many is held out.
HELD_OUT_SHARE = 5


class Source(StrEnum):
    """Where a labelled row comes from."""

    CORPUS = "corpus"
    REAL = "real"


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled commitment; `member` is what folds and hold-out go by."""

    id: str
    member: str
    language: str
    title: str
    text: str
    labels: frozenset[JusticeCategory]
    source: Source
    lead_institution: str = ""
    style: str = ""
    batch: str = ""
    rule: str = ""
    hard: bool = False

    @property
    def commitment(self) -> Commitment:
        """The row as a commitment to predict."""
        return Commitment.from_text(
            title=self.title, text=self.text, lead_institution=self.lead_institution, id=self.id
        )

    @property
    def held_out(self) -> bool:
        """Whether the row belongs to the frozen hold-out, by a hash of its member."""
        return int(hashlib.sha256(self.member.encode()).hexdigest(), 16) % HELD_OUT_SHARE == 0


def load_corpus(folder: Path = CORPUS) -> list[Row]:
    """Every row of the corpus, file by file.

    Raises `CorpusError` where there is none or a row cannot be used.
    """
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise CorpusError(f"No corpus in {folder}: it should hold files named <language>.jsonl.")
    return [row for path in paths for row in load_rows(path, Source.CORPUS)]


def load_rows(path: Path, source: Source) -> list[Row]:
    """The rows of a JSON-lines file with title, text, labels, member and id or key.

    Raises `CorpusError` naming file and line for a row that cannot be used.
    """
    return [_row(entry, source, f"{path.name} line {n}") for n, entry in read_entries(path)]


def decided_rows(findings: Iterable[Finding]) -> list[Row]:
    """The commitments whose label people settled; predictions and disagreements are left out."""
    return [_decided_row(finding) for finding in findings if finding.label and finding.label.decided]


def _decided_row(finding: Finding) -> Row:
    commitment, plan, label = finding.commitment, finding.plan, finding.label
    return Row(
        id=commitment.id,
        # Folds go by member, and a plan whose member is unknown must not be parted.
        member=plan.member.code or plan.member.name if plan.member else plan.id,
        language=commitment.language,
        title=commitment.title,
        text=commitment.text,
        labels=label.categories if label else frozenset(),
        source=Source.REAL,
        lead_institution=commitment.lead_institution,
        style=plan.style,
    )


def read_entries(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line numbers with the objects of a JSON-lines file.

    Raises `CorpusError` for a line that is no JSON object or a file that cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} cannot be read ({error}). Give a JSON-lines file in UTF-8.") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as error:
            raise CorpusError(f"{path.name} line {number} is no JSON ({error.msg}). Mend the line.") from None
        if not isinstance(entry, dict):
            raise CorpusError(f"{path.name} line {number} holds no object. Mend the line.")
        yield number, entry


def split(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Rows to learn from, and those of the frozen hold-out."""
    return [row for row in rows if not row.held_out], [row for row in rows if row.held_out]


def _row(entry: Mapping[str, Any], source: Source, where: str) -> Row:
    try:
        return Row(
            id=str(entry["id"] if "id" in entry else entry["key"]),
            member=str(entry["member"]),
            language=str(entry.get("language", "")),
            title=str(entry["title"]),
            text=str(entry["text"]),
            labels=frozenset(JusticeCategory(code) for code in entry["labels"]),
            source=source,
            lead_institution=str(entry.get("lead_institution") or ""),
            style=str(entry.get("style", "")),
            batch=str(entry.get("batch", "")),
            rule=str(entry.get("rule", "")),
            hard=bool(entry.get("hard", entry.get("set") == "hard")),
        )
    except KeyError as error:
        raise CorpusError(
            f"{where} has no {error}. Every row needs id, member, title, text, labels."
        ) from None
    except (ValueError, TypeError) as error:
        raise CorpusError(f"{where}: {error}. Labels are {', '.join(JusticeCategory)}.") from None
