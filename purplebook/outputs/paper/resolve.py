"""From a declared paper and finished figures to the printed document: every number filled in, every block numbered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from purplebook.language.paper_checks import block_references, blocks_of, check_paper, references, references_of
from purplebook.language.papers import (
    Binding,
    Block,
    Bullets,
    Chart,
    FigureTable,
    Paper,
    Paragraph,
    Ref,
    Row,
    Section,
    Subheading,
    Text,
    Total,
)
from purplebook.language.periods import long_day, year_name
from purplebook.outputs.charts.draw import draw
from purplebook.outputs.charts.drawing import Drawing, Line
from purplebook.outputs.paper.binding import Binder, Found, missing_figures
from purplebook.outputs.paper.missing import in_place_of, with_titles
from purplebook.outputs.paper.model import (
    BulletList,
    Document,
    NumberedParagraph,
    Picture,
    PrintedBlock,
    PrintedSection,
    PrintedTable,
    SmallHeading,
    TableRow,
)
from purplebook.results.figures import Figures
from purplebook.results.printed import PERCENTAGES
from purplebook.results.values import half_up

PROVISIONAL = "provisional"


def resolve(paper: Paper, figures: Figures, *, snapshot_id: str) -> Document:
    """Print every figure into the paper. Raises DefinitionError when a sentence of the paper holds a typed number."""
    check_paper(paper)
    found = Found(figures)
    binder = Binder(found, _numbers(paper))
    missing = missing_figures(found, references_of(paper))
    status = _status(found, paper)
    titles = dict(paper.titles)
    return Document(
        name=paper.name,
        snapshot_id=snapshot_id,
        title=binder.text(paper.title),
        council=paper.council,
        author_line=paper.author_line,
        as_at=paper.as_at,
        status=status,
        head=tuple((label, binder.text(text)) for label, text in paper.head),
        sections=tuple(_section(s, number, binder, titles) for number, s in enumerate(paper.sections, start=1)),
        glossary=paper.glossary,
        standards=tuple((standard.meaning, standard.text) for standard in paper.standards),
        making=_making(paper, figures, snapshot_id=snapshot_id, status=status),
        making_notes=(
            *paper.notes,
            *(with_titles(note, titles) for note in _making_notes(missing, figures.warnings)),
        ),
        warnings=tuple(f"Not available: {line}." for line in missing),
    )


def _numbers(paper: Paper) -> dict[str, str]:
    """The printed number of each table and chart, by its key."""
    numbers: dict[str, str] = {}
    for kind, word in ((FigureTable, "Table"), (Chart, "Figure")):
        keys = [block.key for block in blocks_of(paper) if isinstance(block, kind)]
        numbers |= {key: f"{word} {number}" for number, key in enumerate(keys, start=1)}
    return numbers


def _section(section: Section, number: int, binder: Binder, titles: Mapping[str, str]) -> PrintedSection:
    printed: list[PrintedBlock] = []
    paragraph_count = 0
    for block in section.blocks:
        made = _block(block, binder, titles)
        if isinstance(made, str):
            paragraph_count += 1
            made = NumberedParagraph(f"{number}.{paragraph_count}", made)
        printed.append(made)
    return PrintedSection(number, section.heading, tuple(printed))


def _block(block: Block, binder: Binder, titles: Mapping[str, str]) -> PrintedBlock | str:
    """A printed block; or the words of a paragraph, which its section numbers."""
    match block:
        case Paragraph(sentences):
            return _sentences(sentences, binder, titles)
        case Bullets(items):
            return BulletList(tuple(_sentences((item,), binder, titles) for item in items))
        case Subheading(text):
            return SmallHeading(text)
        case FigureTable():
            cells = tuple(cell for row in block.rows for cell in row.cells)
            is_empty = bool(cells) and all(binder.is_missing(cell) for cell in cells)
            return _left_out(block, binder, titles) if is_empty else _table(block, binder)
        case Chart():
            values = tuple(value for series in block.series for value in series.values)
            is_empty = bool(values) and all(binder.value(value) is None for value in values)
            return _left_out(block, binder, titles) if is_empty else _picture(block, binder)


def _sentences(sentences: tuple[Text, ...], binder: Binder, titles: Mapping[str, str]) -> str:
    """The sentences whose figures are all there; when none of those with figures is left, what is missing instead."""
    kept = tuple(sentence for sentence in sentences if not binder.lacks(sentence))
    figures_kept = any(_figures_in(sentence) for sentence in kept)
    if len(kept) < len(sentences) and not figures_kept:
        refs = tuple(ref for sentence in sentences for ref in _figures_in(sentence))
        return in_place_of(refs, found=binder.found, titles=titles)
    return " ".join(binder.text(sentence) for sentence in kept)


def _figures_in(sentence: Text) -> tuple[Ref, ...]:
    return tuple(ref for _, binding in sentence.bindings for ref in references(binding))


def _left_out(block: FigureTable | Chart, binder: Binder, titles: Mapping[str, str]) -> str:
    """One line in place of a table or chart that has no figure. It keeps its number, which sentences may name."""
    why = in_place_of(block_references(block), found=binder.found, titles=titles)
    return f"{binder.numbers[block.key]} is left out. {why}"


def _table(table: FigureTable, binder: Binder) -> PrintedTable:
    note = "" if table.note is None else binder.text(table.note)
    rows = table.rows
    if table.is_largest_first:
        rows = tuple(sorted(rows, key=lambda row: (row.is_total, -_size(row.cells[0], binder))))
    return PrintedTable(
        number=int(binder.numbers[table.key].split()[-1]),
        caption=binder.text(table.caption),
        header=tuple(_dates_kept_whole(binder.text(cell)) for cell in table.header),
        rows=tuple(_row(row, binder) for row in rows),
        source=f"{note} {_source(block_references(table), binder.found)}".strip(),
    )


def _dates_kept_whole(words: str) -> str:
    """Words in which a line cannot end between a day and its month: narrow columns would stack "31 / March / 2015"."""
    return re.sub(r"(\d) ([A-Z])", "\\1\N{NO-BREAK SPACE}\\2", words)


def _row(row: Row, binder: Binder) -> TableRow:
    return TableRow(binder.text(row.label), tuple(binder.words(cell) for cell in row.cells), row.is_total)


def _size(cell: Binding, binder: Binder) -> Decimal:
    value = binder.value(cell) if isinstance(cell, Ref | Total) else None
    return Decimal(-1) if value is None else value.number


def _picture(chart: Chart, binder: Binder) -> Picture:
    labels = tuple(binder.text(label) for label in chart.labels)
    order = list(range(len(labels)))
    if chart.is_largest_first:
        order.sort(key=lambda index: -_size(chart.series[0].values[index], binder))
    shows = {value.show for series in chart.series for value in series.values}
    is_percentage = bool(shows & set(PERCENTAGES))
    number = int(binder.numbers[chart.key].split()[-1])
    drawing = Drawing(
        kind=chart.kind,
        title=binder.text(chart.title),
        unit=chart.unit,
        labels=tuple(labels[index] for index in order),
        lines=tuple(
            Line(series.name, tuple(_point(series.values[index], binder, is_percentage) for index in order))
            for series in chart.series
        ),
        is_percentage=is_percentage,
        key=f"figure-{number}",
    )
    drawn = draw(drawing)
    refs = block_references(chart)
    return Picture(
        number=number,
        title=drawing.title,
        svg=drawn.svg,
        width=drawn.width,
        height=drawn.height,
        description=drawn.description,
        source=_source(refs, binder.found),
    )


def _point(value: Ref | Total, binder: Binder, is_percentage: bool) -> Decimal | None:
    printed = binder.value(value)
    if printed is None:
        return None
    return half_up(printed.number, 1) if is_percentage else printed.number


def _source(refs: tuple[Ref, ...], known: Found) -> str:
    """The indicators behind a table, and whether its figures can still change."""
    names = ", ".join(dict.fromkeys(ref.indicator for ref in refs))
    found = [(ref.period, known.find(ref)) for ref in refs]
    statuses = {figure.status for _, figure in found if figure is not None}
    if PROVISIONAL not in statuses:
        return f"Source: {names}."
    if statuses == {PROVISIONAL}:
        return f"Source: {names}. All figures are provisional."
    years = sorted(
        {year_name(p.last_day) for p, figure in found if figure is not None and figure.status == PROVISIONAL}
    )
    return f"Source: {names}. Figures for {' and '.join(years)} are provisional."


def _status(known: Found, paper: Paper) -> str:
    found = [known.find(ref) for ref in references_of(paper)]
    statuses = {figure.status for figure in found if figure is not None}
    return "Provisional" if PROVISIONAL in statuses or not statuses else "Final"


def _making(paper: Paper, figures: Figures, *, snapshot_id: str, status: str) -> tuple[tuple[str, str], ...]:
    asked = sorted({ref.indicator for ref in references_of(paper)})
    editions = dict(zip(figures.table["indicator"].to_pylist(), figures.table["edition"].to_pylist(), strict=True))
    named = [
        f"Edition {edition}: {', '.join(indicator for indicator in asked if editions.get(indicator) == edition)}"
        for edition in sorted({editions[indicator] for indicator in asked if indicator in editions})
    ]
    return (
        ("As at", long_day(paper.as_at)),
        ("Snapshot of the records", snapshot_id),
        ("Status of the figures", status),
        ("Definitions", "; ".join(named)),
    )


def _making_notes(missing: tuple[str, ...], warnings: tuple[str, ...]) -> tuple[str, ...]:
    notes = (
        "Every figure in this paper, in its sentences, tables and charts alike, was worked out from the council's own "
        "case records by one set of written definitions. None was typed. The definitions are published with the "
        "software, and each figure can show the records behind it to those who are allowed to see them.",
        "Percentages are rounded half up from whole numbers, so the parts of a table may not add up to exactly "
        "100%. A change between two percentages is the difference of the two as printed, in percentage points. A "
        "child who has two events in a "
        "period, such as two referrals, is counted twice where the table counts events.",
        "Small numbers have not been suppressed. Before this paper is published, check that no child can be "
        "recognised from them.",
        "Records that are entered late change the figures of earlier months. The figures are right as at the date "
        "above, for the records that were in the system when the snapshot was taken.",
    )
    cautions = (f"Read with care: {' '.join(warnings)}",) if warnings else ()
    absent = (f"Not available for this paper: {'; '.join(missing)}.",) if missing else ()
    return (*notes, *cautions, *absent)
