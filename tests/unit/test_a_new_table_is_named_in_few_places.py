"""A new table is named in its own file, in the list of tables, and in what fills it: all else asks its declaration."""

from __future__ import annotations

from datetime import date

import pytest

from purplebook.engine.records.known import known_sql
from purplebook.engine.records.plausible import checks_of
from purplebook.engine.sql.dialect import Dialect
from purplebook.language.nouns import plural, singular
from purplebook.outputs.chronology.telling import Telling, tallies, tellings
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import Table, code, identifier, link
from purplebook.tables.schema import date as day
from purplebook.tables.story import NotTold, Routine, Story, Told
from tests.support.table_faults import faults_of

BOAT_TRIP = Table(
    name="boat_trip",
    grain="one trip on the water of one child",
    group="core",
    key=("trip_id",),
    nouns=("trip on the water", "trips on the water"),
    happens_on="started_on",
    dealt_with_on="started_on",
    runs=(("started_on", "ended_on"),),
    is_short=True,
    is_only_after_birth=True,
    columns=(
        identifier("trip_id", "Key of the trip."),
        link("person_id", "Who went.", to="person"),
        day("booked_on", "Day of the booking."),
        day("started_on", "First day."),
        day("ended_on", "Last day; empty while it goes on."),
        day("due_on", "Day by which they are to be back.", is_planned=True),
        code("end_reason", "Why it ended.", hangs_on="ended_on"),
    ),
    story=Story(
        {
            "booked_on": NotTold("Nothing has happened yet."),
            "started_on": "Went out on the water",
            "due_on": Told("Due back", unless="ended_on"),
        },
        routine=Routine("trips", ("end_reason=STORM? ended by a storm",)),
    ),
)


@pytest.fixture(autouse=True)
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table as though `tables/__init__.py` named it."""
    monkeypatch.setitem(TABLES_BY_NAME, BOAT_TRIP.name, BOAT_TRIP)


def test_it_has_no_fault_and_a_noun():
    assert faults_of((BOAT_TRIP, TABLES_BY_NAME["person"])) == ()
    assert (singular("boat_trip"), plural("boat_trip")) == ("trip on the water", "trips on the water")


def test_its_days_are_checked():
    titles = {(check.column, check.title) for check in checks_of(BOAT_TRIP)}
    assert ("ended_on", "before started_on") in titles
    assert ("ended_on", "over 2,000 days after started_on") in titles
    assert ("started_on", "before birth") in titles
    assert ("started_on", "after the day of the extract") in titles
    assert ("due_on", "after the day of the extract") not in titles


def test_its_story_is_told():
    told = tellings(BOAT_TRIP)
    assert isinstance(told["booked_on"], NotTold)
    assert {name: telling.sentence.say("boat_trip", {}) for name, telling in told.items() if _is_told(telling)} == {
        "started_on": "Went out on the water",
        "ended_on": "Trip on the water ended",
        "due_on": "Due back",
    }
    assert [tally.words for tally in tallies(BOAT_TRIP)] == ["ended by a storm"]


def _is_told(telling: object) -> bool:
    return isinstance(telling, Telling)


def test_what_was_known_of_it_on_a_day_follows_its_days():
    sql = known_sql(BOAT_TRIP, source="boat_trip", on=date(2015, 8, 31), dialect=Dialect(), has_begun=True)
    assert "CASE WHEN ended_on > DATE '2015-08-31' THEN NULL ELSE end_reason END" in sql
    assert "started_on IS NULL OR started_on <= DATE '2015-08-31'" in sql
    assert "booked_on <= DATE" in sql.partition("FROM")[0] and "booked_on <= DATE" not in sql.partition("WHERE")[2]
