"""Who referred and why, by quota: as many referrals of a source or reason in a period as the paper prints.

Siblings are referred together, so whole groups change, the larger ones first while they fit.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from purplebook_demo.paper_2015.authority import PRESENTING_ISSUES, sources_on
from purplebook_demo.paper_2015.chance import Weighted, weighted
from purplebook_demo.paper_2015.journeys import Journey
from purplebook_demo.paper_2015.margins import CannotBeMet
from purplebook_demo.paper_2015.target_kinds import Quota


def meet_origin_quotas(
    rng: random.Random,
    journeys: tuple[Journey, ...],
    *,
    sources: tuple[Quota, ...],
    issues: tuple[Quota, ...],
) -> tuple[Journey, ...]:
    """The same journeys with sources and presenting issues altered where a quota asks for it.

    CannotBeMet when a quota cannot be met.
    """
    groups: dict[str, list[Journey]] = {}
    for journey in journeys:
        if journey.care is None or journey.care.entry != "UNACCOMPANIED":
            groups.setdefault(journey.group, []).append(journey)
    fixed = [journey for journey in journeys if journey.group not in groups]
    source_of = {name: members[0].source_code for name, members in groups.items()}
    issue_of = {name: members[0].presenting_issue for name, members in groups.items()}
    for quota in sources:
        others = _without(sources_on(quota.first), sources)
        known = sum(1 for journey in fixed if _falls_in(journey, quota) and journey.source_code == quota.value)
        _meet(rng, groups, source_of, replace(quota, count=quota.count - known), sources, others)
    for quota in issues:
        known = sum(1 for journey in fixed if _falls_in(journey, quota) and journey.presenting_issue == quota.value)
        left = replace(quota, count=quota.count - known)
        _meet(rng, groups, issue_of, left, issues, _without(PRESENTING_ISSUES, issues))
    return tuple(
        replace(journey, source_code=source_of[journey.group], presenting_issue=issue_of[journey.group])
        if journey.group in groups
        else journey
        for journey in journeys
    )


def _meet(
    rng: random.Random,
    groups: dict[str, list[Journey]],
    value_of: dict[str, str],
    quota: Quota,
    quotas: Iterable[Quota],
    others: Weighted[str],
) -> None:
    """Alter `value_of` until the quota is met, leaving groups alone whose value another quota of the period counts."""
    size = {name: sum(_falls_in(member, quota) for member in members) for name, members in groups.items()}
    within = [name for name in groups if size[name]]
    surplus = sum(size[name] for name in within if value_of[name] == quota.value) - quota.count
    protected = {other.value for other in quotas if other.first <= quota.last and other.last >= quota.first}
    rng.shuffle(within)
    for name in sorted(within, key=lambda name: -size[name]):
        if 0 < size[name] <= surplus and value_of[name] == quota.value:
            value_of[name] = weighted(rng, others)
            surplus -= size[name]
        elif 0 < size[name] <= -surplus and value_of[name] not in protected:
            value_of[name] = quota.value
            surplus += size[name]
    if surplus:
        raise CannotBeMet(f"{quota.count} referrals of {quota.value} from {quota.first} cannot be dealt")


def _falls_in(journey: Journey, quota: Quota) -> bool:
    return quota.first <= journey.referred_on <= quota.last


def _without(choices: Weighted[str], quotas: Iterable[Quota]) -> Weighted[str]:
    named = {quota.value for quota in quotas}
    return tuple(item for item in choices if item[0] not in named)
