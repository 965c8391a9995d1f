"""The words a committee paper is declared in: sections, paragraphs, tables, charts, and the figures bound into them.

A sentence is a template whose every figure is a binding: `say("There were {plans} plans.", plans=Ref("CP01", …))`.
Nobody types a number, so no sentence can disagree with its table; words such as "rose" are chosen by the figures too.
This file knows nothing about where figures come from or how a page looks: `outputs/paper` reads both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from purplebook.language.evidence import (
    AgendaItem,
    ByStatus,
    Committee,
    EventWords,
    Evidence,
    Law,
    MeetingDay,
    OfficerTitle,
    PartnershipNow,
    ToCome,
    VerdictOn,
)
from purplebook.language.periods import Period
from purplebook.language.show import Show

EVERYONE = "all"


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
    """A count divided by the months of its period; part of a month counts by its days.

    To the nearest whole number, and with one decimal where it is less than ten.
    """

    of: Value


@dataclass(frozen=True)
class Counted:
    """A number with its noun: "no children", "1 child", "5 children"."""

    of: Value
    one: str
    many: str


@dataclass(frozen=True)
class OneOrMany:
    """Words that agree with a number that stands elsewhere in the sentence: "was" with one, "were" with all others."""

    of: Value
    one: str
    many: str


@dataclass(frozen=True)
class Ranked:
    """The group that comes `rank`-th by size in a breakdown: its name, or its figure.

    There is none where another group is as large, or nobody is in it: no place would be its own.  `groups` names what
    is ranked, each with the codes it is made of; `is_name` prints the name instead of the figure.
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

    `from_nought` stands for `higher` where the earlier figure is nought, of which nothing is a percentage.  `so_far`
    stands for all of them where the later figure is still filling up: it is no more or fewer yet.
    """

    later: Value
    earlier: Value
    higher: Text | str
    lower: Text | str
    same: Text | str
    from_nought: Text | str | None = None
    so_far: Text | str | None = None


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
class Standard:
    """A number that is a rule and not a finding, such as "10 working days", with what the rule is."""

    text: str
    meaning: str


@dataclass(frozen=True)
class NumberOf:
    """The number that a table or chart of this paper is printed under: "Table 3"."""

    key: str


@dataclass(frozen=True)
class Word:
    """A fixed word in a cell of a table, such as which way is good; it is no figure."""

    text: str


Binding = (
    Ref
    | Total
    | Difference
    | PercentageChange
    | SignedChange
    | MonthlyAverage
    | Counted
    | OneOrMany
    | Ranked
    | Compare
    | WhenAny
    | PeriodName
    | DayName
    | Standard
    | NumberOf
    | Word
    | Law
    | Committee
    | OfficerTitle
    | PartnershipNow
    | MeetingDay
    | AgendaItem
    | EventWords
    | ToCome
    | VerdictOn
    | ByStatus
)


@dataclass(frozen=True)
class Text:
    """A template, what stands in each of its {places}, and what it leans on besides.

    `is_own` marks the words of the council, which it answers for itself.
    """

    template: str
    bindings: tuple[tuple[str, Binding], ...] = ()
    because: tuple[Evidence, ...] = ()
    is_own: bool = False


def say(template: str, *, because: Evidence | tuple[Evidence, ...] = (), **bindings: Binding) -> Text:
    """Write a sentence: `say("{now} children", now=Ref(…))`.

    It is printed when every figure in it is there, and all of `because`: a sentence without a figure must name what
    bears it out.
    """
    return Text(template, tuple(bindings.items()), because if isinstance(because, tuple) else (because,))


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
    """One row of a table: its name, then a cell for each further column.

    One that `is_for_any` is printed only where it has a number that is not nought.
    """

    label: Text
    cells: tuple[Binding, ...]
    is_total: bool = False
    is_for_any: bool = False


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


@dataclass(frozen=True)
class Measured:
    """One line of a table of comparisons: a figure and the periods to look in, the newest first."""

    label: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True)
class ComparisonTable:
    """Figures beside what is published of others, each for the newest year that both have; gone where nothing is."""

    key: str
    caption: Text
    lines: tuple[Measured, ...]
    note: Text | None = None


@dataclass(frozen=True)
class TargetTable:
    """Figures beside the targets that apply to them; gone where no target does."""

    key: str
    caption: Text
    lines: tuple[Measured, ...]
    note: Text | None = None


Block = Paragraph | Bullets | Subheading | FigureTable | Chart | ComparisonTable | TargetTable


@dataclass(frozen=True)
class Section:
    """One numbered section of the paper."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Paper:
    """A whole paper: its head block, sections and glossary, and the terms and standards its sentences may hold.

    `titles` give each indicator's name for readers.  Whose paper it is the paper does not know.
    """

    name: str
    as_at: date
    author_line: Text
    title: Text
    head: tuple[tuple[str, Text], ...]
    sections: tuple[Section, ...]
    glossary: tuple[tuple[str, str], ...]
    terms: tuple[str, ...] = ()
    standards: tuple[Standard, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()


def paragraph(*sentences: Text | str | None) -> Paragraph:
    """A paragraph of the sentences that are there: a None is a sentence this period does not need."""
    return Paragraph(tuple(as_text(sentence) for sentence in sentences if sentence is not None))


def bullets(*items: Text | str) -> Bullets:
    """A list of points."""
    return Bullets(tuple(as_text(item) for item in items))


def row(label: Text | str | PeriodName, *cells: Binding, is_total: bool = False, is_for_any: bool = False) -> Row:
    """A row of a table."""
    name = say("{period}", period=label) if isinstance(label, PeriodName) else as_text(label)
    return Row(name, cells, is_total=is_total, is_for_any=is_for_any)


def as_text(words: Text | str) -> Text:
    """Plain words as a template without bindings."""
    return words if isinstance(words, Text) else Text(words)
