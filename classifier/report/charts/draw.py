"""What all charts share: colours, type, and the way to SVG and PNG."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from classifier.report.clean import printable
from classifier.taxonomy import JusticeCategory

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Okabe and Ito's colours (2008), which colour-blind readers can tell apart.
COLOURS = dict(zip(JusticeCategory, ("#0072B2", "#E69F00", "#009E73"), strict=True))
SEVERAL = "#56565C"
# Any justice: a colour that is no category's.
ANY = "#12324A"
# Dark grey reads as well as black and prints softer.
INK, SOFT, LINE, PALE = "#26282B", "#5F6368", "#C9CDD2", "#E8EBEF"
# Words in the categories' colours need more contrast on white than bars do (WCAG: 4.5 to 1).
WORDS = dict(zip(JusticeCategory, ("#005F96", "#8A5A00", "#00704F"), strict=True))
WIDTH = 7.6
# Screens and office printers show no more.
DOTS_PER_INCH = 200
# The fonts readers have; matplotlib lays out with its own, which is wider than any of them.
FONTS = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"

_SETTINGS: dict[str, Any] = {
    "svg.hashsalt": "ogp-justice",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.color": INK,
    "axes.labelcolor": SOFT,
    "xtick.color": INK,
    "ytick.color": INK,
    "text.parse_math": False,
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with its name, its title and what it shows in words."""

    name: str
    title: str
    alt: str
    figure: "Figure"


@contextmanager
def style() -> Iterator[None]:
    """Matplotlib with this report's settings, and as before afterwards."""
    import matplotlib

    settings: Any = _SETTINGS
    with matplotlib.rc_context(settings):
        yield


def canvas(height: float, *, columns: int = 1, **more: Any) -> tuple["Figure", list["Axes"]]:
    """An empty figure with bare axes side by side; height in inches."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = list(figure.subplots(1, columns, squeeze=False, **more)[0])
    for one in axes:
        bare(one)
    return figure, axes


def bare(axes: "Axes") -> None:
    """Leave nothing on the axes but what the data need."""
    axes.spines[["top", "right", "left", "bottom"]].set_visible(False)
    axes.tick_params(length=0)


def to_svg(drawing: Drawing) -> str:
    """The chart as SVG to stand in a page: same bytes for same figures, ids of its own."""
    out = StringIO()
    with style():
        _harmless(drawing.figure).savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    text = text[text.index("<svg") :].replace("'DejaVu Sans'", FONTS).replace("DejaVu Sans", FONTS)
    text = re.sub(r'\bid="([^"]+)"', rf'id="{drawing.name}-\1"', text)
    return re.sub(r"(url\(#|href=\"#)", rf"\1{drawing.name}-", text)


def to_png(drawing: Drawing) -> bytes:
    """The chart as PNG for documents, the same bytes each time."""
    out = BytesIO()
    with style():
        _harmless(drawing.figure).savefig(out, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})
    return out.getvalue()


def _harmless(figure: "Figure") -> "Figure":
    """The figure, its text without control characters, which SVG refuses."""
    from matplotlib.text import Text

    for text in figure.findobj(Text):
        if isinstance(text, Text):
            text.set_text(printable(text.get_text()))
    return figure


def on(colour: str) -> str:
    """Ink or white, whichever reads better on a colour (sRGB luma, ITU-R BT.601)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 140 else "#FFFFFF"


def lighter(colour: str, share: float) -> str:
    """A colour mixed with white; share 1 is white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02X}" for part in parts)


def short(text: str, most: int) -> str:
    """Text cut to a length, with an ellipsis where something is missing."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
