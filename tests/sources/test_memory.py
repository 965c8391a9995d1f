"""How much memory a load may take: little at first, more only when a step cannot do with little."""

from __future__ import annotations

import pytest

from purplebook.errors import UserError
from purplebook.sources import read as read_module

CENSUS = """<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>
<ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails></Header><Children>{}</Children></Message>"""
CHILD = """<Child><ChildIdentifiers><LAchildID>SECRET-{}</LAchildID><Sex>F</Sex></ChildIdentifiers>
<CINdetails><CINreferralDate>2024-05-01</CINreferralDate></CINdetails></Child>"""
MANY = CENSUS.format("".join(map(CHILD.format, range(20_000))))
TOO_LITTLE, ENOUGH = "2MB", "1GB"


def test_a_step_that_cannot_do_with_little_is_given_more(load, write, monkeypatch):
    path = write("cin.xml", MANY)
    monkeypatch.setattr(read_module, "MEMORY_LIMITS", (ENOUGH,))
    wanted = load(path)
    monkeypatch.setattr(read_module, "MEMORY_LIMITS", (TOO_LITTLE, ENOUGH))
    found = load(path)
    assert found.counts == wanted.counts == (20_000, 20_000, 0)
    for table, place in wanted.loaded.table_paths.items():
        assert found.loaded.table_paths[table].read_bytes() == place.read_bytes()


def test_too_little_memory_is_said_plainly(load, write, monkeypatch):
    monkeypatch.setattr(read_module, "MEMORY_LIMITS", (TOO_LITTLE, TOO_LITTLE))
    with pytest.raises(UserError, match="too little memory or disk space") as caught:
        load(write("cin.xml", MANY))
    assert "SECRET" not in str(caught.value)


def test_the_rows_of_a_csv_file_are_given_much_at_once(load, write, monkeypatch):
    """DuckDB reads them itself, with buffers larger than the little that the other formats begin with."""
    tried: list[tuple[str, ...]] = []
    within = read_module._within_memory

    def noted(settle, *, limits, spill):
        tried.append(limits)
        return within(settle, limits=limits, spill=spill)

    monkeypatch.setattr(read_module, "_within_memory", noted)
    load(write("person.csv", "person_id,la_child_id\nP1,1\n"))
    load(write("cin.xml", CENSUS.format(CHILD.format(1))))
    assert tried == [read_module.MEMORY_LIMITS[-1:], read_module.MEMORY_LIMITS]
