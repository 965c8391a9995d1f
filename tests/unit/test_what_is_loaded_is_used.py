"""Nothing that is loaded is used by no figure, list, chronology or link without a written reason.

A column that nobody reads is work for whoever fills it, and a child's fact kept for nothing.  The reasons stand in
`loaded_for_nothing.toml`, one table for each canonical table; a reason for what is used after all must go.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from purplebook.definitions import INDICATORS
from purplebook.engine.annex_a import lists_of_adoption, lists_of_children, lists_of_events, shared_views
from purplebook.results.quality.weakens import indicators_by_column
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import DATE, IDENTIFIER, LINK, Table
from purplebook.tables.story import NotTold, Told

REASONS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("loaded_for_nothing.toml").read_text("utf-8")
)
OF_THE_TABLE = "*"
"""The key under which it stands why no figure counts or looks at any row of a table."""


@cache
def read_by_figures() -> frozenset[tuple[str, str]]:
    """Every (table, column) that a figure or one of its breakdowns reads."""
    return frozenset(indicators_by_column(INDICATORS))


@cache
def words_of_lists() -> tuple[frozenset[str], ...]:
    """The words of each query of Ofsted's lists."""
    modules = (lists_of_adoption, lists_of_children, lists_of_events, shared_views)
    texts = [text for module in modules for text in vars(module).values() if isinstance(text, str)]
    return tuple(frozenset(re.findall(r"\w+", text)) for text in texts)


def told(table: Table) -> frozenset[str]:
    """The columns that a chronology tells of: the days that are events, and what their sentences name."""
    days = {column.name for column in table.columns if column.kind == DATE and table.story.is_told(column.name)}
    sentences = [
        f"{telling.sentence} {telling.unless} {telling.only}" if isinstance(telling, Told) else telling
        for telling in table.story.days.values()
        if not isinstance(telling, NotTold)
    ]
    sentences += table.story.routine.tallies if table.story.routine else ()
    elsewhere = {name for other in TABLES_BY_NAME.values() for of, name in other.story.linked() if of == table.name}
    return frozenset(days | elsewhere | set(re.findall(r"\w+", " ".join(sentences))))


def unused(table: Table) -> frozenset[str]:
    """The columns of a table that nothing reads, and `*` where no figure reads any of it."""
    figures = {name for of, name in read_by_figures() if of == table.name}
    listed = {name for words in words_of_lists() if table.name in words for name in words}
    joined = {column.name for column in table.columns if column.kind in (LINK, IDENTIFIER)} | set(table.key)
    used = figures | listed | joined | told(table)
    nothing = {column.name for column in table.columns} - used
    return frozenset(nothing if figures else nothing | {OF_THE_TABLE})


@pytest.mark.parametrize("table", TABLES_BY_NAME.values(), ids=lambda table: table.name)
def test_every_column_is_used_or_a_reason_is_written(table: Table) -> None:
    lacking = sorted(unused(table) - set(REASONS.get(table.name, {})))
    assert not lacking, f"{table.name}: no figure, list, chronology or link reads {', '.join(lacking)}"


@pytest.mark.parametrize("table", TABLES_BY_NAME.values(), ids=lambda table: table.name)
def test_no_reason_is_written_for_what_is_used_or_is_not_there(table: Table) -> None:
    stale = sorted(set(REASONS.get(table.name, {})) - unused(table))
    assert not stale, f"{table.name}: these are used, so their reasons can go: {', '.join(stale)}"


def test_reasons_are_sentences_about_tables_that_exist() -> None:
    assert set(REASONS) <= set(TABLES_BY_NAME)
    assert all(reason.endswith(".") and len(reason) > 20 for reasons in REASONS.values() for reason in reasons.values())


def test_what_audits_found_and_whether_a_second_look_agreed_are_counted() -> None:
    figures = read_by_figures()
    assert {("audit_finding", "grade"), ("audit_finding", "domain"), ("audit_finding", "is_evidenced")} <= figures
    assert ("audit", "parent_audit_id") in figures and ("panel_decision", "weekly_cost") in figures


def test_a_column_that_nothing_reads_is_seen_and_one_that_only_a_list_or_a_chronology_reads_is_not() -> None:
    assert "comment" in unused(TABLES_BY_NAME["audit_finding"])
    assert "case_status_supplied" not in unused(TABLES_BY_NAME["referral"])
    assert "theme" not in unused(TABLES_BY_NAME["feedback"])
    assert OF_THE_TABLE in unused(TABLES_BY_NAME["load_batch"])
