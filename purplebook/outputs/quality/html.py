"""The data-quality page as one HTML file that stands alone: no script, no font and no picture from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from markupsafe import Markup, escape

from purplebook.language.periods import long_day
from purplebook.outputs import paper
from purplebook.outputs.quality.lines import percentage
from purplebook.results.quality import ColumnQuality, Quality

CSS = Path(paper.__file__).parent / "paper.css"
OWN_CSS = """
body { max-width: 70rem; }
tbody th, td { vertical-align: top; }
th.words, td.words { text-align: left; }
td.words { min-width: 12rem; }
"""
_PARTS = re.compile(r"[^._]+|[._]")
MOST_NAMED = 8
"""Indicators named in one cell; a column that most of them read would fill the page with names."""


def html_bytes(quality: Quality) -> bytes:
    """The page as HTML in UTF-8."""
    title = f"Data quality as at {long_day(quality.as_at)}"
    parts = [
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>{CSS.read_text(encoding='utf-8')}{OWN_CSS}</style>\n</head>\n<body>",
        '<a class="skip" href="#main">Skip to the page</a>',
        f"<header><h1>{escape(title)}</h1>",
        f"<p>Snapshot {escape(quality.snapshot_id)}. Counts only, no records.</p></header>",
        '<main id="main">',
        *_sections(quality),
        "</main>\n</body>\n</html>\n",
    ]
    return "\n".join(parts).encode()


def _sections(quality: Quality) -> Iterator[str]:
    yield '<h2 id="first">What to fix first</h2>'
    yield "<p>Ranked by the indicators that a column weakens, times the rows affected.</p>"
    heads = ("Column", "Rows", "Affected", "Indicators", "What is wrong", "Which indicators")
    yield _table("Weak columns that indicators read", heads, [_fix_row(each) for each in quality.to_fix], words=(4, 5))
    yield '<h2 id="columns">Every column</h2>'
    yield "<p>Empty cells of a column marked * are an answer, such as “empty while open”, and are not to be fixed.</p>"
    for name, columns in groupby(quality.columns, key=lambda each: each.table):
        yield f"<h3>{escape(name)}</h3>"
        heads = ("Column", "Rows", "Empty", "Not known", "Implausible", "Indicators")
        yield _table(f"Columns of {name}", heads, [_column_row(each) for each in columns])
    yield '<h2 id="issues">Issues recorded at load</h2>'
    if not quality.issues:
        yield "<p>No row had an issue.</p>"
        return
    heads = ("File", "Sheet", "Column", "Rows", "What was wrong", "What to do")
    rows = [
        (each.file_name, each.sheet or "", each.column or "", f"{each.rows:,}", each.reason, each.what_to_do)
        for each in quality.issues
    ]
    yield _table("Issues by file and column", heads, rows, words=(1, 2, 4, 5))


def _fix_row(each: ColumnQuality) -> tuple[str, ...]:
    name = f"{each.table}.{each.column}"
    return (
        name,
        f"{each.rows:,}",
        f"{each.affected:,}",
        str(len(each.indicators)),
        faults(each),
        _named(each.indicators),
    )


def _named(indicators: Sequence[str]) -> str:
    if len(indicators) <= MOST_NAMED + 1:
        return ", ".join(indicators)
    return f"{', '.join(indicators[:MOST_NAMED])} and {len(indicators) - MOST_NAMED} more"


def faults(each: ColumnQuality) -> str:
    """What is wrong with a column, in words and counts."""
    parts = [f"{each.missing:,} empty"] if each.missing and not each.is_empty_an_answer else []
    parts += [f"{each.unknown:,} not known"] if each.unknown else []
    return ", ".join([*parts, *(f"{count:,} {title}" for title, count in each.implausible_by.items() if count)])


def _column_row(each: ColumnQuality) -> tuple[str, ...]:
    if not each.is_supplied:
        return each.column, f"{each.rows:,}", "no file had it", "–", "–", str(len(each.indicators))
    star = "*" if each.is_empty_an_answer else ""
    shares = [percentage(each.share(count)) for count in (each.missing, each.unknown, each.implausible)]
    return each.column, f"{each.rows:,}", shares[0] + star, shares[1], shares[2], str(len(each.indicators))


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, words: Sequence[int] = ()) -> Markup:
    """A table that a screen reader can read, and that scrolls by itself where it is too wide."""
    head = Markup("").join(
        Markup('<th scope="col" class="words">{}</th>' if place in words else '<th scope="col">{}</th>').format(each)
        for place, each in enumerate(heads)
    )
    lines = [Markup("<tr>{}</tr>").format(_cells(row, words)) for row in rows]
    return Markup(
        '<div class="scrolls" tabindex="0" role="region" aria-label="{0}"><table><caption>{0}</caption>'
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>"
    ).format(caption, head, Markup("\n").join(lines))


def _cells(row: Sequence[str], words: Sequence[int]) -> Markup:
    # A long name may break after a dot or an underline, so that a phone shows more than the name.
    name = Markup("").join(
        part if part.isalnum() else Markup("{}<wbr>").format(part) for part in _PARTS.findall(row[0])
    )
    first = Markup('<th scope="row">{}</th>').format(name)
    rest = [
        Markup('<td class="words">{}</td>' if place in words else "<td>{}</td>").format(cell)
        for place, cell in enumerate(row[1:], start=1)
    ]
    return first + Markup("").join(rest)
