"""Write looked-after children: periods, episodes, placements and legal statuses."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from purplebook_demo.paper_2015.authority import AUTHORITY_NAME
from purplebook_demo.paper_2015.calendar import (
    RECORDS_END,
    add_years,
)
from purplebook_demo.paper_2015.care.placements import (
    Status,
    Stay,
    deal_statuses,
    deal_stays,
    episodes_of,
    placements_in_year,
)
from purplebook_demo.paper_2015.journeys import Care, Child, Journey, World

Row = dict[str, object]


@dataclass(frozen=True)
class Period:
    """One period of care with its child and everything it is cut into."""

    period_id: str
    journey: Journey
    child: Child
    care: Care
    stays: tuple[Stay, ...]
    statuses: tuple[Status, ...]

    @property
    def last_day(self) -> date:
        """The end of care, or the last day of the records."""
        return self.care.ended_on or RECORDS_END


def deal_periods(rng: random.Random, world: World) -> tuple[Period, ...]:
    """Placements and legal statuses for every period of care, in order of its start."""
    journeys = sorted(
        (journey for journey in world.journeys if journey.care),
        key=lambda journey: (journey.care.started_on if journey.care else RECORDS_END, journey.journey_id),
    )
    periods: list[Period] = []
    for journey in journeys:
        care = journey.care
        assert care is not None
        periods.append(
            Period(
                period_id=f"L{len(periods) + 1:05d}",
                journey=journey,
                child=world.children[journey.person_id],
                care=care,
                stays=deal_stays(rng, care, AUTHORITY_NAME),
                statuses=deal_statuses(rng, care),
            )
        )
    return tuple(periods)


def period_rows(periods: tuple[Period, ...], missing: list[Row]) -> list[Row]:
    """The table `looked_after_period`, with the counts that a council supplies at the extract."""
    rows: list[Row] = []
    left_on: dict[str, date | None] = {}
    for period in periods:
        year_before = add_years(period.last_day, -1)
        gone = [
            row["missing_type"]
            for row in missing
            if row["person_id"] == period.child.person_id and year_before < _day(row["started_on"]) <= period.last_day
        ]
        rows.append(
            {
                "looked_after_period_id": period.period_id,
                "person_id": period.child.person_id,
                "referral_id": period.journey.journey_id,
                "started_on": period.care.started_on,
                "ended_on": period.care.ended_on,
                "end_reason_code": period.care.end_reason,
                "need_code": period.journey.need_code,
                "is_second_period_supplied": (left_on.get(period.child.person_id) or date.min) > _year_before(period),
                "placements_in_year_supplied": placements_in_year(period.stays, period.last_day),
                "missing_in_year_supplied": gone.count("M"),
                "absent_in_year_supplied": gone.count("A"),
            }
        )
        left_on[period.child.person_id] = period.care.ended_on
    return rows


def _year_before(period: Period) -> date:
    return add_years(period.care.started_on, -1)


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value


def home_rows(periods: tuple[Period, ...]) -> tuple[list[Row], list[Row], list[Row]]:
    """The tables `placement`, `legal_status` and `looked_after_episode`."""
    placements: list[Row] = []
    statuses: list[Row] = []
    episodes: list[Row] = []
    for period in periods:
        person_id, care = period.child.person_id, period.care
        ids: list[str] = []
        postcodes: list[str] = []
        for stay in period.stays:
            ids.append(f"PL{len(placements) + 1:05d}")
            postcodes.append(f"ZZ{len(placements) % 9 + 1} {len(placements) % 8 + 1}AB")
            is_home = stay.placement_type[0] in "KSRH"
            placements.append(
                {
                    "placement_id": ids[-1],
                    "person_id": person_id,
                    "looked_after_period_id": period.period_id,
                    "started_on": stay.started_on,
                    "ended_on": stay.ended_on,
                    "placement_type": stay.placement_type,
                    "provider_code": stay.provider_code,
                    "provider_reference": f"SC9{len(placements) % 400:05d}" if is_home else None,
                    "postcode": postcodes[-1],
                    "placement_authority": stay.authority,
                    "is_in_authority": stay.is_in_authority,
                    "distance_miles": stay.distance_miles,
                    "change_reason": stay.change_reason,
                    "weekly_cost": stay.weekly_cost if stay.started_on >= date(2014, 4, 1) else None,
                    "is_latest_only": False,
                }
            )
        for status in period.statuses:
            statuses.append(
                {
                    "legal_status_id": f"LS{len(statuses) + 1:05d}",
                    "person_id": person_id,
                    "status_code": status.code,
                    "started_on": status.started_on,
                    "ended_on": status.ended_on,
                }
            )
        for episode in episodes_of(period.stays, period.statuses, care):
            stay = period.stays[episode.place]
            is_last = episode.ended_on == care.ended_on
            episodes.append(
                {
                    "episode_id": f"E{len(episodes) + 1:05d}",
                    "looked_after_period_id": period.period_id,
                    "person_id": person_id,
                    "started_on": episode.started_on,
                    "start_reason": episode.start_reason,
                    "legal_status_code": episode.status_code,
                    "need_code": period.journey.need_code,
                    "placement_type": stay.placement_type,
                    "provider_code": stay.provider_code,
                    "placement_id": ids[episode.place],
                    "provider_reference": placements[int(ids[episode.place][2:]) - 1]["provider_reference"],
                    "ended_on": episode.ended_on,
                    "end_reason_code": None if episode.ended_on is None else care.end_reason if is_last else "X1",
                    "change_reason": stay.change_reason if episode.ended_on == stay.ended_on and not is_last else None,
                    "home_postcode": None
                    if care.entry == "UNACCOMPANIED"
                    else f"ZZ1 {int(period.period_id[1:]) % 9 + 1}AA",
                    "placement_postcode": postcodes[episode.place],
                    "return_year": _return_year(episode.ended_on or RECORDS_END),
                }
            )
    return placements, statuses, episodes


def _return_year(day: date) -> int:
    return day.year + (day.month > 3)
