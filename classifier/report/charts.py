"""Charts as SVG: the same bytes for the same figures."""

from io import StringIO
from typing import TYPE_CHECKING

from classifier.report.tables import ReportTable
from classifier.taxonomy import JusticeCategory

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Okabe and Ito's colours, which colour-blind readers can tell apart.
COLOURS = ("#0072B2", "#E69F00", "#009E73")

# Dark grey reads as well as black and prints softer.
INK = "#333333"


def year_chart(table: ReportTable) -> str:
    """Justice commitments by year, one bar for each category, labelled with its count."""
    import matplotlib
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    matplotlib.rcParams["svg.hashsalt"] = "ogp-justice"
    matplotlib.rcParams["svg.fonttype"] = "none"
    figure = Figure(figsize=(7.5, 3.4), layout="constrained")
    axes = figure.subplots()
    years = [str(row[0]) for row in table.rows]
    for number, category in enumerate(JusticeCategory):
        places = [at + (number - 1) * 0.27 for at in range(len(years))]
        heights = [int(str(row[1 + number])) for row in table.rows]
        bars = axes.bar(places, heights, width=0.25, color=COLOURS[number], label=category.full_name)
        axes.bar_label(bars, labels=[str(h) if h else "" for h in heights], fontsize=9, color=INK)
    axes.set_xticks(range(len(years)), years)
    axes.set_ylabel("commitments", color=INK)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0, colors=INK)
    axes.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.5, 1.16), ncols=3, fontsize=9)
    return _svg(figure)


def _svg(figure: "Figure") -> str:
    out = StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    return text[text.index("<svg") :]
