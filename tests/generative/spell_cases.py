"""Random cases like what is declared: spells, related rows and groups seen at a period's end.

The definitions of `definitions.py` may say anything, so few of their looks at related rows can be decided beforehand.
These are put together from what declared indicators say: open then, so many days ago, exists, does not exist, how many,
the earliest, the latest and the last.
"""

from __future__ import annotations

from purplebook.language import expressions as ex
from purplebook.language import measures as me
from purplebook.language.indicators import Breakdown, Indicator, indicator
from tests.generative import unchecked
from tests.generative.cases import Case
from tests.generative.chance import Chance, Seeded
from tests.generative.definitions import PERIODS, RELATIONS, STANDARD
from tests.generative.tables import column, columns_of, write_rows
from tests.support.definitions import tables_named

FIRST, LAST = ex.PERIOD.first_day, ex.PERIOD.last_day
SPELLS = {
    "referral": ("referred_on", "closed_on"),
    "assessment": ("started_on", "authorised_on"),
    "placement": ("started_on", "ended_on"),
    "involvement": ("started_on", "ended_on"),
}


def _of_the_period(chance: Chance, day: ex.Expression) -> ex.Expression:
    """A condition about the period that reads one day of the row."""
    limit = chance.pick((ex.Literal(2), ex.Literal(40), STANDARD))
    return chance.pick(
        (
            day <= LAST,
            day > LAST,
            ex.all_of(day >= FIRST, day <= LAST),
            day > LAST.add_months(chance.pick((-1, -12))),
            ex.Compare("<=", ex.days_between(day, LAST), limit),
            # Whatever the standard's unit is: a tree that the words of the language refuse.
            ex.Compare(">", ex.working_days_between(day, LAST), limit),
            ex.age_on(LAST, born=day) >= chance.number(0, 16),
            ex.AddMonths(day, chance.pick((6, STANDARD))) >= LAST,
            ex.days_between(day, LAST) <= STANDARD.in_force(day),
            ex.return_year(day).is_(ex.return_year(LAST)),
        )
    )


def _condition(chance: Chance, table: str) -> ex.Expression:
    """Conditions about the row's own days, turned round and joined now and then."""
    start, end = (column(table, name) for name in SPELLS[table])
    is_open = ex.all_of(start <= LAST, ex.any_of(end.is_missing(), end > LAST))
    single = _of_the_period(chance, chance.pick((start, end)))
    code = chance.pick(columns_of(table, "code", "text", "yes_no") or (start,))
    fixed = chance.pick((code.is_recorded(), end.is_missing(), ex.days_between(start, end) > 3))
    return chance.pick((single, is_open, ex.not_(single), ex.any_of(single, fixed), ex.all_of(single, fixed), fixed))


def _rows(chance: Chance, table: str) -> ex.RelatedRows:
    """Rows about the same child, or linked otherwise."""
    links = [ex.RelatedRows(*way[:2], way[3]) for way in RELATIONS if way[2] == table and way[0] in SPELLS]
    rows = chance.pick((*links, *(ex.RelatedRows(name, "person_id", "person_id") for name in SPELLS)))
    other = rows.table
    terms = [_condition(chance, other) for _ in range(chance.number(1, 2))]
    if not chance.number(0, 3):
        # The row being counted may have a word in it.
        terms.append(column(other, SPELLS[other][0]) <= ex.this_row(column(table, SPELLS[table][0])))
    return rows.where(*terms)


def _about_related(chance: Chance, table: str) -> ex.Expression:
    rows = _rows(chance, table)
    start = column(rows.table, SPELLS[rows.table][0])
    return chance.pick(
        (
            rows.exists(),
            rows.exists(),
            ex.not_(rows.exists()),
            ex.any_of(rows.exists(), _rows(chance, table).exists()),
            rows.count() >= chance.number(1, 2),
            rows.count_different(chance.pick(columns_of(rows.table, "text", "link") or (start,))) >= 2,
            ex.days_between(rows.latest(start), LAST) <= 40,
            ex.working_days_between(rows.earliest(start), LAST) > 3,
        )
    )


def _breakdowns(chance: Chance, table: str) -> tuple[Breakdown, ...]:
    born = column("person", "born_on")
    unborn = ex.when(born > LAST, "Unborn")
    by: list[Breakdown] = [
        Breakdown("sex", "Sex", column("person", "sex")),
        Breakdown("age", "Age", ex.first_of(unborn, ex.age_on(LAST, born=born).in_bands(1, 16))),
    ]
    teams = ex.RelatedRows("involvement", "person_id", "person_id").where(_condition(chance, "involvement"))
    name = ex.Lookup(column("team", "name"), column("involvement", "team_id"))
    by.append(Breakdown("team", "Team", teams.last(name, by=column("involvement", "started_on"))))
    own = columns_of(table, "code", "yes_no")
    by += [Breakdown("own", "Own", chance.pick(own))] if own else []
    first = chance.pick(by)
    second = chance.pick(by)
    return (first,) if first == second else (first, second)


def _cohort(chance: Chance, table: str) -> me.Cohort:
    start, end = (column(table, name) for name in SPELLS[table])
    clock = chance.pick(
        (
            me.OpenAtEnd(start, end),
            me.OpenDuring(start, end),
            me.During(start),
            me.OpenAtEnd(start, None),
            me.During(end, chance.number(0, 2)),
            me.EveryRow(),
        )
    )
    terms = [_condition(chance, table) for _ in range(chance.number(0, 1))]
    terms += [_about_related(chance, table) for _ in range(chance.number(0, 2))]
    return me.Cohort(table, clock).where(*terms)


def _indicator(chance: Chance, number: int, table: str) -> Indicator:
    cohort = _cohort(chance, table)
    so_far = ex.days_between(column(table, SPELLS[table][0]), LAST)
    measure = chance.pick(
        (
            me.count(cohort),
            me.count_children(cohort),
            unchecked.percentage(cohort, _about_related(chance, table)),
            unchecked.percentage(cohort, _about_related(chance, table), kind=me.TotalKind.CHILDREN),
            unchecked.percentage_of_sum(so_far, cohort, _about_related(chance, table)),
            me.mean_of(so_far, among=cohort),
            me.median_of(so_far, among=cohort),
        )
    )
    by = _breakdowns(chance, table)
    return indicator(f"RF{number}", "Drawn", measure, theme="Front door", counts="rows", source="invented", by=by)


def write_spell_case(chance: Chance) -> Case:
    """One or two indicators over one table, and rows for the tables that they read."""
    table = chance.pick(SPELLS)
    items = [_indicator(chance, 0, table)]
    if chance.number(0, 1):
        # The same breakdowns, for a name means one thing in a pass.
        other = _indicator(chance, 1, table)
        items.append(
            indicator("RF1", "Drawn", other.measure, theme="Front door", counts="rows", source="x", by=items[0].by)
        )
    periods = dict.fromkeys(chance.pick(PERIODS) for _ in range(chance.number(1, 4)))
    return Case(tuple(items), tuple(periods), {name: write_rows(chance, name) for name in tables_named(items)})


def some_spell_cases(count: int, *, seed: int = 1) -> tuple[Case, ...]:
    """The same random cases on every run and every machine."""
    return tuple(write_spell_case(Seeded(seed * 1_000_000 + number)) for number in range(count))
