"""Grids: regions by categories, and a tile for each member."""

from textwrap import fill
from typing import TYPE_CHECKING

from classifier.report.charts.draw import (
    ANY,
    COLOURS,
    INK,
    PALE,
    SOFT,
    WIDTH,
    Drawing,
    bare,
    canvas,
    lighter,
    on,
    style,
)
from classifier.report.charts.words import describe
from classifier.report.clean import printable
from classifier.taxonomy import JusticeCategory

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from classifier.report.figures import Figures

TILES_IN_A_ROW = 6
# Palest and darkest share of white in a filled cell.
PALEST, DARKEST = 0.85, 0.0


def regions(figures: "Figures") -> Drawing:
    """Two heat maps with the counts written in: the year, and all years."""
    table, words = figures.table("region_category"), figures.words
    sides: dict[str, list[str]] = {
        str(figures.year): list(JusticeCategory),
        words("axis.all_years"): [f"{c}_all" for c in JusticeCategory],
    }
    names = [fill(printable(str(region)), 18) for region in table.column("region")]
    with style():
        figure, axes = canvas(0.52 * max(1, len(names)) + 1.0, columns=2, sharey=True)
        for one, (title, columns) in zip(axes, sides.items(), strict=True):
            _heat(one, [table.numbers(column) for column in columns])
            one.set_title(title, loc="left", fontweight="bold", fontsize=9.5, pad=14)
            one.set_xticks(
                range(3), [fill(words(f"category.{c}"), 13) for c in JusticeCategory], fontsize=7.5
            )
            one.xaxis.tick_top()
        axes[0].set_yticks(range(len(names)), names)
        axes[0].set_ylim(len(names) - 0.5, -0.5)
    title = words("chart.regions")
    items = [
        (str(r.cells[0]), ", ".join(f"{table.row(r.key)[c]}" for c in JusticeCategory)) for r in table.rows
    ]
    return Drawing("regions", title, describe(words, title, items), figure)


def _heat(axes: "Axes", columns: list[list[float]]) -> None:
    from matplotlib.patches import Rectangle

    most = max([number for column in columns for number in column] + [1.0])
    for (across, column), colour in zip(enumerate(columns), COLOURS.values(), strict=True):
        for down, number in enumerate(column):
            shade = _shade(colour, number / most) if number else "#F6F7F9"
            axes.add_patch(Rectangle((across - 0.48, down - 0.46), 0.96, 0.92, color=shade, lw=0))
            axes.text(
                across, down, f"{number:.0f}", ha="center", va="center", color=on(shade) if number else SOFT
            )
    axes.set_xlim(-0.5, len(columns) - 0.5)


def _shade(colour: str, share: float) -> str:
    return lighter(colour, PALEST + (DARKEST - PALEST) * share)


def members(figures: "Figures") -> Drawing:
    """A tile for each participant, darker with more justice commitments."""
    table, words = figures.table("participants"), figures.words
    shown = [(r, n) for r, n in zip(table.rows, table.numbers("number"), strict=True) if n]
    down = max(1, -(-len(shown) // TILES_IN_A_ROW))
    with style():
        figure, (axes,) = canvas(0.62 * down * WIDTH / TILES_IN_A_ROW + 0.1)
        most = max([number for _, number in shown] + [1.0])
        for at, (row, number) in enumerate(shown):
            place = (at % TILES_IN_A_ROW, at // TILES_IN_A_ROW)
            status = str(table.row(row.key)["status"])
            _tile(axes, place, row.key, f"{number:.0f}", status, number / most)
        axes.set_xlim(0, TILES_IN_A_ROW)
        axes.set_ylim(down, -0.06)
        axes.set_xticks([])
        axes.set_yticks([])
    title = words("chart.members", year=figures.year)
    return Drawing("members", title, describe(words, title, [(r.key, f"{n:.0f}") for r, n in shown]), figure)


def _tile(axes: "Axes", place: tuple[int, int], name: str, number: str, status: str, share: float) -> None:
    from matplotlib.patches import Rectangle

    bare(axes)
    across, down = place
    shade = _shade(ANY, share) if share else PALE
    ink = on(shade)
    axes.add_patch(Rectangle((across + 0.03, down + 0.04), 0.94, 0.92, color=shade, lw=0))
    axes.text(across + 0.1, down + 0.2, number, color=ink, fontsize=13, fontweight="bold", va="center")
    axes.text(across + 0.92, down + 0.2, status, color=ink, fontsize=6.5, va="center", ha="right")
    axes.text(
        across + 0.1,
        down + 0.66,
        fill(name[:44], 15),
        color=ink if ink != INK else INK,
        fontsize=8,
        va="center",
    )
