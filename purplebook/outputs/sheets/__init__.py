"""How every workbook of ours is built: one model of a sheet and one writer.  Others bring the rows and the words.

Annex A and the registers have layouts that are prescribed; they share how a workbook is opened, and nothing else.
"""

from purplebook.outputs.sheets.model import Column, Kind, Sheet, Workbook
from purplebook.outputs.sheets.of_table import sheet_of
from purplebook.outputs.sheets.write import workbook_bytes

__all__ = ["Column", "Kind", "Sheet", "Workbook", "sheet_of", "workbook_bytes"]
