"""The twelve files of the return and their columns; a file is known by its header, never by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from purplebook.sources.cells import BLANKS

YEAR, AUTHORITY = "YEAR", "LA"
"""Columns that regional stacks of returns append: the year in which the return ends, and the authority's name."""


@dataclass(frozen=True)
class Layout:
    """One file of the return; a header that holds all of `told_by` is one of this file, in whatever order."""

    name: str
    columns: tuple[str, ...]
    told_by: tuple[str, ...]


def _layout(name: str, columns: str, told_by: str) -> Layout:
    return Layout(name, tuple(columns.split()), tuple(told_by.split()))


HEADER = _layout("header", "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB", "CHILD DOB ETHNIC")
EPISODES = _layout(
    "episodes",
    "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN",
    "CHILD DECOM RNE LS",
)
REVIEWS = _layout("reviews", "CHILD DOB REVIEW REVIEW_CODE", "CHILD REVIEW REVIEW_CODE")
UASC = _layout("uasc", "CHILD SEX DOB DUC", "CHILD DUC")
OC2 = _layout(
    "oc2",
    "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT "
    "SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED",
    "CHILD SDQ_SCORE SDQ_REASON",
)
OC3 = _layout("oc3", "CHILD DOB IN_TOUCH ACTIV ACCOM", "CHILD IN_TOUCH ACTIV ACCOM")
AD1 = _layout(
    "ad1",
    "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
    "CHILD DATE_INT DATE_MATCH",
)
PLACED_FOR_ADOPTION = _layout(
    "placed_for_adoption", "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED", "CHILD DATE_PLACED"
)
PREVIOUS_PERMANENCE = _layout("previous_permanence", "CHILD DOB PREV_PERM LA_PERM DATE_PERM", "CHILD PREV_PERM")
MISSING = _layout("missing", "CHILD DOB MISSING MIS_START MIS_END", "CHILD MISSING MIS_START")
SOCIAL_WORKER = _layout("social_worker", "CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON", "CHILD SW_ID SW_DECOM")
DOLO = _layout("dolo", "CHILD DOB DOLO_START DOLO_END", "CHILD DOLO_START")

DATES = frozenset(
    "DOB MC_DOB DECOM DEC REVIEW DUC DATE_INT DATE_MATCH DATE_PLACED DATE_PLACED_CEASED MIS_START MIS_END SW_DECOM "
    "SW_DEC DOLO_START DOLO_END".split()
)
"""The columns that hold a day, of whatever file."""
LAYOUTS = (
    HEADER,
    EPISODES,
    REVIEWS,
    UASC,
    OC2,
    OC3,
    AD1,
    PLACED_FOR_ADOPTION,
    PREVIOUS_PERMANENCE,
    MISSING,
    SOCIAL_WORKER,
    DOLO,
)


@dataclass(frozen=True)
class Header:
    """A header that was recognised: which file it is of, and the name of each cell by its place."""

    layout: Layout
    names: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Columns of the return that the file does not have."""
        return tuple(name for name in self.layout.columns if name not in self.names)

    @property
    def extra(self) -> tuple[str, ...]:
        """Columns that the return does not have, without a nameless one that only numbers the rows."""
        known = {*self.layout.columns, YEAR, AUTHORITY}
        return tuple(name for at, name in enumerate(self.names) if name not in known and not is_index(name, at=at))

    @property
    def repeated(self) -> tuple[str, ...]:
        """Columns of the return that stand more than once."""
        return tuple(name for name in self.layout.columns if self.names.count(name) > 1)


def match_header(cells: Sequence[str]) -> Header | None:
    """Which file of the return the header is of; None when it is of none."""
    names = tuple(cell.strip(BLANKS).upper() for cell in cells)
    layout = next((layout for layout in LAYOUTS if set(layout.told_by) <= set(names)), None)
    return None if layout is None else Header(layout, names)


def is_index(name: str, *, at: int) -> bool:
    """Whether a column only numbers the rows, as some tools write it before the first one."""
    return at == 0 and (name in ("", "INDEX") or name.startswith("UNNAMED"))
