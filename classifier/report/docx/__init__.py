"""The report as a DOCX that staff can edit."""

from classifier.report.docx.document import to_docx

__all__ = ["to_docx"]
