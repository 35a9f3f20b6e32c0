"""Counts, read files and labels to the annual report."""

from classifier.report.coverage import counted_once
from classifier.report.examples import irm_in_words
from classifier.report.figures import Figures, Sources, compute, trace
from classifier.report.previous import read_previous
from classifier.report.similar import Likeness, similar
from classifier.report.tables import ReportTable
from classifier.report.words import languages, load_messages
from classifier.report.write import FORMATS, write_report

__all__ = [
    "FORMATS",
    "Figures",
    "Likeness",
    "ReportTable",
    "Sources",
    "compute",
    "counted_once",
    "irm_in_words",
    "languages",
    "load_messages",
    "read_previous",
    "similar",
    "trace",
    "write_report",
]
