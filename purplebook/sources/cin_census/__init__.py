"""The children in need census of the Department for Education: XML, in the layouts of 2021 to 2026."""

from purplebook.sources.cin_census.read_census import NAME, TITLE, read, recognise

__all__ = ["NAME", "TITLE", "read", "recognise"]
