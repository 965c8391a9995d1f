"""A council's own indicator, breakdown and standard in every command that works by the catalogue."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

OWN = """from purplebook.language import Breakdown, count, indicator, referral

police = indicator(
    "LOCAL-RF01",
    "Referrals by the police",
    count(referral.dated(referral.referred_on).where(referral.source_code.is_("6"))),
    theme="Front door",
    counts="referrals whose source is the police",
    source="Our front door protocol",
)
INDICATORS = (police,)
BREAKDOWNS = {"RF01": (Breakdown("local_first_word", "First word", referral.source_code),)}
"""


@pytest.fixture
def own(loaded: Path) -> Path:
    """The store of a council that has an indicator, a breakdown and a standard of its own."""
    folder = loaded.parent
    (folder / "definitions" / "own.py").write_text(OWN)
    (folder / "standards.toml").write_text("[assessment]\nvalues = [{ since = 2015-04-01, value = 35 }]\n")
    return loaded


def test_it_is_listed_explained_counted_and_its_children_named(own: Path, say):
    to = ("--store", own)
    assert "LOCAL-RF01" in say("indicators", *to, "--json").stdout
    assert "LOCAL-RF01" not in say("indicators", "--json").stdout
    assert "Our front door protocol" in say("explain", "LOCAL-RF01", *to).stdout
    (figure,) = json.loads(say("figures", "--indicator", "LOCAL-RF01", "--period", "2015-04", *to, "--json").stdout)
    assert (figure["numerator"], figure["status"]) == (1, "provisional")
    listed = json.loads(say("list", "LOCAL-RF01", "--period", "2015-04", *to, "--json").stdout)
    assert [row["la_child_id"] for row in listed] == ["899000001"]
    assert "LOCAL-RF01" in say("counted", "899000001", "--period", "2015-04", *to, "--json").stdout
    assert "LOCAL-RF01" in say("trace", "LOCAL-RF01", "--child", "899000001", "--period", "2015-04", *to).stdout


def test_a_breakdown_of_its_own_divides_a_shipped_figure(own: Path, say):
    words = (
        "figures",
        "--indicator",
        "RF01",
        "--by",
        "local_first_word",
        "--period",
        "2015-04",
        "--store",
        own,
        "--json",
    )
    rows = json.loads(say(*words, "--store", own).stdout)
    assert {(row["breakdown"], row["group"], row["numerator"]) for row in rows} == {
        ("all", "all", 1),
        ("local_first_word", "6", 1),
    }


def test_its_standard_is_the_one_that_is_explained_and_shown(own: Path, say):
    assert "35 from 1 April 2015" in say("explain", "AS01", "--store", own).stdout
    assert "35 from 1 April 2015" not in say("explain", "AS01").stdout
    rows = json.loads(say("settings", "--own", "--store", own, "--json").stdout)
    assert {(row["setting"], row["since"], row["origin"]) for row in rows} >= {
        ("standard: assessment", "2015-04-01", "standards.toml:2"),
        ("indicator: LOCAL-RF01", "", "definitions/own.py:4"),
        ("breakdown of RF01", "", "definitions/own.py:12"),
        ("code", "", "council.toml:5"),
    }
    shipped = json.loads(say("settings", "--store", own, "--json").stdout)
    assert ("standard: assessment", "45 working days", "shipped") in {
        (row["setting"], row["value"], row["origin"]) for row in shipped
    }


@pytest.mark.parametrize("command", ["settings", "figures", "indicators", "check"])
def test_a_folder_that_cannot_be_used_stops_every_command_alike(command: str, own: Path, say):
    (own.parent / "events.toml").write_text('[[event]]\non = 2999-01-01\nwords = "x"\n')
    answer = say(command, "--store", own)
    assert answer.exit_code == 2 and answer.stdout == ""
    assert answer.stderr.startswith(f"purplebook: {own.parent / 'events.toml'}:2: the event lies ahead")
