"""The ways in which figures are divided, named once and used everywhere.

A person's age, team and disability are those of the day that places the row in a period: the event's own day for
events, the period's last day for what is open at a date.
"""

from __future__ import annotations

from functools import cache

from purplebook.language import (
    PERIOD,
    Breakdown,
    Rows,
    age_on,
    all_of,
    any_of,
    first_of,
    involvement,
    lookup,
    person,
    person_attribute,
    same_child,
    team,
    this_row,
    when,
)
from purplebook.language.expressions import Column, Expression
from purplebook.language.places import refuse
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS

AGE_BAND_EDGES = (1, 5, 10, 16)
"""The Department's bands: under 1, 1 to 4, 5 to 9, 10 to 15, 16 and over."""

UNBORN = "Unborn"
AGE_BANDS = (UNBORN, "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over")

ETHNIC_GROUPS = {value.code: value.group for value in CODE_SETS["ethnicity"].codes if value.group}
"""The ethnic group of each code, "Not known" among them."""

UNKNOWN_ETHNICITY = tuple(code for code, group in ETHNIC_GROUPS.items() if group == "Not known")
_GROUPS_IN_ORDER = tuple(dict.fromkeys(ETHNIC_GROUPS.values()))


# A breakdown says the same wherever it is asked for in the same words, so it is put together once.
@cache
def age_band(day: Expression) -> Breakdown:
    """Completed years on `day`; a child not born by then is in a band apart."""
    not_yet_born = any_of(
        all_of(person.born_on.is_missing(), person.expected_birth_on.is_recorded()), person.born_on > day
    )
    bands = age_on(day, born=person.born_on).in_bands(*AGE_BAND_EDGES)
    return Breakdown("age_band", "Age", first_of(when(not_yet_born, UNBORN), bands), order=AGE_BANDS)


def who(rows: Rows, *, on: Expression) -> tuple[Breakdown, ...]:
    """Age band, sex, ethnic group, disability and locality of the person a row is about."""
    return (age_band(on), *_said_of_person(rows))


@cache
def _said_of_person(rows: Rows) -> tuple[Breakdown, ...]:
    disability = person_attribute.attribute_type.is_("DISABILITY")
    facts = same_child(person_attribute)
    disabled = first_of(
        when(facts.where(disability, person_attribute.code.is_not("NONE")).exists(), "Disabled"),
        when(facts.where(disability, person_attribute.code.is_("NONE")).exists(), "Not disabled"),
    )
    # A source that gives no span says at least on which day it knew the fact.
    locality = facts.where(person_attribute.attribute_type.is_("LOCALITY")).last(
        person_attribute.code, by=first_of(person_attribute.started_on, person_attribute.known_on)
    )
    return (
        coded("sex", "Sex", person.sex),
        Breakdown(
            "ethnic_group",
            "Ethnic group",
            person.ethnicity_code.relabelled(ETHNIC_GROUPS, otherwise="Not known"),
            order=_GROUPS_IN_ORDER,
        ),
        Breakdown("disability", "Disability", _of_person(rows, disabled)),
        Breakdown("locality", "Locality", _of_person(rows, locality)),
    )


def _of_person(rows: Rows, fact: Expression) -> Expression:
    """What is known of the person that a row is about, who may be the row itself."""
    return fact if rows is person else lookup(fact, by=rows.column("person_id"))


@cache
def own_team(rows: Rows) -> Breakdown:
    """The team that the row itself names."""
    return Breakdown("team", "Team", lookup(team.name, by=rows.column("team_id")))


@cache
def allocated_team(*, on: Column | None = None) -> Breakdown:
    """The team the child was allocated to on the event's day, or on the period's last day."""
    day: Expression = PERIOD.last_day if on is None else this_row(on)
    at_that_time = same_child(involvement).where(
        involvement.started_on <= day, any_of(involvement.ended_on.is_missing(), involvement.ended_on >= day)
    )
    return Breakdown(
        "team", "Team", at_that_time.last(lookup(team.name, by=involvement.team_id), by=involvement.started_on)
    )


def coded(name: str, title: str, column: Column) -> Breakdown:
    """The bare codes of one column, labelled from its code set."""
    if not isinstance(column, Column):
        refuse(f"coded() takes a column, such as contact.source_code, not {column!r}.")
    code_set = CODE_SETS.get(TABLES_BY_NAME[column.table].column(column.name).code_set or "")
    if code_set is None:
        return Breakdown(name, title, column)
    return Breakdown(name, title, column, code_set.name, order=tuple(value.code for value in code_set.codes))
