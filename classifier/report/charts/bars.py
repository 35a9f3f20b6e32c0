"""Bars: the headline, the years, sub-themes, IRM results."""

from typing import TYPE_CHECKING, Any

from classifier.report.charts.draw import (
    ANY,
    COLOURS,
    INK,
    LINE,
    PALE,
    SEVERAL,
    SOFT,
    WORDS,
    Drawing,
    canvas,
    lighter,
    on,
    short,
    style,
)
from classifier.report.charts.words import describe
from classifier.report.tables import Kind, ReportTable, shown
from classifier.tally import ANY_JUSTICE
from classifier.taxonomy import SUBTHEMES, JusticeCategory

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from classifier.report.figures import Figures

# How much paler the part is that only the model says.
PALER = 0.55
# How far the interval lies below a bar's middle, and its number above it.
BELOW, ABOVE = 0.19, 0.07
# Parts too low for a number, as a share of the tallest bar; the table has them all.
SMALLEST = 0.035


def headline(figures: "Figures") -> Drawing:
    """Each category: confirmed, proposed, and the estimate with its interval."""
    table, words = figures.table("headline"), figures.words
    keys = [row.key for row in table.rows]
    with style():
        figure, (axes,) = canvas(0.62 * len(keys) + 0.5)
        for place, key in enumerate(keys):
            colour = COLOURS.get(key, ANY)  # type: ignore[call-overload]
            _who_bar(axes, place, table.row(key), colour)
        axes.set_yticks(range(len(keys)), [words(f"category.{key}") for key in keys])
        axes.invert_yaxis()
        axes.set_xticks([])
        axes.set_xlim(0, _reach(table) * 1.22)
        _key(axes, words)
    title = words("chart.headline", year=figures.year)
    items = [(words(f"category.{k}"), _reading(table.row(k), words)) for k in keys]
    return Drawing("headline", title, describe(words, title, items), figure)


def _reach(table: ReportTable) -> float:
    sums = [a + b for a, b in zip(table.numbers("decided"), table.numbers("predicted"), strict=True)]
    return max([*sums, *table.numbers("high"), 1.0])


def _who_bar(axes: "Axes", place: int, row: Any, colour: str) -> None:
    people, model = row["decided"], row["predicted"]
    axes.barh(place, people, height=0.62, color=colour)
    axes.barh(place, model, left=people, height=0.62, color=lighter(colour, PALER))
    for at, number, shade in ((0, people, colour), (people, model, lighter(colour, PALER))):
        if number:
            up = place - (ABOVE if row["estimate"] is not None else 0)
            axes.text(at + number / 2, up, f"{number}", ha="center", va="center", color=on(shade))
    end = people + model
    if row["estimate"] is not None:
        axes.plot([row["low"], row["high"]], [place + BELOW] * 2, color=INK, lw=1.4, solid_capstyle="butt")
        axes.plot(row["estimate"], place + BELOW, "o", color="#FFFFFF", mec=INK, ms=6, mew=1.4)
        end = max(end, row["high"])
        text = f"  {row['estimate']:.0f} ({row['low']:.0f}–{row['high']:.0f})"
        axes.text(end, place, text, va="center", ha="left", fontweight="bold")


def _reading(row: Any, words: Any) -> str:
    said = f"{row['decided']} {words('axis.confirmed')}, {row['predicted']} {words('axis.proposed')}"
    if row["estimate"] is None:
        return said
    return f"{said}, {row['estimate']:.0f} ({row['low']:.0f}–{row['high']:.0f}) {words('axis.estimated')}"


def _key(axes: "Axes", words: Any) -> None:
    """Three words above the bars instead of a legend beside them."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    handles: list[Any] = [Patch(color=SEVERAL), Patch(color=lighter(SEVERAL, PALER))]
    handles.append(Line2D([], [], marker="o", color=INK, mfc="#FFFFFF", mec=INK, lw=1.4))
    names = [words(f"axis.{name}") for name in ("confirmed", "proposed", "estimated")]
    axes.legend(
        handles,
        names,
        ncols=3,
        frameon=False,
        loc="lower left",
        bbox_to_anchor=(0, 1.0),
        handlelength=1.4,
        fontsize=8.5,
    )


def years(figures: "Figures") -> Drawing:
    """Stacked bars by year, parts that add up, with the interval of the whole."""
    table, words = figures.table("year_parts"), figures.words
    names = [*(f"only_{c.short.lower()}" for c in JusticeCategory), "several"]
    colours = [*COLOURS.values(), SEVERAL]
    with style():
        figure, (axes,) = canvas(3.3)
        foot, tallest = (
            [0.0] * len(table.rows),
            max([*table.numbers(ANY_JUSTICE), *table.numbers("high"), 1.0]),
        )
        for name, colour in zip(names, colours, strict=True):
            heights = table.numbers(name)
            axes.bar(range(len(foot)), heights, bottom=foot, width=0.66, color=colour)
            for at, height in enumerate(heights):
                if height > SMALLEST * tallest:
                    axes.text(
                        at,
                        foot[at] + height / 2,
                        f"{height:.0f}",
                        ha="center",
                        va="center",
                        color=on(colour),
                        fontsize=8,
                    )
            foot = [low + height for low, height in zip(foot, heights, strict=True)]
        _tops(axes, table, foot)
        axes.set_xticks(range(len(foot)), [str(year) for year in table.column("year")])
        axes.set_yticks([])
        _side_words(axes, words, foot)
    title = words("chart.years")
    items = [
        (str(y), f"{n:.0f}") for y, n in zip(table.column("year"), table.numbers(ANY_JUSTICE), strict=True)
    ]
    return Drawing("years", title, describe(words, title, items), figure)


def _tops(axes: "Axes", table: ReportTable, tops: list[float]) -> None:
    lows, highs = table.column("low"), table.column("high")
    for at, top in enumerate(tops):
        low, high = lows[at], highs[at]
        if isinstance(low, int | float) and isinstance(high, int | float):
            axes.plot([at + 0.4, at + 0.4], [low, high], color=INK, lw=1.6)
            axes.text(
                at + 0.4, high, f"{low:.0f}–{high:.0f}", ha="center", va="bottom", fontsize=7.5, color=SOFT
            )
        axes.text(at, top, f"{top:.0f}", ha="center", va="bottom", fontweight="bold")
    axes.set_ylim(0, max([*tops, *table.numbers("high"), 1.0]) * 1.15)


def _side_words(axes: "Axes", words: Any, foot: list[float]) -> None:
    """The parts named beside the last bar, in the order they are stacked."""
    names = [words(f"category.{c}") for c in JusticeCategory] + [words("axis.several")]
    inks = [*WORDS.values(), SEVERAL]
    # A column for the words, as wide as a third of the bars.
    axes.set_xlim(-0.6, len(foot) - 0.4 + max(1.2, 0.52 * len(foot)))
    top = axes.get_ylim()[1]
    for at, (name, ink) in enumerate(zip(names, inks, strict=True)):
        axes.text(len(foot) - 0.2, top * (0.08 + 0.13 * at), name, color=ink, va="center", fontweight="bold")


def subthemes(figures: "Figures") -> Drawing:
    """Sub-themes in their category's colour: the year within all years."""
    table, words = figures.table("by_subtheme"), figures.words
    now, every = table.numbers("number"), table.numbers("number_all")
    with style():
        figure, (axes,) = canvas(max(1.2, 0.29 * len(now) + 0.5))
        for place, row in enumerate(table.rows):
            colour = COLOURS[SUBTHEMES[row.key]]
            axes.barh(place, every[place], height=0.7, color=lighter(colour, 0.7))
            axes.barh(place, now[place], height=0.7, color=colour)
            text = words("axis.of", part=f"{now[place]:.0f}", whole=f"{every[place]:.0f}")
            axes.text(every[place], place, f" {text}", va="center", fontsize=8, color=SOFT)
        axes.set_yticks(range(len(now)), [str(name) for name in table.column("subtheme")])
        for label, row in zip(axes.get_yticklabels(), table.rows, strict=True):
            label.set_color(WORDS[SUBTHEMES[row.key]])
        axes.invert_yaxis()
        axes.set_xticks([])
        axes.set_xlim(0, max([*every, 1.0]) * 1.15)
    title = words("chart.subthemes")
    items = [(str(n), f"{v:.0f}") for n, v in zip(table.column("subtheme"), every, strict=True)]
    return Drawing(
        "subthemes",
        f"{title} ({figures.year}; {words('axis.all_years')})",
        describe(words, title, items),
        figure,
    )


def irm(figures: "Figures") -> Drawing:
    """Shares rated high: justice commitments above all others, with intervals."""
    table, words = figures.table("irm"), figures.words
    with style():
        figure, (axes,) = canvas(0.72 * max(1, len(table.rows)) + 0.4)
        for place, row in enumerate(table.rows):
            _pair(axes, place, table.row(row.key), words)
        axes.set_yticks(range(len(table.rows)), [short(str(name), 34) for name in table.column("measure")])
        axes.invert_yaxis()
        axes.set_xticks([])
        axes.set_xlim(0, 1.5)
    title = words("chart.irm")
    items = [
        (str(row["measure"]), _pair_text(row, words)) for row in (table.row(one.key) for one in table.rows)
    ]
    return Drawing("irm", title, describe(words, title, items), figure)


def _pair(axes: "Axes", place: int, row: Any, words: Any) -> None:
    sides = (("justice", ANY, -0.19), ("others", LINE, 0.19))
    for side, colour, shift in sides:
        part = row[f"{side}_share"]
        axes.barh(place + shift, 1, height=0.33, color=PALE, zorder=0)
        axes.barh(place + shift, part or 0, height=0.33, color=colour if side == "justice" else "#9AA0A6")
        text = words("axis.of", part=row[side], whole=row[f"{side}_of"])
        named = f" {words(f'axis.{side}')} {shown(part, Kind.SHARE)} ({text})"
        axes.text(
            1.01, place + shift, named, va="center", fontsize=8, color=INK if side == "justice" else SOFT
        )
    if row["justice_low"] is not None:
        axes.plot([row["justice_low"], row["justice_high"]], [place - 0.19] * 2, color=INK, lw=1.4)


def _pair_text(row: Any, words: Any) -> str:
    shares = [shown(row[f"{side}_share"], Kind.SHARE) for side in ("justice", "others")]
    return f"{words('axis.justice')} {shares[0]}, {words('axis.others')} {shares[1]}"
