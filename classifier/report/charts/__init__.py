"""Charts of the report's tables: one drawing for SVG and for PNG."""

from classifier.report.charts.bars import headline, irm, subthemes, years
from classifier.report.charts.draw import Drawing, to_png, to_svg
from classifier.report.charts.grids import members, regions
from classifier.report.charts.upset import overlap

# By the name used in the chapters.
CHARTS = {
    "headline": headline,
    "years": years,
    "regions": regions,
    "overlap": overlap,
    "subthemes": subthemes,
    "irm": irm,
    "members": members,
}

__all__ = ["CHARTS", "Drawing", "to_png", "to_svg"]
