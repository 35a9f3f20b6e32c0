"""The only place that knows the database: what was read, predicted, decided."""

from classifier.workspace.ledger import FileRow
from classifier.workspace.store import Workspace

__all__ = ["FileRow", "Workspace"]
