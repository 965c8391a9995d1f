"""One load of several formats: the same child, and the same event, told by two files become one row."""

from purplebook.sources.together.join_formats import Together

__all__ = ["Together"]
