"""The children's social work workforce census of the Department for Education, as XML."""

from purplebook.sources.workforce_census.read_census import NAME, TITLE, read, recognise

__all__ = ["NAME", "TITLE", "read", "recognise"]
