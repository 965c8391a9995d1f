"""The Standard Safeguarding Dataset: a folder of CSV or Parquet files, or a database that holds its tables."""

from purplebook.sources.ssd.database import read_database
from purplebook.sources.ssd.read_ssd import NAME, TITLE, read, recognise

__all__ = ["NAME", "TITLE", "read", "read_database", "recognise"]
