"""Labels and their plans to counts."""

from classifier.tally.count import tally
from classifier.tally.dimensions import DIMENSIONS

__all__ = ["DIMENSIONS", "tally"]
