"""Ofsted's Annex A workbook, Lists 1 to 11, in the layouts of 2019 and 2024."""

from purplebook.sources.annex_a.read_workbook import NAME, TITLE, read, recognise

__all__ = ["NAME", "TITLE", "read", "recognise"]
