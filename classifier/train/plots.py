"""The pictures of a model's card, drawn from its figures; the same figures give the same bytes."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from classifier.taxonomy import JusticeCategory

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Okabe and Ito's colours (2008), which colour-blind readers can tell apart.
COLOURS = dict(zip(JusticeCategory, ("#0072B2", "#E69F00", "#009E73"), strict=True))
INK, SOFT, LINE = "#26282B", "#5F6368", "#C9CDD2"
SETTINGS: dict[str, Any] = {
    "svg.hashsalt": "ogp-justice",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.color": INK,
    "axes.labelcolor": SOFT,
    "axes.edgecolor": LINE,
    "xtick.color": INK,
    "ytick.color": INK,
}
# Positives below which a point says too little to be drawn.
FEWEST = 3

Figures = Mapping[str, Any]


def draw(folder: Path, scores: Mapping[str, Figures]) -> dict[str, list[str]]:
    """Draw what was measured in full; the names of the files written into `folder`, by measured set."""
    written = {}
    full = {name: figures for name, figures in scores.items() if "calibration" in figures}
    for number, (name, figures) in enumerate(full.items(), 1):
        pictures = {"calibration": calibration(figures), "categories": categories(figures)}
        written[name] = [
            _save(folder / f"{kind}-{number}.svg", picture) for kind, picture in pictures.items()
        ]
    return written


def calibration(figures: Figures) -> "Figure":
    """How often rows with a score carry the category, beside what the score says."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7.6, 2.9), layout="constrained")
    panels = figure.subplots(1, len(JusticeCategory), sharey=True)
    for axes, category in zip(panels, JusticeCategory, strict=True):
        axes.plot([0, 1], [0, 1], color=LINE, linewidth=1)
        points = [p for p in figures["calibration"][category.value] if p["share"]]
        _dots(axes, [(p["score"], *p["share"]) for p in points], COLOURS[category])
        axes.set(xlim=(0, 1), ylim=(0, 1), title=category.short, xlabel="score")
    panels[0].set_ylabel("share that carries it")
    return figure


def categories(figures: Figures) -> "Figure":
    """F1 of each category by language, length and template, with intervals."""
    from matplotlib.figure import Figure

    lines = [
        (f"{value} ({_count(cells)})", cells)
        for values in figures["by"].values()
        for value, cells in values.items()
        if _count(cells) >= FEWEST
    ][::-1]
    figure = Figure(figsize=(7.6, 0.9 + 0.24 * len(lines)), layout="constrained")
    panels = figure.subplots(1, len(JusticeCategory), sharey=True)
    for axes, category in zip(panels, JusticeCategory, strict=True):
        for at, (_, cells) in enumerate(lines):
            cell = cells[category.value]
            if cell["true"] >= FEWEST and cell["f1_interval"]:
                axes.plot(cell["f1_interval"], [at, at], color=COLOURS[category], linewidth=1.4)
                axes.plot([cell["f1"]], [at], "o", color=COLOURS[category], markersize=4)
        axes.set(xlim=(0, 1.02), title=category.short, xlabel="F1")
        axes.grid(axis="x", color=LINE, linewidth=0.5)
    panels[0].set_yticks(range(len(lines)), [name for name, _ in lines])
    return figure


def _dots(axes: "Axes", points: list[tuple[float, ...]], colour: str) -> None:
    for x, y, low, high in points:
        axes.plot([x, x], [low, high], color=colour, linewidth=1.2)
        axes.plot([x], [y], "o", color=colour, markersize=4)


def _count(cells: Mapping[str, Figures]) -> int:
    """Labels in a slice."""
    return sum(cell["true"] for cell in cells.values())


def _save(path: Path, figure: "Figure") -> str:
    import matplotlib

    settings: Any = SETTINGS
    with matplotlib.rc_context(settings):
        # Without a date in it, the same figures give the same file.
        figure.savefig(path, metadata={"Date": None})
    return path.name
