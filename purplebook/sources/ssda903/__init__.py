"""The Department for Education's yearly return on looked-after children (SSDA903), one year or several."""

from purplebook.sources.ssda903.read_return import NAME, TITLE, read, recognise

__all__ = ["NAME", "TITLE", "read", "recognise"]
