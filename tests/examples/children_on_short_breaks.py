"""Worked examples: children in need with short breaks, who are not looked after and so still need a plan and visits."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.examples import _short_breaks
from tests.support.examples import Example

SAYS = (
    "Short breaks alone (V3, V4) do not make a child looked after, so the child is still in need; another status, none "
    "recorded, or short breaks at another time, does"
)


def everyone_with(columns: str, values: str) -> str:
    """One row with these values for each of the children."""
    return "\n".join([f"child | {columns}", *(f"{child} | {values}" for child in _short_breaks.ALL_CHILDREN)])


def in_need() -> dict[str, str]:
    """An assessed, open episode of need for each child, and the periods and episodes of care."""
    referrals = [f"{child} | {child} | 2014-05-01" for child in _short_breaks.ALL_CHILDREN]
    assessments = [f"{child} | {child} | 2014-06-02" for child in _short_breaks.ALL_CHILDREN]
    return {
        "referral": "\n".join(["child | referral_id | referred_on", *referrals]),
        "assessment": "\n".join(["child | referral_id | authorised_on", *assessments]),
        "looked_after_period": _short_breaks.periods(),
        "looked_after_episode": _short_breaks.EPISODES,
    }


EXAMPLES: tuple[Example, ...] = (
    Example(
        "CN03",
        SAYS,
        month(2015, 8),
        (3, 3),
        {**in_need(), "plan": everyone_with("plan_type | started_on", "CIN | 2015-08-01")},
    ),
    Example(
        "CN04",
        SAYS,
        month(2015, 8),
        (3, 3),
        {**in_need(), "visit": everyone_with("visit_type | visited_on | seen", "CIN | 2015-08-20 | Y")},
    ),
)
