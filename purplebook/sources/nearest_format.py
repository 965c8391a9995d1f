"""What a text file of no format nearly is: the file whose headers its own are, but for one or two letters."""

from __future__ import annotations

from purplebook.sources.careful_csv import heading_of
from purplebook.sources.cells import BLANKS
from purplebook.sources.files import TEXT, InputFile
from purplebook.sources.near_headers import near_misses
from purplebook.sources.ssd.mapping import BY_NAME
from purplebook.sources.ssda903.layout import LAYOUTS

_LEAST_SHARE = 0.5


def nearest_hint(file: InputFile) -> str:
    """The header that was likely meant, in a sentence; empty where the file is nearly nothing that is known."""
    row = heading_of(file, bool) if file.kind == TEXT else None
    if row is None:
        return ""
    cells = [cell.strip(BLANKS) for cell in row[1] if cell.strip(BLANKS)]
    names = {cell.casefold() for cell in cells}
    candidates = [(f"the file '{layout.name}' of the SSDA903 return", layout.columns) for layout in LAYOUTS]
    candidates += [
        (f"the table {name} of the Standard Safeguarding Dataset", tuple(table.columns))
        for name, table in BY_NAME.items()
    ]
    best = ("", (), 0.0)
    for title, columns in candidates:
        missing = [column for column in columns if column.casefold() not in names]
        near = near_misses(missing, [cell for cell in cells if cell.casefold() not in map(str.casefold, columns)])
        share = (len(columns) - len(missing) + len(near)) / max(len(cells), 1)
        if near and share >= max(_LEAST_SHARE, best[2]):
            best = (title, near, share)
    if not best[0]:
        return ""
    shown = "; ".join(f"'{header}': did you mean '{known}'?" for header, known in best[1])
    return f" Its headers are nearly those of {best[0]}. {shown}"
