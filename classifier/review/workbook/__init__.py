"""The workbook analysts take home: exported, filled in anywhere, read back row by row."""

from classifier.review.workbook.read import Import, read_workbook
from classifier.review.workbook.write import export_workbook

__all__ = ["Import", "export_workbook", "read_workbook"]
