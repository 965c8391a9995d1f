"""What is asked of a declared paper before a figure is computed: nothing typed, nothing unbound, nothing left over.

A figure typed into a sentence is how the 2015 paper came to contradict its own tables. So a template may hold neither
digits nor number words, except inside the terms that the paper names ("section 47", "two years or more").  And a
sentence leans on something: a figure, or evidence that it names, without which it is not printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from string import Formatter

from purplebook.errors import DefinitionError
from purplebook.language.evidence import PRINTED, ByStatus, Definition, Evidence, Law
from purplebook.language.papers import (
    Binding,
    Bullets,
    Chart,
    ChartKind,
    Compare,
    ComparisonTable,
    Counted,
    Difference,
    FigureTable,
    MonthlyAverage,
    NumberOf,
    OneOrMany,
    Paper,
    Paragraph,
    PercentageChange,
    Ranked,
    Ref,
    SignedChange,
    Standard,
    Subheading,
    TargetTable,
    Text,
    Total,
    WhenAny,
    Word,
    as_text,
)
from purplebook.language.periods import Period

TYPED_NUMBER = re.compile(
    r"\d|\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|hundreds?|thousands?|million|dozen|two[- ]thirds|per cent)\b",
    re.IGNORECASE,
)
MOST_SERIES = 4
KEYED = (FigureTable, Chart, ComparisonTable, TargetTable)
"""The blocks that are printed under a number of their own."""


def check_paper(paper: Paper) -> None:
    """Raise DefinitionError naming the first sentence, table or chart of the paper that cannot be printed honestly."""
    keys = [block.key for block in blocks_of(paper) if isinstance(block, KEYED)]
    for key in keys:
        if keys.count(key) > 1:
            raise DefinitionError(f"Two tables or charts are called '{key}'. Give each its own key.")
    for where, text in texts_of(paper):
        _check_text(text, where=where, paper=paper)
    asked = {ref.indicator for ref in references_of(paper)}
    for where, text in sentences_of(paper):
        _check_leaning(text, where=where, paper=paper, keys=keys, asked=asked)
    for block in blocks_of(paper):
        if isinstance(block, FigureTable):
            _check_table(block)
        elif isinstance(block, Chart):
            _check_chart(block)


def needed_figures(paper: Paper) -> tuple[tuple[str, Period, str], ...]:
    """Every (indicator, period, breakdown) the paper reads; with a breakdown, everyone is asked for as well."""
    asked = {(ref.indicator, ref.period, ref.breakdown) for ref in references_of(paper)}
    return tuple(sorted(asked | {(indicator, period, "all") for indicator, period, _ in asked}))


def references_of(paper: Paper) -> tuple[Ref, ...]:
    """Every reference to a figure in the paper, in the order of the paper."""
    refs: list[Ref] = []
    for _, text in texts_of(paper):
        for _, binding in text.bindings:
            refs.extend(references(binding))
    for block in blocks_of(paper):
        refs.extend(block_references(block))
    return tuple(refs)


def block_references(block: object) -> tuple[Ref, ...]:
    """The figures in the cells of a table or the series of a chart."""
    if isinstance(block, FigureTable):
        return tuple(ref for row in block.rows for cell in row.cells for ref in references(cell))
    if isinstance(block, Chart):
        return tuple(ref for series in block.series for value in series.values for ref in references(value))
    if isinstance(block, ComparisonTable | TargetTable):
        return tuple(ref for line in block.lines for ref in line.refs)
    return ()


def text_references(text: Text) -> tuple[Ref, ...]:
    """The figures that a sentence is made from."""
    return tuple(ref for _, binding in text.bindings for ref in references(binding))


def evidence_of(text: Text) -> tuple[Evidence, ...]:
    """All that a sentence leans on besides its figures, whether it prints it or only names it."""
    printed = tuple(binding for _, binding in text.bindings if isinstance(binding, PRINTED))
    return (*text.because, *printed)


def sentences_of(paper: Paper) -> Iterator[tuple[str, Text]]:
    """Every sentence and point of the paper, with words that say in which section it stands."""
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph | Bullets):
                texts = block.sentences if isinstance(block, Paragraph) else block.items
                yield from ((f"section '{section.heading}'", text) for text in texts)


def references(binding: Binding) -> tuple[Ref, ...]:
    """The figures that one binding is made from."""
    match binding:
        case Ref():
            return (binding,)
        case Total(parts=parts):
            return parts
        case Difference(later, earlier) | PercentageChange(later, earlier) | SignedChange(later, earlier):
            return references(later) + references(earlier)
        case Compare():
            inner = [ref for text in _choices(binding) for _, part in text.bindings for ref in references(part)]
            return references(binding.later) + references(binding.earlier) + tuple(inner)
        case MonthlyAverage(of) | Counted(of, _, _) | OneOrMany(of, _, _):
            return references(of)
        case WhenAny(of, words):
            return references(of) + tuple(ref for _, part in words.bindings for ref in references(part))
        case Ranked():
            return tuple(
                Ref(binding.indicator, binding.period, binding.breakdown, code)
                for _, codes in binding.groups
                for code in codes
            )
        case _:
            return ()


def blocks_of(paper: Paper) -> Iterator[object]:
    """Every block of every section, in order."""
    for section in paper.sections:
        yield from section.blocks


def texts_of(paper: Paper) -> Iterator[tuple[str, Text]]:
    """Every template of the paper, each with words that say where it stands."""
    yield "the title", paper.title
    yield "the author line", paper.author_line
    for label, text in paper.head:
        yield f"the head block's '{label}'", text
    for section in paper.sections:
        where = f"section '{section.heading}'"
        yield where, Text(section.heading)
        for block in section.blocks:
            match block:
                case Paragraph(texts) | Bullets(texts):
                    yield from ((where, text) for text in texts)
                case Subheading(words):
                    yield where, Text(words)
                case FigureTable():
                    texts = (block.caption, *block.header, *(row.label for row in block.rows))
                    yield from ((f"table '{block.key}'", text) for text in texts)
                    if block.note is not None:
                        yield f"table '{block.key}'", block.note
                case ComparisonTable() | TargetTable():
                    labels = tuple(Text(line.label) for line in block.lines)
                    yield from ((f"table '{block.key}'", text) for text in (block.caption, *labels))
                    if block.note is not None:
                        yield f"table '{block.key}'", block.note
                case Chart():
                    names = tuple(Text(series.name) for series in block.series)
                    yield from ((f"chart '{block.key}'", text) for text in (block.title, *block.labels, *names))
    for term, meaning in paper.glossary:
        yield f"the glossary's '{term}'", Text(f"{term} {meaning}")


def _check_text(text: Text, *, where: str, paper: Paper) -> None:
    bare = re.sub(r"\{\w+\}", "", text.template)
    for term in sorted(paper.terms, key=len, reverse=True):
        bare = re.sub(re.escape(term), "", bare, flags=re.IGNORECASE)
    if typed := TYPED_NUMBER.search(bare):
        raise DefinitionError(
            f"In {where} the number '{typed.group()}' is typed into a sentence: \"{text.template}\". "
            "Bind it to an indicator: write {name} in the sentence and name=Ref(…) after it. "
            "A fixed term, such as a section of an Act, goes into the paper's terms."
        )
    places = [name for _, name, _, _ in Formatter().parse(text.template) if name is not None]
    bound = [name for name, _ in text.bindings]
    if missing := sorted(set(places) - set(bound)):
        raise DefinitionError(f'In {where} nothing is bound to {{{missing[0]}}} in: "{text.template}".')
    if unused := sorted(set(bound) - set(places)):
        raise DefinitionError(f"In {where} '{unused[0]}' is bound but does not stand in: \"{text.template}\".")
    for _, binding in text.bindings:
        _check_binding(binding, where=where, paper=paper)


def _check_binding(binding: Binding, *, where: str, paper: Paper) -> None:
    match binding:
        case Standard() if binding not in paper.standards:
            raise DefinitionError(
                f"In {where} the standard '{binding.text}' is not one of the paper's standards. "
                "Add it there with its meaning."
            )
        case Compare():
            for text in _choices(binding):
                _check_text(text, where=where, paper=paper)
        case WhenAny(words=words):
            _check_text(words, where=where, paper=paper)
        case Counted(one=one, many=many) | OneOrMany(one=one, many=many):
            _check_text(Text(f"{one} {many}"), where=where, paper=paper)
        case Word(text):
            _check_text(Text(text), where=where, paper=paper)
        case ByStatus(words):
            for _, text in words:
                _check_text(Text(text), where=where, paper=paper)
        case Law():
            _check_law(binding, where=where, paper=paper)
        case _:
            pass


def _check_law(law: Law, *, where: str, paper: Paper) -> None:
    if not law.holds_on(paper.as_at):
        raise DefinitionError(
            f"In {where} '{law.words}' is named in a paper of {paper.as_at}, and it holds "
            f"{'from' if law.last_day is None else 'between'} {law.first_day}"
            f"{'' if law.last_day is None else f' and {law.last_day}'}. Ask law.py for what holds on the paper's day."
        )


def _check_leaning(text: Text, *, where: str, paper: Paper, keys: Sequence[str], asked: Collection[str]) -> None:
    """Refuse a sentence that nothing bears out, and evidence that the paper cannot have."""
    evidence = evidence_of(text)
    named = [binding.key for _, binding in text.bindings if isinstance(binding, NumberOf)]
    if not (text.is_own or evidence or named or text_references(text)):
        raise DefinitionError(
            f'In {where} a sentence leans on nothing: "{text.template}". Bind a figure into it, or say what bears it '
            "out: because=register(…), because=Definition(…), or a setting. What only one council can say belongs in "
            "that council's own papers/ folder."
        )
    if unknown := sorted(set(named) - set(keys)):
        raise DefinitionError(f"In {where} there is no table or chart '{unknown[0]}' to name.")
    for item in text.because:
        if isinstance(item, Law):
            _check_law(item, where=where, paper=paper)
        if isinstance(item, Definition) and item.indicator not in asked:
            raise DefinitionError(
                f"In {where} a sentence explains {item.indicator}, of which the paper has no figure: "
                f'"{text.template}". Leave it out, or bind a figure of {item.indicator}.'
            )


def _check_table(table: FigureTable) -> None:
    for row in table.rows:
        if len(row.cells) != len(table.header) - 1:
            raise DefinitionError(
                f"In table '{table.key}' the row '{row.label.template}' has {len(row.cells)} cells for "
                f"{len(table.header) - 1} columns after the first."
            )


def _check_chart(chart: Chart) -> None:
    most = MOST_SERIES if chart.kind is ChartKind.LINES else 1
    if not 1 <= len(chart.series) <= most:
        raise DefinitionError(f"Chart '{chart.key}' has {len(chart.series)} series: {chart.kind} can show {most}.")
    for series in chart.series:
        if len(series.values) != len(chart.labels):
            raise DefinitionError(
                f"In chart '{chart.key}' the series '{series.name}' has {len(series.values)} values for "
                f"{len(chart.labels)} labels."
            )


def _choices(compare: Compare) -> tuple[Text, ...]:
    choices = (compare.higher, compare.lower, compare.same, compare.from_nought, compare.so_far)
    return tuple(as_text(words) for words in choices if words is not None)
