"""What people say of predictions, and what then stands."""

from classifier.review.audit import draw_audit
from classifier.review.settle import settle

__all__ = ["draw_audit", "settle"]
