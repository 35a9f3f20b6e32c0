"""What each part of the model adds: the same rows scored by member without it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from classifier.train.evaluate import of_interest, score_by_member
from classifier.train.fit import Settings, fit_nested
from classifier.train.material import Material
from classifier.train.scores import Scored, any_f1, average_precision, macro_f1

# The lines without trees: what is tried beside them takes seconds, not minutes.
LINES = Settings(trees=0)
# What was tried; the first is the model itself, those that vary the lines stand beside the second.
VARIANTS: tuple[tuple[str, Settings], ...] = (
    ("as it is: lines and trees", Settings()),
    ("lines alone", LINES),
    ("lines without words", replace(LINES, words=False)),
    ("lines without rules", replace(LINES, left_out=("rule", "spoken"))),
    ("lines without single concepts", replace(LINES, left_out=("concept",))),
    ("lines on words alone", replace(LINES, left_out=("rule", "spoken", "concept"), gate=False)),
    ("lines, corpus weighed a quarter of a real row", replace(LINES, corpus_weight=0.25)),
    ("lines, corpus weighed as real rows", replace(LINES, corpus_weight=1.0)),
    ("lines held back more (C 0.1)", replace(LINES, strength=0.1)),
    ("lines held back less (C 1)", replace(LINES, strength=1.0)),
    ("lines, labels also where no rule speaks", replace(LINES, gate=False)),
)


def ablation(material: Material, variants: Sequence[tuple[str, Settings]] = ()) -> list[dict[str, Any]]:
    """Each variant with its figures on real rows, read with the whole lexicon and as if new."""
    return [{"variant": name} | _measured(material, settings) for name, settings in variants or VARIANTS]


def _measured(material: Material, settings: Settings) -> dict[str, Mapping[str, float | None]]:
    nested = fit_nested(material, settings)
    real = of_interest(material)
    hard = np.array([i for i in real if material.rows[i].hard], dtype=int)
    found: dict[str, Mapping[str, float | None]] = {}
    for name, read_as in (("whole lexicon", material), ("as if new", material.as_if_new())):
        scored = score_by_member(read_as, nested)
        found[name] = _figures(scored.some(real)) | {
            "hard_macro_f1": round(macro_f1(scored.some(hard)), 3) if len(hard) else None
        }
    return found


def _figures(scored: Scored) -> dict[str, Any]:
    precision = sum(average_precision(k)(scored) for k in range(scored.labels.shape[1]))
    return {
        "macro_f1": round(macro_f1(scored), 3),
        "any_justice_f1": round(any_f1(scored), 3),
        "average_precision": round(precision / scored.labels.shape[1], 3),
    }
