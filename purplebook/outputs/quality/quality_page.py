"""The data-quality page as one HTML file that stands alone: no script, no font and no picture from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from purplebook.language.periods import long_day
from purplebook.outputs.pages import Page, page_bytes, table
from purplebook.outputs.pages.tables import breakable
from purplebook.outputs.quality.fix_first import faults
from purplebook.results.printed import NONE, count_text, percentage_text
from purplebook.results.quality.column_quality import ColumnQuality, Quality

MOST_NAMED = 8
"""Indicators named in one cell; a column that most of them read would fill the page with names."""


def quality_page_bytes(quality: Quality) -> bytes:
    """The page as HTML in UTF-8."""
    return page_bytes(
        Page(
            title=f"Data quality as at {long_day(quality.as_at)}",
            status=f"Snapshot {quality.snapshot_id}. Counts only, no records.",
            body=tuple(_sections(quality)),
            style="quality",
            skip="Skip to the page",
            made_from=(f"snapshot {quality.snapshot_id}",),
        )
    )


def _sections(quality: Quality) -> Iterator[Markup]:
    yield Markup('<h2 id="first">What to fix first</h2>')
    yield Markup("<p>Ranked by the indicators that a column weakens, times the rows affected.</p>")
    heads = ("Column", "Rows", "Affected", "Indicators", "What is wrong", "Which indicators")
    yield table(
        "Weak columns that indicators read", heads, [_fix_row(column) for column in quality.to_fix], words=(4, 5)
    )
    yield Markup('<h2 id="columns">Every column</h2>')
    yield Markup(
        "<p>Empty cells of a column marked * are an answer, such as “empty while open”, and are not to be fixed. The "
        "rows are those of which a column can be told: a main need is not asked for where nothing further was done.</p>"
    )
    for name, columns in groupby(quality.columns, key=lambda column: column.table):
        yield Markup("<h3>{}</h3>").format(name)
        heads = ("Column", "Rows", "Empty", "Not known", "Implausible", "Indicators")
        yield table(f"Columns of {name}", heads, [_column_row(column) for column in columns])
    yield Markup('<h2 id="issues">Issues recorded at load</h2>')
    if not quality.issues:
        yield Markup("<p>No row had an issue.</p>")
        return
    heads = ("File", "Sheet", "Column", "Rows", "What was wrong", "What to do")
    rows = [
        (
            breakable(issue.file_name),
            issue.sheet or "",
            issue.column or "",
            count_text(issue.rows),
            issue.reason,
            issue.what_to_do,
        )
        for issue in quality.issues
    ]
    yield table("Issues by file and column", heads, rows, words=(1, 2, 4, 5))


def _fix_row(column: ColumnQuality) -> tuple[str, ...]:
    return (
        breakable(f"{column.table}.{column.column}"),
        count_text(column.rows),
        count_text(column.affected),
        str(len(column.indicators)),
        faults(column),
        _named(column.indicators),
    )


def _named(indicators: Sequence[str]) -> str:
    if len(indicators) <= MOST_NAMED + 1:
        return ", ".join(indicators)
    return f"{', '.join(indicators[:MOST_NAMED])} and {len(indicators) - MOST_NAMED} more"


def _column_row(column: ColumnQuality) -> tuple[str, ...]:
    if not column.is_supplied:
        return (
            breakable(column.column),
            count_text(column.rows),
            "no file had it",
            NONE,
            NONE,
            str(len(column.indicators)),
        )
    star = "*" if column.is_empty_an_answer else ""
    shares = [
        percentage_text(column.share(count, places=1)) for count in (column.missing, column.unknown, column.implausible)
    ]
    return (
        breakable(column.column),
        count_text(column.rows),
        shares[0] + star,
        shares[1],
        shares[2],
        str(len(column.indicators)),
    )
