"""The figures of a card: by category, and by category for each language, length and template."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifier.taxonomy import JusticeCategory
from classifier.train.scores import (
    BINS,
    Scored,
    any_f1,
    average_precision,
    calibration_error,
    category_calibration_error,
    interval,
    macro_f1,
    ratio,
)

# As many as a person reads in one sitting.
WORST = 20

Figures = dict[str, Any]


def summary(scored: Scored) -> Figures:
    """The figures a card shows: by category, macro and any-justice F1, what is accepted unread."""
    return {
        "rows": len(scored.members),
        "members": len(set(scored.members)),
        "categories": {c.value: _with_ap(scored, k) for k, c in enumerate(JusticeCategory)},
        "macro_f1": round(macro_f1(scored), 3),
        "macro_f1_interval": [round(x, 3) for x in interval(scored, macro_f1)],
        "any_justice_f1": round(any_f1(scored), 3),
        "any_justice_f1_interval": [round(x, 3) for x in interval(scored, any_f1)],
        "expected_calibration_error": round(calibration_error(scored), 3),
        "accepted": acceptance(scored),
    }


def in_full(scored: Scored, keys: Mapping[str, Sequence[str]]) -> Figures:
    """The summary with everything else a card holds; `keys` names each row's language, length …"""
    return summary(scored) | {
        "by": {name: by_key(scored, values) for name, values in keys.items()},
        "calibration": {c.value: curve(scored, k) for k, c in enumerate(JusticeCategory)},
        "confusion": confusion(scored),
    }


def by_key(scored: Scored, values: Sequence[str]) -> dict[str, dict[str, Figures]]:
    """The figures of each category for each value of a key."""
    names = np.array(values)
    return {
        str(name): {
            c.value: category_figures(scored.some(names == name), k) for k, c in enumerate(JusticeCategory)
        }
        for name in np.unique(names)
    }


def category_figures(scored: Scored, k: int) -> Figures:
    """Counts and figures of the category in place `k`; `x_interval` is the 95% interval of `x`.

    A figure is none where it has no denominator: no row found, or none that carries the category.
    """
    truth, found, scores = scored.labels[:, k], scored.found[:, k], scored.scores[:, k]
    both = (truth & found).astype(float)
    ratios = {
        "precision": ratio(scored.members, both, found.astype(float)),
        "recall": ratio(scored.members, both, truth.astype(float)),
        "f1": ratio(scored.members, 2 * both, truth.astype(float) + found),
        "brier": ratio(scored.members, (scores - truth) ** 2, np.ones(len(truth))),
    }
    figures: Figures = {"rows": len(truth), "true": int(truth.sum()), "predicted": int(found.sum())}
    for name, values in ratios.items():
        figures[name] = values and values[0]
        figures[f"{name}_interval"] = values and values[1:]
    figures["adjusted"] = round(float(scores.sum()), 1)
    figures["average_precision"] = round(average_precision(k)(scored), 3) if truth.any() else None
    figures["calibration_error"] = round(category_calibration_error(scored, k), 3)
    return figures


def acceptance(scored: Scored) -> Figures:
    """What the program takes unread: how much, how often rightly, and what it misses there in silence.

    `precision` is that of the labels given, `right` the share of accepted rows without any error,
    `missed` the share of all true labels that lie in accepted rows and were not given; with intervals.
    """
    if not len(scored.accepted):
        return {}
    taken = scored.accepted[:, None]
    given, right = scored.found & taken, scored.found & scored.labels & taken
    missed = scored.labels & ~scored.found & taken
    exact = scored.accepted & (scored.labels == scored.found).all(axis=1)

    def share(above: NDArray[np.bool_], below: NDArray[np.bool_]) -> list[float] | None:
        parts = [part.reshape(len(part), -1).sum(axis=1).astype(float) for part in (above, below)]
        return ratio(scored.members, *parts)

    return {
        "rows": int(scored.accepted.sum()),
        "share": share(scored.accepted, np.ones_like(scored.accepted)),
        "labels": int(given.sum()),
        "precision": share(right, given),
        "right": share(exact, scored.accepted),
        "missed": share(missed, scored.labels),
    }


def curve(scored: Scored, k: int) -> list[Figures]:
    """The calibration curve of a category: in each tenth of scores, the mean score and the true share."""
    scores, labels = scored.scores[:, k], scored.labels[:, k]
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    return [
        {
            "rows": int((bins == b).sum()),
            "score": round(float(scores[bins == b].mean()), 3),
            "share": ratio(scored.members, labels * (bins == b) * 1.0, (bins == b) * 1.0),
        }
        for b in np.unique(bins)
    ]


def confusion(scored: Scored) -> dict[str, dict[str, int]]:
    """For each true category (or none), how often each category (or none) was found."""
    names = [*(c.short for c in JusticeCategory), "none"]
    truth, found = _with_none(scored.labels), _with_none(scored.found)
    table = truth.T.astype(int) @ found.astype(int)
    return {
        row: dict(zip(names, map(int, line), strict=True)) for row, line in zip(names, table, strict=True)
    }


def worst_errors(scored: Scored, ids: Sequence[str]) -> list[Figures]:
    """The errors the model was surest of, with the rules that spoke; rows are named by id only."""
    gaps = np.where(scored.labels != scored.found, np.abs(scored.labels - scored.scores), 0.0)
    places = np.argsort(-gaps, axis=None, kind="stable")[:WORST]
    pairs = (divmod(int(place), len(JusticeCategory)) for place in places)
    return [_named(scored, ids, i, k) for i, k in pairs if gaps[i, k] > 0]


def suspects(scored: Scored, ids: Sequence[str], far: float = 0.9) -> list[Figures]:
    """Labels that a model which never saw the row's member firmly contradicts, worst first."""
    gaps = np.abs(scored.labels - scored.scores)
    order = sorted(zip(*np.nonzero(gaps > far), strict=True), key=lambda place: -gaps[place])
    return [_named(scored, ids, int(i), int(k)) for i, k in order]


def _named(scored: Scored, ids: Sequence[str], i: int, k: int) -> Figures:
    return {
        "id": ids[i],
        "category": list(JusticeCategory)[k].value,
        "labelled": bool(scored.labels[i, k]),
        "score": round(float(scored.scores[i, k]), 3),
        "spoke": list(scored.spoken[i]) if scored.spoken else [],
    }


def _with_ap(scored: Scored, k: int) -> Figures:
    bounds = interval(scored, average_precision(k))
    return category_figures(scored, k) | {"average_precision_interval": [round(x, 3) for x in bounds]}


def _with_none(flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.column_stack([flags, ~flags.any(axis=1)])
