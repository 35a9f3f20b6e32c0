"""What a model learns from: corpus, real labels, OGP's database, decisions; gathered in one place."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from classifier.irm import read_database
from classifier.irm.join import member_key
from classifier.pipeline import findings
from classifier.train.references import REFERENCES, Matched, match, read_references
from classifier.train.rows import CORPUS, Row, Source, decided_rows, load_corpus, load_rows
from classifier.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labelled rows, the hashes of the files they came from, and what to tell the user.

    `gold` holds the ids of the rows that were given by file, which `evaluate` scores.
    """

    rows: tuple[Row, ...]
    gold: frozenset[str] = frozenset()
    files: tuple[tuple[str, str], ...] = ()
    said: tuple[str, ...] = ()


def gather(
    corpus: Path | None = None,
    gold: Sequence[Path] = (),
    ogp: Sequence[Path] = (),
    decisions: str = "",
    *,
    references: Path = REFERENCES,
) -> Labelled:
    """The rows of everything given, each commitment once: a file's label before a reference's.

    Raises `CorpusError` or `InputError` for a file that cannot be used.
    """
    given = [_one_name(row) for path in gold for row in load_rows(path, Source.REAL)]
    ids = frozenset(row.id for row in given)
    joined = _joined(ogp, references) if ogp else Matched((), ())
    rows = [*load_corpus(corpus or CORPUS), *given, *(row for row in joined.rows if row.id not in ids)]
    used = [*gold, *ogp, *([references] if ogp else [])]
    hashes = tuple((path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in used)
    return Labelled((*rows, *_decided(decisions)), ids, hashes, (_said(joined, ogp),))


def _joined(ogp: Sequence[Path], references: Path) -> Matched:
    database = (row for path in ogp for row in read_database(path))
    return match(read_references(references), database, member_key)


def _said(joined: Matched, ogp: Sequence[Path]) -> str:
    if not ogp:
        return "No copy of OGP's database was given (--ogp FILE): its labelled commitments were left out."
    found, absent = len(joined.rows), len(joined.absent)
    return (
        f"{found} of {found + absent} labelled commitments were found in {', '.join(p.name for p in ogp)}"
        + (f"; {absent} were not, and were left out." if absent else ".")
    )


def _one_name(row: Row) -> Row:
    """The row with its member's one name: two names of one member would stand in two folds."""
    return replace(row, member=member_key(row.member))


def _decided(where: str) -> list[Row]:
    """What people settled in a workspace; what only a model says teaches nothing."""
    if not where:
        return []
    with Workspace.open(where, make=False) as opened:
        return decided_rows(findings(opened))
