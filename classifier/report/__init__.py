"""Counts, read files and labels to the annual report."""

from classifier.report.figures import Figures, compute
from classifier.report.tables import ReportTable
from classifier.report.write import write_report

__all__ = ["Figures", "ReportTable", "compute", "write_report"]
