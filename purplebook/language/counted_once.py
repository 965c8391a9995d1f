"""Which unit a figure counts, held against its measure: who says children must count each child once."""

from __future__ import annotations

from purplebook.language.measures import Measure, Shape
from purplebook.language.node import walk
from purplebook.language.nodes import Column
from purplebook.language.nouns import column_phrase, singular
from purplebook.language.places import refuse
from purplebook.tables import TABLES_BY_NAME

CHILD = "child"
PEOPLE = (CHILD, "young person")
"""Words for someone who adds one at most to a figure, however many records there are of them."""
_NOUNS = frozenset(map(singular, TABLES_BY_NAME))


def unit_counted(identifier: str, measure: Measure, said: str) -> str:
    """What one of the figure's whole is: the word `said`, or where none is, what the measure makes of it.

    A DefinitionError where it says children and rows are counted, or rows and children are, or another table's rows.
    """
    whole = measure.bottom or measure.top
    table = whole.cohort.table
    if measure.shape in (Shape.SUM, Shape.RATIO):
        return said or _added_up(measure)
    is_person = whole.counts_each_child_once
    noun = singular(table)
    if not said:
        return CHILD if is_person else noun
    if said in PEOPLE and not is_person:
        refuse(
            f"{identifier}: counts_each={said!r}, and its measure counts every {noun}, so a child with two counts "
            "twice. Write count_children(…), percentage_of_children(…) or cohort.once_for_each_child(), or "
            f"counts_each={noun!r}."
        )
    if is_person and said not in PEOPLE:
        refuse(f"{identifier}: its measure counts each child once, and counts_each is {said!r}. Write {CHILD!r}.")
    if said != noun and said in _NOUNS:
        refuse(f"{identifier}: counts_each={said!r}, and its measure counts rows of '{table}'. Write {noun!r}.")
    return said


def _added_up(measure: Measure) -> str:
    """The column whose numbers a sum adds up."""
    value = measure.top.value
    columns = [] if value is None else [part for part in walk(value) if isinstance(part, Column)]
    return column_phrase(columns[0].table, columns[0].name) if columns else singular(measure.top.cohort.table)
