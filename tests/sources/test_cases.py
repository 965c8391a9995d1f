"""Small inputs with the faults that real files have (shared/cases), each loaded by the command that its line names.

The right answer is what `cases.csv` says in its column `right`.
"""

from __future__ import annotations

import csv
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from purplebook.errors import UserError
from purplebook.language.periods import parse_period
from purplebook.run.figures import asked, figures
from purplebook.run.init import init
from purplebook.run.issues import issues
from purplebook.run.load import LoadResult, load
from purplebook.run.place import Place, find_place


@dataclass(frozen=True)
class Loaded:
    """A case after its command: what the load said, or what it refused with."""

    place: Place
    result: LoadResult | None
    message: str

    def count(self, indicator: str, period: str) -> int:
        """The value of one figure."""
        figure = figures(asked(self.place, indicator, period=period)).figure(indicator, parse_period(period).key)
        assert figure is not None
        return figure.numerator

    @property
    def listed(self) -> list[dict[str, object]]:
        """Every issue of the load."""
        return issues(self.place, each_row=True).table.to_pylist()


@pytest.fixture
def case(shared: Path, tmp_path: Path) -> Callable[[str], Loaded]:
    """Run the command of a case on a store of its own."""
    table = (shared / "cases" / "cases.csv").read_text("utf-8")
    lines = {line["case"]: line for line in csv.DictReader(table.splitlines())}

    def run(name: str) -> Loaded:
        init(tmp_path / name, authority="899", name="The council of the cases", is_invented=True)
        place = find_place(tmp_path / name)
        folder, *words = shlex.split(lines[name]["load"])
        days = dict(zip(words[::2], words[1::2], strict=True))
        try:
            result = load(
                place, shared / "cases" / folder, as_at=days["--as-at"], covers_from=days.get("--covers-from")
            )
        except UserError as refusal:
            assert refusal.exit_code == 2
            return Loaded(place, None, str(refusal))
        return Loaded(place, result, "\n".join(result.warnings))

    return run


def test_days_as_databases_write_them_are_read(case):
    loaded = case("07_timestamps")
    assert loaded.result is not None
    assert loaded.result.plain["rows_rejected"] == 0
    assert loaded.listed == []
    people = loaded.place.snapshot().read("person")
    assert people.column("born_on").null_count == 0
    assert len(people) == 9
    began = loaded.place.snapshot().read("looked_after_episode").column("started_on").to_pylist()
    assert {day.isoformat() for day in began} == {"2023-05-01"}


def test_a_title_above_the_headers_is_named_and_the_rows_are_read(case):
    loaded = case("09c_title_line")
    assert re.search(r"episodes\.csv: row 1 stands above the headers", loaded.message)
    assert loaded.result is not None and loaded.result.plain["rows_loaded"] == 2


def test_a_hidden_copy_of_a_list_is_called_hidden(case):
    loaded = case("30_hidden_sheet")
    assert "'List 3 (2)' (a hidden sheet)" in loaded.message


def test_merged_cells_give_each_row_the_value_and_are_told(case):
    loaded = case("31b_merged_cells")
    assert loaded.count("RF01", "2024-01-01..2024-02-10") == 3
    assert "F2:F3, J2:J4" in loaded.message
    teams = loaded.place.snapshot().read("referral").column("team_id").to_pylist()
    assert None not in teams and len(set(teams)) == 1


def test_a_line_of_totals_is_no_child(case):
    loaded = case("34b_total_row")
    numbers = loaded.place.snapshot().read("person").column("la_child_id").to_pylist()
    assert sorted(numbers) == ["A1", "A2"]
    assert [(one["row"], one["is_rejected"]) for one in loaded.listed] == [(4, True)]


def test_each_excel_error_is_listed_with_its_cell(case):
    loaded = case("36_error_cells")
    assert {(one["sheet"], one["row"], one["column"], one["value"]) for one in loaded.listed} == {
        ("List 3", 3, "Date of Referral", "#REF!"),
        ("List 3", 4, "Allocated Team", "#N/A"),
        ("List 3", 5, "Referral NFA?", "#N/A"),
        ("List 3", 5, "Referral Source", "#VALUE!"),
        ("List 3", 6, "Child Unique ID", "#N/A"),
        ("List 3", 7, "Date of Birth", "#VALUE!"),
    }
    assert {one["reason"] for one in loaded.listed} == {"the cell holds an Excel error"}
