"""Labels and their plans to counts, and to estimates of the true counts."""

from classifier.tally.audit import estimates, plan_reading
from classifier.tally.cells import ANY_JUSTICE, CATEGORY
from classifier.tally.count import tally
from classifier.tally.dimensions import DIMENSIONS

__all__ = ["ANY_JUSTICE", "CATEGORY", "DIMENSIONS", "estimates", "plan_reading", "tally"]
