#!/usr/bin/env python3
"""How often the intervals of `tally` hold the truth, and how wide they are.

    .venv/bin/python scripts/simulate_counts.py [--repeats 4000] [--out docs]

Populations of 5,000 commitments at prevalences of 1% to 10%, scored by models from poor to good,
calibrated at the prevalence they were trained at, which may be half or double the true one; or
blind to a tenth of the justice commitments, whose scores are like any other's. Of each, 600 are
read: by strata of score as `audit draw` draws them, and at random. Writes the table between the
markers in docs/counting.md and the plot beside it.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from classifier.judgements import Estimate
from classifier.tally.estimate import estimate
from classifier.tally.strata import BOUNDS, Stratum, allocate

POPULATION, READ = 5000, 600
PREVALENCES = (0.01, 0.03, 0.06, 0.10)
MODELS = {"poor": 1.5, "fair": 2.5, "usual": 3.0, "good": 3.5}
"""Distance between the scores of justice and other commitments, in standard deviations."""
TRAINED = "as trained"
SEEN = {TRAINED: (1.0, 0.0), "twice as trained": (2.0, 0.0), "half as trained": (0.5, 0.0)}
"""Prevalence as a multiple of the training's, and the share that the model is blind to."""
BLIND = {"as trained, a tenth unseen": (1.0, 0.1)}
WANTED = (0.94, 0.97)
MARKERS = ("<!-- simulation -->", "<!-- /simulation -->")


@dataclass(frozen=True)
class Row:
    """One setting: shares of intervals that hold the truth, mean widths, mean error of counting."""

    prevalence: float
    model: str
    seen: str
    coverage: float
    width: float
    plain_coverage: float
    plain_width: float
    counted: float

    @property
    def ratio(self) -> float:
        """The width beside a random sample's."""
        return self.width / self.plain_width


def run(repeats: int) -> Iterator[Row]:
    for prevalence, model, (seen, (factor, blind)) in product(PREVALENCES, MODELS, (SEEN | BLIND).items()):
        distance = MODELS[model]
        rng = np.random.default_rng([int(1000 * number) for number in (prevalence, distance, factor, blind)])
        some = [simulate(prevalence, distance, factor, blind, rng) for _ in range(repeats)]
        yield Row(prevalence, model, seen, *map(float, np.mean(some, axis=0)))


def simulate(
    prevalence: float, distance: float, factor: float, blind: float, rng: np.random.Generator
) -> tuple[float, ...]:
    """One population, read twice: the numbers of a `Row`, from coverage on."""
    truth = rng.random(POPULATION) < prevalence
    noticed = truth & (rng.random(POPULATION) >= blind)
    signal = rng.normal(0, 1, POPULATION) + distance * noticed
    trained = prevalence / factor
    logit = distance * signal - distance**2 / 2 + np.log(trained / (1 - trained))
    scores = 1 / (1 + np.exp(-logit))
    total = int(truth.sum())
    ours = estimate("any", stratified(truth, scores, rng))
    plain = at_random(int(truth[rng.choice(POPULATION, READ, replace=False)].sum()))
    counted = (int((scores > 0.5).sum()) - total) / max(total, 1)
    return *held(ours, total), *held(plain, total), counted


@cache
def at_random(found: int) -> Estimate:
    return estimate("any", [Stratum(POPULATION, READ, found)])


def held(guess: Estimate, total: int) -> tuple[float, float]:
    """Whether the interval holds the truth, and its width."""
    if guess.low is None or guess.high is None:
        raise ValueError(f"no interval: {guess.note}")
    return float(guess.low <= total <= guess.high), guess.high - guess.low


def stratified(truth: np.ndarray, scores: np.ndarray, rng: np.random.Generator) -> list[Stratum]:
    number = np.searchsorted(BOUNDS, scores, side="right")
    groups = [np.flatnonzero(number == h) for h in range(len(BOUNDS) + 1)]
    groups = [group for group in groups if len(group)]
    read = allocate([len(g) for g in groups], [float(scores[g].mean()) for g in groups], READ)
    chosen = [rng.choice(g, n, replace=False) for g, n in zip(groups, read, strict=True)]
    return [Stratum(len(g), len(c), int(truth[c].sum())) for g, c in zip(groups, chosen, strict=True)]


def as_table(rows: list[Row], repeats: int) -> str:
    lines = [
        "| prevalence | model | prevalence is | coverage | width | random sample: coverage | width |"
        " width, ratio | classify and count is off by |",
        "| --: | --- | --- | --: | --: | --: | --: | --: | --: |",
    ]
    lines += [
        f"| {r.prevalence:.0%} | {r.model} | {r.seen} | {r.coverage:.1%} | {r.width:.0f} |"
        f" {r.plain_coverage:.1%} | {r.plain_width:.0f} | {r.ratio:.2f} | {r.counted:+.0%} |"
        for r in rows
    ]
    sure = 1.96 * np.sqrt(0.95 * 0.05 / repeats)
    lines += ["", *(summary(name, [r for r in rows if r.seen in some]) for name, some in GROUPS.items())]
    lines.append(f"- {repeats} repeats a row: a row's coverage is sure to about {100 * sure:.1f} points.")
    return "\n".join(lines)


GROUPS = {"Calibrated models, prevalence shifted or not": SEEN, "Models blind to a tenth": BLIND}


def summary(name: str, rows: list[Row]) -> str:
    shares = [r.coverage for r in rows]
    inside = sum(WANTED[0] <= round(share, 3) <= WANTED[1] for share in shares)
    ratios = [
        f"{model} {min(mine):.2f} to {max(mine):.2f}"
        for model in MODELS
        if (mine := [r.ratio for r in rows if r.model == model])
    ]
    return (
        f"- {name}: {len(rows)} rows, coverage {min(shares):.1%} to {max(shares):.1%}, mean"
        f" {np.mean(shares):.1%}; {inside} rows between {WANTED[0]:.0%} and {WANTED[1]:.0%}."
        f" Width beside a random sample's: {', '.join(ratios)}."
    )


def plot(rows: list[Row], path: Path) -> None:
    figure = Figure(figsize=(8, 3.6), layout="constrained")
    left, right = figure.subplots(1, 2)
    colours = {"poor": "#E69F00", "fair": "#CC79A7", "usual": "#0072B2", "good": "#009E73"}
    for (model, colour), (some, face) in product(colours.items(), ((SEEN, True), (BLIND, False))):
        mine = [r for r in rows if r.model == model and r.seen in some]
        look = {"color": colour, "ls": "", "marker": "o", "mfc": colour if face else "none"}
        label = model if face else None
        left.plot([r.prevalence for r in mine], [r.coverage for r in mine], **look)
        right.plot([r.prevalence for r in mine], [r.ratio for r in mine], label=label, **look)
    left.axhspan(*WANTED, color="#dddddd")
    left.set(ylim=(0.88, 1.0), xlabel="prevalence", title="share of intervals that hold the truth")
    right.axhline(0.5, color="#999999", lw=1)
    right.set(ylim=(0, 1), xlabel="prevalence", title="width beside a random sample's")
    right.plot([], [], "o", color="#555555", mfc="none", label="blind to\na tenth")
    right.legend(title="model", frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    left.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    for axes in (left, right):
        axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--repeats", type=int, default=4000)
    parser.add_argument("--out", type=Path, default=Path("docs"))
    args = parser.parse_args()
    rows = list(run(args.repeats))
    table = as_table(rows, args.repeats)
    page = args.out / "counting.md"
    before, rest = page.read_text().split(MARKERS[0])
    after = rest.split(MARKERS[1])[1]
    page.write_text(f"{before}{MARKERS[0]}\n{table}\n{MARKERS[1]}{after}")
    plot(rows, args.out / "counting.svg")
    print(table)


if __name__ == "__main__":
    main()
