"""The areas, the neighbours and the populations that ship: what a person would look up, and the awkward ones."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from purplebook.definitions.reference import Level, areas, authority, neighbours, population_0_17
from purplebook.errors import BadInputError
from purplebook_demo.paper_2015.printed_beside import printed_2015
from tests.support.build_reference import build


def test_reading_lies_in_the_south_east():
    reading = authority("870")
    assert (reading.name, reading.level) == ("Reading", Level.AUTHORITY)
    assert areas().named(reading.region or "") == "South East"


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("870", "", "870"),
        ("E06000038", "Reading", "870"),
        # Codes of the Office for National Statistics that were replaced.
        ("E08000016", "Barnsley", "370"),
        ("E08000020", "Gateshead", "390"),
        ("E06000048", "Northumberland", "929"),
        ("E08000019", "Sheffield", "373"),
        # Files of 2012 to 2017 give both halves of London the code of London.
        ("E12000007", "London", "986"),
        ("E12000007", "Inner London", "987"),
        ("E12000007", " Outer  London ", "988"),
        ("E13000001", "Inner London", "987"),
        # Two authorities that make one workforce return.
        ("E09000021 / E09000027", "", "314+318"),
        ("E92000001", "England", "970"),
    ],
)
def test_an_area_is_found_by_every_code_it_ever_had(code: str, name: str, expected: str):
    found = areas().find(code, name=name)
    assert found is not None and found.code == expected


def test_an_unknown_area_is_not_guessed():
    assert areas().find("E06999999", name="Reading") is None
    assert areas().find("", name="Inner London") is None


def test_what_became_of_an_authority_that_ended():
    cumbria = areas().find("E10000006")
    assert cumbria is not None
    assert cumbria.exists_on(date(2023, 3, 31)) and not cumbria.exists_on(date(2023, 4, 1))
    assert areas().what_became_of(cumbria) == (
        "Cumbria ended on 1 April 2023 (now Cumberland and Westmorland and Furness)"
    )


def test_a_successor_of_the_same_name_is_said_to_be_another():
    dorset = areas().get("835")
    assert dorset is not None
    assert areas().what_became_of(dorset) == "Dorset ended on 1 April 2019 (now another authority called Dorset)"


def test_every_successor_and_region_is_an_area():
    for area in areas().items:
        assert all(areas().get(code) for code in area.successors), area
        assert area.region is None or areas().get(area.region), area
        assert bool(area.successors) == (area.ended_on is not None), area
        if area.level in (Level.AUTHORITY, Level.JOINT_RETURN, Level.PART_OF_REGION):
            assert area.region, area


@pytest.mark.parametrize("code", ["899", "989", "970", ""])
def test_what_is_no_authority_is_refused(code: str):
    with pytest.raises(BadInputError, match="not the code of an authority in England"):
        authority(code)


def test_readings_neighbours_change_with_the_list():
    new, old = (neighbours().of("870", vintage=vintage) for vintage in ("2025-05", "2021-04"))
    assert new is not None and old is not None
    assert new.neighbours == ("826", "302", "312", "315", "822", "306", "320", "383", "852", "310")
    assert old.neighbours == ("319", "826", "801", "822", "846", "302", "312", "831", "373", "852")
    assert new.closeness[:2] == ("very close", "close")


def test_every_list_has_ten_different_neighbours_that_are_areas():
    for each in neighbours().items:
        assert len(set(each.neighbours)) == len(each.closeness) == 10, each
        assert each.area not in each.neighbours
        assert all(areas().get(code) for code in each.neighbours), each


def test_the_list_for_a_day_is_the_newest_there_was():
    assert neighbours().vintage_for(date(2025, 4, 30)) == "2021-04"
    assert neighbours().vintage_for(date(2025, 5, 1)) == "2025-05"
    assert neighbours().vintage_for(date(2015, 8, 31)) == "2021-04"


def test_a_list_that_is_not_there_is_refused_naming_those_that_are():
    with pytest.raises(BadInputError, match="There are: 2021-04, 2025-05"):
        neighbours().of("870", vintage="2014-04")


def test_the_population_of_a_year_is_that_of_the_middle_of_the_year_before():
    # Reading's children in the middle of 2014, as published.
    assert population_0_17().people["870", 2014] == 35970


def test_a_population_that_is_not_published_is_none_and_never_nought():
    assert ("837", 2014) not in population_0_17().people
    assert population_0_17().symbols["837", 2014] == "x"
    assert ("870", 1999) not in population_0_17().people
    assert min(population_0_17().people.values()) > 0


def test_the_printed_comparators_are_none_that_can_be_compared_without_a_word():
    printed = printed_2015()
    assert {each.paragraph for each in printed} == {"4.12", "4.16", "4.17", "4.21", "4.24", "5.6", "6.1", "6.2"}
    assert all(each.why_not for each in printed)
    by_unit = [each for each in printed if each.unit == "per 1,000"]
    assert [(each.indicator, str(each.value)) for each in by_unit] == [("LA02", "48.2")]


def test_the_printed_comparators_are_those_of_the_paper(shared: Path):
    with (shared / "definitions" / "seed_figures.csv").open(encoding="utf-8", newline="") as stream:
        rows = [
            row for row in csv.DictReader(stream) if row["kind"] == "benchmark" and "census" not in row["breakdown"]
        ]
    told = {(row["paragraph"], row["value_as_printed"].split()[0].rstrip("%")) for row in rows}
    ours = {(each.paragraph, str(each.value)) for each in printed_2015()}
    assert ours == told


def test_what_ships_is_what_the_script_writes(root: Path, shared: Path):
    folder = root / "purplebook" / "definitions" / "reference"
    for name, text in build(shared / "benchmarks").items():
        assert (folder / name).read_text("utf-8") == text, name
