"""How complete and plausible the records of a snapshot are, and which indicators each weak column weakens."""

from purplebook.engine.records.quality_counts import TableIssues
from purplebook.results.quality.column_quality import ColumnQuality, Quality, quality_of
from purplebook.results.quality.marks import QualityMark, marks_by_figure, quality_marks

__all__ = ["ColumnQuality", "Quality", "QualityMark", "TableIssues", "marks_by_figure", "quality_marks", "quality_of"]
