"""From a figure to the cells of the source file, on the demo."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from purplebook.commands.trace import trace
from purplebook.errors import BadInputError


@pytest.fixture
def ask(demo_output: Path):
    def asking(*words: object, store: Path | None = None):
        return CliRunner().invoke(trace, [*map(str, words), "--store", str(store or demo_output / "store")])

    return asking


def behind(say, store: Path, indicator: str, *words: str) -> list[dict]:
    return json.loads(say("list", indicator, *words, "--store", store, "--json").stdout)


def test_an_event_is_traced_to_the_cells_of_its_row(demo_output: Path, ask, say):
    rows = behind(say, demo_output / "store", "RF01")
    child = rows[0]["la_child_id"]
    own = [row for row in rows if row["la_child_id"] == child]
    source = demo_output / "files" / "referral.csv"
    told = json.loads(ask("RF01", "--child", child, "--file", source, "--json").stdout)
    assert told["is_counted"] and float(told["value"]) == len(rows)
    assert [row["source_row"] for row in told["rows"]] == [row["source_row"] for row in own]
    lines = list(csv.reader(source.read_text(encoding="utf-8-sig").splitlines()))
    for row in told["rows"]:
        cells = list(zip(lines[0], lines[row["source_row"] - 1], strict=True))
        assert [tuple(cell) for cell in row["cells"]] == cells
        assert row["values"]["referral_id"] == dict(cells)["referral_id"]
    text = ask("RF01", "--child", child, "--file", source).stdout
    assert f"referral.csv, row {own[0]['source_row']}" in text and "The row in the file:" in text


def test_a_percentage_tells_the_child_who_is_only_among(demo_output: Path, ask, say):
    store = demo_output / "store"
    for indicator in ("RF02", "AS02", "CP02", "LC02", "RF03", "AS03"):
        if say("list", indicator, "--store", store, "--json").exit_code == 0:
            top = {row.get("la_child_id") for row in behind(say, store, indicator)}
            rows = behind(say, store, indicator, "--among")
            only = [row for row in rows if row.get("la_child_id") and row["la_child_id"] not in top]
            if only:
                break
    else:
        pytest.fail("no percentage was tried")
    told = json.loads(ask(indicator, "--child", only[0]["la_child_id"], "--json").stdout)
    assert told["part"] == "only among" and only[0]["source_row"] in [row["source_row"] for row in told["rows"]]


def test_a_child_who_is_not_counted_is_told_so(demo_output: Path, ask, say):
    listed = {row["la_child_id"] for row in behind(say, demo_output / "store", "RF01")}
    other = next(r["la_child_id"] for r in behind(say, demo_output / "store", "CP01") if r["la_child_id"] not in listed)
    answer = ask("RF01", "--child", other)
    assert answer.exit_code == 0 and "does not count this child" in answer.stdout and "counted" in answer.stdout


def test_another_file_and_a_stranger_are_refused_without_the_number(demo_output: Path, ask, say, tmp_path: Path):
    child = behind(say, demo_output / "store", "RF01")[0]["la_child_id"]
    other = tmp_path / "referral.csv"
    other.write_bytes((demo_output / "files" / "referral.csv").read_bytes() + b"\n")
    answer = ask("RF01", "--child", child, "--file", other)
    assert isinstance(answer.exception, BadInputError) and "hash differs" in str(answer.exception)
    assert child not in str(answer.exception)
    stranger = ask("RF01", "--child", "X999")
    assert stranger.exception is not None and "X999" not in str(stranger.exception) + stranger.output


def test_an_annex_a_workbook_is_traced_to_its_sheet(demo_output: Path, place: Path, ask, say):
    book = demo_output / "files" / "annex_a_2015-08-31.xlsx"
    loaded = say("load", book, "--store", place)
    assert loaded.exit_code == 0, loaded.output
    store = place / "store"
    child = behind(say, store, "CP01")[0]["la_child_id"]
    told = json.loads(ask("CP01", "--child", child, "--file", book, "--json", store=store).stdout)
    (row,) = told["rows"]
    assert row["sheet"] and child in [text for _, text in row["cells"]]
    assert not any(name.startswith("cell ") for name, _ in row["cells"])
    assert row["sheet"] in ask("CP01", "--child", child, store=store).stdout


def test_a_census_is_traced_to_the_elements_of_the_child(tmp_path: Path, place: Path, ask, say):
    census = tmp_path / "cin.xml"
    children = "".join(
        f"<Child><ChildIdentifiers><LAchildID>90000{at}</LAchildID></ChildIdentifiers><CINdetails>"
        f"<CINreferralDate>2014-06-0{at}</CINreferralDate><ReferralSource>{at}A</ReferralSource></CINdetails></Child>"
        for at in (1, 2, 3)
    )
    census.write_text(
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><ReferenceDate>2015-03-31</ReferenceDate>"
        f"</CollectionDetails></Header><Children>{children}</Children></Message>",
        "utf-8",
    )
    assert say("load", census, "--store", place).exit_code == 0
    words = ("RF01", "--child", "900002", "--period", "2014-06", "--file", census)
    (row,) = json.loads(ask(*words, "--json", store=place / "store").stdout)["rows"]
    assert (row["source_row"], row["cells"]) == (
        2,
        [["LAchildID", "900002"], ["CINreferralDate", "2014-06-02"], ["ReferralSource", "2A"]],
    )
