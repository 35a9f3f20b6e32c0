"""Document to ActionPlan: which commitments a plan makes, and where."""

from classifier.find.outlined import render_html
from classifier.find.plan import find_plan

__all__ = ["find_plan", "render_html"]
