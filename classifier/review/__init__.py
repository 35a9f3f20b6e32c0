"""What people say of predictions, and what then stands."""

from classifier.review.settle import settle

__all__ = ["settle"]
