#!/usr/bin/env python3
"""How often the intervals of `tally` hold the truth, and how wide they are.

    .venv/bin/python scripts/simulate_counts.py [--repeats 1000] [--out docs]

Populations of 5,000 commitments at prevalences of 1% to 10%, scored by models from poor to good,
calibrated at the prevalence they were trained at, which may be half or double the true one. Of
each, 600 are read: by strata of score as `audit draw` draws them, and at random. Writes the table
between the markers in docs/counting.md and the plot beside it.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from classifier.tally.estimate import estimate
from classifier.tally.strata import BOUNDS, Stratum, allocate

POPULATION, READ = 5000, 600
PREVALENCES = (0.01, 0.03, 0.06, 0.10)
MODELS = {"poor": 1.5, "fair": 2.5, "usual": 3.0, "good": 3.5}
"""Distance between the scores of justice and other commitments, in standard deviations."""
SHIFTS = {"as trained": 1.0, "twice as trained": 2.0, "half as trained": 0.5}
MARKERS = ("<!-- simulation -->", "<!-- /simulation -->")


@dataclass
class Outcome:
    covered: bool
    width: float
    plain_covered: bool
    plain_width: float
    counted: float


def simulate(prevalence: float, distance: float, shift: float, rng: np.random.Generator) -> Outcome:
    truth = rng.random(POPULATION) < prevalence
    signal = rng.normal(0, 1, POPULATION) + distance * truth
    trained = prevalence / shift
    logit = distance * signal - distance**2 / 2 + np.log(trained / (1 - trained))
    scores = 1 / (1 + np.exp(-logit))
    total = int(truth.sum())
    ours = estimate("any", stratified(truth, scores, rng))
    found = int(truth[rng.choice(POPULATION, READ, replace=False)].sum())
    plain = estimate("any", [Stratum(POPULATION, READ, found)])
    return Outcome(
        ours.low <= total <= ours.high,
        ours.high - ours.low,
        plain.low <= total <= plain.high,
        plain.high - plain.low,
        (int((scores > 0.5).sum()) - total) / max(total, 1),
    )


def stratified(truth: np.ndarray, scores: np.ndarray, rng: np.random.Generator) -> list[Stratum]:
    number = np.searchsorted(BOUNDS, scores, side="right")
    groups = [np.flatnonzero(number == h) for h in range(len(BOUNDS) + 1)]
    groups = [group for group in groups if len(group)]
    read = allocate([len(g) for g in groups], [float(scores[g].mean()) for g in groups], READ)
    chosen = [rng.choice(g, n, replace=False) for g, n in zip(groups, read, strict=True)]
    return [Stratum(len(g), len(c), int(truth[c].sum())) for g, c in zip(groups, chosen, strict=True)]


def run(repeats: int) -> list[dict[str, object]]:
    rows = []
    for prevalence in PREVALENCES:
        for model, distance in MODELS.items():
            for shift, factor in SHIFTS.items():
                rng = np.random.default_rng([int(prevalence * 1000), int(distance * 10), int(factor * 10)])
                some = [simulate(prevalence, distance, factor, rng) for _ in range(repeats)]
                rows.append(
                    {
                        "prevalence": prevalence,
                        "model": model,
                        "shift": shift,
                        "coverage": np.mean([o.covered for o in some]),
                        "width": np.mean([o.width for o in some]),
                        "plain_coverage": np.mean([o.plain_covered for o in some]),
                        "plain_width": np.mean([o.plain_width for o in some]),
                        "counted": np.mean([o.counted for o in some]),
                    }
                )
    return rows


def as_table(rows: list[dict[str, object]], repeats: int) -> str:
    lines = [
        "| prevalence | model | prevalence is | coverage | width | random sample: coverage | width |"
        " width, ratio | classify and count is off by |",
        "| --: | --- | --- | --: | --: | --: | --: | --: | --: |",
    ]
    for r in rows:
        ratio = r["width"] / r["plain_width"]
        lines.append(
            f"| {r['prevalence']:.0%} | {r['model']} | {r['shift']} | {r['coverage']:.1%} "
            f"| {r['width']:.0f} |"
            f" {r['plain_coverage']:.1%} | {r['plain_width']:.0f} | {ratio:.2f} | {r['counted']:+.0%} |"
        )
    mean = np.mean([r["coverage"] for r in rows])
    plain = np.mean([r["plain_coverage"] for r in rows])
    lines.append(
        f"\nMean coverage {mean:.1%} (random sample {plain:.1%}); {repeats} repeats a row, so a single row's"
        f" coverage is sure to about {1.96 * np.sqrt(0.95 * 0.05 / repeats):.1%}."
    )
    return "\n".join(lines)


def plot(rows: list[dict[str, object]], path: Path) -> None:
    figure = Figure(figsize=(8, 3.6), layout="constrained")
    left, right = figure.subplots(1, 2)
    colours = {"poor": "#E69F00", "fair": "#CC79A7", "usual": "#0072B2", "good": "#009E73"}
    for model, colour in colours.items():
        mine = [r for r in rows if r["model"] == model]
        left.plot(
            [r["prevalence"] for r in mine], [r["coverage"] for r in mine], "o", color=colour, label=model
        )
        ratios = [r["width"] / r["plain_width"] for r in mine]
        right.plot([r["prevalence"] for r in mine], ratios, "o", color=colour, label=model)
    left.axhspan(0.94, 0.97, color="#dddddd")
    left.set(ylim=(0.88, 1.0), xlabel="prevalence", title="share of intervals that hold the truth")
    right.axhline(0.5, color="#999999", lw=1)
    right.set(ylim=(0, 1), xlabel="prevalence", title="width beside a random sample's")
    right.legend(title="model", frameon=False)
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--repeats", type=int, default=1000)
    parser.add_argument("--out", type=Path, default=Path("docs"))
    args = parser.parse_args()
    rows = run(args.repeats)
    table = as_table(rows, args.repeats)
    page = args.out / "counting.md"
    before, rest = page.read_text().split(MARKERS[0])
    after = rest.split(MARKERS[1])[1]
    page.write_text(f"{before}{MARKERS[0]}\n{table}\n{MARKERS[1]}{after}")
    plot(rows, args.out / "counting.svg")
    print(table)


if __name__ == "__main__":
    main()
