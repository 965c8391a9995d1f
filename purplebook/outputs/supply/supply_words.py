"""What formats can supply, as lines for a terminal of any width: an overview, one indicator, one format."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from purplebook.language.indicators import Indicator
from purplebook.language.listed import listed
from purplebook.results.formats import Answer, Extent, in_words
from purplebook.tables.filled import FormatSupply

BETWEEN = "  "


def overview_lines(answers: Sequence[Answer], *, width: int) -> Iterator[str]:
    """How many indicators each format can supply, one line for each, and what the words mean."""
    formats = tuple(dict.fromkeys(answer.format.name for answer in answers))
    own = {name: [answer for answer in answers if answer.format.name == name] for name in formats}
    first = max(map(len, formats))
    count = len(next(iter(own.values())))
    yield from _wrapped(f"Of {count} indicators, each format alone, and all in one load, can supply:", width=width)
    yield ""
    yield BETWEEN.join(["format".ljust(first), *(f"{extent.value:>6}" for extent in Extent), "complete for"])
    for name, of_format in own.items():
        counts = [sum(answer.extent is extent for answer in of_format) for extent in Extent]
        cells = [name.ljust(first), *(f"{count:>6}" for count in counts), of_format[0].format.reach]
        yield from _wrapped(BETWEEN.join(cells), width=width, indent=first + 3 * (6 + len(BETWEEN)) + len(BETWEEN))
    yield ""
    for text in (
        "wholly: the figure as it is defined, though not always by every breakdown",
        "partly: a figure, counted without something that the definition asks for",
        "not: no figure, because what it counts is not in the format",
    ):
        yield from _wrapped(text, width=width, indent=8)
    yield ""
    yield from _wrapped(
        "`purplebook formats FORMAT` says which and what is lacking; `purplebook formats INDICATOR` says who can "
        "supply one. Files of several formats loaded together fill one another's gaps.",
        width=width,
    )


def indicator_lines(item: Indicator, answers: Sequence[Answer], *, width: int) -> Iterator[str]:
    """What each format can do for one indicator."""
    yield from _wrapped(f"{item.id}: {item.title}", width=width)
    yield ""
    first = max(len(answer.format.name) for answer in answers)
    for answer in answers:
        text = "; ".join(filter(None, [answer.extent.value, _why(answer, is_exact=True), *_undivided(answer)]))
        yield from _wrapped(f"{answer.format.name:<{first}}{BETWEEN}{text}", width=width, indent=first + len(BETWEEN))
    if item.measure.population:
        yield ""
        yield from _wrapped(
            f"It also needs the population ({item.measure.population}), which no format of records holds: load it as "
            "reference values.",
            width=width,
        )


def format_lines(source: FormatSupply, answers: Sequence[Answer], *, width: int) -> Iterator[str]:
    """What one format can do for every indicator; those it cannot supply by what is not in it."""
    yield from _wrapped(f"{source.title} ({source.name}), complete for: {source.reach}", width=width)
    never = _never_by(answers)
    if never:
        yield from _wrapped(f"None of its figures can be had by {listed(_spaced(never), last='or')}.", width=width)
    for extent in Extent:
        groups: dict[str, list[Answer]] = {}
        for answer in answers:
            if answer.extent is extent:
                groups.setdefault(_why(answer), []).append(answer)
        if groups:
            yield from ("", f"{extent.value.capitalize()}: {sum(map(len, groups.values()))}")
        for why, own in sorted(groups.items(), key=lambda group: -len(group[1])):
            ids = [answer.indicator.id for answer in own]
            if extent is Extent.NOT:
                yield from _wrapped(f"  {why}: {', '.join(ids)}", width=width, indent=6)
                continue
            yield from _wrapped(f"  {why}:", width=width, indent=6) if why else ()
            first = max(map(len, ids))
            for answer in own:
                text = "; ".join([answer.indicator.title, *_undivided(answer, names_said=never)])
                yield from _wrapped(
                    f"    {answer.indicator.id:<{first}}{BETWEEN}{text}", width=width, indent=4 + first + len(BETWEEN)
                )


def supplied_by(answers: Sequence[Answer]) -> str:
    """Who can supply one indicator, as a phrase for a manual: "wholly by ssd; in part by annex-a (without …)"."""
    wholly = [answer.format.title for answer in answers if answer.extent is Extent.WHOLLY]
    partly = [f"{answer.format.title} ({_why(answer)})" for answer in answers if answer.extent is Extent.PARTLY]
    parts = [f"{how} by {listed(names)}" for how, names in (("wholly", wholly), ("in part", partly)) if names]
    return "; ".join(parts) or "none of these formats alone"


def rows_of(answers: Sequence[Answer]) -> list[dict[str, str]]:
    """The answers for a program: places by name, several of them parted by semicolons."""
    return [
        {
            "indicator": answer.indicator.id,
            "format": answer.format.name,
            "supplied": answer.extent.value,
            "refused_for": ";".join(answer.refused),
            "counted_without": ";".join(answer.lacking),
            "not_by": ";".join(answer.undivided),
        }
        for answer in answers
    ]


def _why(answer: Answer, *, is_exact: bool = False) -> str:
    """What is lacking for the figure; `is_exact` adds the names of columns."""
    if answer.refused:
        return f"no {listed(_named(answer.refused, is_exact=is_exact), between=', no ', last='and no')}"
    return f"without {listed(_named(answer.lacking, is_exact=is_exact))}" if answer.lacking else ""


def _undivided(answer: Answer, *, names_said: Sequence[str] = ()) -> Iterator[str]:
    """By what the figure cannot be had, without the `names_said` before."""
    names = [name for name in answer.undivided if name not in names_said]
    if names:
        yield f"not by {listed(_spaced(names), last='or')}"


def _never_by(answers: Sequence[Answer]) -> tuple[str, ...]:
    """The breakdowns that several figures of the format could have and none has."""
    figures = [answer for answer in answers if not answer.refused]
    names = dict.fromkeys(name for answer in figures for name in answer.undivided)
    having = {
        name: [figure for figure in figures if name in (part.name for part in figure.indicator.by)] for name in names
    }
    return tuple(
        name for name, own in having.items() if len(own) > 1 and all(name in figure.undivided for figure in own)
    )


def _named(lacks: Sequence[str], *, is_exact: bool) -> list[str]:
    return [f"{in_words(lack)} ({lack})" if is_exact and "." in lack else in_words(lack) for lack in lacks]


def _spaced(names: Sequence[str]) -> list[str]:
    return [name.replace("_", " ") for name in names]


def _wrapped(text: str, *, width: int, indent: int = 0) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
