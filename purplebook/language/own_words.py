"""A council's own sentence with figures in it: `We have {CP01 on the day} plans.` becomes a template with bindings.

A figure is named by its indicator and when: `{CP01 on the day}`, `{RF01 in the year to date}`, `{IC03 in FY2014-15}`.
After a comma it may be one group of a breakdown, `{CP01 on the day, category NEG}`, or the number that a percentage was
taken of, `{IC03 in the quarter, out of}`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from purplebook.errors import DefinitionError, UserError
from purplebook.language.divided_by import Breakdown
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.papers import Binding, Ref, Show, Text
from purplebook.language.periods import (
    Period,
    PeriodKind,
    add_months,
    between,
    day,
    financial_year,
    month,
    parse_period,
    periods_up_to,
    rolling_year,
    year_start,
    year_to_date,
)
from purplebook.tables.codes import CODE_SETS

PLACE = re.compile(r"\{([^{}]*)\}")
FIGURE = re.compile(r"(?P<indicator>\S+) (?P<when>(?:on|in) [^,]+)(?:, (?P<part>.+))?")
HOW = "Write a figure like {CP01 on the day} or {RF01 in the year to date}."
OUT_OF = "out of"
NOT_RECORDED = "Not recorded"
"""The group of the rows that say nothing, in every breakdown."""
GROUPS_SHOWN = 8
SHOWN = {
    Shape.PERCENTAGE: Show.PERCENT_1,
    Shape.SHARE: Show.PERCENT_1,
    Shape.RATE: Show.RATE_2,
    Shape.MEAN: Show.MEAN_1,
    Shape.MEDIAN: Show.MEAN_1,
}
"""How a figure of each shape is printed; a count is printed as the number it is."""


def _same_months_last_year(as_at: date) -> Period:
    last = add_months(as_at + timedelta(days=1), -12) - timedelta(days=1)
    return between(add_months(year_start(as_at), -12), last)


def _last_quarter(as_at: date) -> Period:
    return periods_up_to(as_at, PeriodKind.QUARTER, since=add_months(as_at, -9).replace(day=1))[-1]


WHEN: Mapping[str, Callable[[date], Period]] = {
    "on the day": day,
    "in the month": lambda as_at: month(as_at.year, as_at.month),
    "in the quarter": _last_quarter,
    "in the year to date": year_to_date,
    "in the same months last year": _same_months_last_year,
    "in the last year": lambda as_at: financial_year(year_start(as_at).year - 1),
    "in the last twelve months": rolling_year,
}
"""The periods that move with the day of the paper; any other is written out, such as FY2014-15."""


def own_text(words: str, *, as_at: date, indicators: Sequence[Indicator]) -> Text:
    """The sentence as papers are declared, for the paper of a day; DefinitionError says what to write instead."""
    by_id = {item.id: item for item in indicators}
    bindings: list[tuple[str, Binding]] = []

    def bound(place: re.Match[str]) -> str:
        name = f"figure_{len(bindings) + 1}"
        bindings.append((name, _figure(place[1], as_at=as_at, by_id=by_id)))
        return "{" + name + "}"

    template = PLACE.sub(bound, words)
    if "{" in PLACE.sub("", words) or "}" in PLACE.sub("", words):
        raise DefinitionError(f"A figure is not closed. {HOW}")
    return Text(template, tuple(bindings))


def _figure(words: str, *, as_at: date, by_id: Mapping[str, Indicator]) -> Ref:
    match = FIGURE.fullmatch(" ".join(words.split()))
    if match is None:
        raise DefinitionError(f"'{{{words}}}' names no figure. {HOW}")
    item = by_id.get(match["indicator"])
    if item is None:
        near = difflib.get_close_matches(match["indicator"], by_id, n=1)
        hint = f"Write {near[0]}." if near else "`purplebook indicators` lists them."
        raise DefinitionError(f"there is no indicator '{match['indicator']}'. {hint}")
    period = _period(match["when"], as_at)
    show = SHOWN.get(item.measure.shape, Show.NUMBER)
    part = match["part"]
    if part is None:
        return Ref(item.id, period, show=show)
    if part == OUT_OF:
        return Ref(item.id, period, show=Show.DENOMINATOR)
    breakdown, _, group = part.partition(" ")
    known = [breakdown.name for breakdown in item.by]
    if breakdown not in known or not group:
        raise DefinitionError(
            f"'{part}' is no part of {item.id}. Write `{OUT_OF}`, or a breakdown and its group: "
            f"{', '.join(known) or 'it has no breakdowns'}."
        )
    _check_group(item.by[known.index(breakdown)], group)
    return Ref(item.id, period, breakdown, group, show=show)


def _check_group(breakdown: Breakdown, group: str) -> None:
    """Refuse a code that its set has not: the figure would be a silent nought."""
    codes = CODE_SETS.get(breakdown.code_set or "")
    if codes is None or group == NOT_RECORDED or codes.find(group) is not None:
        return
    by_words = {words.casefold(): entry.code for entry in codes.codes for words in (entry.label, entry.code)}
    near = difflib.get_close_matches(group.casefold(), by_words, n=1)
    listed = ", ".join(f"{entry.code} ({entry.label})" for entry in codes.codes[:GROUPS_SHOWN])
    hint = f"Write {breakdown.name} {by_words[near[0]]}." if near else f"Its groups are: {listed}"
    more = len(codes.codes) - GROUPS_SHOWN
    ending = "" if near else f"; and {more} more." if more > 0 else "."
    raise DefinitionError(f"'{group}' is no group of {breakdown.name}. {hint}{ending}")


def _period(words: str, as_at: date) -> Period:
    if words in WHEN:
        return WHEN[words](as_at)
    try:
        return parse_period(words.split(" ", 1)[1])
    except UserError as error:
        near = difflib.get_close_matches(words, WHEN, n=1)
        hint = f"Write {near[0]}." if near else f"Write one of: {'; '.join(WHEN)}; or a period such as in FY2014-15."
        raise DefinitionError(f"'{words}' says no time that a figure can be of. {hint}") from error
