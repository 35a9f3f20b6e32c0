"""Labelled rows -> a candidate model with its card; promote and roll back."""

import hashlib
import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from classifier.errors import ModelError
from classifier.files import write_whole
from classifier.predict import bundle, load_model
from classifier.taxonomy import JusticeCategory
from classifier.train.card import write_card
from classifier.train.evaluate import (
    covered,
    drift,
    of_interest,
    row_keys,
    score_by_member,
    score_model,
    sources,
    too_little,
)
from classifier.train.figures import in_full, summary, suspects, worst_errors
from classifier.train.fit import Fitted, Nested, fit, fit_nested
from classifier.train.material import Material, prepare
from classifier.train.rows import Row, Source, split
from classifier.train.scores import Scored, category_f1, difference, macro_f1

# Real rows predicted by models that never saw their member, with the full lexicon.
BY_MEMBER = "real rows, by member"
# The same without the terms that no other member uses: what a lexicon written before would reach.
AS_IF_NEW = "real rows, by member, without the terms only they use"
HOLD_OUT = "corpus hold-out"
# File that names the models in use before, latest last.
PREVIOUS = "previous"


def train(
    rows: Sequence[Row],
    name: str = "",
    *,
    models: Path = bundle.MODELS,
    files: Mapping[str, str] | None = None,
    corpus_alone: bool = False,
) -> Path:
    """Fit on all rows but the frozen hold-out, score on it, and write the bundle.

    `files` holds the hashes of the files that real rows came from, for the card. Real rows are
    also scored by member: each by a model that never saw its member; with `corpus_alone` they are
    scored and not learned from. The same rows give the same bundle, byte for byte, on one machine.
    """
    learned, held_out = split([row for row in rows if row.source is Source.CORPUS])
    material = prepare(learned + [row for row in rows if row.source is Source.REAL])
    taught = material.some(np.flatnonzero(~material.real)) if corpus_alone else material
    nested = None if corpus_alone else fit_nested(taught)
    fitted = fit(taught, nested=nested)
    # A model of the corpus alone never saw any real member.
    seen = nested or Nested(((of_interest(material), fitted),))
    folder = models / (_checked(name) or f"candidate-{data_hash(rows)[:8]}")
    card = _described(taught.rows, rows, fitted, files or {}) | {"held_out_rows": len(held_out)}
    # Saved before it is scored, so that the figures are those of the stored model.
    bundle.save(folder, fitted.stored(material), card)
    card["scores"] = _on_hold_out(folder, held_out) | _on_real(material, seen)
    card["suspects"] = _suspects(taught, nested) if nested else []
    card["drift"] = drift(learned, {HOLD_OUT: held_out, "real rows": _real(material)})
    write_card(folder, bundle.save(folder, fitted.stored(material), card))
    return folder


def _described(
    taught: Sequence[Row], rows: Sequence[Row], fitted: Fitted, files: Mapping[str, str]
) -> dict[str, Any]:
    """What the model was made of."""
    return {
        "data_sha256": data_hash(rows),
        "files_sha256": dict(files),
        "rows": sources(taught),
        "positives": {c.value: sum(c in row.labels for row in taught) for c in JusticeCategory},
        "bands": {category.value: asdict(band) for category, band in fitted.bands.items()},
        "settings": asdict(fitted.settings),
        "languages_covered": covered(taught),
        "languages_with_too_little": too_little(taught),
    }


def _on_hold_out(folder: Path, held_out: Sequence[Row]) -> dict[str, Any]:
    if not held_out:
        return {}
    scored = score_model(load_model(folder), held_out)
    worst = {"worst": worst_errors(scored, [row.id for row in held_out])}
    return {HOLD_OUT: in_full(scored, row_keys(held_out)) | worst}


def _suspects(taught: Material, nested: Nested) -> list[dict[str, Any]]:
    return suspects(score_by_member(taught, nested), [row.id for row in taught.rows])


def _on_real(material: Material, seen: Nested) -> dict[str, Any]:
    """Figures on real rows, read with the whole lexicon and as if their members were new."""
    if not material.real.any():
        return {}
    real = of_interest(material)
    scores = {}
    for name, read_as in ((BY_MEMBER, material), (AS_IF_NEW, material.as_if_new())):
        scored = score_by_member(read_as, seen).some(real)
        rows = [material.rows[i] for i in real]
        keys = row_keys(rows, [material.languages[i] for i in real])
        scores[name] = in_full(scored, keys) | {"worst": worst_errors(scored, [row.id for row in rows])}
        hard = np.array([row.hard for row in rows])
        if hard.any():
            scores[f"hard {name}"] = summary(scored.some(hard))
    return scores


def scored_by_member(rows: Sequence[Row], only: Collection[str] = ()) -> tuple[Scored, list[Row]]:
    """Real rows (those with the ids `only`, if any) scored by models that never saw their member."""
    learned, _ = split([row for row in rows if row.source is Source.CORPUS])
    material = prepare(learned + [row for row in rows if row.source is Source.REAL])
    places = of_interest(material, only)
    scored = score_by_member(material, fit_nested(material))
    return scored.some(places), [material.rows[i] for i in places]


def _real(material: Material) -> list[Row]:
    return [row for row in material.rows if row.source is Source.REAL]


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


def _category_figures() -> list[tuple[str, Any]]:
    figures = [(c.full_name, category_f1(k)) for k, c in enumerate(JusticeCategory)]
    return [*figures, ("macro", macro_f1)]


def _checked(name: str) -> str:
    if name and not re.fullmatch(r"[A-Za-z0-9][\w.-]*", name):
        raise ModelError(f"{name!r} is no name for a model. Use letters, digits, - and _.")
    return name


def describe(card: Mapping[str, Any]) -> str:
    """A few lines on a model: how good, which languages it hardly knows, which labels look wrong."""
    best = card.get("scores", {}).get(BY_MEMBER) or card.get("scores", {}).get(HOLD_OUT)
    figure = f"macro F1 {best['macro_f1']} on {best['rows']} rows it never saw" if best else "not scored"
    lines = [f"{card['id']}: {figure}"]
    if card.get("languages_with_too_little"):
        lines.append(few_labels(card["languages_with_too_little"]))
    if card.get("suspects"):
        lines.append(f"{len(card['suspects'])} labels look wrong; read them again: the card lists them.")
    return "\n".join(lines)


def few_labels(counts: Mapping[str, int]) -> str:
    """A sentence that names the languages with too little evidence."""
    named = ", ".join(f"{code} ({count})" for code, count in counts.items())
    return f"Too few justice commitments to speak for these languages: {named}."
