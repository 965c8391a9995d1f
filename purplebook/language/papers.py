"""The words a committee paper is declared in: sections, paragraphs, tables, charts, and the figures bound into them.

A sentence is a template whose every figure is a binding: `say("There were {plans} plans.", plans=Ref("CP01", …))`.
Nobody types a number, so no sentence can disagree with its table; words such as "rose" are chosen by the figures too.
This file knows nothing about where figures come from or how a page looks: `outputs/paper` reads both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from purplebook.language.periods import Period

EVERYONE = "all"


class Show(StrEnum):
    """Which part of a figure is printed, and to how many decimal places."""

    NUMBER = "number"
    DENOMINATOR = "denominator"
    PERCENT_1 = "percent 1dp"
    PERCENT_2 = "percent 2dp"
    MEAN_0 = "mean 0dp"
    MEAN_1 = "mean 1dp"
    MONTHS_1 = "months 1dp"
    RATE_2 = "rate 2dp"


class PeriodForm(StrEnum):
    """How a period is written: in a sentence, at the head of a table's row, under a chart, or as its last day."""

    SENTENCE = "sentence"
    ROW = "row"
    AXIS = "axis"
    LAST_DAY = "last day"
    LAST_MONTH = "last month"


class ChartKind(StrEnum):
    """Columns stand on a row of periods, bars lie beside names, lines join months."""

    COLUMNS = "columns"
    BARS = "bars"
    LINES = "lines"


@dataclass(frozen=True)
class Ref:
    """One figure: an indicator in a period, for everyone or for one group of a breakdown."""

    indicator: str
    period: Period
    breakdown: str = EVERYONE
    group: str = EVERYONE
    show: Show = Show.NUMBER


@dataclass(frozen=True)
class Total:
    """Several groups of one indicator and period added together; as a percentage, of everyone."""

    parts: tuple[Ref, ...]
    show: Show = Show.NUMBER


Value = Ref | Total


@dataclass(frozen=True)
class Difference:
    """How far apart two figures are, as printed, without a sign."""

    later: Value
    earlier: Value


@dataclass(frozen=True)
class PercentageChange:
    """The change from the earlier to the later figure as a percentage of the earlier, without a sign."""

    later: Value
    earlier: Value


@dataclass(frozen=True)
class SignedChange:
    """The change from the earlier to the later figure with its sign, for a column of a table."""

    later: Value
    earlier: Value


@dataclass(frozen=True)
class MonthlyAverage:
    """A count divided by the months of its period, to the nearest whole number; part of a month counts by its days."""

    of: Value


@dataclass(frozen=True)
class Counted:
    """A number with its noun: "no children", "1 child", "5 children"."""

    of: Value
    one: str
    many: str


@dataclass(frozen=True)
class Ranked:
    """The group that comes `rank`-th by size in a breakdown: its name, or its figure.

    `groups` names what is ranked, each with the codes it is made of; `is_name` prints the name instead of the figure.
    """

    indicator: str
    period: Period
    breakdown: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    rank: int
    show: Show = Show.NUMBER
    is_name: bool = False


@dataclass(frozen=True)
class Compare:
    """Words chosen by two figures as they are printed, so that a sentence cannot contradict them.

    `from_nought` stands for `higher` where the earlier figure is nought, of which nothing is a percentage.
    """

    later: Value
    earlier: Value
    higher: Text | str
    lower: Text | str
    same: Text | str
    from_nought: Text | str | None = None


@dataclass(frozen=True)
class WhenAny:
    """Words that are printed only where a figure is not nought."""

    of: Value
    words: Text


@dataclass(frozen=True)
class PeriodName:
    """The name of a period; `with_year=False` leaves the year out where the sentence has said it."""

    period: Period
    form: PeriodForm = PeriodForm.SENTENCE


@dataclass(frozen=True)
class DayName:
    """A day written out, such as the day of a meeting."""

    on: date


@dataclass(frozen=True)
class AgendaItem:
    """The place of the paper in a meeting's agenda, which the council's clerk decides."""

    number: int


@dataclass(frozen=True)
class Standard:
    """A number that is a rule and not a finding, such as "10 working days", with what the rule is."""

    text: str
    meaning: str


@dataclass(frozen=True)
class NumberOf:
    """The number that a table or chart of this paper is printed under: "Table 3"."""

    key: str


Binding = (
    Ref
    | Total
    | Difference
    | PercentageChange
    | SignedChange
    | MonthlyAverage
    | Counted
    | Ranked
    | Compare
    | WhenAny
    | PeriodName
    | DayName
    | AgendaItem
    | Standard
    | NumberOf
)


@dataclass(frozen=True)
class Text:
    """A template and what stands in each of its {places}."""

    template: str
    bindings: tuple[tuple[str, Binding], ...] = ()


def say(template: str, **bindings: Binding) -> Text:
    """Write a sentence: `say("{now} children", now=Ref(…))`."""
    return Text(template, tuple(bindings.items()))


@dataclass(frozen=True)
class Paragraph:
    """One numbered paragraph: sentences that follow each other."""

    sentences: tuple[Text, ...]


@dataclass(frozen=True)
class Bullets:
    """A list of points under the paragraph before it."""

    items: tuple[Text, ...]


@dataclass(frozen=True)
class Subheading:
    """A heading inside a section, without a number."""

    text: str


@dataclass(frozen=True)
class Row:
    """One row of a table: its name, then a cell for each further column."""

    label: Text
    cells: tuple[Binding, ...]
    is_total: bool = False


@dataclass(frozen=True)
class FigureTable:
    """A table of figures. With `is_largest_first` its rows are put in order of their first figure, totals last."""

    key: str
    caption: Text
    header: tuple[Text, ...]
    rows: tuple[Row, ...]
    note: Text | None = None
    is_largest_first: bool = False


@dataclass(frozen=True)
class Series:
    """One line or one set of columns in a chart."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Chart:
    """A chart with at most four series; `unit` says what is counted, in words a reader uses."""

    key: str
    kind: ChartKind
    title: Text
    labels: tuple[Text, ...]
    series: tuple[Series, ...]
    unit: str
    is_largest_first: bool = False


Block = Paragraph | Bullets | Subheading | FigureTable | Chart


@dataclass(frozen=True)
class Section:
    """One numbered section of the paper."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Paper:
    """A whole paper: its head block, sections and glossary, and the terms and standards its sentences may hold.

    `notes` come first where the paper says how it was made; `titles` give each indicator's name for readers.
    """

    name: str
    as_at: date
    council: str
    author_line: str
    title: Text
    head: tuple[tuple[str, Text], ...]
    sections: tuple[Section, ...]
    glossary: tuple[tuple[str, str], ...]
    terms: tuple[str, ...] = ()
    standards: tuple[Standard, ...] = ()
    notes: tuple[str, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()


def paragraph(*sentences: Text | str | None) -> Paragraph:
    """A paragraph of the sentences that are there: a None is a sentence this period does not need."""
    return Paragraph(tuple(as_text(sentence) for sentence in sentences if sentence is not None))


def bullets(*items: Text | str) -> Bullets:
    """A list of points."""
    return Bullets(tuple(as_text(item) for item in items))


def row(label: Text | str | PeriodName, *cells: Binding, is_total: bool = False) -> Row:
    """A row of a table."""
    name = say("{period}", period=label) if isinstance(label, PeriodName) else as_text(label)
    return Row(name, cells, is_total=is_total)


def as_text(words: Text | str) -> Text:
    """Plain words as a template without bindings."""
    return words if isinstance(words, Text) else Text(words)
