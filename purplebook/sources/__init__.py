"""Turning files into canonical tables: the only layer that knows what any file looks like."""

from purplebook.sources.loaded import Batch, Loaded, RowIssue
from purplebook.sources.read import read_files

__all__ = ["Batch", "Loaded", "RowIssue", "read_files"]
