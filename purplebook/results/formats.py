"""Which formats can supply an indicator wholly, in part or not at all, from what it reads and what each can fill.

    what the indicator reads  +  what the format's reader declares   →   wholly · partly, and what is lacking · not

The same rule that refuses a figure after a load (`supply.py`) refuses it here, so the two cannot disagree.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from purplebook.language import expressions as ex
from purplebook.language.indicators import EVER, Breakdown, Indicator
from purplebook.language.measures import During, Shape
from purplebook.language.nouns import column_phrase, plural, value_phrase
from purplebook.results.quality.weakens import Place, read_by
from purplebook.results.supply import Supply, unsupplied
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME
from purplebook.tables.filled import FormatSupply
from purplebook.tables.schema import LINK, YES_NO

_KIND = re.compile(r"(\w+)\.(\w+) (\S+)")
"""A code that a format never writes into a column, as a column of its own: `plan.plan_type CIN`."""


class Extent(StrEnum):
    """How much of an indicator a format can supply."""

    WHOLLY = "wholly"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True)
class Answer:
    """What one format can do for one indicator when nothing else is loaded.

    `refused` says for want of what there is no figure at all; `lacking` what the figure is counted without; `undivided`
    names the breakdowns that cannot be had.  Lacks are places (`referral.team_id`) or plain words; `in_words` reads
    them out.
    """

    format: FormatSupply
    indicator: Indicator
    refused: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    undivided: tuple[str, ...] = ()

    @property
    def extent(self) -> Extent:
        """How much of the figure itself can be had; a breakdown that is lacking leaves the figure as it is defined."""
        if self.refused:
            return Extent.NOT
        return Extent.PARTLY if self.lacking else Extent.WHOLLY


def answers(indicators: Sequence[Indicator], formats: Sequence[FormatSupply]) -> tuple[Answer, ...]:
    """Every indicator by every format, the formats of one indicator together."""
    prepared = [(source, _supply(source), source.kinds) for source in formats]
    return tuple(
        _answer(item, source, supply=supply, kinds=kinds) for item in indicators for source, supply, kinds in prepared
    )


def _supply(source: FormatSupply) -> Supply:
    """The format as though a file of it had been loaded that holds all that one can."""
    columns = source.columns
    return Supply(
        missing_tables=frozenset(table.name for table in DATA_TABLES if table.name not in columns),
        missing_columns=frozenset(
            (table.name, name)
            for table in DATA_TABLES
            for name in table.column_names
            if table.name in columns and name not in columns[table.name]
        ),
        latest_only=frozenset(rows.table for rows in source.rows if rows.is_latest_only),
    )


def in_words(lack: str) -> str:
    """A lack as a person reads it: `plan.plan_type CIN` is "plans whose plan type is Child in need plan (CIN)"."""
    if kind := _KIND.fullmatch(lack):
        table, column, codes = kind.groups()
        shown = " or ".join(value_phrase(table, column, code) for code in codes.split("/"))
        return f"{plural(table)} whose {column_phrase(table, column)} is {shown}"
    table, _, name = lack.partition(".")
    if table in TABLES_BY_NAME and name:
        column = TABLES_BY_NAME[table].column(name)
        if column.kind == LINK and column.to:
            return f"link from {plural(table)} to {plural(column.to)}"
        phrase = column_phrase(table, name)
        return f'"{phrase}" of {plural(table)}' if column.kind == YES_NO else f"{phrase} of {plural(table)}"
    if lack.startswith("the history of "):
        return f"{lack.removeprefix('the history of ')} before the latest"
    if (bare := lack.removesuffix(" records").replace(" ", "_")) in TABLES_BY_NAME:
        return plural(bare)
    return lack


def _answer(item: Indicator, source: FormatSupply, *, supply: Supply, kinds: Mapping[Place, frozenset[str]]) -> Answer:
    marked, never = _marked(item, kinds)
    supply = dataclasses.replace(supply, missing_columns=supply.missing_columns | never)
    refused = (
        *_without_followers((*unsupplied(marked, supply), *_lacks_its_groups(marked, supply))),
        *_beyond_reach(item, source),
    )
    if refused:
        return Answer(source, item, refused=refused)
    read = tuple(dict.fromkeys(read_by(dataclasses.replace(marked, by=()))))
    lacking = [_lack(place, supply) for place in read if not supply.holds(*place)]
    lacking += [
        f"{plural(table)} before the latest"
        for table in dict.fromkeys(table for table, _ in read)
        if _has_latest_only(table, item, source)
    ]
    return Answer(
        source,
        item,
        lacking=tuple(dict.fromkeys([*_without_followers(lacking), *_looks_too_far_back(item, source)])),
        undivided=tuple(part.name for part in marked.by if _lacks_of(part, marked, supply)),
    )


def _lacks_of(part: Breakdown, item: Indicator, supply: Supply) -> tuple[str, ...]:
    """What a breakdown lacks to have a value for any row: asked as the condition that it is known."""
    known = ex.Not(ex.IsMissing(part.expression))
    top = dataclasses.replace(item.measure.top, cohort=item.measure.top.cohort.where(known))
    return unsupplied(dataclasses.replace(item, measure=dataclasses.replace(item.measure, top=top)), supply)


def _lacks_its_groups(item: Indicator, supply: Supply) -> tuple[str, ...]:
    """What a share lacks of the breakdown that it is a share by: without it there is one group, of 100%."""
    part = groups_of_share(item)
    return () if part is None else _lacks_of(part, item, supply)


def groups_of_share(item: Indicator) -> Breakdown | None:
    """The breakdown that gives a share its meaning, which its title names: "Referrals by reason"."""
    _, _, by = item.title.rpartition(" by ")
    if item.measure.shape is not Shape.SHARE:
        return None
    return next((part for part in item.by if by.startswith(part.name.partition("_")[0])), None)


def _lack(place: Place, supply: Supply) -> str:
    table, column = place
    return f"{table.replace('_', ' ')} records" if table in supply.missing_tables else f"{table}.{column}"


def _without_followers(lacks: Sequence[str]) -> tuple[str, ...]:
    """The lacks without columns of a table whose very rows of that kind are lacking."""
    without = {kind[1] for lack in lacks if (kind := _KIND.fullmatch(lack)) and kind[1] in TABLES_BY_NAME}
    kept = (lack for lack in lacks if _KIND.fullmatch(lack) or lack.partition(".")[0] not in without)
    return tuple(dict.fromkeys(kept))


def _beyond_reach(item: Indicator, source: FormatSupply) -> Iterator[str]:
    """Children who must be followed for longer than the format's records reach back."""
    for total in (item.measure.top, item.measure.bottom):
        if total is not None and isinstance(total.cohort.clock, During):
            months, reach = total.cohort.clock.months_later, source.months.get(total.cohort.table)
            if reach is not None and months >= reach:
                yield f"{plural(total.cohort.table)} of {months} months before the period (it holds {reach})"
                return


def _looks_too_far_back(item: Indicator, source: FormatSupply) -> Iterator[str]:
    reach = source.months.get(item.measure.top.cohort.table)
    if reach is not None and (item.look_back_months == EVER or item.look_back_months > reach):
        back = "all earlier records" if item.look_back_months == EVER else f"the {item.look_back_months} months before"
        yield f"{back} (it holds {reach} months)"


def _has_latest_only(table: str, item: Indicator, source: FormatSupply) -> bool:
    """Whether rows that the indicator counts or looks at may be the latest of each child alone."""
    if all(not rows.is_latest_only for rows in source.rows if rows.table == table):
        return False
    named: dict[str, set[str]] = {}
    for node in _nodes(item.measure):
        match node:
            case ex.Compare("=", ex.Column(of, name), ex.Literal(str(code))) if of == table:
                named.setdefault(name, set()).add(code)
            case ex.IsIn(ex.Column(of, name), codes) if of == table:
                named.setdefault(name, set()).update(codes)
    return any(
        rows.is_latest_only and all(named.get(name, codes) & codes for name, codes in rows.same.items())
        for rows in source.rows
        if rows.table == table
    )


def _marked(item: Indicator, kinds: Mapping[Place, frozenset[str]]) -> tuple[Indicator, frozenset[Place]]:
    """The indicator with each comparison that no row of the format can meet reading a column that it does not have."""
    never: set[Place] = set()

    def mark(node: Any) -> Any:
        match node:
            case ex.Compare("=", ex.Column(table, name) as column, ex.Literal(code)) if code not in kinds.get(
                (table, name), (code,)
            ):
                never.add((table, f"{name} {code}"))
                return dataclasses.replace(node, left=dataclasses.replace(column, name=f"{name} {code}"))
            case ex.IsIn(ex.Column(table, name) as column, codes) if not kinds.get(
                (table, name), frozenset(codes)
            ) & set(codes):
                shown = "/".join(map(str, codes))
                never.add((table, f"{name} {shown}"))
                return dataclasses.replace(node, source=dataclasses.replace(column, name=f"{name} {shown}"))
        return node

    parts = {name: _mapped(getattr(item, name), mark) for name in ("measure", "by", "needs")}
    return dataclasses.replace(item, **parts), frozenset(never)


def _mapped(node: Any, change: Callable[[Any], Any]) -> Any:
    """The declaration with `change` made at every part of it, from the inside out."""
    if isinstance(node, tuple):
        return tuple(_mapped(part, change) for part in node)
    if not dataclasses.is_dataclass(node) or isinstance(node, type):
        return node
    own = {field.name: getattr(node, field.name) for field in dataclasses.fields(node)}
    new = {name: _mapped(value, change) for name, value in own.items()}
    return change(node if all(new[name] is own[name] for name in own) else dataclasses.replace(node, **new))


def _nodes(node: Any) -> Iterator[Any]:
    if isinstance(node, tuple):
        for part in node:
            yield from _nodes(part)
    elif dataclasses.is_dataclass(node) and not isinstance(node, type):
        yield node
        for field in dataclasses.fields(node):
            yield from _nodes(getattr(node, field.name))
