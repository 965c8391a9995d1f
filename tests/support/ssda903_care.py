"""The care of one made-up child: a plan of when the child came, moved and left, and the rows that it amounts to.

Periods, placements, legal statuses and the steps of an adoption are written down from the plan, so they are known
without ever being worked out from episodes.
"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from purplebook.sources.identifiers import event_id, person_id
from tests.support.ssda903_draws import FIRST, LAST, YEAR, Council, Row, codes, days, maybe, words

CARER_STAYS = {(True, False): "L", (False, True): "T", (True, True): "U"}
CARER_CHANGES = {(False, True): "P", (True, True): "B"}
PLACED, FOSTER_TO_ADOPT = ("A3", "A4", "A5", "A6"), ("U2", "U5")
GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")
_TO_ADOPT = {
    "legal_status": ("V2", "C2", "E1", "D1"),
    "placement_type": ("U3", "U5", "U6", "A3", "A5", "A6"),
    "episode_end_reason": ("E11", "E12", "E45", "E41"),
}


def add_care(draw: st.DrawFn, number: str, council: Council) -> list[tuple[date, date | None, str]]:
    """Add up to two periods; return the first day, last day and key of each."""
    periods: list[tuple[date, date | None, str]] = []
    count = draw(st.sampled_from([1, 2, 0]))
    day = draw(days(FIRST, date(2015, 3, 31)))
    for at in range(count):
        # A child may come back on the very day on which the period before ended.
        day += timedelta(draw(st.sampled_from([0, 1, 200])))
        key = event_id(number, "looked_after_period", day=day.isoformat())
        is_open = at + 1 == count and draw(st.booleans())
        ended = _add_period(draw, number, start=day, key=key, is_open=is_open, council=council)
        periods.append((day, ended, key))
        day = ended or day
    return periods


SHORT_BREAKS = ("V3", "V4")


def _add_period(draw: st.DrawFn, number: str, *, start: date, key: str, is_open: bool, council: Council) -> date | None:
    path = draw(st.sampled_from(["any", "to adoption", "adopted by the foster carer"]))
    is_by_carer = path == "adopted by the foster carer"
    sets = {} if path == "any" else _TO_ADOPT

    def code(name: str) -> str:
        return draw(st.sampled_from(sets[name]) if name in sets else codes(name))

    me = person_id(number)
    starts = [start]
    for length in draw(st.lists(st.integers(1, 250), min_size=int(is_by_carer), max_size=4)):
        starts.append(starts[-1] + timedelta(length))
    ended = None if is_open else starts[-1] + timedelta(draw(st.integers(1, 250)))
    reason = None if is_open else code("episode_end_reason").replace("X1", "E8")
    ends = [*starts[1:], ended]
    status, home = "", None
    placement: Row = {}
    placements: list[Row] = []
    kinds: list[str] = []
    statuses: list[Row] = []
    told: dict[str, date] = {}
    for at, day in enumerate(starts):
        is_first, is_last = at == 0, at + 1 == len(starts)
        new_status = is_first or draw(st.booleans())
        new_place = is_first or not new_status or draw(st.booleans())
        new_carer = is_first or (new_place and not is_by_carer and draw(st.booleans()))
        before = status
        if new_status:
            status = draw(st.sampled_from(sets["legal_status"]) if sets else codes("legal_status"))
            if not is_first and (status in SHORT_BREAKS) != (before in SHORT_BREAKS):
                # Where short breaks begin or end another period does: within one they do not.
                status = before
            # What does not differ is no change: then the placement alone is what changed.
            new_status = is_first or status != before
            new_place = new_place or not new_status
            statuses += [{"status_code": status, "started_on": day}] if new_status else []
        fostered_before = any(each.startswith("U") for each in kinds)
        if new_place:
            kind = code("placement_type")
            if is_by_carer:
                kind = draw(st.sampled_from(["U3", "U5", "U6"] if is_first else ["A3", "A5"]))
            placement = {
                "placement_type": kind,
                "provider_code": draw(maybe(codes("placement_provider"))),
                "provider_reference": draw(maybe(words())),
                "postcode": draw(maybe(words())),
            }
        if new_carer:
            placements.append({"started_on": day})
            kinds = []
        kinds.append(placement["placement_type"])
        placements[-1] |= placement
        changed = None if ends[at] is None else draw(maybe(codes("placement_change_reason")))
        need, home = draw(codes("looked_after_need")), draw(maybe(words()))
        if is_first:
            council.add(
                "looked_after_period",
                looked_after_period_id=key,
                person_id=me,
                started_on=start,
                ended_on=ended,
                end_reason_code=reason,
                need_code=need,
            )
        for each in (placements[-1], statuses[-1]):
            each["ended_on"] = ends[at]
        placements[-1]["change_reason"] = changed
        placements[-1]["placement_id"] = event_id(number, "placement", day=placements[-1]["started_on"].isoformat())
        council.add(
            "looked_after_episode",
            episode_id=event_id(number, "looked_after_episode", day=day.isoformat()),
            looked_after_period_id=key,
            person_id=me,
            started_on=day,
            start_reason="S" if is_first else (CARER_CHANGES if new_carer else CARER_STAYS)[new_status, new_place],
            legal_status_code=status,
            need_code=need,
            placement_type=placement["placement_type"],
            provider_code=placement["provider_code"],
            placement_id=placements[-1]["placement_id"],
            ended_on=ends[at],
            end_reason_code=reason if is_last else "X1",
            change_reason=changed,
            home_postcode=home,
            placement_postcode=placement["postcode"],
            provider_reference=placement["provider_reference"],
            return_year=YEAR,
        )
        if status in ("E1", "D1"):
            told.setdefault("placement_order_on", day)
        if placement["placement_type"] in PLACED and "placed_on" not in told:
            told["placed_on"] = day
            if not new_carer and fostered_before:
                told["with_carer_on"] = placements[-1]["started_on"]
        if placement["placement_type"] in FOSTER_TO_ADOPT:
            told.setdefault("foster_to_adopt_placed_on", day)
    for each in placements:
        council.add("placement", person_id=me, looked_after_period_id=key, **each)
    for each in statuses:
        span = event_id(number, "legal_status", each["status_code"], day=each["started_on"].isoformat())
        council.add("legal_status", legal_status_id=span, person_id=me, **each)
    if reason in ("E11", "E12") and ended is not None:
        told["ordered_on"] = ended
    _add_cases(draw, number, told, period=(start, ended, key), reason=reason, is_by_carer=is_by_carer, council=council)
    return ended


def _add_cases(
    draw: st.DrawFn,
    number: str,
    told: dict[str, date],
    *,
    period: tuple[date, date | None, str],
    reason: str | None,
    is_by_carer: bool,
    council: Council,
) -> None:
    start, ended, key = period
    last_day = LAST if ended is None else ended - timedelta(1)
    decided = sorted(draw(st.lists(days(start, last_day), min_size=int(is_by_carer), max_size=2, unique=True)))
    carer_on = told.pop("with_carer_on", None)
    shared = {"person_id": person_id(number), "looked_after_period_id": key, "entered_care_on": start}
    for day in decided:
        facts = _decision(draw, day, is_by_carer=is_by_carer)
        steps: dict[str, object] = {}
        if day == decided[-1]:
            steps = {**told, "order_type": "ADOPTION" if "ordered_on" in told else None}
            if facts.get("is_adopted_by_carer"):
                steps["placed_with_foster_carer_on"] = carer_on
        case = event_id(number, "permanence_case", "ADOPTION", day=day.isoformat())
        council.add("permanence_case", case_id=case, case_type="ADOPTION", **shared, **facts, **steps)
    if not decided and told.keys() & {"placement_order_on", "placed_on", "ordered_on"}:
        case = event_id(number, "permanence_case", "ADOPTION", day=start.isoformat())
        steps = {**told, "order_type": "ADOPTION" if "ordered_on" in told else None}
        council.add("permanence_case", case_id=case, case_type="ADOPTION", **shared, **steps)
    other = "CAO" if reason == "E41" else "SGO" if reason in GUARDIANSHIP else None
    if other:
        case = event_id(number, "permanence_case", other, day=start.isoformat())
        council.add("permanence_case", case_id=case, case_type=other, ordered_on=ended, order_type=other, **shared)


def _decision(draw: st.DrawFn, day: date, *, is_by_carer: bool) -> Row:
    """The decision that a child should be placed for adoption, and what is known of the adopters."""
    cells: Row = {"decision_maker_agreed_on": day}
    if draw(st.booleans()):
        cells["reversed_on"] = day + timedelta(draw(st.integers(0, 90)))
        cells["reversed_reason"] = draw(maybe(codes("adoption_reversal_reason")))
    if is_by_carer or draw(st.booleans()):
        cells |= {
            # A match comes after the decision; one before it would be listed.
            "matched_on": draw(maybe(days(day))),
            "is_adopted_by_carer": is_by_carer or draw(maybe(st.booleans())),
            "adopters_count": draw(maybe(st.integers(1, 2))),
            "adopter_sex": draw(maybe(codes("adopter_sex"))),
            "adopter_legal_status": draw(maybe(codes("adopter_legal_status"))),
        }
    return cells
