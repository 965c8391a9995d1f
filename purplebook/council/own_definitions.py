"""Puts a council's own indicators and breakdowns beside the shipped ones; nothing shipped is changed or hidden."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from purplebook.council.definition_file import DefinitionFile, read_definitions
from purplebook.council.faults import Fault
from purplebook.council.indicator_names import which_indicator
from purplebook.definitions.catalogue import SERIES
from purplebook.definitions.standards import standards
from purplebook.language.divided_by import check_breakdowns
from purplebook.language.indicators import Breakdown, Indicator
from purplebook.language.measures import Shape
from purplebook.language.places import RefusedDefinition
from purplebook.language.report_order import in_report_order
from purplebook.language.standards_in import Values, standards_in, with_standards

OWN, OWN_BREAKDOWN = "LOCAL-", "local_"


def read_folder(folder: Path) -> tuple[DefinitionFile, ...]:
    """Every file of a council's `definitions/`, by name; none where there is no such folder."""
    return tuple(read_definitions(path) for path in sorted(folder.glob("*.py"))) if folder.is_dir() else ()


def clashes(files: Sequence[DefinitionFile], shipped: Sequence[Indicator]) -> Iterator[Fault]:
    """Every id or breakdown that is taken already, or that does not say it is the council's own."""
    taken = {item.id.casefold(): "purplebook itself" for item in shipped}
    for file in files:
        for item in file.indicators:
            line, key = file.line_of(item.id), item.id.casefold()
            if not item.id.startswith(OWN):
                yield Fault(
                    file.path, line, f"{item.id} is not the id of a council's own indicator.", f"Write {OWN}{item.id}."
                )
            elif key in taken:
                yield Fault(
                    file.path, line, f"{item.id} is declared already, in {taken[key]}.", "Give one of them another id."
                )
            taken[key] = file.path.name
            for name in standards_in(item) - {standard.expression.name for standard in standards().values()}:
                yield Fault(
                    file.path,
                    line,
                    f"{item.id} reads a standard of its own, '{name}'.",
                    "Use one of purplebook.definitions.standards.",
                )
    faults = tuple(_breakdown_clashes(files, shipped))
    yield from faults
    own = tuple(item for file in files for item in file.indicators if item.id.startswith(OWN))
    if faults or len({item.id for item in own}) < len(own):
        return
    try:
        in_report_order(*own, series=tuple(SERIES), beside=together(shipped, files, {})[: len(shipped)], local=True)
    except RefusedDefinition as error:
        # A breakdown that means two things on rows of one table: the words say which.
        item = next((item for item in own if item.declared_at == error.place), own[0] if own else None)
        file = next((file for file in files if item in file.indicators), files[0])
        yield Fault(file.path, file.line_of(item.id) if item else None, error.problem, "")


def _breakdown_clashes(files: Sequence[DefinitionFile], shipped: Sequence[Indicator]) -> Iterator[Fault]:
    by_id = {item.id: item for item in shipped}
    names = {item.id: {part.name for part in item.by} for item in shipped}
    for file in files:
        for indicator, part in file.breakdowns:
            line = file.line_of(part.name) or file.line_of(indicator)
            if indicator not in by_id:
                yield Fault(
                    file.path,
                    file.line_of(indicator),
                    f"there is no indicator '{indicator}'.",
                    which_indicator(indicator, tuple(by_id)),
                )
                continue
            if not part.name.startswith(OWN_BREAKDOWN):
                yield Fault(
                    file.path,
                    line,
                    f"'{part.name}' is not the name of a council's own breakdown.",
                    f"Write {OWN_BREAKDOWN}{part.name}.",
                )
            elif part.name in names[indicator]:
                yield Fault(
                    file.path,
                    line,
                    f"{indicator} has a breakdown '{part.name}' already.",
                    "Give one of them another name.",
                )
            if by_id[indicator].measure.shape is Shape.RATE and not by_id[indicator].measure.by_group:
                yield Fault(
                    file.path, line, f"{indicator} is a rate and has no breakdowns.", "Add it to the number instead."
                )
                continue
            names[indicator].add(part.name)
            totals = [total for total in (by_id[indicator].measure.top, by_id[indicator].measure.bottom) if total]
            try:
                check_breakdowns(indicator, (part,), tables=tuple(total.cohort.table for total in totals))
            except RefusedDefinition as error:
                yield Fault(file.path, line, error.problem, "")


def together(
    shipped: Sequence[Indicator], files: Sequence[DefinitionFile], values: Mapping[str, Values]
) -> tuple[Indicator, ...]:
    """The shipped indicators with what is added to them, then the council's own; all by the council's standards."""
    added: dict[str, list[Breakdown]] = {}
    for file in files:
        for indicator, part in file.breakdowns:
            added.setdefault(indicator, []).append(part)
    whole = [
        dataclasses.replace(item, by=(*item.by, *added[item.id])) if item.id in added else item for item in shipped
    ]
    whole += [item for file in files for item in file.indicators]
    return tuple(with_standards(item, values) for item in whole) if values else tuple(whole)
