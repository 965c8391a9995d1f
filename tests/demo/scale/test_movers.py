"""Children who move: the same child in two authorities, and never in care in both on one day."""

from __future__ import annotations

import pytest

from tests.demo.scale.conftest import Asked

MOVED = """
    CREATE OR REPLACE TEMP VIEW moved AS
    SELECT a.person_id AS left_as, b.person_id AS joined_as, a.authority_code AS old, b.authority_code AS new,
      r.closed_on AS left_on, n.referred_on AS joined_on
    FROM person AS a JOIN person AS b ON a.upn = b.upn AND a.authority_code <> b.authority_code
    JOIN referral AS r ON r.person_id = a.person_id AND r.closure_reason_code = 'RC5'
    JOIN referral AS n ON n.person_id = b.person_id AND n.referred_on BETWEEN r.closed_on - 40 AND r.closed_on + 40
"""


@pytest.fixture
def moves(small: Asked) -> Asked:
    small.connection.execute(MOVED)
    return small


def test_children_move_between_several_authorities(moves: Asked):
    assert moves.number("SELECT count(*) FROM moved") > 50
    assert moves.number("SELECT count(DISTINCT (old, new)) FROM moved") > 8


def test_a_pupil_number_is_shared_only_by_a_child_who_moved_and_tells_one_birth_and_sex(moves: Asked):
    assert moves.number(
        "SELECT count(*) FROM person AS a JOIN person AS b ON a.upn = b.upn AND a.authority_code < b.authority_code "
        "WHERE a.born_on <> b.born_on OR a.sex <> b.sex"
    ) == 0  # fmt: skip
    assert moves.number("SELECT count(*) FROM person WHERE upn IS NOT NULL") > 1000
    assert moves.rows("SELECT upn FROM person GROUP BY ALL HAVING count(upn) > 2") == []
    assert moves.rows("SELECT authority_code, upn FROM person GROUP BY ALL HAVING count(upn) > 1") == []


def test_the_first_authority_ends_what_it_did_on_the_day_of_the_move(moves: Asked):
    assert moves.number(
        "SELECT count(*) FROM moved JOIN child_protection_plan AS p ON p.person_id = left_as "
        "WHERE p.ended_on IS DISTINCT FROM left_on"
    ) == 0  # fmt: skip
    ends = moves.rows(
        "SELECT DISTINCT p.end_reason_code FROM moved JOIN looked_after_period AS p ON p.person_id = left_as "
        "WHERE p.end_reason_code IS NOT NULL"
    )
    assert ends == [("E3",)]
    assert (
        moves.number(
            "SELECT count(*) FROM moved JOIN referral AS r ON r.person_id = left_as AND r.referred_on > left_on"
        )
        == 0
    )


def test_a_plan_comes_along_through_a_transfer_in_conference_on_the_day_the_first_plan_ends(moves: Asked):
    pairs = moves.rows(
        "SELECT old_plan.ended_on, c.held_on, new_plan.started_on, c.section_47_enquiry_id FROM moved "
        "JOIN child_protection_plan AS old_plan ON old_plan.person_id = left_as "
        "JOIN child_protection_conference AS c ON c.person_id = joined_as AND c.conference_type = 'TRANSFER_IN' "
        "JOIN child_protection_plan AS new_plan ON new_plan.child_protection_plan_id = c.child_protection_plan_id"
    )
    assert len(pairs) > 10
    assert all(ended == held == started and enquiry is None for ended, held, started, enquiry in pairs)


def test_no_child_is_in_care_in_two_authorities_on_one_day(moves: Asked):
    both = moves.rows(
        "SELECT a.upn FROM person AS a JOIN person AS b ON a.upn = b.upn AND a.authority_code <> b.authority_code "
        "JOIN looked_after_period AS p ON p.person_id = a.person_id "
        "JOIN looked_after_period AS q ON q.person_id = b.person_id AND q.started_on >= p.started_on "
        "WHERE p.ended_on IS NULL OR p.ended_on >= q.started_on"
    )
    assert both == []
    assert moves.number(
        "SELECT count(*) FROM moved JOIN looked_after_period AS p ON p.person_id = left_as "
        "JOIN looked_after_period AS q ON q.person_id = joined_as WHERE q.started_on = p.ended_on + 1"
    ) > 5  # fmt: skip
