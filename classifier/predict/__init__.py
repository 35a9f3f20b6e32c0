"""Commitment -> Prediction: categories with scores, evidence, doubt."""

from classifier.predict.model import CategoryModel, load_model

__all__ = ["CategoryModel", "load_model"]
