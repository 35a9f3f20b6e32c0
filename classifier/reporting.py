"""From a workspace and files beside it to the report's figures."""

import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from classifier import __version__
from classifier.irm import Joins, join_findings, read_database
from classifier.judgements import Finding
from classifier.pipeline import findings
from classifier.report import (
    Figures,
    Likeness,
    Sources,
    compute,
    counted_once,
    irm_in_words,
    load_messages,
    read_previous,
    similar,
)
from classifier.tasks import code_version
from classifier.workspace import FileRow, Workspace


def figures_of(
    workspace: Workspace,
    *,
    year: int | None = None,
    irm: Sequence[Path] = (),
    previous: Path | None = None,
    language: str = "en",
    pdfs: str = "",
    out: Path | None = None,
) -> Figures:
    """The figures of a workspace, with OGP's database and an earlier report beside it.

    `pdfs` is the address where the plans' PDFs stand; without it links lead from `out` to the
    files as they were read. Raises `ValueError` where nothing was read, `InputError` for a
    database or an earlier report that cannot be used.
    """
    here, files = list(findings(workspace)), workspace.files()
    # A draft must not take the rows of the final plan.
    joins = _joins(counted_once(here)[0], irm)
    versions = {"program": __version__, "code": code_version(), "database": ", ".join(map(_named, irm))}
    sources = Sources(
        files=files,
        joins=joins,
        previous=read_previous(previous) if previous else None,
        versions=versions,
        links=links(files, pdfs, out),
        concepts=concepts(f for f in here if f.label and f.label.categories),
        language=language,
    )
    return compute(here, sources, year=year)


def _joins(here: Sequence[Finding], irm: Sequence[Path]) -> Joins | None:
    return join_findings(here, {path.name: read_database(path) for path in irm}) if irm else None


def _named(path: Path) -> str:
    return f"{path.name} ({sha256(path.read_bytes()).hexdigest()[:12]})"


def links(files: Iterable[FileRow], pdfs: str, out: Path | None) -> dict[str, str]:
    """By plan id, where its PDF is found from the report; quoted, so that a name is never markup."""
    found = {}
    for row in files:
        path = Path(row.path)
        if row.plan_id and path.suffix.lower() == ".pdf":
            name = quote(path.name)
            here = quote(Path(os.path.relpath(path, out.absolute())).as_posix()) if out else name
            found[row.plan_id] = f"{pdfs.rstrip('/')}/{name}" if pdfs else here
    return found


def concepts(some: Iterable[Finding]) -> Mapping[str, frozenset[str]]:
    """The lexicon's concepts in each commitment: the same names in every language."""
    from classifier.predict.evidence import promised
    from classifier.predict.signals import read

    return {f.commitment.id: frozenset(promised(read(f.commitment))) for f in some}


def most_similar(
    workspace: Workspace, commitment_id: str, *, limit: int = 10, every: bool = False
) -> tuple[Finding, list[Likeness]]:
    """One commitment, and those of other members most like it.

    Only justice commitments are compared unless `every`. Raises `UnknownId` for an id that is
    not there.
    """
    workspace.commitment(commitment_id)
    here = list(findings(workspace))
    target = next(f for f in here if f.commitment.id == commitment_id)
    pool = [f for f in here if every or (f.label and f.label.categories)]
    return target, similar(target, pool, concepts([target, *pool]), limit=limit)


def irm_words(some: Sequence[Finding], irm: Sequence[Path]) -> dict[str, str]:
    """What IRM found of each commitment, in words, by id; only those found in the files."""
    joins = _joins(some, irm)
    english = load_messages()
    return {key: irm_in_words(row.irm, english) for key, row in joins.rows.items()} if joins else {}
