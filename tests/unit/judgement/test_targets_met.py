"""Whether a target is to be expected: in every month, in some, in none unless something changes."""

from __future__ import annotations

import pytest

from purplebook.results.judgement.targets_met import TargetMet, target_met

EVERY, SOME, NONE = TargetMet


@pytest.mark.parametrize(
    ("target", "is_at_least", "answer"),
    [
        (70.0, True, EVERY),
        (72.0, True, EVERY),  # the worst month that is usual meets it
        (72.1, True, SOME),
        (88.0, True, SOME),  # the best month that is usual just meets it
        (88.1, True, NONE),
        (88.0, False, EVERY),
        (87.9, False, SOME),
        (72.0, False, SOME),
        (71.9, False, NONE),
    ],
)
def test_the_ends_of_what_is_usual_are_usual_themselves(target: float, is_at_least: bool, answer: TargetMet):
    assert target_met(target, low=72.0, high=88.0, is_at_least=is_at_least) is answer


def test_the_answers_are_said_in_plain_words():
    assert [str(each) for each in TargetMet] == [
        "met every month is to be expected",
        "met in some months, missed in others",
        "missed every month is to be expected unless something changes",
    ]
