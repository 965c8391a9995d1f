"""Local registers that no national return holds, kept in workbooks made by `purplebook template`."""

from purplebook.sources.local_registers.read_register import NAME, TITLE, read, recognise

__all__ = ["NAME", "TITLE", "read", "recognise"]
