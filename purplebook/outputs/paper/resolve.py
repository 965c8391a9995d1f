"""From a declared paper and finished figures to the printed document: every number filled in, every block numbered.

What has nothing to lean on is left out: a sentence, then a paragraph, table or list without one left, then a heading.
What was left out, and what would fill it, goes into the document's gaps, which no writer of the paper prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from purplebook.language.paper_checks import (
    KEYED,
    block_references,
    blocks_of,
    check_paper,
    references_of,
    sentences_of,
    text_references,
)
from purplebook.language.papers import (
    Binding,
    Block,
    Bullets,
    Chart,
    ChartKind,
    Compare,
    ComparisonTable,
    FigureTable,
    Paper,
    Paragraph,
    Ref,
    Section,
    Standard,
    Subheading,
    TargetTable,
    Text,
    Total,
    WhenAny,
    as_text,
)
from purplebook.outputs.charts.draw import draw
from purplebook.outputs.charts.drawing import Drawing, Line
from purplebook.outputs.paper.binding import Binder, Found, is_missing, is_of_nobody
from purplebook.outputs.paper.evidence import Recorded, Witness
from purplebook.outputs.paper.gaps import Gap, once
from purplebook.outputs.paper.making import making_notes, making_pairs
from purplebook.outputs.paper.model import (
    HEADING_COLOUR,
    BulletList,
    Document,
    NumberedParagraph,
    Picture,
    PrintedBlock,
    PrintedSection,
    PrintedTable,
    SmallHeading,
)
from purplebook.outputs.paper.so_far import CHART_NOTE, note_of
from purplebook.outputs.paper.sources import source_of
from purplebook.outputs.paper.tables import comparison_table, figure_table, left_out, size, target_table
from purplebook.results.figures import Figures
from purplebook.results.printed import PERCENTAGES, is_known
from purplebook.results.values import half_up

FEWEST_POINTS = 2
"""A chart of one point shows nothing that a sentence does not say better."""
NOTHING = Recorded()
LONGEST_GAP = 220


def resolve(paper: Paper, figures: Figures, *, snapshot_id: str, recorded: Recorded = NOTHING) -> Document:
    """Print every figure into the paper. Raises DefinitionError when a sentence of it cannot be declared."""
    check_paper(paper)
    binder = _binder(paper, figures, recorded)
    printed = [_section(section, binder) for section in paper.sections]
    sections = tuple(
        PrintedSection(number, section.heading, _numbered(section.blocks, number))
        for number, section in enumerate((section for section in printed if section.blocks), start=1)
    )
    status = _status(figures, paper, binder)
    head, head_gaps = _head(paper, binder)
    kept = replace(paper, sections=tuple(section.kept for section in printed))
    words = " ".join(_words(sections))
    return Document(
        name=paper.name,
        snapshot_id=snapshot_id,
        heading_colour=recorded.council.colours.get("heading", HEADING_COLOUR),
        title=binder.text(paper.title),
        council=recorded.council.name,
        author_line="" if binder.lacks(paper.author_line) else binder.text(paper.author_line),
        as_at=paper.as_at,
        status=status,
        head=head,
        sections=sections,
        glossary=tuple((term, meaning) for term, meaning in paper.glossary if _is_used(term, words)),
        standards=tuple((standard.meaning, standard.text) for standard in _standards_in(kept)),
        making=making_pairs(
            paper,
            figures,
            shown=binder.witness.shown,
            snapshot_id=snapshot_id,
            status=status,
            divided_by=_populations_in(kept, binder),
        ),
        making_notes=making_notes(figures.warnings, shown=binder.witness.shown, titles=binder.titles),
        gaps=once((*head_gaps, *(gap for section in printed for gap in section.gaps))),
    )


def sentences_printed(
    paper: Paper, figures: Figures, *, recorded: Recorded = NOTHING
) -> tuple[tuple[Text, str | None], ...]:
    """Each sentence of the paper as it is declared, with the words it is printed in; None where it is left out."""
    binder = _binder(paper, figures, recorded)
    return tuple(
        (sentence, None if binder.lacks(sentence) else binder.text(sentence)) for _, sentence in sentences_of(paper)
    )


@dataclass(frozen=True)
class _Made:
    """A section before it has its number: what is printed, what of its declaration that is, and what is left out."""

    heading: str
    blocks: tuple[PrintedBlock | str, ...]
    kept: Section
    gaps: tuple[Gap, ...]


def _binder(paper: Paper, figures: Figures, recorded: Recorded) -> Binder:
    """A binder that knows which tables and charts will be printed, and their numbers: nothing counts what is gone."""
    lookup = Found(figures)
    shown = frozenset(ref.indicator for ref in references_of(paper) if _speaks(lookup, ref))
    unnumbered = Binder(lookup, {}, Witness(recorded, paper.as_at, shown), dict(paper.titles))
    numbers: dict[str, str] = {}
    for block in blocks_of(paper):
        if isinstance(block, KEYED) and _is_printed(block, unnumbered):
            word = "Figure" if isinstance(block, Chart) else "Table"
            numbers[block.key] = f"{word} {1 + sum(name.startswith(word) for name in numbers.values())}"
    return replace(unnumbered, numbers=numbers)


def _speaks(lookup: Found, ref: Ref) -> bool:
    return not is_missing(lookup, ref) and not is_of_nobody(lookup, ref)


def _section(section: Section, binder: Binder) -> _Made:
    printed: list[PrintedBlock | str] = []
    kept: list[Block] = []
    gaps: list[Gap] = []
    heading: Subheading | None = None
    for block in section.blocks:
        if isinstance(block, Subheading):
            heading = block
            continue
        printed_block, part, missing = _block(block, binder)
        where = section.heading if heading is None else f"{section.heading}: {heading.text}"
        gaps += [replace(gap, section=where) for gap in missing]
        if printed_block is None or part is None:
            continue
        if heading is not None and heading not in kept:
            printed.append(SmallHeading(heading.text))
            kept.append(heading)
        printed.append(printed_block)
        kept.append(part)
    return _Made(section.heading, tuple(printed), Section(section.heading, tuple(kept)), tuple(gaps))


def _numbered(blocks: Sequence[PrintedBlock | str], number: int) -> tuple[PrintedBlock, ...]:
    """The blocks of a section with a number on each paragraph."""
    numbered: list[PrintedBlock] = []
    for block in blocks:
        count = 1 + sum(isinstance(block, NumberedParagraph) for block in numbered)
        numbered.append(NumberedParagraph(f"{number}.{count}", block) if isinstance(block, str) else block)
    return tuple(numbered)


def _block(block: Block, binder: Binder) -> tuple[PrintedBlock | str | None, Block | None, tuple[Gap, ...]]:
    """A printed block, or the words of a paragraph; the part of its declaration that is printed; what is left out."""
    match block:
        case Paragraph(sentences):
            kept, gaps = _kept(sentences, binder)
            note = note_of([ref for text in kept for ref in text_references(text)], binder)
            return " ".join(filter(None, (*map(binder.text, kept), note))) or None, Paragraph(kept), gaps
        case Bullets(items):
            kept, gaps = _kept(items, binder)
            return BulletList(tuple(map(binder.text, kept))) if kept else None, Bullets(kept), gaps
        case FigureTable() | Chart() | ComparisonTable() | TargetTable():
            return _keyed(block, binder), block, _gaps_of(block, binder)
        case _:
            return None, None, ()


def _is_printed(block: object, binder: Binder) -> bool:
    """Whether a table or chart has anything to show; a chart need not be drawn to tell."""
    if not isinstance(block, Chart):
        return _keyed(block, binder) is not None
    points = [binder.value(value) for series in block.series for value in series.values]
    fewest = 1 if block.kind is ChartKind.BARS else FEWEST_POINTS
    return sum(point is not None for point in points) >= fewest


def _keyed(block: object, binder: Binder) -> PrintedTable | Picture | None:
    match block:
        case FigureTable():
            return figure_table(block, binder)
        case ComparisonTable():
            return comparison_table(block, binder)
        case TargetTable():
            return target_table(block, binder)
        case Chart():
            return _picture(block, binder) if _is_printed(block, binder) else None
        case _:
            return None


def _kept(sentences: Sequence[Text], binder: Binder) -> tuple[tuple[Text, ...], tuple[Gap, ...]]:
    """The sentences that all they lean on bears out, and a gap for each other that somebody could fill."""
    kept = tuple(sentence for sentence in sentences if not binder.lacks(sentence))
    gaps = tuple(
        _gap(binder.attempt(sentence), sentence, binder)
        for sentence in sentences
        if sentence not in kept and not binder.is_unasked(sentence)
    )
    return kept, tuple(gap for gap in gaps if gap.needs)


def _gap(what: str, sentence: Text, binder: Binder) -> Gap:
    short = what if len(what) <= LONGEST_GAP else f"{what[:LONGEST_GAP].rsplit(' ', 1)[0]} …"
    return Gap("", short, binder.needs(sentence))


def _gaps_of(block: FigureTable | Chart | ComparisonTable | TargetTable, binder: Binder) -> tuple[Gap, ...]:
    """What a table or chart leaves out; of comparisons and targets nothing is a gap, for nobody must have them."""
    if isinstance(block, ComparisonTable | TargetTable):
        return ()
    needs = binder.figure_needs(block_references(block))
    if not needs:
        return ()
    if isinstance(block, Chart):
        return (Gap("", f"Chart: {binder.text(block.title)}", needs),)
    lines = [binder.text(label) for label in left_out(block, binder)]
    if block.key not in binder.numbers or not lines:
        part = "" if block.key not in binder.numbers else " (some cells)"
    else:
        part = f" (without: {'; '.join(lines)})"
    return (Gap("", f"Table: {binder.text(block.caption)}{part}", needs),)


def _head(paper: Paper, binder: Binder) -> tuple[tuple[tuple[str, str], ...], tuple[Gap, ...]]:
    rows = tuple((label, binder.text(text)) for label, text in paper.head if not binder.lacks(text))
    asked = (("Author line", paper.author_line), *paper.head)
    gaps = [replace(_gap(label, text, binder), section="Head block") for label, text in asked if binder.lacks(text)]
    return rows, tuple(gaps)


def _picture(chart: Chart, binder: Binder) -> Picture:
    labels = tuple(binder.text(label) for label in chart.labels)
    order = _from_first_to_last(chart, binder)
    if chart.is_largest_first:
        order.sort(key=lambda index: -size(chart.series[0].values[index], binder))
    shows = {value.show for series in chart.series for value in series.values}
    is_percentage = bool(shows & set(PERCENTAGES))
    number = int(binder.numbers.get(chart.key, "Figure 0").split()[-1])
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
        so_far=frozenset(
            place
            for place, index in enumerate(order)
            if any(binder.is_filling(series.values[index]) for series in chart.series)
        ),
    )
    drawn = draw(drawing)
    return Picture(
        number=number,
        title=drawing.title,
        svg=drawn.svg,
        width=drawn.width,
        height=drawn.height,
        description=drawn.description,
        source=" ".join(
            filter(None, (CHART_NOTE if drawing.hollow else "", source_of(block_references(chart), binder)))
        ),
    )


def _from_first_to_last(chart: Chart, binder: Binder) -> list[int]:
    """The places between the first and the last that have a value: a chart begins where the records do."""
    known = [
        place
        for place in range(len(chart.labels))
        if any(binder.value(series.values[place]) is not None for series in chart.series)
    ]
    return list(range(known[0], known[-1] + 1))


def _point(value: Ref | Total, binder: Binder, is_percentage: bool) -> Decimal | None:
    printed = binder.value(value)
    if printed is None:
        return None
    return half_up(printed.number, 1) if is_percentage else printed.number


def _status(figures: Figures, paper: Paper, binder: Binder) -> str:
    """One word for all the figures of the paper: that of the least sure of them."""
    if binder.recorded.known.status != "provisional":
        return binder.recorded.known.status.capitalize()
    named_figures = [binder.found.find(ref) for ref in references_of(paper)]
    statuses = {figure.status for figure in named_figures if figure is not None and is_known(figure)}
    return "Provisional" if "provisional" in statuses or not statuses else "Final"


def _standards_in(paper: Paper) -> tuple[Standard, ...]:
    """The standards that the printed sentences, captions and headers name, in the order of the paper's list."""
    texts = [paper.title, *(text for section in paper.sections for block in section.blocks for text in _texts(block))]
    named = {binding for text in texts for binding in _bindings(text) if isinstance(binding, Standard)}
    return tuple(standard for standard in paper.standards if standard in named)


def _populations_in(paper: Paper, binder: Binder) -> tuple[str, ...]:
    """What the printed rates are divided by, the earliest year first."""
    populations = binder.witness.recorded.populations
    printed = [ref for ref in references_of(paper) if _speaks(binder.found, ref)]
    by_day = {
        populations[key]: ref.period.last_day
        for ref in sorted(printed, key=lambda ref: ref.period.last_day)
        if (key := (ref.indicator, ref.period.key)) in populations
    }
    return tuple(sorted(by_day, key=lambda words: by_day[words]))


def _texts(block: Block) -> tuple[Text, ...]:
    match block:
        case Paragraph(texts) | Bullets(texts):
            return texts
        case FigureTable():
            return (block.caption, *block.header, *filter(None, (block.note,)))
        case Chart():
            return (block.title, *block.labels)
        case _:
            return ()


def _bindings(text: Text) -> Iterator[Binding]:
    for _, binding in text.bindings:
        yield binding
        match binding:
            case WhenAny(words=words):
                yield from _bindings(words)
            case Compare():
                for words in (binding.higher, binding.lower, binding.same, binding.from_nought, binding.so_far):
                    yield from _bindings(as_text(words or ""))
            case _:
                pass


def _words(sections: Sequence[PrintedSection]) -> Iterator[str]:
    """All the words that the sections print, to see which terms need explaining."""
    for section in sections:
        yield section.heading
        for block in section.blocks:
            match block:
                case NumberedParagraph(text=text) | SmallHeading(text):
                    yield text
                case BulletList(items):
                    yield from items
                case PrintedTable():
                    yield from (block.caption, *block.header, *(row.label for row in block.rows), block.source)
                case Picture():
                    yield from (block.title, block.source)


def _is_used(term: str, words: str) -> bool:
    """Whether a term of the glossary, or one of those joined in it by "and", stands in the paper's words."""
    return any(re.search(rf"\b{re.escape(part)}", words, re.IGNORECASE) for part in (term, *term.split(" and ")))
