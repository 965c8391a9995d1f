"""Hold every printed figure against what the records give.

A figure is reproduced only when it is true as it is printed: the same words, row, day, unit and places of decimals.
One that comes out only when the words are read as another count (see `as_printed`) "fits only under another reading",
and what its own words give stands beside it.  It is contradicted only when `contradictions.csv` proves why the paper
cannot mean it; any other difference is "missing", which is a fault of ours.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import purplebook as pb
from purplebook.errors import NoDataError
from purplebook.tables.codes import CODE_SETS
from purplebook_demo.paper_2015.tally.as_printed import AsPrinted, as_printed
from purplebook_demo.paper_2015.tally.extract import Extract
from purplebook_demo.paper_2015.tally.printed import (
    ACTIVITY,
    BENCHMARK,
    BLANK,
    DEFINITION,
    FIGURE,
    STANDARD,
    TARGET,
    Printed,
    printed_figures,
)
from purplebook_demo.paper_2015.tally.worked_out import records_of, work_out

REPRODUCED, ANOTHER_READING, CONTRADICTED = "reproduced", "fits only under another reading", "contradicted"
NOT_DERIVABLE, MISSING = "not derivable", "missing"
WHY_NOT = {
    BLANK: "Nothing is printed to reproduce.",
    STANDARD: "A practice standard, not a count: kept in the dated standards.",
    DEFINITION: "Part of a definition, not a count.",
    BENCHMARK: "Another body's figure: kept in the reference data.",
    TARGET: "A target: kept in the reference data.",
    ACTIVITY: "Counted elsewhere: kept in the reference data.",
}
LOWER_BOUNDS = ("over ",)


@dataclass(frozen=True)
class Verdict:
    """One row of the tally, in the order of its columns.

    `computed` is what the reading gives that was made of the figure, `as_printed` what the paper's own words give.
    """

    id: str
    indicator: str
    place: str
    printed: str
    computed: str
    as_printed: str
    verdict: str
    reason: str


@dataclass(frozen=True)
class Contradiction:
    """A figure that the paper itself, or arithmetic, rules out."""

    id: str
    printed: str
    computed: str
    proof: str


def contradictions() -> tuple[Contradiction, ...]:
    """The figures that cannot be true together with the rest of the paper, each with its proof."""
    with files("purplebook_demo.paper_2015.tally").joinpath("contradictions.csv").open(encoding="utf-8") as file:
        return tuple(Contradiction(**row) for row in csv.DictReader(file))


def tally(extracts: Sequence[Extract]) -> tuple[Verdict, ...]:
    """A verdict on each printed figure, from the first extract that reaches the last day of its period."""
    printed = printed_figures()
    proofs = {item.id: item for item in contradictions()}
    literal = as_printed()
    asked = [*printed, *(literal[item.id].of(item) for item in printed if item.id in literal)]
    extract_of = {item: _extract_for(item, extracts) for item in asked if item.period}
    worked: dict[Printed, Decimal | None] = {}
    for extract in extracts:
        mine = [item for item in extract_of if extract_of[item] is extract]
        if mine:
            records = records_of(extract, mine)
            worked |= {item: work_out(item, records) for item in mine}
    kept = _reference_values(extracts[0])
    return tuple(_verdict(item, worked, kept, proofs, literal.get(item.id)) for item in printed)


def _extract_for(item: Printed, extracts: Sequence[Extract]) -> Extract:
    last_day = pb.period(item.period).last_day
    reaching = [extract for extract in extracts if extract.as_at >= last_day]
    if not reaching:
        raise NoDataError(f"No extract reaches {last_day}, which the tally of {item.id} needs.")
    return min(reaching, key=lambda extract: extract.as_at)


def _verdict(
    item: Printed,
    worked: Mapping[Printed, Decimal | None],
    kept: Mapping[str, str],
    proofs: Mapping[str, Contradiction],
    literal: AsPrinted | None,
) -> Verdict:
    if item.kind != FIGURE:
        return _of_another_kind(item, worked, kept)
    number = worked[item]
    computed = by_its_words = _shown(number, item)
    if literal is not None:
        by_its_words = _shown(worked[literal.of(item)], literal.of(item))
    if _is_met(item, number):
        is_literal = literal is None
        verdict = REPRODUCED if is_literal else ANOTHER_READING
        reason = _how(item) if is_literal else f"{_how(item)} {literal.why}"
    elif item.id in proofs:
        verdict, reason = CONTRADICTED, proofs[item.id].proof
    else:
        verdict, reason = MISSING, "The records of the invented council do not give this figure."
    return Verdict(item.id, item.indicator, item.place, item.printed, computed, by_its_words, verdict, reason)


def _of_another_kind(item: Printed, worked: Mapping[Printed, Decimal | None], kept: Mapping[str, str]) -> Verdict:
    computed = _shown(worked[item], item) if item.kind == BLANK else kept.get(item.reference, "")
    if item.kind in (BENCHMARK, TARGET) and "%" in item.unit and computed:
        computed += "%"
    reason = " ".join(filter(None, (f"{item.subject}.", WHY_NOT[item.kind], item.note)))
    return Verdict(item.id, item.indicator, item.place, item.printed, computed, "", NOT_DERIVABLE, reason)


PARTS = {
    "value": "",
    "count": "how many: ",
    "whole": "of how many: ",
    "rest": "those without: ",
    "a month": "shared out over the months: ",
    "change": "the change in: ",
    "percentage change": "the change, in per cent, in: ",
    "longest": "the longest of: ",
    "children": "different children of: ",
}
"""How a reading of an indicator is said."""


def _how(item: Printed) -> str:
    """What was worked out, in words that a reader can ask for again, and why it was read so."""
    names = ", ".join(f"{pb.explain(name).title} ({name})" for name in item.indicator.split(";"))
    since = f" since {pb.period(item.against).label}" if item.against else ""
    by = f", by {item.breakdown.replace('_', ' ')}: {', '.join(map(_label(item), item.groups))}" if item.groups else ""
    part = PARTS[item.part]
    if item.part == "count" and pb.explain(item.indicator).shape == "mean":
        part = "the total behind: "
    said = f"{item.subject}; read as {part}{names}, {pb.period(item.period).label}{since}{by}."
    return f"{said} {item.note}".strip()


def _label(item: Printed) -> Callable[[str], str]:
    """How the codes of the item's breakdown are labelled."""
    name = pb.explain(item.indicator).code_set(item.breakdown)
    labels = {} if name is None else {value.code: value.label for value in CODE_SETS[name].codes}
    return lambda group: labels.get(group, group)


def _is_met(item: Printed, number: Decimal | None) -> bool:
    """Whether the figure worked out is the printed one; "over 2000" and "in excess of" want more than it says."""
    if number is None or item.number is None:
        return False
    if item.printed.startswith(LOWER_BOUNDS) or item.part == "longest":
        return number > item.number
    return number == item.number


def _shown(number: Decimal | None, item: Printed) -> str:
    if number is None:
        return ""
    return f"{number:f}%" if "%" in item.unit or item.kind == BLANK else f"{number:f}"


def _reference_values(extract: Extract) -> dict[str, str]:
    """What the standards and the reference data hold, by the name that the printed figures use for it."""
    # The oldest value of a standard comes first, so the last one is what stays.
    kept = {row["standard"]: f"{row['value']} {row['unit']}" for row in pb.standards().to_arrow().to_pylist()}
    for row in extract.store.table("reference_value", as_at=extract.as_at).to_arrow().to_pylist():
        if row["value"] is not None:
            kept[f"{row['measure_code']} {row['period']} {row['area_level']}"] = f"{row['value'].normalize():f}"
    return kept


def write_tally(path: Path, verdicts: Sequence[Verdict]) -> None:
    """Write the tally as CSV, a row for each printed figure."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field.name for field in fields(Verdict)])
        writer.writerows(astuple(verdict) for verdict in verdicts)


def tally_words(verdicts: Sequence[Verdict]) -> str:
    """The tally in one line, such as "298 figures printed in 2015: 230 reproduced, …"."""
    counts = Counter(verdict.verdict for verdict in verdicts)
    parts = [
        f"{counts[REPRODUCED]} {REPRODUCED}",
        f"{counts[ANOTHER_READING]} that fit only under another reading",
        f"{counts[CONTRADICTED]} {CONTRADICTED}",
        f"{counts[NOT_DERIVABLE]} {NOT_DERIVABLE}",
    ]
    if counts[MISSING]:
        parts.append(f"{counts[MISSING]} {MISSING}")
    return f"{len(verdicts)} figures printed in 2015: {', '.join(parts)}."


__all__ = ["Contradiction", "Verdict", "contradictions", "tally", "tally_words", "write_tally"]
