"""Turning files into canonical tables: the only layer that knows what any file looks like."""

from purplebook.sources.apart import read_apart
from purplebook.sources.read import read_files
from purplebook.store.loaded import Batch, Loaded, RowIssue

__all__ = ["Batch", "Loaded", "RowIssue", "read_apart", "read_files"]
