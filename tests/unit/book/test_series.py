"""Series whose definition changed: who stands for them, and since when; and pairs that are never joined."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.definitions import INDICATORS
from purplebook.definitions.series import NEVER_JOINED
from purplebook.errors import DefinitionError
from purplebook.language.series import BrokenSeries, Part

TWO_YEARS = BrokenSeries(
    "TWO", "Two years or more", (Part("CP06", date(2008, 4, 1)), Part("CP07", date(2014, 4, 1))), "why"
)


def test_a_series_is_of_its_first_part_until_the_day_before_the_second_begins():
    assert TWO_YEARS.breaks == (date(2014, 4, 1),)
    for last_day, name in ((date(2014, 3, 31), "CP06"), (date(2014, 4, 1), "CP07"), (date(2015, 8, 31), "CP07")):
        assert TWO_YEARS.stood_for(last_day) == name
    assert TWO_YEARS.stood_for(date(2008, 3, 31)) is None


def test_pairs_that_are_never_joined_are_indicators():
    assert {name for pair in NEVER_JOINED for name in pair} <= {item.id for item in INDICATORS}


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
