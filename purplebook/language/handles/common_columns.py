"""The columns that every table has after its own.  Written by `make docs`: do not edit."""

from purplebook.language.expressions import Column
from purplebook.language.rows import Rows


class TableRows(Rows):
    """The rows of one table, with where each came from."""

    row_id: Column
    """The row's number within its table and snapshot: 1, 2, 3 … in stored order."""
    authority_code: Column
    """The three-digit code of the local authority the record belongs to."""
    source_format: Column
    """The format of the file the row came from."""
    load_batch_id: Column
    """The file and sheet the row came from."""
    source_row: Column
    """The row's number in that file or sheet, counting the header as row 1."""
    source_cells: Column
    """The untouched input cells (JSON) that conversion changed or that have no column of their own."""
