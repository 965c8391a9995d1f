"""Being looked after: periods, placements, legal statuses, the episodes they make together, reviews, going missing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from purplebook.demo.scale.calendar import NEVER, add_working_days, number_of
from purplebook.demo.scale.cells import Days, Hundredths, Words, YesNo
from purplebook.demo.scale.chance import Stream
from purplebook.demo.scale.drafts import Draft, Later
from purplebook.demo.scale.episodes import ADOPTION, GROWN_UP, GUARDIANSHIP, HOME, NO_CARE, SHORT_BREAKS
from purplebook.demo.scale.world import World, in_turn, next_of, spread
from purplebook.tables.codes import CODE_SETS

END_REASONS = tuple(value.code for value in CODE_SETS["episode_end_reason"].codes)
HOME_REASONS = ("E4A", "E4B", "E13", "E41", "E8", "E9", "E14")
HOME_WEIGHTS = (560, 160, 90, 70, 90, 10, 20)
GROWN_UP_REASONS = ("E5", "E6", "E7", "E17", "E8")
GROWN_UP_WEIGHTS = (330, 200, 60, 300, 110)
GUARDIANSHIP_UNTIL = max(
    number_of(value.valid_to_on)
    for value in CODE_SETS["episode_end_reason"].codes
    if value.valid_to_on and value.code in ("E43", "E44")
)
TYPES = (
    "U1", "U2", "U3", "U4", "U6", "K1", "K2", "P1", "R1", "S1", "H5", "K3", "A4", "A6", "A3", "A5", "T4",
)  # fmt: skip
YOUNG_WEIGHTS = (50, 30, 120, 150, 480, 0, 35, 95, 15, 5, 0, 0, 0, 0, 0, 0, 20)
OLDER_WEIGHTS = (40, 20, 40, 170, 300, 6, 200, 60, 15, 9, 130, 0, 0, 0, 0, 0, 10)
SUPPORTED = TYPES.index("H5"), TYPES.index("K3"), TYPES.index("K2")
SUPPORTED_FROM = min(
    number_of(value.valid_from_on)
    for value in CODE_SETS["placement_type"].codes
    if value.code == "K3" and value.valid_from_on
)
ADOPTIVE = TYPES.index("A4")
DISTANCES = (0, 60, 150, 260, 380, 520, 700, 900, 1150, 1450, 1800, 2300, 3100, 4600, 8000, 21000)
"""Miles from home in hundredths."""
DISTANCE_NOT_KNOWN = 99990
NEEDS, NEED_WEIGHTS = ("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8"), (640, 35, 35, 80, 140, 15, 3, 40)
STATUSES = ("C1", "C2", "E1", "V2", "V4", "L1", "J1")
INTERIM, FULL, PLACEMENT_ORDER, AGREED, BREAKS, POLICE, REMAND = range(7)
CHANGE_REASONS = ("CARPL", "CLOSE", "ALLEG", "STAND", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "OTHER")


@dataclass(frozen=True)
class Care:
    """The periods of care of one authority, a place in each column for each."""

    case: np.ndarray
    child: np.ndarray
    started: np.ndarray
    ended: np.ndarray
    goal: np.ndarray
    reason: np.ndarray
    """A place in `END_REASONS`."""
    placed_for_adoption: np.ndarray
    recorded: np.ndarray
    end_recorded: np.ndarray


def care_of(world: World) -> Care:
    """The periods of care and how each ends."""
    stream, cases = world.stream("care"), world.episodes
    case = np.flatnonzero(cases.care_goal != NO_CARE)
    size = len(case)
    started, ended, goal = cases.care_started[case], cases.care_ended[case], cases.care_goal[case]
    entered = world.late(stream, started, after=world.recorded[case])
    is_old = ended <= GUARDIANSHIP_UNTIL
    guardians = np.where(is_old, stream.weighted(size, (350, 650)), 2 + stream.weighted(size, (150, 150, 600, 100)))
    reason = _of(HOME_REASONS, stream.weighted(size, HOME_WEIGHTS))
    reason = np.where(goal == GROWN_UP, _of(GROWN_UP_REASONS, stream.weighted(size, GROWN_UP_WEIGHTS)), reason)
    reason = np.where(goal == GUARDIANSHIP, _of(("E43", "E44", "E45", "E46", "E47", "E48"), guardians), reason)
    reason = np.where(goal == ADOPTION, _of(("E11", "E12"), stream.weighted(size, (400, 600))), reason)
    reason = np.where(goal == SHORT_BREAKS, END_REASONS.index("E8"), reason)
    reason = np.where(cases.moved_away[case] & (goal == HOME), END_REASONS.index("E3"), reason)
    return Care(
        case=case,
        child=cases.child[case],
        started=started,
        ended=ended,
        goal=goal,
        reason=reason,
        placed_for_adoption=np.where(goal == ADOPTION, started + (ended - started) * 65 // 100, NEVER),
        recorded=entered,
        end_recorded=world.end_known(stream, ended, case=case, after=entered),
    )


def _of(codes: tuple[str, ...], places: np.ndarray) -> np.ndarray:
    return np.asarray([END_REASONS.index(code) for code in codes])[places]


def care_drafts(world: World, care: Care) -> tuple[Draft, ...]:
    """Every table about being looked after except visits and permanence."""
    placements, homes = _placements(world, care)
    statuses, legal = _statuses(world, care)
    return (
        _periods(world, care),
        _episodes(world, care, homes, legal),
        placements,
        statuses,
        _reviews(world, care),
        _missing(world, care),
    )


def _periods(world: World, care: Care) -> Draft:
    stream, size = world.stream("periods"), len(care.case)
    return Draft(
        "looked_after_period",
        {
            "looked_after_period_id": world.id_of("H", care.case),
            "person_id": world.person_id(care.child),
            "referral_id": world.id_of("R", care.case),
            "started_on": Days(care.started),
            "ended_on": Days(care.ended),
            "end_reason_code": Words(END_REASONS, np.where(world.missing(stream, size, 8), -1, care.reason)),
            "need_code": Words(NEEDS, np.where(world.missing(stream, size, 15), -1, _needs(world, care))),
        },
        care.recorded,
        (Later(care.end_recorded, ("ended_on", "end_reason_code")),),
    )


def _needs(world: World, care: Care) -> np.ndarray:
    return world.stream("needs in care").weighted(len(care.case), NEED_WEIGHTS)


@dataclass(frozen=True)
class Spans:
    """What held for a time within periods of care, in order: the period, the first day, a place in a list of codes."""

    period: np.ndarray
    started: np.ndarray
    ended: np.ndarray
    code: np.ndarray


def _in_order(period: np.ndarray, started: np.ndarray, code: np.ndarray, care: Care) -> Spans:
    """Spans one after another: of two that begin on one day the last given holds; the last ends with the period."""
    order = np.lexsort((np.arange(len(period)), started, period))
    period, started, code = period[order], started[order], code[order]
    is_last_of_day = np.ones(len(period), dtype=bool)
    is_last_of_day[:-1] = (period[1:] != period[:-1]) | (started[1:] != started[:-1])
    period, started, code = period[is_last_of_day], started[is_last_of_day], code[is_last_of_day]
    ended = care.ended[period].copy()
    goes_on = np.flatnonzero(period[1:] == period[:-1])
    ended[goes_on] = started[goes_on + 1]
    return Spans(period, started, ended, code)


def _entered(world: World, stream: Stream, spans: Spans, care: Care) -> tuple[np.ndarray, np.ndarray]:
    """When each span was recorded, and its end: a span is closed when the next is entered, so none overlap."""
    entered = in_turn(world.late(stream, spans.started, after=care.recorded[spans.period]), spans.period)
    # What an end of the period told late comes too late for is entered with it.
    entered = np.minimum(entered, np.maximum(care.end_recorded[spans.period], spans.started))
    over = next_of(entered, spans.period, care.end_recorded[spans.period])
    return entered, np.maximum(over, entered)


def _placements(world: World, care: Care) -> tuple[Draft, Spans]:
    stream, size = world.stream("placements"), len(care.case)
    length = care.ended - care.started
    moves = np.where(length > 40, stream.weighted(size, (480, 230, 120, 80, 45, 25, 12, 8)), 0)
    moves += np.where(length > 900, stream.weighted(size, (450, 300, 150, 100)), 0)
    moves = np.where(care.goal == SHORT_BREAKS, 0, moves)
    period = np.repeat(np.arange(size), moves)
    # The nearer of two draws: children move most in their first months.
    into = np.minimum(stream.units(len(period)), stream.units(len(period)))
    day = care.started[period] + 1 + (np.maximum(0, length[period] - 2) * into >> 32)
    adopted = np.flatnonzero(care.goal == ADOPTION)
    stays = (care.goal[period] != ADOPTION) | (day < care.placed_for_adoption[period])
    period, day = period[stays], day[stays]
    nothing = np.full(len(period), -1)
    all_periods = np.concatenate([np.arange(size), period, adopted])
    all_days = np.concatenate([care.started, day, care.placed_for_adoption[adopted]])
    marks = np.concatenate([np.full(size, -1), nothing, ADOPTIVE + stream.weighted(len(adopted), (50, 650, 30, 270))])
    homes = _in_order(all_periods, all_days, marks, care)
    count = len(homes.period)
    age = homes.started - world.people.born[care.child[homes.period]]
    kind = np.where(age < 11 * 365, stream.weighted(count, YOUNG_WEIGHTS), stream.weighted(count, OLDER_WEIGHTS))
    kind = _supported(np.where((kind == SUPPORTED[0]) & (age < 16 * 365), SUPPORTED[2], kind), homes)
    kind = np.where(homes.code >= 0, homes.code, kind)
    homes = Spans(homes.period, homes.started, homes.ended, kind)
    is_last = homes.ended == care.ended[homes.period]
    entered, over = _entered(world, stream, homes, care)
    own = stream.happens(count, world.authority.own_placements)
    distance = stream.quantile(count, DISTANCES)
    distance = np.where(own, distance * 2 // 5, distance)
    not_known = world.missing(stream, count, 60)
    distance = np.where(not_known, np.where(stream.happens(count, 400), DISTANCE_NOT_KNOWN, NEVER), distance)
    is_foster = np.isin(kind, [TYPES.index(code) for code in ("U1", "U2", "U3", "U4", "U6")])
    provider = np.where(
        kind == TYPES.index("P1"), 0, np.where(is_foster & own, 1, np.where(stream.happens(count, 880), 4, 5))
    )
    draft = Draft(
        "placement",
        {
            "placement_id": world.id_of("M", np.arange(count)),
            "person_id": world.person_id(care.child[homes.period]),
            "looked_after_period_id": world.id_of("H", care.case[homes.period]),
            "started_on": Days(homes.started),
            "ended_on": Days(homes.ended),
            "placement_type": Words(TYPES, kind),
            "provider_code": Words(("PR0", "PR1", "PR2", "PR3", "PR4", "PR5"), provider),
            "is_in_authority": YesNo(np.where(world.missing(stream, count, 10), -1, np.where(own, 1, 0))),
            "distance_miles": Hundredths(distance),
            "change_reason": Words(
                CHANGE_REASONS,
                np.where(is_last, -1, stream.weighted(count, (420, 20, 30, 10, 120, 60, 90, 50, 40, 160))),
            ),
        },
        entered,
        (Later(over, ("ended_on", "change_reason")),),
    )
    return draft, homes


def _supported(kind: np.ndarray, homes: Spans) -> np.ndarray:
    """Supported accommodation got a code of its own: a placement across that day was another."""
    is_one = kind == SUPPORTED[0]
    place = np.where(homes.ended < SUPPORTED_FROM, SUPPORTED[0], SUPPORTED[2])
    place = np.where(homes.started >= SUPPORTED_FROM, SUPPORTED[1], place)
    return np.where(is_one, place, kind)


def _statuses(world: World, care: Care) -> tuple[Draft, Spans]:
    stream, size = world.stream("legal statuses"), len(care.case)
    length = care.ended - care.started
    breaks, asylum = care.goal == SHORT_BREAKS, world.people.sought_asylum[care.child]
    by_court = ~breaks & ~asylum & ((care.goal != HOME) | stream.happens(size, 330)) & (length > 60)
    first = np.where(by_court, stream.weighted(size, (600, 0, 0, 400)), AGREED)
    first = np.where(breaks, BREAKS, first)
    other = stream.weighted(size, (900, 70, 30))
    first = np.where(~breaks & ~asylum & (other == 1) & (length > 5), POLICE, first)
    first = np.where(~breaks & ~asylum & (other == 2) & ~by_court, REMAND, first)
    every = np.arange(size)
    spans = [(every, care.started, first)]
    short = np.flatnonzero(first == POLICE)
    spans.append((short, care.started[short] + 3, np.where(by_court[short], INTERIM, AGREED)))
    agreed = np.flatnonzero(by_court & (first == AGREED))
    spans.append((agreed, care.started[agreed] + 10 + stream.below(len(agreed), 40), np.full(len(agreed), INTERIM)))
    ordered = np.flatnonzero(by_court & (length > 420) & (care.goal != ADOPTION))
    spans.append((ordered, care.started[ordered] + 150 + stream.below(len(ordered), 200), np.full(len(ordered), FULL)))
    adopted = np.flatnonzero(care.goal == ADOPTION)
    court = care.started[adopted] + length[adopted] * 45 // 100
    spans.append((adopted, court, np.full(len(adopted), PLACEMENT_ORDER)))
    period, started, code = (np.concatenate(column) for column in zip(*spans, strict=True))
    legal = _in_order(period, started, code, care)
    entered, over = _entered(world, stream, legal, care)
    draft = Draft(
        "legal_status",
        {
            "legal_status_id": world.id_of("J", np.arange(len(legal.period))),
            "person_id": world.person_id(care.child[legal.period]),
            "status_code": Words(STATUSES, legal.code),
            "started_on": Days(legal.started),
            "ended_on": Days(legal.ended),
        },
        entered,
        (Later(over, ("ended_on",)),),
    )
    return draft, legal


def _episodes(world: World, care: Care, homes: Spans, legal: Spans) -> Draft:
    """A new episode begins whenever the placement or the legal status changes."""
    stream = world.stream("episodes of care")
    period = np.concatenate([homes.period, legal.period])
    started = np.concatenate([homes.started, legal.started])
    every = _in_order(period, started, np.zeros(len(period), dtype=np.int64), care)
    home = np.searchsorted(_moment(homes), _moment(every), side="right") - 1
    status = np.searchsorted(_moment(legal), _moment(every), side="right") - 1
    is_first = every.started == care.started[every.period]
    new_home, new_status = homes.started[home] == every.started, legal.started[status] == every.started
    reason = np.where(is_first, 0, np.where(new_home & new_status, 3, np.where(new_home, 2, 1)))
    is_last = every.ended == care.ended[every.period]
    entered, over = _entered(world, stream, every, care)
    return Draft(
        "looked_after_episode",
        {
            "episode_id": world.id_of("N", np.arange(len(every.period))),
            "looked_after_period_id": world.id_of("H", care.case[every.period]),
            "person_id": world.person_id(care.child[every.period]),
            "started_on": Days(every.started),
            "start_reason": Words(("S", "L", "P", "B"), reason),
            "legal_status_code": Words(STATUSES, legal.code[status]),
            "need_code": Words(NEEDS, _needs(world, care)[every.period]),
            "placement_type": Words(TYPES, homes.code[home]),
            "ended_on": Days(every.ended),
            "end_reason_code": Words(
                END_REASONS, np.where(is_last, care.reason[every.period], END_REASONS.index("X1"))
            ),
        },
        entered,
        (Later(over, ("ended_on", "end_reason_code")),),
    )


def _moment(spans: Spans) -> np.ndarray:
    return (spans.period << 20) + spans.started


def _reviews(world: World, care: Care) -> Draft:
    """Within twenty working days, after three months more, then every six months."""
    stream, size = world.stream("reviews of care"), len(care.case)
    whole = np.minimum(care.ended, world.last_day + 1)
    first, second = add_working_days(care.started, 20), care.started + 115
    one, two = np.flatnonzero(first < whole), np.flatnonzero(second < whole)
    more, later = spread(
        second, whole, first=np.full(size, 175) - stream.below(size, 12), step=176 + stream.below(size, 8)
    )
    period, due = np.concatenate([one, two, more]), np.concatenate([first[one], second[two], later])
    order = np.lexsort((due, period))
    period, due = period[order], due[order]
    count = len(period)
    reviewed = due - 12 + stream.below(count, 14) + np.where(stream.happens(count, 70), stream.below(count, 40), 0)
    reviewed = np.minimum(np.maximum(reviewed, care.started[period] + 1), care.ended[period])
    return Draft(
        "looked_after_review",
        {
            "review_id": world.id_of("V", np.arange(count)),
            "person_id": world.person_id(care.child[period]),
            "looked_after_period_id": world.id_of("H", care.case[period]),
            "due_on": Days(due),
            "reviewed_on": Days(reviewed),
            "is_cancelled": YesNo(np.zeros(count, dtype=np.int64)),
            "participation_code": Words(
                ("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"),
                np.where(
                    world.missing(stream, count, 50), -1, stream.weighted(count, (200, 330, 80, 60, 50, 60, 140, 80))
                ),
            ),
        },
        world.late(stream, reviewed, after=care.recorded[period]),
    )


def _missing(world: World, care: Care) -> Draft:
    """Some of those over ten go missing, and some of them again and again."""
    stream, size = world.stream("missing"), len(care.case)
    goes = (care.started - world.people.born[care.child] > 10 * 365) & stream.happens(size, 190)
    step = np.where(goes, stream.quantile(size, (6, 15, 30, 60, 110, 200)), 1)
    period, day = spread(
        np.where(goes & (care.goal != SHORT_BREAKS), care.started, NEVER),
        np.minimum(care.ended, np.minimum(care.started + 700, world.last_day + 1)),
        first=1 + stream.below(size, 90),
        step=np.maximum(step, 2),
    )
    kept = stream.happens(len(period), 400)
    period, day = period[kept], day[kept]
    count = len(period)
    ended = np.minimum(day + stream.weighted(count, (620, 300, 80)), care.ended[period])
    entered = world.late(stream, day, after=care.recorded[period])
    answers = ("Y", "N", "NA", "U")
    offered = np.where(world.missing(stream, count, 60), 3, stream.weighted(count, (880, 80, 40)))
    taken = np.where(offered == 0, stream.weighted(count, (640, 340, 20)), 2)
    return Draft(
        "missing_episode",
        {
            "missing_id": world.id_of("G", np.arange(count)),
            "person_id": world.person_id(care.child[period]),
            "missing_type": Words(("M", "A"), stream.weighted(count, (800, 200))),
            "started_on": Days(day),
            "ended_on": Days(ended),
            "return_interview_offered": Words(answers, offered),
            "return_interview_accepted": Words(answers, taken),
        },
        entered,
        (Later(np.maximum(entered, ended + 3), ("ended_on", "return_interview_offered", "return_interview_accepted")),),
    )
