"""A paper with every figure already printed into it: the one document that the three writers read.

Nothing here can be computed any more. A writer that needed to know what an indicator is would be a fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from purplebook.outputs.paper.gaps import Gap

HEADING_COLOUR = "#3D2C6B"
"""The colour of headings where a council names none of its own."""


@dataclass(frozen=True)
class NumberedParagraph:
    """A paragraph with its number, such as 4.2."""

    number: str
    text: str


@dataclass(frozen=True)
class BulletList:
    """Points under the paragraph before them."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class SmallHeading:
    """A heading inside a section."""

    text: str


WORDS_OF_A_SENTENCE = 5


def is_sentence(cell: str) -> bool:
    """Whether a cell holds a sentence, and not a number or a name."""
    return cell.count(" ") + 1 >= WORDS_OF_A_SENTENCE


@dataclass(frozen=True)
class TableRow:
    """A row: its name and its printed cells."""

    label: str
    cells: tuple[str, ...]
    is_total: bool = False


@dataclass(frozen=True)
class PrintedTable:
    """A table as it is printed, with its number and the line below it: a note, and the indicators it is from."""

    number: int
    caption: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    source: str

    def is_of_words(self, place: int) -> bool:
        """Whether a column of cells, counted from nought, holds sentences, which break into lines as numbers do not."""
        return any(is_sentence(row.cells[place]) for row in self.rows)


@dataclass(frozen=True)
class Picture:
    """A chart as it is drawn; `description` says in words all that the drawing shows."""

    number: int
    title: str
    svg: str
    width: int
    height: int
    description: str
    source: str


PrintedBlock = NumberedParagraph | BulletList | SmallHeading | PrintedTable | Picture


@dataclass(frozen=True)
class PrintedSection:
    """A numbered section."""

    number: int
    heading: str
    blocks: tuple[PrintedBlock, ...]


@dataclass(frozen=True)
class Document:
    """The whole paper, ready to be written in any format; `gaps` are for its author and in no format of the paper."""

    name: str
    title: str
    council: str
    author_line: str
    as_at: date
    status: str
    head: tuple[tuple[str, str], ...]
    sections: tuple[PrintedSection, ...]
    glossary: tuple[tuple[str, str], ...]
    standards: tuple[tuple[str, str], ...]
    making: tuple[tuple[str, str], ...]
    making_notes: tuple[str, ...]
    gaps: tuple[Gap, ...] = ()
    snapshot_id: str = ""
    heading_colour: str = HEADING_COLOUR
