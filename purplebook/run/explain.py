"""An indicator → what it counts, in English and in SQL, and where the rule comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from purplebook.definitions import indicator_by_id
from purplebook.engine.chosen import queries_of
from purplebook.errors import NoDataError, StoreError
from purplebook.language.describe import describe
from purplebook.language.indicators import Indicator
from purplebook.language.nouns import with_article
from purplebook.language.out_of import counts_or_out_of
from purplebook.results.quality.marks import quality_marks
from purplebook.results.values import one_value
from purplebook.run.place import Place


@dataclass(frozen=True, repr=False)
class Explanation:
    """What one indicator counts.  Its `repr` is all of it that is not SQL."""

    indicator: Indicator
    by_every: bool = False
    marks: tuple[str, ...] = ()
    """What of the records at hand weakens the figure or one of its breakdowns."""

    @property
    def id(self) -> str:
        """The indicator's code, which never changes its meaning."""
        return self.indicator.id

    @property
    def title(self) -> str:
        """The indicator's name."""
        return self.indicator.title

    @property
    def edition(self) -> int:
        """How often what it counts has changed, and once more."""
        return self.indicator.edition

    @property
    def shape(self) -> str:
        """What kind of value it has: count, percentage, share, rate, mean, median …"""
        return self.indicator.measure.shape.value

    @cached_property
    def english(self) -> str:
        """What is counted, in a sentence or two made from the declaration itself."""
        return describe(self.indicator)

    @cached_property
    def sql(self) -> tuple[str, ...]:
        """The queries that count it, over the tables of a snapshot, a table of periods and one of working days."""
        return queries_of(self.indicator, breakdowns=self.by_every)

    @property
    def facts(self) -> Mapping[str, str]:
        """What else is declared, in the order in which it is shown; "" where nothing is."""
        item = self.indicator
        return {
            "Indicator": f"{item.id}, edition {item.edition}",
            "Theme": item.theme,
            **dict([counts_or_out_of(item)]),
            "Each is": with_article(item.counts_each),
            "Better": item.better.value,
            "Day 0": item.day_0,
            "Source": item.source,
            "Note": item.note,
            "Breakdowns": ", ".join(breakdown.name for breakdown in item.by),
            "Records": " ".join(self.marks),
        }

    def code_set(self, breakdown: str) -> str | None:
        """The code set that the groups of a breakdown are codes of, or None; a DefinitionError names the breakdowns."""
        return self.indicator.breakdown(breakdown).code_set

    def value(self, top: int, bottom: int | None = None, *, places: int = 2) -> Decimal | None:
        """The value that whole numbers make, rounded once: for figures whose numerators and denominators you added."""
        return one_value(self.indicator.measure, top, bottom, places=places)

    @property
    def text(self) -> str:
        """The title, the sentence and the facts, as lines."""
        facts = [f"{name + ':':<12}{words}" for name, words in self.facts.items() if words]
        return "\n".join([self.title, "=" * len(self.title), "", self.english, "", *facts])

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        from html import escape

        facts = "".join(
            f"<tr><th>{escape(name)}</th><td>{escape(words)}</td></tr>" for name, words in self.facts.items() if words
        )
        return f"<h4>{escape(self.title)}</h4><p>{escape(self.english)}</p><table>{facts}</table>"


def explain(indicator: str, *, by_every: bool = False, place: Place | None = None) -> Explanation:
    """Explain an indicator that ships, or with a place one of its council's; `by_every` puts every breakdown in SQL."""
    item = indicator_by_id(indicator) if place is None else place.indicator(indicator)
    return Explanation(item, by_every=by_every, marks=() if place is None else _marks(place, item))


def _marks(place: Place, item: Indicator) -> tuple[str, ...]:
    """The marks in the records loaded last; none where there are none, for what an indicator counts does not lean on
    them."""
    try:
        snapshot = place.snapshot()
    except (NoDataError, StoreError):
        return ()
    return tuple(mark.line for mark in quality_marks(snapshot, (item,)))
