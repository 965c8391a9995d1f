"""The generated pages: every column and code stands in them, and a stale page is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from purplebook.manual import PAGES, code_sets_page, main, markdown_table, stale_pages, tables_page, validity
from purplebook.tables import DATA_TABLES, SYSTEM_TABLES
from purplebook.tables.codes import ALL_CODE_SETS, CODE_SETS


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder into which the pages have just been written."""
    assert CliRunner().invoke(main, ["--root", str(tmp_path)]).exit_code == 0
    return tmp_path


def section(page: str, heading: str) -> str:
    return re.split(r"^#+ ", page.split(f"# {heading}\n", 1)[1], flags=re.M)[0]


def test_every_column_stands_in_its_tables_section_with_its_meaning():
    page = tables_page()
    for table in DATA_TABLES + SYSTEM_TABLES:
        rows = [line for line in section(page, table.name).splitlines() if line.startswith("| `")]
        assert len(rows) == len(table.columns)
        for row, column in zip(rows, table.columns, strict=True):
            assert row.startswith(f"| `{column.name}` |") and column.meaning in row


def test_every_code_stands_in_its_sets_section_with_its_label():
    page = code_sets_page()
    for code_set in ALL_CODE_SETS:
        rows = [line for line in section(page, code_set.name).splitlines() if line.startswith("| `")]
        assert [row.split(" | ")[:2] for row in rows] == [[f"| `{v.code}`", v.label] for v in code_set.codes]


def test_every_link_of_the_pages_leads_to_a_heading():
    pages = {Path(path).name: write() for path, write in PAGES}
    anchors = {name: set(re.findall(r"^#+ (\S+)$", page, flags=re.M)) for name, page in pages.items()}
    for name, page in pages.items():
        for target, anchor in re.findall(r"\]\(([\w.]*)#(\w+)\)", page):
            assert anchor in anchors[target or name], (name, target, anchor)


def test_the_days_of_a_code_are_told_in_words():
    reasons = CODE_SETS["episode_end_reason"]
    told = {value.code: validity(value) for value in reasons.codes}
    assert (told["E43"], told["E45"], told["E2"]) == ("to 31 March 2018", "from 1 April 2018", "")


def test_a_bar_in_a_cell_does_not_end_the_cell():
    assert markdown_table(("A",), [("x|y",)]) == "| A |\n| --- |\n| x\\|y |"


def test_pages_just_written_are_not_stale(written: Path):
    result = CliRunner().invoke(main, ["--root", str(written), "--check"])
    assert (result.exit_code, result.output) == (0, "")


def test_a_page_altered_by_hand_is_named_and_left_alone(written: Path):
    page = written / "docs/generated/codes.md"
    page.write_text(page.read_text(encoding="utf-8") + "by hand\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["--root", str(written), "--check"])
    assert result.exit_code == 1
    assert result.output == "docs/generated/codes.md: stale. Run: python -m purplebook.manual\n"
    assert page.read_text(encoding="utf-8").endswith("by hand\n")


def test_a_missing_page_is_stale(tmp_path: Path):
    assert stale_pages(tmp_path) == tuple(path for path, _ in PAGES)


def test_the_committed_pages_say_what_the_declarations_say(root: Path):
    assert stale_pages(root) == (), "run: python -m purplebook.manual"
