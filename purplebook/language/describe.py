"""Says a definition in plain English, from the same tree that the engines run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from purplebook.language import expressions as ex
from purplebook.language.backwards import backwards_left_out
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Clock, Cohort, During, EveryRow, OpenAtEnd, OpenDuring, Shape, Total, TotalKind
from purplebook.language.nouns import column_phrase, plural, singular, value_phrase, with_article
from purplebook.language.once import THE_LATEST
from purplebook.language.periods import long_day
from purplebook.tables import TABLES_BY_NAME

_WORDS = {"<=": "at most", "<": "less than", ">=": "at least", ">": "more than", "=": ""}
_DATE_WORDS = {"<=": "on or before", "<": "before", ">=": "on or after", ">": "after", "=": "on"}


def describe(item: Indicator) -> str:
    """What an indicator counts, in English: a sentence, its conditions as a list, and the names they use explained."""
    measure = item.measure
    top = measure.top.cohort
    speaker = Speaker(top.table)
    match measure.shape:
        case Shape.COUNT:
            lines = _who(f"The number of {_different(measure.top)}", top, speaker)
        case Shape.PERCENTAGE:
            assert measure.bottom is not None
            that = top.only[len(measure.bottom.cohort.only) :]
            lines = _who(f"Of {_different(measure.top)}", measure.bottom.cohort, speaker)
            lines += _where("the percentage where", that, speaker)
        case Shape.SHARE:
            lines = [*_who("Of ", top, speaker), "the percentage in each group"]
        case Shape.REPORTED:
            assert measure.top.value is not None
            lines = _who("Of ", replace(top, only=top.only[:-1]), speaker)
            lines.append(
                f"the {speaker(measure.top.value)} itself, as it was reported; the average where there are several"
            )
        case Shape.MEAN | Shape.MEDIAN:
            assert measure.top.value is not None
            word = "average" if measure.shape is Shape.MEAN else "middle value (median)"
            parts = ex.walk(top.only[-1])
            unit = _unit(measure.unit_days)
            # The last condition is the measure's own: that the value is known.
            lines = _who("Of ", replace(top, only=top.only[:-1]), speaker)
            known = "it is known and does not end before it begins" if backwards_left_out(parts) else "it is known"
            lines.append(f"the {word} of {speaker(measure.top.value)}{unit}, over those where {known}")
        case Shape.RATE:
            whole = " of the whole area, in each group as in all" if measure.by_group else ""
            lines = _who(f"The number of {_different(measure.top)}", top, speaker)
            lines.append(f"for every {measure.per:,} {measure.population}{whole}")
        case Shape.DIFFERENCE:
            assert measure.bottom is not None
            lines = _who("The number of ", top, speaker)
            lines += _who("less the number of ", measure.bottom.cohort, Speaker(measure.bottom.cohort.table))
        case Shape.SUM:
            assert measure.top.value is not None
            lines = _who(f"The {speaker(measure.top.value)} of all ", replace(top, only=top.only[:-1]), speaker)
            lines.append(f"together{_unit(measure.unit_days)}, over those where it is known")
        case Shape.RATIO:
            lines = _ratio(item, speaker)
    return "\n".join(lines) + "." + "".join(_explained(item))


def _unit(days: str) -> str:
    match days:
        case "1" | "100":
            # A hundred stands for a decimal that is counted in hundredths.
            return ""
        case "7":
            return ", in weeks"
    return f", in months of {days} days"


def _ratio(item: Indicator, speaker: Speaker) -> list[str]:
    measure = item.measure
    assert measure.bottom is not None and measure.top.value is not None and measure.bottom.value is not None
    top, bottom = measure.top.cohort, measure.bottom.cohort
    value = speaker(measure.top.value)
    if measure.top.value == measure.bottom.value:
        # The last condition of the whole is the measure's own: that the value is known.
        lines = _who("Of ", replace(bottom, only=bottom.only[:-1]), speaker)
        that = top.only[len(bottom.only) :]
        return [*lines, *_where(f"the percentage of all their {value} that belongs to those where", that, speaker)]
    lines = _who(f"The {value} of all ", replace(top, only=top.only[:-1]), speaker)
    times = f", × {measure.per:,}" if measure.per != 1 else ""
    divided = f", ÷ {measure.unit_days}" if measure.unit_days != "1" else ""
    to = Speaker(bottom.table)(measure.bottom.value)
    whole = _who(f"divided by the {to} of all ", replace(bottom, only=bottom.only[:-1]), Speaker(bottom.table))
    return [*lines, *whole, f"over those where it is known{divided}{times}"]


def _different(total: Total) -> str:
    return "different children with " if total.kind is TotalKind.CHILDREN else ""


def _who(start: str, cohort: Cohort, speaker: Speaker) -> list[str]:
    return _where(f"{start}{plural(cohort.table)} {_when(cohort.table, cohort.clock)}", cohort.only, speaker, ", where")


def _where(start: str, terms: Sequence[ex.Expression], speaker: Speaker, word: str = "") -> list[str]:
    """One condition stands in the sentence; several become a list below it."""
    if not terms:
        return [start]
    if len(terms) == 1 and not isinstance(terms[0], ex.AllOf | ex.AnyOf):
        return [f"{start}{word} {speaker(terms[0])}"]
    if len(terms) == 1 and isinstance(terms[0], ex.AllOf | ex.AnyOf):
        quantity = "all of these are true" if isinstance(terms[0], ex.AllOf) else "at least one of these is true"
        return [f"{start}{word} {quantity}:", *(f"  - {speaker(term)}" for term in terms[0].terms)]
    return [f"{start}{word} all of these are true:", *(f"  - {speaker(term)}" for term in terms)]


def _explained(item: Indicator) -> Iterator[str]:
    """What each name used in the sentence stands for, once."""
    meanings: dict[str, str] = {}
    for total in (item.measure.top, item.measure.bottom):
        for term in total.cohort.only if total else ():
            for node in ex.walk(term):
                if isinstance(node, ex.Called) and node.phrase != THE_LATEST:
                    meanings.setdefault(node.phrase, Speaker(total.cohort.table if total else "")(node.source))
    for phrase, meaning in meanings.items():
        yield f"\n“{phrase}” means: {meaning}."


def _when(table: str, clock: Clock) -> str:
    match clock:
        case During(day, 0):
            return f"whose {column_phrase(table, day.name)} falls in the period"
        case During(day, months):
            return f"whose {column_phrase(table, day.name)} was {_months(months)} before a day in the period"
        case OpenAtEnd(start, end):
            began = f"{column_phrase(table, start.name)} on or before its last day"
            if end is None:
                return f"so far ({began} of the period)"
            return f"open at the end of the period ({began}, and no {column_phrase(table, end.name)} by then)"
        case EveryRow():
            return "at the end of the period"
        case OpenDuring(start, end):
            return (
                f"open on some day of the period ({column_phrase(table, start.name)} on or before its last day, and no "
                f"{column_phrase(table, end.name)} before its first)"
            )
    return "on the latest register taken by the end of the period"


def _with_the(phrase: str) -> str:
    return phrase if phrase.startswith(("the ", "this ")) else f"the {phrase}"


def _months(months: int) -> str:
    if months % 12 == 0:
        return f"{months // 12} year{'s' if months > 12 else ''}"
    return f"{months} month{'s' if months != 1 else ''}"


def _is_date(node: ex.Expression) -> bool:
    match node:
        case ex.Column(_, _, kind) | ex.ThisRow(ex.Column(_, _, kind)):
            return kind == "date"
        case ex.AddMonths() | ex.PeriodDay():
            return True
        case ex.Lookup(value) | ex.Related(_, _, value) if value is not None:
            return _is_date(value)
    return False


def _open_at_the_end(node: ex.Expression) -> bool:
    """Whether a condition has the form that `open_then` writes."""
    match node:
        case ex.AllOf((ex.Compare("<=", _, ex.PeriodDay("last")), ex.AnyOf((ex.IsMissing(end), late)))):
            return isinstance(late, ex.Compare) and (late.op, late.left) == (">", end)
    return False


class Speaker:
    """Says expressions about one row of `table`; inside related rows, `this_table` is what is being counted."""

    def __init__(self, table: str, this_table: str | None = None) -> None:
        self.table, self.this_table = table, this_table

    def __call__(self, node: ex.Expression) -> str:
        say: Callable[[Any], str] = getattr(self, type(node).__name__)
        return say(node)

    def Literal(self, node: ex.Literal) -> str:
        return long_day(node.value) if isinstance(node.value, date) else str(node.value)

    def Column(self, node: ex.Column) -> str:
        phrase = column_phrase(node.table, node.name)
        if node.table == "person" and self.table != "person":
            return f"the person's {phrase}"
        return f"its {phrase}" if self.this_table else phrase

    def ThisRow(self, node: ex.ThisRow) -> str:
        return f"this {singular(node.column.table)}'s {column_phrase(node.column.table, node.column.name)}"

    def PeriodDay(self, node: ex.PeriodDay) -> str:
        return f"the period's {node.which} day"

    def Standard(self, node: ex.Standard) -> str:
        applied_on = "" if node.on is None else f" that applied on {_with_the(self(node.on))}"
        if len(node.values) == 1:
            number = node.values[0][1]
            return f"the standard of {number} {node.unit.removesuffix('s') if number == 1 else node.unit}{applied_on}"
        changes = ", then ".join(f"{value} from {long_day(since)}" for since, value in node.values)
        return f"the standard ({node.unit}: {changes}){applied_on}"

    def Compare(self, node: ex.Compare) -> str:
        left = self(node.left)
        if node.op == "=" and isinstance(node.left, ex.Column) and isinstance(node.right, ex.Literal):
            return f"{left} is {value_phrase(node.left.table, node.left.name, node.right.value)}"
        if isinstance(node.left, ex.Related) and node.left.kind in ("count", "different"):
            words = _WORDS[node.op] or "exactly"
            number = "the number of " if node.left.kind == "count" else ""
            return f"{number}{left} is {words} {self(node.right)}"
        words = (_DATE_WORDS if _is_date(node.left) else _WORDS)[node.op]
        return " ".join(f"{left} is {words} {self(node.right)}".split())

    def _listed(self, source: ex.Expression, values: tuple) -> str:
        if isinstance(source, ex.Column):
            phrases = [value_phrase(source.table, source.name, value) for value in values]
        else:
            phrases = list(map(str, values))
        return phrases[0] if len(phrases) == 1 else f"one of [{'; '.join(phrases)}]"

    def IsIn(self, node: ex.IsIn) -> str:
        return f"{self(node.source)} is {self._listed(node.source, node.values)}"

    def IsNot(self, node: ex.IsNot) -> str:
        if node.values == (True,):
            return f"{self(node.source)} is not recorded as yes"
        return f"{self(node.source)} is not {self._listed(node.source, node.values)}"

    def IsMissing(self, node: ex.IsMissing) -> str:
        if isinstance(node.source, ex.When):
            return f"it is not so that {self(node.source.condition)}"
        return f"{self(node.source)} is not recorded"

    def Contains(self, node: ex.Contains) -> str:
        return f"{self(node.source)} include {self._listed(node.source, (node.value,))}"

    def Not(self, node: ex.Not) -> str:
        match node.source:
            case ex.IsMissing(source):
                return f"{self(source)} is recorded"
            case ex.Called(_, phrase):
                return f"not “{phrase}”"
            case ex.Related("exists", rows):
                return f"there is no {self._rows(rows)}"
            case ex.Contains(source, value):
                return f"{self(source)} do not include {self._listed(source, (value,))}"
        return f"it is not so that {self(node.source)}"

    def Called(self, node: ex.Called) -> str:
        # A word of the language says itself; what a definition calls something is explained below the sentence.
        return node.phrase if node.phrase == THE_LATEST else f"“{node.phrase}”"

    def AllOf(self, node: ex.AllOf) -> str:
        if _open_at_the_end(node):
            return "it is open at the end of the period" if self.this_table else "open at the end of the period"
        return "(" + " and ".join(map(self, node.terms)) + ")"

    def AnyOf(self, node: ex.AnyOf) -> str:
        return "(" + " or ".join(map(self, node.terms)) + ")"

    def AddMonths(self, node: ex.AddMonths) -> str:
        if isinstance(node.months, ex.Standard):
            return f"{self(node.months)} after {self(node.source)}"
        word = "before" if node.months < 0 else "after"
        return f"{_months(abs(node.months))} {word} {self(node.source)}"

    def DaysBetween(self, node: ex.DaysBetween) -> str:
        return f"the number of days from {self(node.start)} to {self(node.end)}"

    def WorkingDaysBetween(self, node: ex.WorkingDaysBetween) -> str:
        return f"the number of working days from {self(node.start)} to {self(node.end)}"

    def AgeOn(self, node: ex.AgeOn) -> str:
        return f"age on {self(node.on)}"

    def ReturnYear(self, node: ex.ReturnYear) -> str:
        return f"the year in which the financial year of {self(node.source)} ends"

    def Hundredths(self, node: ex.Hundredths) -> str:
        return self(node.source)

    def Band(self, node: ex.Band) -> str:
        return f"{self(node.source)}, in bands"

    def AtLeast(self, node: ex.AtLeast) -> str:
        return f"{self(node.source)} (less than {node.minimum} counts as {node.minimum})"

    def Relabelled(self, node: ex.Relabelled) -> str:
        return f"the group of {self(node.source)}"

    def When(self, node: ex.When) -> str:
        return f"'{node.label}' where {self(node.condition)}"

    def FirstOf(self, node: ex.FirstOf) -> str:
        return ", otherwise ".join(map(self, node.terms))

    def Lookup(self, node: ex.Lookup) -> str:
        target = TABLES_BY_NAME[node.by.table].column(node.by.name).to or ""
        return f"the {Speaker(target)(node.value)} of its {singular(target)}"

    def Related(self, node: ex.Related) -> str:
        match node.kind:
            case "exists":
                return f"there is {with_article(self._rows(node.rows))}"
            case "count":
                return self._rows(node.rows, many=True)
        assert node.value is not None
        if node.kind == "different":
            value = Speaker(node.rows.table)(node.value)
            return f"the number of different values of {value} among {self._rows(node.rows, many=True)}"
        is_number = isinstance(node.value, ex.Column) and node.value.kind in ("whole_number", "decimal")
        which = {"earliest": "lowest", "latest": "highest"}.get(node.kind, node.kind) if is_number else node.kind
        value = Speaker(node.rows.table)(node.value)
        return f"the {which} {value} of {self._rows(node.rows, many=True)}"

    def _rows(self, rows: ex.RelatedRows, *, many: bool = False) -> str:
        noun = plural(rows.table) if many else singular(rows.table)
        link = "of the same child" if rows.theirs == "person_id" else "that belongs to it"
        if many and rows.theirs != "person_id":
            link = "that belong to it"
        if rows.theirs == rows.ours != "person_id" and rows.table == self.table:
            link = f"of the same {column_phrase(rows.table, rows.theirs)}"
        speaker = Speaker(rows.table, self.table)
        if not rows.conditions:
            return f"{noun} {link}"
        conditions = [speaker(term) for term in rows.conditions]
        last = (
            f", and {conditions[-1]}"
            if len(conditions) > 2
            else f" and {conditions[-1]}"
            if len(conditions) == 2
            else ""
        )
        return f"{noun} {link} where {', '.join(conditions[:-1] if last else conditions)}{last}"
