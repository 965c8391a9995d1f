"""A load that would hide what was loaded before: refused when it holds nothing, said plainly when it lacks tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from purplebook.store import Store


@pytest.fixture
def loaded(place: Path, files: Path, say) -> Path:
    assert say("load", files, "--store", place, "--as-at", "2015-08-31").exit_code == 0
    return place


def snapshots(place: Path) -> list[str]:
    return [snapshot.id for snapshot in Store.open(place / "store").snapshots()]


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_an_empty_register_is_refused_and_the_store_is_as_it_was(loaded, tmp_path, say, suffix):
    register = tmp_path / f"audits.{suffix}"
    assert say("template", "audits", "--out", register).exit_code == 0
    answer = say("load", register, "--store", loaded, "--as-at", "2015-08-31")
    assert answer.exit_code == 2
    assert "headers and no rows" in answer.stderr
    assert snapshots(loaded) == ["2015-08-31-0001"]


def test_a_load_of_which_every_row_is_left_out_is_refused_with_the_reason(loaded, tmp_path, say):
    contacts = tmp_path / "contact.csv"
    contacts.write_text("contact_id,person_id\n,P000001\n")
    answer = say("load", contacts, "--store", loaded, "--as-at", "2015-08-31")
    assert answer.exit_code == 2
    assert "contact.csv: The one row could not be loaded" in answer.stderr
    assert "nothing in its key column" in answer.stderr
    assert snapshots(loaded) == ["2015-08-31-0001"]


def test_an_empty_register_beside_other_files_is_warned_of_as_a_workbook_too(place, files, say):
    assert say("template", "audits", "--out", files / "audits.xlsx").exit_code == 0
    answer = say("load", files, "--store", place, "--as-at", "2015-08-31")
    assert answer.exit_code == 0
    assert "audits.xlsx, sheet 'Audits': the sheet has a header and no rows." in answer.stderr


def test_a_load_that_lacks_tables_of_its_day_is_refused_until_it_is_said_what_to_do_with_them(loaded, files, say):
    """The refusal came after the fact, as a warning, until it was found that nobody reads it in time."""
    words = ("load", files / "person.csv", "--store", loaded, "--as-at", "2015-08-31")
    refused = say(*words)
    assert refused.exit_code == 2 and snapshots(loaded) == ["2015-08-31-0001"]
    assert "2015-08-31-0001 also holds rows of referral, which these files lack." in refused.stderr
    assert "--add" in refused.stderr and "--replace" in refused.stderr
    replaced = say(*words, "--replace")
    assert replaced.exit_code == 0 and snapshots(loaded) == ["2015-08-31-0001", "2015-08-31-0002"]
    assert "replaces 2015-08-31-0001 as the snapshot of its day, which also held rows of referral." in replaced.stderr


def test_a_load_of_a_later_day_that_lacks_tables_of_the_latest_says_which(loaded, files, say):
    answer = say("load", files / "person.csv", "--store", loaded, "--as-at", "2015-09-30")
    assert answer.exit_code == 0
    assert (
        "This load replaces 2015-08-31-0001 as the latest snapshot, which also held rows of referral. Load all the "
        "files of a day together." in answer.stderr
    )


def test_a_load_of_the_same_files_again_warns_of_nothing(loaded, files, say):
    assert "replaces" not in say("load", files, "--store", loaded, "--as-at", "2015-08-31").stderr
