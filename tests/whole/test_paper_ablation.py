"""Take away a register or a setting of the invented council: what leaned on it goes or changes, and nothing else does.

The figures are worked out once.  Without a table, each indicator that cannot do without it has the figures of a load in
which no file supplied it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from purplebook.definitions import INDICATORS
from purplebook.definitions.papers.safeguarding_activity import safeguarding_activity
from purplebook.language.councils import CouncilWords
from purplebook.language.evidence import (
    AgendaItem,
    Committee,
    EventWords,
    MeetingDay,
    OfficerTitle,
    PartnershipNow,
    Register,
)
from purplebook.language.paper_checks import (
    KEYED,
    block_references,
    blocks_of,
    evidence_of,
    needed_figures,
    text_references,
)
from purplebook.language.papers import NumberOf, Paper, Text
from purplebook.outputs.paper.binding import Binder, Found
from purplebook.outputs.paper.evidence import Recorded, Witness
from purplebook.outputs.paper.model import Document, Picture, PrintedTable
from purplebook.outputs.paper.resolve import resolve, sentences_printed
from purplebook.results.figures import FIGURE_SCHEMA, Figures
from purplebook.results.known import Known
from purplebook.results.supply import Supply, unsupplied
from purplebook.run.paper import figures_for, recorded_of
from purplebook.store import Store
from purplebook.tables import DATA_TABLES
from tests.support.said_council import COUNCIL, with_its_own_words, without_a_sentence

PAPER_DAY = date(2015, 8, 31)
TABLES = tuple(table.name for table in DATA_TABLES if table.name != "person")
"""Every table but the one without which there are no records."""


@dataclass(frozen=True)
class Evidence:
    """The paper of the invented council, its figures and all that it may lean on besides."""

    paper: Paper
    figures: Figures
    recorded: Recorded

    @property
    def sentences(self) -> list[str | None]:
        """Each sentence in order, without the numbers of tables, which move up; None where it is left out."""
        printed = sentences_printed(self.paper, self.figures, recorded=self.recorded)
        return [None if words is None else _unnumbered(words) for _, words in printed]

    @property
    def document(self) -> Document:
        return resolve(self.paper, self.figures, snapshot_id="s", recorded=self.recorded)


@pytest.fixture(scope="module")
def whole(demo_output: Path) -> Evidence:
    paper = with_its_own_words(safeguarding_activity(PAPER_DAY))
    snapshot = Store.open(demo_output / "store").snapshot_for(PAPER_DAY)
    recorded = recorded_of(snapshot, paper, council=COUNCIL, known=Known(), indicators=INDICATORS)
    figures = figures_for(snapshot, paper)
    asked = {(indicator, period.key, breakdown) for indicator, period, breakdown in needed_figures(paper)}
    keys = zip(*(figures.table.column(name).to_pylist() for name in ("indicator", "period", "breakdown")), strict=True)
    return Evidence(paper, Figures(figures.table.filter(pa.array([key in asked for key in keys]))), recorded)


@pytest.fixture(scope="module")
def sentences(whole: Evidence) -> list[str | None]:
    return whole.sentences


@pytest.fixture(scope="module")
def blocks(whole: Evidence) -> dict[str, str]:
    return dict(_blocks(whole.document))


@pytest.mark.parametrize("table", TABLES)
def test_without_a_register_what_leaned_on_it_goes_or_changes_and_nothing_else_does(
    table: str, whole: Evidence, sentences: list[str | None], blocks: dict[str, str]
):
    without = _without_table(whole, table)
    lost = _cannot_do_without(table)
    if without.figures.table.equals(whole.figures.table) and without.recorded == whole.recorded:
        assert not _is_leaned_on(whole, table)
        return
    gone = {
        block.key
        for block in blocks_of(whole.paper)
        if isinstance(block, KEYED) and {ref.indicator for ref in block_references(block)} & lost
    }

    def leans(text: Text) -> bool:
        registers = [item for item in evidence_of(text) if isinstance(item, Register)]
        indicators = {ref.indicator for ref in text_references(text)}
        indicators |= {item.indicator for item in text.because if hasattr(item, "indicator")}
        return bool(indicators & lost) or any(item.table == table for item in registers)

    named = {key: _names(whole.paper, key) for key in gone}
    _assert_only(
        [leans(text) or any(index in named[key] for key in gone) for index, text in enumerate(_texts(whole))],
        sentences,
        without.sentences,
        may_stay=[index in set().union(*named.values()) for index in range(len(sentences))] if named else None,
    )
    after = dict(_blocks(without.document))
    for block in blocks_of(whole.paper):
        if isinstance(block, KEYED):
            title = next((name for name in blocks if name == _title(block, whole)), None)
            if title is not None:
                assert (after.get(title) == blocks[title]) == (block.key not in gone), (table, title)


def test_the_registers_that_sentences_lean_on_are_among_those_taken_away(whole: Evidence):
    touched = [table for table in TABLES if _is_leaned_on(whole, table)]
    assert {"audit", "panel_decision", "feedback", "supervision", "referral", "contact", "job_application"} <= {
        *touched
    }


SETTINGS: dict[str, tuple[Callable[[CouncilWords], CouncilWords], type | tuple[type, ...]]] = {
    "committee": (lambda council: replace(council, committee=None), Committee),
    "meetings": (lambda council: replace(council, meetings=()), (MeetingDay, AgendaItem)),
    "officers": (lambda council: replace(council, officers={}), OfficerTitle),
    "partnerships": (lambda council: replace(council, partnerships=()), PartnershipNow),
    "events": (lambda council: replace(council, events=()), EventWords),
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_without_a_setting_what_leaned_on_it_goes_or_changes_and_nothing_else_does(
    setting: str, whole: Evidence, sentences: list[str | None], blocks: dict[str, str]
):
    take, kind = SETTINGS[setting]
    # Named as nobody else names it, so that it can be told from what the law calls it.
    named = replace(
        COUNCIL, partnerships=tuple(replace(each, name="the Children's Board") for each in COUNCIL.partnerships)
    )
    before = replace(whole, recorded=replace(whole.recorded, council=named))
    without = replace(whole, recorded=replace(whole.recorded, council=take(named)))
    leaning = [any(isinstance(item, kind) for item in evidence_of(text)) for text in _texts(whole)]
    _assert_only(leaning, before.sentences, without.sentences)
    assert dict(_blocks(without.document)) == blocks
    head = {label: any(isinstance(item, kind) for item in evidence_of(text)) for label, text in whole.paper.head}
    kept = dict(without.document.head)
    for label, words in before.document.head:
        assert (kept.get(label) == words) == (not head[label]), label
    assert any(leaning) or any(head.values())


def test_without_one_of_the_councils_own_sentences_only_that_sentence_goes(whole: Evidence):
    own = {text.template for text in _texts(whole) if text.is_own}
    assert own == {each.words for each in COUNCIL.sentences}
    shorter = replace(whole, paper=without_a_sentence(whole.paper, 0))
    before, after = whole.sentences, shorter.sentences
    before.remove(COUNCIL.sentences[0].words)
    assert before == after


def _assert_only(
    leaning: list[bool],
    before: list[str | None],
    after: list[str | None],
    *,
    may_stay: list[bool] | None = None,
) -> None:
    for index, (leans, was, now) in enumerate(zip(leaning, before, after, strict=True)):
        if was is None:
            assert now is None
        elif not leans:
            assert now == was
        elif may_stay is None or not may_stay[index]:
            assert now != was, was


def _without_table(whole: Evidence, table: str) -> Evidence:
    lost = _cannot_do_without(table)
    figures = whole.figures.table
    is_lost = pc.is_in(figures.column("indicator"), pa.array(sorted(lost), pa.string()))
    for name, nothing in (("status", "not supplied"), ("numerator", None), ("denominator", None), ("value", None)):
        place = FIGURE_SCHEMA.get_field_index(name)
        field = FIGURE_SCHEMA.field(place)
        column = pc.if_else(is_lost, pa.scalar(nothing, field.type), figures.column(name))
        figures = figures.set_column(place, field, column)
    rows = {item: 0 if item.table == table else count for item, count in whole.recorded.rows.items()}
    return replace(whole, figures=Figures(figures), recorded=replace(whole.recorded, rows=rows))


@cache
def _cannot_do_without(table: str) -> frozenset[str]:
    supply = Supply(missing_tables=frozenset({table}))
    return frozenset(item.id for item in INDICATORS if unsupplied(item, supply))


@cache
def _texts_of(paper: Paper) -> tuple[Text, ...]:
    return tuple(text for text, _ in sentences_printed(paper, Figures(FIGURE_SCHEMA.empty_table())))


def _is_leaned_on(whole: Evidence, table: str) -> bool:
    registers = [item for text in _texts(whole) for item in evidence_of(text) if isinstance(item, Register)]
    asked = {indicator for indicator, _, _ in needed_figures(whole.paper)}
    return bool(_cannot_do_without(table) & asked) or any(item.table == table for item in registers)


def _texts(whole: Evidence) -> tuple[Text, ...]:
    return _texts_of(whole.paper)


def _names(paper: Paper, key: str) -> set[int]:
    """The sentences that name a table or chart: they go with it, and stay while any of it stays."""
    return {
        index
        for index, text in enumerate(_texts_of(paper))
        if any(isinstance(binding, NumberOf) and binding.key == key for _, binding in text.bindings)
    }


def _title(block: object, whole: Evidence) -> str:
    titles = _titles(whole.paper)
    return titles.get(getattr(block, "key", ""), "")


@cache
def _titles(paper: Paper) -> dict[str, str]:
    found = Found(Figures(FIGURE_SCHEMA.empty_table()))
    binder = Binder(found, {}, Witness(Recorded(), paper.as_at, frozenset()))
    return {
        block.key: f"{type(block).__name__ == 'Chart'} {binder.text(getattr(block, 'caption', None) or block.title)}"
        for block in blocks_of(paper)
        if isinstance(block, KEYED)
    }


def _blocks(document: Document) -> Iterator[tuple[str, str]]:
    """Each table and chart by its title, with all that it shows but its number."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, PrintedTable):
                yield f"False {block.caption}", f"{block.header} {block.rows} {block.source}"
            elif isinstance(block, Picture):
                yield f"True {block.title}", f"{block.description} {block.source}"


def _unnumbered(words: str) -> str:
    return re.sub(r"\b(Table|Figure) \d+", r"\1", words)
