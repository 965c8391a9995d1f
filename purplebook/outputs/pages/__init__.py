"""How every page of ours is built: one shell, one way to set a table, and the stylesheets.  Others bring the words.

A page is one file that stands alone: no script, no font and no picture from elsewhere.
"""

from purplebook.outputs.pages.page import Page, page_bytes
from purplebook.outputs.pages.tables import table

__all__ = ["Page", "page_bytes", "table"]
