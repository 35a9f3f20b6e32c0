"""Which categories stand together, as an UpSet plot.

Lex, Gehlenborg, Strobelt, Vuillemot and Pfister (2014): a column for each combination, a dot for
each category in it, a bar for how many. Unlike overlapping circles it can be read off.
"""

from typing import TYPE_CHECKING

from classifier.report.charts.draw import (
    COLOURS,
    INK,
    LINE,
    SEVERAL,
    SOFT,
    WORDS,
    Drawing,
    bare,
    lighter,
    style,
)
from classifier.report.charts.draw import WIDTH as WIDE
from classifier.report.charts.words import describe
from classifier.taxonomy import JusticeCategory

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from classifier.report.figures import Figures

# Room for fewer combinations than these would make bars too wide.
LEAST_COLUMNS = 5


def overlap(figures: "Figures") -> Drawing:
    """Bars for the exact combinations, the year within all years, dots below."""
    from matplotlib.figure import Figure

    table, words = figures.table("overlap"), figures.words
    keys = [row.key.split("+") for row in table.rows]
    now, every = table.numbers("number"), table.numbers("number_all")
    with style():
        figure = Figure(figsize=(WIDE, 3.2), layout="constrained")
        top, below = figure.subplots(2, 1, height_ratios=(1.7, 1), sharex=True)
        _columns(top, keys, now, every, words("axis.of"))
        _dots(below, keys, [words(f"category.{category}") for category in JusticeCategory])
    title = words("chart.overlap")
    names = [str(name) for name in table.column("combination")]
    items = [(name, f"{number:.0f}") for name, number in zip(names, every, strict=True)]
    full = f"{title} ({figures.year}; {words('axis.all_years')})"
    return Drawing("overlap", full, describe(words, title, items), figure)


def _columns(axes: "Axes", keys: list[list[str]], now: list[float], every: list[float], of: str) -> None:
    bare(axes)
    for at, names in enumerate(keys):
        colour = COLOURS[JusticeCategory(names[0])] if len(names) == 1 else SEVERAL
        axes.bar(at, every[at], width=0.56, color=lighter(colour, 0.7))
        axes.bar(at, now[at], width=0.56, color=colour)
        text = of.format(part=f"{now[at]:.0f}", whole=f"{every[at]:.0f}")
        axes.text(at, every[at], text, ha="center", va="bottom", fontsize=8.5, color=INK)
    axes.set_yticks([])
    axes.set_ylim(0, max([*every, 1.0]) * 1.12)
    axes.set_xlim(-0.5, max(LEAST_COLUMNS, len(keys)) - 0.5)


def _dots(axes: "Axes", keys: list[list[str]], names: list[str]) -> None:
    bare(axes)
    for down, category in enumerate(JusticeCategory):
        axes.axhline(down, color=LINE, lw=0.6, zorder=0)
        for at, some in enumerate(keys):
            inside = category in some
            axes.plot(
                at,
                down,
                "o",
                ms=10,
                color=COLOURS[category] if inside else "#FFFFFF",
                mec=COLOURS[category] if inside else LINE,
            )
    for at, some in enumerate(keys):
        places = [list(JusticeCategory).index(JusticeCategory(name)) for name in some]
        axes.plot([at, at], [min(places), max(places)], color=SOFT, lw=2, zorder=1)
    axes.set_yticks(range(len(names)), names)
    for label, ink in zip(axes.get_yticklabels(), WORDS.values(), strict=True):
        label.set_color(ink)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xticks([])
