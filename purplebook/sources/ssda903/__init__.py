"""The Department for Education's yearly return on looked-after children (SSDA903), one year or several.

The returns loaded together tell one history, in which the later return has the last word: a child who left before 31
March, but whose leaving was written down only in the next return, is not counted on that day.  The return of one year
loaded alone tells what that year's return said.

One store holds both views, since each load is a snapshot of a day.  Load each year alone, which is as at its own 31
March, and then all of them as at a day after the last, `--as-at 2020-04-01`.  `figures --as-at 2019-03-31` answers as
that year was returned, and `figures --period 2019-03-31` as all the returns tell it.
"""

from purplebook.sources.ssda903.read_return import NAME, TITLE, read, recognise
from purplebook.sources.ssda903.read_xml import is_xml, record_cells

__all__ = ["NAME", "TITLE", "is_xml", "read", "recognise", "record_cells"]
