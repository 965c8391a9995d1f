"""The section of the guide that lists the indicators which each format can supply, written from the declarations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purplebook.results.formats import Answer, Extent, in_words

START = "<!-- Written from the declarations by `python docs/formats.py`. Change those, not the lines below. -->"
END = "<!-- The end of what is written from the declarations. -->"
SIGNS = {Extent.WHOLLY: "●", Extent.PARTLY: "◐", Extent.NOT: "–"}


def with_section(page: str, answers: Sequence[Answer]) -> str:
    """The page with everything between its two marks written anew; a ValueError when a mark is not there once."""
    for mark in (START, END):
        if page.count(mark) != 1:
            raise ValueError(f"The page must hold this line once: {mark}")
    before, _, rest = page.partition(START)
    after = rest.partition(END)[2]
    return f"{before}{START}\n\n{section(answers)}\n\n{END}{after}"


def section(answers: Sequence[Answer]) -> str:
    """The table of indicators by formats, and below it what partial figures are counted without."""
    formats = tuple(dict.fromkeys(answer.format.name for answer in answers))
    by_indicator: dict[str, list[Answer]] = {}
    for answer in answers:
        by_indicator.setdefault(answer.indicator.id, []).append(answer)
    lines = [_row("indicator", *formats), _row(*["---"] * (len(formats) + 1))]
    for own in by_indicator.values():
        item = own[0].indicator
        lines.append(_row(f"`{item.id}` {item.title}", *(SIGNS[answer.extent] for answer in own)))
    totals = [[answer.extent for answer in answers if answer.format.name == name] for name in formats]
    for extent, sign in SIGNS.items():
        lines.append(_row(f"{sign} {extent.value}", *(str(total.count(extent)) for total in totals)))
    return "\n".join([*lines, "", "Figures marked ◐ are counted without:", "", *_partial(answers)])


def _partial(answers: Sequence[Answer]) -> Iterator[str]:
    groups: dict[tuple[str, str], list[str]] = {}
    for answer in answers:
        if answer.extent is Extent.PARTLY:
            for lack in answer.lacking:
                groups.setdefault((answer.format.title, in_words(lack)), []).append(answer.indicator.id)
    for (title, lack), names in sorted(groups.items(), key=lambda group: group[0]):
        yield f"- {title}: {lack} ({', '.join(names)})"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
