"""No child is in two places at once, nothing happens before birth or outside the spell it belongs to."""

from __future__ import annotations

import pytest

from tests.demo.scale.conftest import Asked

CARE, ENQUIRY = "looked_after_period_id", "section_47_enquiry_id"
SPELLS = (
    ("referral", "referred_on", "closed_on"),
    ("child_protection_plan", "started_on", "ended_on"),
    ("looked_after_period", "started_on", "ended_on"),
    ("looked_after_episode", "started_on", "ended_on"),
    ("placement", "started_on", "ended_on"),
    ("legal_status", "started_on", "ended_on"),
)


@pytest.mark.parametrize(("name", "start", "end"), SPELLS)
def test_a_child_has_one_at_a_time_as_far_as_anybody_knew(name: str, start: str, end: str, small: Asked):
    overlaps = small.rows(
        f"SELECT person_id FROM (SELECT authority_code, person_id, {start} AS began, lag({end}) OVER child AS before, "
        f"lag(row_id) OVER child AS earlier FROM {name} WINDOW child AS "
        f"(PARTITION BY authority_code, person_id ORDER BY {start}, row_id)) "
        "WHERE earlier IS NOT NULL AND (before IS NULL OR before > began) LIMIT 3"
    )
    assert overlaps == []


@pytest.mark.parametrize(
    ("name", "day", "spell", "link", "first", "last"),
    [
        ("visit", "visited_on", "child_protection_plan", "child_protection_plan_id", "started_on", "ended_on"),
        ("visit", "visited_on", "looked_after_period", CARE, "started_on", "ended_on"),
        ("placement", "started_on", "looked_after_period", CARE, "started_on", "ended_on"),
        ("placement", "ended_on", "looked_after_period", CARE, "started_on", "ended_on"),
        ("looked_after_episode", "started_on", "looked_after_period", CARE, "started_on", "ended_on"),
        ("looked_after_review", "reviewed_on", "looked_after_period", CARE, "started_on", "ended_on"),
        ("permanence_case", "placed_on", "looked_after_period", CARE, "started_on", "ended_on"),
        ("child_protection_plan", "started_on", "referral", "referral_id", "referred_on", "closed_on"),
        ("child_protection_plan", "ended_on", "referral", "referral_id", "referred_on", "closed_on"),
        ("looked_after_period", "started_on", "referral", "referral_id", "referred_on", "closed_on"),
        ("looked_after_period", "ended_on", "referral", "referral_id", "referred_on", "closed_on"),
        ("assessment", "started_on", "referral", "referral_id", "referred_on", "closed_on"),
        ("assessment", "authorised_on", "referral", "referral_id", "referred_on", "closed_on"),
        ("section_47_enquiry", "strategy_discussion_on", "referral", "referral_id", "referred_on", "closed_on"),
        ("section_47_enquiry", "ended_on", "referral", "referral_id", "referred_on", "closed_on"),
        ("child_protection_conference", "held_on", "referral", "referral_id", "referred_on", "closed_on"),
        ("child_protection_conference", "held_on", "section_47_enquiry", ENQUIRY, "strategy_discussion_on", "NULL"),
    ],
)
def test_an_event_lies_within_the_spell_that_it_names_and_is_of_the_same_child(
    name: str, day: str, spell: str, link: str, first: str, last: str, small: Asked
):
    key = link
    end = "NULL" if last == "NULL" else f"s.{last}"
    stray = small.rows(
        f"SELECT r.row_id FROM {name} AS r JOIN {spell} AS s ON s.{key} = r.{link} "
        f"WHERE r.{day} < s.{first} OR r.{day} > {end} OR r.person_id <> s.person_id LIMIT 3"
    )
    assert stray == []


def test_placements_fill_each_period_of_care_without_a_gap(small: Asked):
    gaps = small.rows(
        "SELECT looked_after_period_id FROM (SELECT looked_after_period_id, started_on, "
        "lag(ended_on) OVER period AS before FROM placement WINDOW period AS "
        "(PARTITION BY looked_after_period_id ORDER BY started_on)) WHERE before <> started_on LIMIT 3"
    )
    assert gaps == []


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("contact", "contacted_on"),
        ("early_help", "requested_on"),
        ("referral", "referred_on"),
        ("assessment", "started_on"),
        ("section_47_enquiry", "strategy_discussion_on"),
        ("child_protection_conference", "held_on"),
        ("child_protection_plan", "started_on"),
        ("visit", "visited_on"),
        ("supervision", "supervised_on"),
        ("panel_decision", "held_on"),
        ("looked_after_period", "started_on"),
        ("placement", "started_on"),
        ("person_attribute", "started_on"),
    ],
)
def test_only_a_child_who_is_expected_has_records_before_birth(name: str, day: str, small: Asked):
    early = small.rows(
        f"SELECT r.row_id FROM {name} AS r JOIN person AS p USING (person_id) "
        f"WHERE p.born_on > r.{day} AND p.expected_birth_on IS NULL LIMIT 3"
    )
    assert early == []


def test_nobody_is_looked_after_before_birth_or_after_eighteen(small: Asked):
    assert small.number("SELECT count(*) FROM person WHERE born_on IS NULL AND expected_birth_on IS NULL") == 0
    assert small.number(
        "SELECT count(*) FROM looked_after_period AS c JOIN person AS p USING (person_id) "
        "WHERE p.born_on IS NULL OR c.started_on < p.born_on "
        "OR c.ended_on > p.born_on + INTERVAL 18 YEAR + INTERVAL 1 DAY"
    ) == 0  # fmt: skip


def test_care_leavers_on_the_register_are_of_age_and_were_looked_after(small: Asked):
    assert small.number(
        "SELECT count(*) FROM care_leaver_snapshot AS s JOIN person AS p USING (person_id) WHERE "
        "p.born_on + INTERVAL 18 YEAR > s.snapshot_on "
        "OR p.born_on + INTERVAL 22 YEAR <= s.snapshot_on - INTERVAL 1 DAY "
        "OR NOT EXISTS (SELECT 1 FROM looked_after_period AS c WHERE c.person_id = s.person_id)"
    ) == 0  # fmt: skip


def test_who_is_named_as_worker_had_started_by_then(small: Asked):
    for name, worker, day in (
        ("supervision", "worker_id", "supervised_on"),
        ("supervision", "supervisor_id", "supervised_on"),
        ("involvement", "worker_id", "started_on"),
        ("audit", "auditor_id", "completed_on"),
    ):
        found = small.number(
            f"SELECT count(*) FROM {name} AS r JOIN worker AS w ON w.worker_id = r.{worker} "
            f"WHERE w.started_on > r.{day}"
        )
        assert found == 0, f"{name}.{worker}"


def test_no_child_is_adopted_and_then_known_under_the_same_name(small: Asked):
    assert small.number(
        "SELECT count(*) FROM permanence_case AS c JOIN referral AS r USING (person_id) "
        "WHERE c.order_type = 'ADOPTION' AND r.referred_on > c.ordered_on"
    ) == 0  # fmt: skip


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("contact", "contacted_on"),
        ("referral", "referred_on"),
        ("assessment", "started_on"),
        ("section_47_enquiry", "strategy_discussion_on"),
        ("child_protection_conference", "held_on"),
        ("child_protection_plan", "started_on"),
        ("looked_after_period", "started_on"),
        ("placement", "started_on"),
        ("visit", "visited_on"),
        ("supervision", "supervised_on"),
        ("looked_after_review", "reviewed_on"),
        ("care_leaver_snapshot", "snapshot_on"),
        ("early_help", "requested_on"),
        ("audit", "completed_on"),
        ("plan", "started_on"),
        ("involvement", "started_on"),
    ],
)
def test_every_month_has_a_plausible_number_of_rows(name: str, day: str, small: Asked):
    counts = [
        count
        for _, count in small.rows(
            f"SELECT date_trunc('month', {day}) AS month, count(*) FROM {name} "
            f"WHERE {day} BETWEEN DATE '2020-04-01' AND DATE '2025-03-31' GROUP BY ALL ORDER BY month"
        )
    ]
    mean = sum(counts) / len(counts)
    assert len(counts) == 60
    # The last months are under-recorded; small tables swing more.
    assert all(mean / 3 - 12 <= count <= 2 * mean + 20 for count in counts[:-2]), counts
    first, last = sum(counts[:24]), sum(counts[34:58])
    assert 0.6 < last / first < 1.7, "nothing grows or dies out over the years"


@pytest.mark.parametrize(
    ("name", "day"), [("looked_after_review", "reviewed_on"), ("child_protection_conference", "held_on")]
)
def test_only_children_under_four_take_no_part_in_a_meeting_for_their_age(name: str, day: str, small: Asked):
    wrong = small.rows(
        f"SELECT participation_code FROM {name} AS meeting JOIN person USING (authority_code, person_id) "
        f"WHERE participation_code <> 'PN0' AND born_on <= {day} "
        f"AND {day} < born_on + INTERVAL 4 YEAR - INTERVAL 1 DAY LIMIT 3"
    )
    assert wrong == []
    older = small.rows(
        f"SELECT participation_code FROM {name} AS meeting JOIN person USING (authority_code, person_id) "
        f"WHERE participation_code = 'PN0' AND {day} > born_on + INTERVAL 4 YEAR + INTERVAL 1 DAY LIMIT 3"
    )
    assert older == []
