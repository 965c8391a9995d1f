"""Turns one binding of a sentence or a cell into its printed words, by reading finished figures.

It knows nothing of sections or formats. A figure that is not there prints as a dash; what cannot do without it is not
printed, and `Binder.needs` says what it wants.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from purplebook.language.evidence import PRINTED, UNASKED
from purplebook.language.paper_checks import evidence_of, references, text_references
from purplebook.language.papers import (
    EVERYONE,
    Binding,
    Compare,
    Counted,
    DayName,
    Difference,
    MonthlyAverage,
    NumberOf,
    OneOrMany,
    PercentageChange,
    PeriodName,
    Ranked,
    Ref,
    Show,
    SignedChange,
    Standard,
    Text,
    Total,
    Value,
    WhenAny,
    Word,
    as_text,
)
from purplebook.language.periods import long_day
from purplebook.outputs.paper.evidence import Recorded, Witness
from purplebook.outputs.paper.gaps import Need
from purplebook.outputs.paper.period_words import period_words, whole_months
from purplebook.outputs.paper.plain_words import in_plain_words
from purplebook.results.figure import Figure
from purplebook.results.figures import Figures
from purplebook.results.printed import NOT_AVAILABLE, PERCENTAGES, Printed, is_known, printed, shown, signed
from purplebook.results.values import per_month, percentage_change

NOT_YET = "not yet"
"""What stands for a change whose later figure is still filling up."""

FEW = 10
"""A monthly average below this is printed with a decimal."""


@dataclass(frozen=True)
class Found:
    """The figures of one run, looked up by the references of a paper."""

    figures: Figures

    @cached_property
    def divided(self) -> frozenset[tuple[str, str, str]]:
        """Every (indicator, period, breakdown) that has a group."""
        columns = (self.figures.table.column(name).to_pylist() for name in ("indicator", "period", "breakdown"))
        return frozenset(zip(*columns, strict=True))

    def find(self, ref: Ref) -> Figure | None:
        """The figure a reference means. A group that holds nobody has no row of its own: then it is 0 of everyone.

        That is said only where the breakdown was computed, so a figure nobody asked for never prints as 0.
        """
        key = ref.period.key
        figure = self.figures.figure(ref.indicator, key, breakdown=ref.breakdown, group=ref.group)
        everyone = self.figures.figure(ref.indicator, key)
        if figure is not None or ref.breakdown == EVERYONE or everyone is None:
            return figure
        if not is_known(everyone):
            return everyone
        everyone_count = everyone.numerator if everyone.denominator is None else everyone.denominator
        if (ref.indicator, key, ref.breakdown) in self.divided or everyone_count == 0:
            return replace(everyone, numerator=0, breakdown=ref.breakdown, group=ref.group)
        return None


@dataclass(frozen=True)
class Binder:
    """The figures of one run, what is recorded beside them, and the numbers of the tables and charts that are printed.

    `titles` give each indicator's name for readers.
    """

    found: Found
    numbers: Mapping[str, str]
    witness: Witness
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def recorded(self) -> Recorded:
        """All that the paper may lean on besides its figures."""
        return self.witness.recorded

    def text(self, text: Text) -> str:
        """A sentence with every place filled."""
        return text.template.format(**{name: self.words(binding) for name, binding in text.bindings})

    def lacks(self, text: Text) -> bool:
        """Whether something is wanting that a sentence leans on: a figure, a table that it names, or evidence."""
        return any(self.is_missing(binding) for _, binding in text.bindings) or not all(
            map(self.witness.bears_out, text.because)
        )

    def is_unasked(self, text: Text) -> bool:
        """Whether a sentence is wanting only what nobody is asked to fill: events, or records still to come."""
        missing = [item for item in evidence_of(text) if not self.witness.bears_out(item)]
        return bool(missing) and all(isinstance(item, UNASKED) for item in missing)

    def attempt(self, text: Text) -> str:
        """A sentence as far as it can be printed, with "…" in the place of all that is missing."""
        words = {
            name: _missing_words(binding) if self.is_missing(binding) else self.words(binding)
            for name, binding in text.bindings
        }
        return text.template.format(**words)

    def needs(self, text: Text) -> tuple[Need, ...]:
        """What a sentence wants for being printed."""
        evidence = [item for item in evidence_of(text) if not self.witness.bears_out(item)]
        figures = self.figure_needs(text_references(text))
        return (*figures, *(self.witness.need(item) for item in evidence if not isinstance(item, UNASKED)))

    def figure_needs(self, refs: Iterable[Ref]) -> tuple[Need, ...]:
        """What figures are wanting among these, each with why."""
        return tuple(dict.fromkeys(self._figure_need(ref) for ref in refs if is_missing(self.found, ref)))

    def _figure_need(self, ref: Ref) -> Need:
        title = self.titles.get(ref.indicator, "")
        name = f"{ref.indicator} ({title})" if title else ref.indicator
        figure = self.found.find(ref)
        if figure is not None and is_known(figure):
            return Need("nothing to count", ref.indicator, f"something to work out {name} from: there was nobody")
        lacking = self.recorded.lacking.get(ref.indicator, ())
        if figure is not None and figure.status == "not covered":
            return Need("figure", ref.indicator, f"{name}: records that cover the whole of its periods")
        if figure is not None and figure.status == "no population":
            return Need("figure", ref.indicator, f"{name}: the number of children who live in the area")
        return Need("figure", ref.indicator, f"{name}: {in_plain_words(' and '.join(lacking)) or 'records of it'}")

    def is_missing(self, binding: Binding) -> bool:
        """Whether a binding would print that a figure is not available."""
        match binding:
            case Compare():
                chosen = self._chosen(binding)
                return chosen is None or self.lacks(chosen)
            case WhenAny(of, words):
                value = self.value(of)
                return value is None or (value.number != 0 and self.lacks(words))
            case Counted(of=of) | OneOrMany(of=of):
                return self.value(of) is None
            case NumberOf(key):
                return key not in self.numbers
            case _ if isinstance(binding, PRINTED):
                return not self.witness.bears_out(binding)
            case _:
                return self.words(binding) == NOT_AVAILABLE

    def has(self, ref: Ref) -> bool:
        """Whether one figure is there."""
        return not is_missing(self.found, ref)

    def is_filling(self, binding: Binding) -> bool:
        """Whether records of what a binding prints are still to come: of a change, of its later figure."""
        match binding:
            case Difference(later=later) | PercentageChange(later=later) | SignedChange(later=later):
                return self.is_filling(later)
            case Compare():
                return self.is_filling(binding.later)
            case _:
                return any(self.recorded.known.is_filling(ref.indicator, ref.period) for ref in references(binding))

    def is_figure(self, binding: Binding) -> bool:
        """Whether a binding is made from figures at all."""
        return bool(references(binding))

    def words(self, binding: Binding) -> str:
        """The printed words of one binding."""
        match binding:
            case Ref() | Total():
                return _text(self.value(binding))
            case Ranked():
                return self._ranked(binding)
            case Compare():
                chosen = self._chosen(binding)
                return NOT_AVAILABLE if chosen is None else self.text(chosen)
            case WhenAny(of, words):
                value = self.value(of)
                return "" if value is None or value.number == 0 else self.text(words)
            case Counted(of, one, many):
                value = self.value(of)
                if value is not None and value.number in (0, 1):
                    return f"1 {one}" if value.number else f"no {many}"
                return f"{_text(value)} {many}"
            case OneOrMany(of, one, many):
                value = self.value(of)
                return one if value is not None and value.number == 1 else many
            case Difference() | PercentageChange() | SignedChange() | MonthlyAverage():
                return self._derived(binding)
            case PeriodName(period, form):
                return period_words(period, form)
            case DayName(on):
                return long_day(on)
            case Standard(text=text) | Word(text=text):
                return text
            case NumberOf(key):
                return self.numbers.get(key, NOT_AVAILABLE)
            case _:
                return self.witness.words(binding) or NOT_AVAILABLE

    def value(self, value: Value) -> Printed | None:
        """A figure as it is printed, or None when it is not available."""
        if isinstance(value, Ref):
            figure = self.found.find(value)
            return None if figure is None else shown(figure, value.show)
        figures = [figure for figure in map(self.found.find, value.parts) if figure is not None]
        if len(figures) < len(value.parts) or not all(map(is_known, figures)):
            return None
        return shown(replace(figures[0], numerator=sum(figure.numerator for figure in figures)), value.show)

    def _derived(self, binding: Difference | PercentageChange | SignedChange | MonthlyAverage) -> str:
        if isinstance(binding, MonthlyAverage):
            value = self.value(binding.of)
            return NOT_AVAILABLE if value is None else _average_text(_a_month(value.number, binding.of))
        later, earlier = self.value(binding.later), self.value(binding.earlier)
        if later is None or earlier is None:
            return NOT_AVAILABLE
        change = later.number - earlier.number
        match binding:
            case SignedChange() if self.is_filling(binding):
                return NOT_YET
            case SignedChange():
                return signed(change, is_percentage=_show(binding.later) in PERCENTAGES)
            case Difference():
                return f"{abs(change):,}"
            case PercentageChange():
                if earlier.number == 0:
                    return NOT_AVAILABLE
                return f"{percentage_change(later.number, earlier.number, places=1)}%"

    def _chosen(self, binding: Compare) -> Text | None:
        """The words that fit two figures; None when one of them is not available."""
        later, earlier = self.value(binding.later), self.value(binding.earlier)
        if later is None or earlier is None:
            return None
        if binding.so_far is not None and self.is_filling(binding):
            return as_text(binding.so_far)
        if later.number > earlier.number:
            from_nought = binding.from_nought if earlier.number == 0 else None
            return as_text(binding.higher if from_nought is None else from_nought)
        return as_text(binding.lower if later.number < earlier.number else binding.same)

    def _ranked(self, binding: Ranked) -> str:
        sized: list[tuple[Decimal, int, str, Printed]] = []
        for position, (name, codes) in enumerate(binding.groups):
            parts = tuple(Ref(binding.indicator, binding.period, binding.breakdown, code) for code in codes)
            size = self.value(Total(parts))
            value = self.value(Total(parts, binding.show))
            if size is None or value is None:
                return NOT_AVAILABLE
            sized.append((-size.number, position, name, value))
        size, _, name, value = sorted(sized)[binding.rank - 1]
        is_its_own = [other for other, *_ in sized].count(size) == 1
        if size == 0 or not is_its_own:
            return NOT_AVAILABLE
        return name if binding.is_name else value.text


def is_of_nobody(found: Found, ref: Ref) -> bool:
    """Whether a figure is a part of nothing: none of nobody, which says nothing of anybody."""
    figure = found.find(ref)
    return figure is not None and is_known(figure) and figure.denominator == 0


def is_missing(found: Found, ref: Ref) -> bool:
    """Whether a figure would print as "not available"."""
    figure = found.find(ref)
    return figure is None or shown(figure, ref.show) is None


def _missing_words(binding: Binding) -> str:
    """What stands in the place of a binding that is missing; its noun or its verb is known all the same."""
    match binding:
        case Counted(many=many):
            return f"… {many}"
        case OneOrMany(many=many):
            return many
        case _:
            return "…"


def _a_month(total: Decimal, value: Value) -> Decimal:
    period = value.period if isinstance(value, Ref) else value.parts[0].period
    days = (period.last_day - period.first_day).days + 1
    return per_month(total, months=whole_months(period), days=days)


def _average_text(average: Decimal) -> str:
    """A monthly average: of few, with a decimal, for 1 in three months is not 0 a month."""
    return printed(average, Show.NUMBER if average >= FEW or average == 0 else Show.MEAN_1).text


def _show(value: Value) -> Show:
    return value.show


def _text(value: Printed | None) -> str:
    return NOT_AVAILABLE if value is None else value.text
