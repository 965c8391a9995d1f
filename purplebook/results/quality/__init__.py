"""How complete and plausible the records of a snapshot are, and which indicators each weak column weakens."""

from purplebook.engine.records.quality_counts import TableIssues
from purplebook.results.quality.column_quality import ColumnQuality, Quality, quality_of

__all__ = ["ColumnQuality", "Quality", "TableIssues", "quality_of"]
