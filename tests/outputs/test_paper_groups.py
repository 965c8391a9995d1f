"""Groups of a table that do not add up to everyone: the paper says so under the table, with both numbers."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from purplebook.definitions.papers.safeguarding_activity.divided import group_rows
from purplebook.language.papers import FigureTable, Text
from purplebook.language.periods import quarter
from purplebook.outputs.paper.binding import Binder, Found
from purplebook.outputs.paper.evidence import Recorded, Witness
from purplebook.outputs.paper.tables import figure_table
from purplebook.results.figures import FIGURE_SCHEMA, Figures

QUARTER = quarter(2015, 1)
GROUPS = (("Under one", ("Under 1",)), ("1 to 4 years", ("1 to 4",)))


def printed(everyone: int, groups: dict[str, int]) -> str:
    """What stands under a table of referred children by age."""
    counts = {("all", "all"): everyone} | {("age_band", name): count for name, count in groups.items()}
    figures = pa.Table.from_pylist(
        [
            {"indicator": "RF01-CHILDREN", "period": QUARTER.key, "area": "899", "breakdown": breakdown, "group": group}
            | {"numerator": count, "status": "provisional"}
            for (breakdown, group), count in counts.items()
        ],
        schema=FIGURE_SCHEMA,
    )
    binder = Binder(Found(Figures(figures)), {}, Witness(Recorded(), date(2015, 6, 30), frozenset()))
    rows = group_rows("RF01-CHILDREN", (QUARTER,), by="age_band", groups=GROUPS, total="All children")
    rows = tuple(line for line in rows if line.label.template != "Not recorded" or "Not recorded" in groups)
    table = figure_table(
        FigureTable("ages", Text("Ages"), (Text("Age"), Text("Children"), Text("Share")), rows), binder
    )
    assert table is not None
    return table.source


def test_a_child_in_two_groups_is_told_under_the_table():
    said = printed(1457, {"Under 1": 700, "1 to 4": 847})
    assert (
        "All children: the groups do not add up, because someone can be in more than one group: 1,547 in them and "
        "1,457 in all."
    ) in said


def test_a_child_in_no_group_is_told_too():
    assert "because some are in no group: 8 in them and 9 in all." in printed(9, {"Under 1": 5, "1 to 4": 3})


@pytest.mark.parametrize("groups", [{"Under 1": 5, "1 to 4": 4}, {"Under 1": 9}, {"Under 1": 5, "Not recorded": 4}])
def test_nothing_is_said_where_they_add_up(groups: dict[str, int]):
    assert "add up" not in printed(9, groups)
