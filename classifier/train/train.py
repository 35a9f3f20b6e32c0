"""Labelled rows -> a candidate model with its card; promote and roll back."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from classifier.errors import ModelError
from classifier.files import write_whole
from classifier.predict import bundle, load_model
from classifier.predict.lexicon import guess_language
from classifier.taxonomy import JusticeCategory
from classifier.train.card import write_card
from classifier.train.evaluate import (
    breakdowns,
    confusion,
    score_by_member,
    score_model,
    sources,
    summary,
    unknown_words,
    worst_errors,
)
from classifier.train.fit import fit, prepare
from classifier.train.rows import Row, Source, split
from classifier.train.scores import difference, macro_f1

# Justice commitments a language needs among the rows before the model speaks for it.
ENOUGH_POSITIVES = 15
# Real rows predicted by models that never saw their member, with the full lexicon.
BY_MEMBER = "real rows, by member"
# The same without the terms that no other member uses: what a lexicon written before would reach.
AS_IF_NEW = "real rows, by member, without the terms only they use"
# File that names the models in use before, latest last.
PREVIOUS = "previous"


def train(
    rows: Sequence[Row],
    name: str = "",
    *,
    models: Path = bundle.MODELS,
    files: Mapping[str, str] | None = None,
) -> Path:
    """Fit on all rows but the frozen hold-out, score on it, and write the bundle.

    `files` holds the hashes of the files that real rows came from, for the card. Real rows are
    also scored by member: each by a model that never saw its member. The same rows give the same
    bundle, byte for byte, on one machine.
    """
    learned, held_out = split([row for row in rows if row.source is Source.CORPUS])
    real = [row for row in rows if row.source is Source.REAL]
    learned += real
    material = prepare(learned)
    fitted = fit(material)
    folder = models / (_checked(name) or f"candidate-{data_hash(rows)[:8]}")
    card: dict[str, Any] = {
        "data_sha256": data_hash(rows),
        "files_sha256": dict(files or {}),
        "rows": sources(learned),
        "held_out_rows": len(held_out),
        "positives": {c.value: sum(c in row.labels for row in learned) for c in JusticeCategory},
        "bands": fitted.bands,
        "languages_covered": covered(learned),
    }
    # Saved before it is scored, so that the figures are those of the stored model.
    bundle.save(folder, fitted.stored(material), card)
    card["scores"] = _scores(folder, held_out, material, real)
    card["unknown_words"] = {
        "hold-out": round(unknown_words(learned, held_out), 3),
        "real rows, from the corpus alone": round(
            unknown_words([row for row in learned if row.source is Source.CORPUS], real), 3
        ),
    }
    write_card(folder, bundle.save(folder, fitted.stored(material), card))
    return folder


def promote(candidate: str, held_out: Sequence[Row], *, models: Path = bundle.MODELS) -> list[str]:
    """Put a candidate in use unless it is worse in a category beyond the interval.

    The reasons against are handed back; empty means it is in use now.
    Raises `ModelError` for a candidate that cannot be loaded.
    """
    new = score_model(load_model(candidate, models=models), held_out)
    pointer = models / "current"
    reasons: list[str] = []
    if pointer.exists():
        old = score_model(load_model(models=models), held_out)
        for category, figure in _category_figures():
            gap, low, high = difference(new, old, figure)
            if high < 0:
                reasons.append(f"{category}: F1 {gap:+.3f}, interval {low:+.3f} to {high:+.3f}")
    if not reasons:
        if pointer.exists():
            with (models / PREVIOUS).open("a", encoding="utf-8") as file:
                file.write(bundle.current(models) + "\n")
        write_whole(pointer, candidate + "\n")
    return reasons


def rollback(*, models: Path = bundle.MODELS) -> str:
    """Put the model before back in use; its id.

    Raises `ModelError` if there was none or it cannot be loaded.
    """
    path = models / PREVIOUS
    before = path.read_text(encoding="utf-8").split() if path.exists() else []
    if not before:
        raise ModelError("No model was in use before this one. Choose one: ogp-justice promote ID.")
    load_model(before[-1], models=models)
    write_whole(models / "current", before[-1] + "\n")
    write_whole(path, "".join(f"{name}\n" for name in before[:-1]))
    return before[-1]


def data_hash(rows: Sequence[Row]) -> str:
    """A hash of ids, texts and labels, in order."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(json.dumps([row.id, row.title, row.text, sorted(row.labels)]).encode())
    return digest.hexdigest()


def covered(rows: Sequence[Row]) -> list[str]:
    """Languages with enough justice commitments among the rows."""
    counts = Counter(row.language or guess_language(row.text) for row in rows if row.labels)
    return sorted(language for language, count in counts.items() if count >= ENOUGH_POSITIVES)


def _scores(folder: Path, held_out: Sequence[Row], material: Any, real: Sequence[Row]) -> dict[str, Any]:
    """Each measured set with its figures; sets without rows are left out."""
    scores = {}
    if held_out:
        scored = score_model(load_model(folder), held_out)
        scores["corpus hold-out"] = summary(scored) | {
            "by": breakdowns(scored, held_out),
            "confusion": confusion(scored),
            "worst": worst_errors(scored, held_out),
        }
    for name, read_as in ((BY_MEMBER, material), (AS_IF_NEW, material.as_if_new())) if real else ():
        scored = score_by_member(material, read_as)
        scores[name] = summary(scored) | {
            "by": breakdowns(scored, real),
            "confusion": confusion(scored),
            "worst": worst_errors(scored, real),
        }
        hard = np.array([row.hard for row in real])
        if hard.any():
            scores[f"hard {name}"] = summary(scored.some(hard))
    return scores


def _category_figures() -> list[tuple[str, Any]]:
    from sklearn.metrics import f1_score

    def figure(k: int) -> Any:
        return lambda s: float(f1_score(s.labels[:, k], s.found[:, k], zero_division=0))

    return [(c.full_name, figure(k)) for k, c in enumerate(JusticeCategory)] + [("macro", macro_f1)]


def _checked(name: str) -> str:
    if name and not re.fullmatch(r"[A-Za-z0-9][\w.-]*", name):
        raise ModelError(f"{name!r} is no name for a model. Use letters, digits, - and _.")
    return name


def describe(card: Mapping[str, Any]) -> str:
    """One line on a model."""
    best = card.get("scores", {}).get("real rows, by member") or card.get("scores", {}).get("corpus hold-out")
    figure = f"macro F1 {best['macro_f1']} on {best['rows']} rows it never saw" if best else "not scored"
    return f"{card['id']}: {figure}"
