"""Made-up councils: the canonical rows of a few looked-after children, as one SSDA903 return can tell them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from purplebook.sources.identifiers import event_id, person_id, plain_number
from purplebook.sources.raw import short_hash
from tests.support.ssda903_care import add_care
from tests.support.ssda903_draws import FIRST, YEAR, Council, Row, codes, days, maybe, words

_WORKERS = ("SW000001", "SW123456", "XX999999")


@st.composite
def councils(draw: st.DrawFn) -> dict[str, list[Row]]:
    """The canonical rows of a few children, as one return for the year to March 2020 can tell them."""
    council = Council()
    # Two spellings of one number are one child, which tests of their own look at.
    numbers = draw(st.lists(words(), min_size=1, max_size=3, unique_by=plain_number))
    for number in numbers:
        _add_child(draw, number, council)
    workers = {row["worker_id"] for row in council.tables.get("involvement", [])}
    by_id = {short_hash("worker", number): number for number in _WORKERS}
    for worker in sorted(workers):
        council.add("worker", worker_id=worker, social_work_england_number=by_id[worker])
    return council.tables


def _add_child(draw: st.DrawFn, number: str, council: Council) -> None:
    me = person_id(number)
    periods = add_care(draw, number, council)
    # Care that is open at the end of somebody who is grown up by then is listed as a fault.
    is_in_care = any(ended_on is None for _, ended_on, _ in periods)
    born = draw(maybe(days(date(2002, 4, 1) if is_in_care else date(1995, 1, 1), date(2004, 12, 31))))
    upn = draw(maybe(st.from_regex(r"[A-Z][0-9]{11}[0-9A-Z]", fullmatch=True)))
    council.add(
        "person",
        person_id=me,
        la_child_id=number,
        person_role="CHILD",
        sex=draw(maybe(codes("sex"))),
        born_on=born,
        ethnicity_code=draw(maybe(codes("ethnicity"))),
        upn=upn,
        upn_unknown_code=None if upn else draw(maybe(codes("pupil_number_unknown_reason"))),
        is_mother=draw(maybe(st.booleans())),
        first_child_born_on=draw(maybe(days())),
    )
    _add_events(draw, number, periods, council)
    _add_answers(draw, number, born, council)


def _add_events(draw: st.DrawFn, number: str, periods: list[tuple[date, date | None, str]], council: Council) -> None:
    me = person_id(number)
    count: dict[tuple[object, ...], int] = {}

    def key(table: str, *kind: str, day: date) -> str:
        place = (table, *kind, day)
        count[place] = count.get(place, 0) + 1
        return event_id(number, table, *kind, day=day.isoformat(), ordinal=count[place])

    # Rows alike in every cell are one row, so each event of a day differs from the others in something.
    review_days = days() | st.sampled_from([FIRST, *(each[0] for each in periods)])
    reviews = st.tuples(review_days, maybe(codes("participation")))
    for day, participation in draw(st.lists(reviews, max_size=3, unique=True)):
        own = [each for each in periods if each[0] <= day and (each[1] is None or day <= each[1])]
        council.add(
            "looked_after_review",
            review_id=key("looked_after_review", day=day),
            person_id=me,
            looked_after_period_id=own[-1][2] if own else None,
            reviewed_on=day,
            participation_code=participation,
        )
    for kind, day, length in draw(
        st.lists(st.tuples(codes("missing_type"), days(), maybe(st.integers(0, 9))), max_size=2, unique=True)
    ):
        council.add(
            "missing_episode",
            missing_id=key("missing_episode", kind, day=day),
            person_id=me,
            missing_type=kind,
            started_on=day,
            ended_on=None if length is None else day + timedelta(length),
        )
    for sw, day, length in draw(
        st.lists(st.tuples(st.sampled_from(_WORKERS), days(), maybe(st.integers(0, 400))), max_size=2, unique=True)
    ):
        worker = short_hash("worker", sw)
        council.add(
            "involvement",
            involvement_id=key("involvement", worker, day=day),
            person_id=me,
            worker_id=worker,
            started_on=day,
            ended_on=None if length is None else day + timedelta(length),
            change_reason=draw(maybe(codes("worker_change_reason"))),
            context="LAC",
        )
    for day, length in draw(st.lists(st.tuples(days(), maybe(st.integers(0, 90))), max_size=2, unique=True)):
        council.add(
            "legal_status",
            legal_status_id=key("legal_status", "DOLO", day=day),
            person_id=me,
            status_code="DOLO",
            started_on=day,
            ended_on=None if length is None else day + timedelta(length),
        )


def _add_answers(draw: st.DrawFn, number: str, born: date | None, council: Council) -> None:
    """What the return asks once a year, or once in all."""
    me = person_id(number)
    if draw(st.booleans()):
        key = event_id(number, "person_attribute", "UASC", "Y", day="")
        council.add(
            "person_attribute",
            attribute_id=key,
            person_id=me,
            attribute_type="UASC",
            code="Y",
            ended_on=draw(maybe(days())),
        )
    for kind in draw(st.sets(codes("health_check_type"))):
        cells: Row = {"is_met": draw(st.booleans())}
        if kind == "SDQ":
            cells = {"score": draw(st.integers(0, 40)), "reason_code": None}
            cells = draw(st.sampled_from([cells, {"reason_code": draw(codes("questionnaire_missing_reason"))}]))
        elif kind == "SUBSTANCE_MISUSE":
            cells["is_intervention_received"] = draw(maybe(st.booleans()))
            cells["is_intervention_offered"] = draw(maybe(st.booleans()))
        key = event_id(number, "health_check", kind, str(YEAR), day="")
        council.add("health_check", check_id=key, person_id=me, check_type=kind, return_year=YEAR, **cells)
    if born is not None and draw(st.booleans()):
        lives = draw(maybe(codes("accommodation")))
        council.add(
            "care_leaver_snapshot",
            person_id=me,
            # The year runs from 1 April 2019 to 31 March 2020; 2020 has a 29 February.
            snapshot_on=born.replace(year=2020 if born.month < 4 else 2019),
            return_year=YEAR,
            basis="OC3_BIRTHDAY",
            in_touch=draw(maybe(codes("in_touch"))),
            activity_code=draw(maybe(codes("activity"))),
            accommodation_code=lives,
            accommodation_suitable=draw(st.sampled_from(["1", "2", None])) if lives else None,
        )
    option = draw(maybe(codes("previous_permanence_option")))
    if option:
        when = draw(maybe(st.sampled_from(["zz/05/2010", "zz/zz/zzzz", "01/02/2009"])))
        council.add(
            "permanence_case",
            case_id=event_id(number, "permanence_case", "PREVIOUS", option, when or "", day=""),
            person_id=me,
            case_type="PREVIOUS",
            previous_option=option,
            previous_authority=draw(maybe(st.sampled_from(["WAL", "SCO", "899", "007"]))),
            previous_order_month=when,
        )
