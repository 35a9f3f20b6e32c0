"""PDF to Document: text in reading order, with structure and boxes."""

from classifier.extract.document import extract_document
from classifier.extract.limits import Limits

__all__ = ["Limits", "extract_document"]
