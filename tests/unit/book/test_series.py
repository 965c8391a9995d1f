"""Series whose definition changed: who stands for them, and since when; and pairs that are never joined."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from purplebook.definitions import INDICATORS
from purplebook.definitions.series import BROKEN_SERIES, NEVER_JOINED, TWO_YEARS, BrokenSeries, Part, series_of
from purplebook.errors import DefinitionError


def test_the_two_year_series_is_of_ended_plans_until_31_march_2014_and_of_open_ones_after():
    assert TWO_YEARS.breaks == (date(2014, 4, 1),)
    for last_day, name in ((date(2014, 3, 31), "CP06"), (date(2014, 4, 1), "CP07"), (date(2015, 8, 31), "CP07")):
        assert TWO_YEARS.stood_for(last_day) == name
    assert TWO_YEARS.stood_for(date(2008, 3, 31)) is None


def test_every_part_and_pair_is_an_indicator_and_the_parts_are_never_joined():
    known = {item.id for item in INDICATORS}
    for series in BROKEN_SERIES:
        names = [part.indicator for part in series.parts]
        assert set(names) <= known and series.reason
        assert set(pairwise(names)) <= set(NEVER_JOINED)
        assert all(series in series_of(name) for name in names)
    assert {name for pair in NEVER_JOINED for name in pair} <= known
    assert series_of("RF01") == ()


@pytest.mark.parametrize(
    "parts",
    [
        (Part("A", date(2014, 4, 1)),),
        (Part("A", date(2014, 4, 1)), Part("B", date(2014, 4, 1))),
        (Part("A", date(2014, 4, 1)), Part("B", date(2013, 4, 1))),
        (Part("A", date(2013, 4, 1)), Part("A", date(2014, 4, 1))),
    ],
)
def test_a_series_without_a_break_is_refused(parts: tuple[Part, ...]):
    with pytest.raises(DefinitionError, match="SOME"):
        BrokenSeries("SOME", "Some", parts, "why")
