"""What late records change in a verdict that was given is told in one sentence, and nothing else is."""

from __future__ import annotations

import pyarrow as pa
import pytest

from purplebook.definitions import INDICATORS
from purplebook.results.book.retold import retold
from purplebook.results.book.verdict_table import VERDICT_SCHEMA


def table(*rows: tuple[str, str, float | None, str]) -> pa.Table:
    named = [
        dict.fromkeys(VERDICT_SCHEMA.names)
        | {"indicator": indicator, "period": period, "value": value, "verdict": verdict}
        for indicator, period, value, verdict in rows
    ]
    return pa.Table.from_pylist(named, schema=VERDICT_SCHEMA)


def sentences(old: pa.Table, new: pa.Table) -> list[str]:
    return [one.sentence for one in retold(old, new, INDICATORS)]


@pytest.mark.parametrize(
    ("name", "before", "now", "sentence"),
    [
        (
            "RF01",
            (118.0, "lower than usual"),
            (189.0, "no sign of a change"),
            'June 2015 was "lower than usual" with 118; with 71 late records it is 189, as usual.',
        ),
        (
            "RF01",
            (118.0, "no sign of a change"),
            (110.0, "lower than usual"),
            'June 2015 was "no sign of a change" with 118; with 8 records fewer it is 110, lower than usual.',
        ),
        (
            "AS01",
            (80.0, "no sign of a change"),
            (62.5, "lower than usual"),
            'June 2015 was "no sign of a change" with 80.0%; with late records it is 62.5%, lower than usual.',
        ),
        (
            "RF01",
            (118.0, "higher than usual"),
            (118.0, "no sign of a change"),
            'June 2015 was "higher than usual"; its own number is the same, and by months before it that have changed '
            "it is now as usual.",
        ),
        ("RF01", (118.0, "higher than usual"), (None, "no figure"), "there is no figure now."),
    ],
)
def test_another_verdict_is_told_with_both_numbers(name: str, before: tuple, now: tuple, sentence: str):
    (told,) = sentences(table((name, "2015-06", *before)), table((name, "2015-06", *now)))
    assert told.endswith(sentence)


def test_the_same_verdict_a_new_month_and_a_month_that_was_filling_up_are_not_told():
    old = table(("RF01", "2015-05", 100.0, "no sign of a change"), ("RF01", "2015-06", 80.0, "still filling up"))
    new = table(
        ("RF01", "2015-05", 104.0, "no sign of a change"),
        ("RF01", "2015-06", 120.0, "no sign of a change"),
        ("RF01", "2015-07", 90.0, "higher than usual"),
    )
    assert sentences(old, new) == []


def test_the_newest_month_is_told_first_and_a_release_without_verdicts_tells_nothing():
    both = [("RF01", "2015-05", 100.0), ("RF01", "2015-06", 80.0)]
    old = table(*((*row, "no sign of a change") for row in both))
    new = table(*((*row, "lower than usual") for row in both))
    assert [one.period for one in retold(old, new, INDICATORS)] == ["2015-06", "2015-05"]
    assert retold(pa.table({"indicator": ["RF01"], "period": ["2015-05"]}), new, INDICATORS) == ()
