"""How the figures of a paper were made, as its last page says it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from purplebook.language.papers import Paper
from purplebook.language.periods import long_day
from purplebook.outputs.paper.plain_words import with_titles
from purplebook.results.figures import Figures

NOTES = (
    "Every figure of the council's in this paper, in its sentences, tables and charts alike, was worked out from its "
    "own records by one set of written definitions. None was typed. The definitions are published with the "
    "software, and each figure can show the records behind it to those who are allowed to see them.",
    "Percentages are rounded half up from whole numbers, so the parts of a table may not add up to exactly "
    "100%. A change between two percentages is the difference of the two as printed, in percentage points. A "
    "child who has two events in a "
    "period, such as two referrals, is counted twice where the table counts events.",
    "Small numbers have not been suppressed. Before this paper is published, check that no child can be "
    "recognised from them.",
    "Records that are entered late change the figures of earlier months. The figures are right as at the date "
    "above, for the records that were in the system when the snapshot was taken.",
)

NO_FIGURE = "The records that were loaded give no figure for this paper."


def making_pairs(
    paper: Paper,
    figures: Figures,
    *,
    shown: Collection[str],
    snapshot_id: str,
    status: str,
    divided_by: Sequence[str] = (),
) -> tuple[tuple[str, str], ...]:
    """The day, the records, how sure the figures are, what rates are divided by, and the editions of definitions."""
    editions = dict(zip(figures.table["indicator"].to_pylist(), figures.table["edition"].to_pylist(), strict=True))
    asked = sorted(name for name in shown if name in editions)
    named = [
        f"Edition {edition}: {', '.join(name for name in asked if editions[name] == edition)}"
        for edition in sorted({editions[name] for name in asked})
    ]
    pairs = (
        ("As at", long_day(paper.as_at)),
        ("Snapshot of the records", snapshot_id),
        ("Status of the figures", status),
    )
    if divided_by:
        pairs = (*pairs, ("Rates are divided by", "; ".join(divided_by)))
    return (*pairs, ("Definitions", "; ".join(named))) if named else pairs


def making_notes(warnings: Sequence[str], *, shown: Collection[str], titles: Mapping[str, str]) -> tuple[str, ...]:
    """The notes of every paper, and the cautions about figures that this one prints."""
    if not shown:
        return (NO_FIGURE,)
    cautions = " ".join(warning for warning in warnings if set(_codes_in(warning, titles)) & set(shown))
    return (*NOTES, with_titles(f"Read with care: {cautions}", titles)) if cautions else NOTES


def _codes_in(warning: str, titles: Mapping[str, str]) -> list[str]:
    """The indicators that a caution is about: those it begins with."""
    return [code for code in re.split(r"[ ,:]+", warning.split(" looks ")[0].split(":")[0]) if code in titles]
