"""How complete and plausible the records of a snapshot are, and which indicators each weak column weakens."""

from purplebook.results.quality.column_quality import ColumnQuality, Quality, TableIssues, quality_of

__all__ = ["ColumnQuality", "Quality", "TableIssues", "quality_of"]
