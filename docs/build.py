"""Writes docs/generated/ from the declarations and their worked examples, so that the manual cannot say anything else.

    python docs/build.py            writes the pages, and takes the tour for docs/guide/tour.md and the README
    python docs/build.py --pages    writes the pages only
    python docs/build.py --check    writes nothing; fails and names the pages that are stale

The tour runs the whole demo, so `--check` leaves it to the tests, which take it anyway.

It lies outside the package because the worked examples are tests, and tests are not shipped.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import click  # noqa: E402

from docs.tour import pages_of, take  # noqa: E402
from purplebook.cli import main as command_line  # noqa: E402
from purplebook.definitions import INDICATORS  # noqa: E402
from purplebook.definitions.catalogue import SERIES, WITHDRAWN, is_variant, next_free_ids  # noqa: E402
from purplebook.definitions.standards import standards  # noqa: E402
from purplebook.language.counted_once import PEOPLE  # noqa: E402
from purplebook.language.describe import describe  # noqa: E402
from purplebook.language.expressions import walk  # noqa: E402
from purplebook.language.indicators import EVER, Better, Indicator  # noqa: E402
from purplebook.language.measures import Measure, Shape  # noqa: E402
from purplebook.language.nouns import with_article  # noqa: E402
from purplebook.language.out_of import counts_or_out_of  # noqa: E402
from purplebook.manual import FROM_DECLARATIONS, PAGES, markdown_table, page, read  # noqa: E402
from purplebook.outputs.supply.supply_words import supplied_by  # noqa: E402
from purplebook.results.formats import Answer, answers  # noqa: E402
from purplebook.results.printed import percentage_text  # noqa: E402
from purplebook.results.values import one_value  # noqa: E402
from purplebook.sources.supply import format_supplies  # noqa: E402
from tests.support.data import rows_from_text  # noqa: E402
from tests.support.examples import Example, all_examples  # noqa: E402

BETTER = {Better.HIGHER: "higher", Better.LOWER: "lower", Better.NEITHER: "neither higher nor lower"}
ONCE = ", who counts once whatever there is of records"
INDEX = "docs/generated/indicators.md"
FOLDER = "docs/generated/indicators"


def page_of(item: Indicator) -> str:
    """The path of an indicator's page, from the root."""
    return f"{FOLDER}/{item.id}.md"


def indicators_page() -> str:
    """The catalogue: every indicator with its page, the ids that are free, and the standards that they use."""
    rows = [
        (f"[{item.id}](indicators/{item.id}.md)", item.title, item.theme, BETTER[item.better], str(item.edition))
        for item in INDICATORS
    ]
    variants = sum(is_variant(item.id) for item in INDICATORS)
    spent = [(identifier, reason) for identifier, reason in WITHDRAWN.items()]
    dated = [
        (
            name.replace("_", " "),
            "; ".join(f"{value} {item.expression.unit} since {since}" for since, value in item.expression.values),
            item.set_by,
            item.meaning,
            item.source,
        )
        for name, item in standards().items()
    ]
    return page(
        [
            FROM_DECLARATIONS,
            "# The indicators",
            f"There are {len(INDICATORS)}: {len(INDICATORS) - variants} with an id of their own, and {variants} that "
            "are another way to see one of those (CP04-RATE is CP04 as a rate). Each has a page with what it counts, "
            "in English, where the rule comes from, and worked examples. An id is stable for life; when what one "
            "counts changes, its edition rises. `purplebook explain ID` prints the same with the query that is run.",
            markdown_table(("Id", "Title", "Theme", "Better", "Edition"), rows),
            "## The next free ids",
            "A new indicator takes the next free id of its series; `purplebook indicators --next-free` prints them "
            "too. A council's own has a code that starts with LOCAL- and takes none of these.",
            markdown_table(("Series", "About", "Next free id"), free_ids()),
            *(["## Withdrawn", markdown_table(("Id", "Why"), spent)] if spent else []),
            "## Practice standards",
            "Several indicators measure against these. When a standard changes, a dated value is added to "
            "`purplebook/definitions/standards.toml`, so figures already published stay as they were.",
            markdown_table(("Standard", "Value", "Set", "Meaning", "Source"), dated),
        ]
    )


def free_ids() -> list[tuple[str, str, str]]:
    """Each series of ids with what it is about and the next of its ids that is free."""
    return [(letters, SERIES[letters], identifier) for letters, identifier in next_free_ids(INDICATORS).items()]


def indicator_page(item: Indicator, examples: tuple[Example, ...]) -> str:
    """The page of one indicator, with its worked examples."""
    mine = [example for example in examples if example.indicator_id == item.id]
    return page([FROM_DECLARATIONS, *indicator_section(item, mine), "[All indicators](../indicators.md)"])


def indicator_section(item: Indicator, examples: list[Example]) -> list[str]:
    """One indicator: what it counts in English, where the rule comes from, and worked examples."""
    facts = [
        counts_or_out_of(item),
        ("Each is", f"{with_article(item.counts_each)}{ONCE if item.counts_each in PEOPLE else ''}"),
        ("Theme", item.theme),
        ("Better", BETTER[item.better]),
        ("Clock", item.day_0),
        ("Source and assumptions", item.source),
        ("Edition", str(item.edition)),
        ("Divided by", ", ".join(f"{part.title.lower()} (`{part.name}`)" for part in item.by) or "nothing"),
    ]
    if item.look_back_months:
        back = "all earlier records" if item.look_back_months == EVER else f"{item.look_back_months} months"
        facts.append(("Looks back", f"{back}; a warning says so when the records do not reach that far"))
    if item.only_for:
        facts.append(("Has a value for", f"{' or '.join(item.only_for)} only"))
    if item.note:
        facts.append(("Note", item.note))
    facts.append(("Supplied by", supplied_by([each for each in supplied() if each.indicator is item])))
    parts = [f"# {item.id}", f"**{item.title}**", f"```text\n{describe(item)}\n```", markdown_table(("", ""), facts)]
    for example in examples:
        parts += example_section(item, example)
    return parts


@cache
def supplied() -> tuple[Answer, ...]:
    """Which of the formats that councils have can supply each indicator."""
    return tuple(answers(INDICATORS, [each for each in format_supplies() if each.name != "canonical-csv"]))


def example_section(item: Indicator, example: Example) -> list[str]:
    """The rows of one worked example, and the answer."""
    parts = [f"*Example: {example.says}.*"]
    for name, text in example.tables.items():
        columns = tuple(cell.strip() for cell in text.strip().splitlines()[0].split("|"))
        rows = rows_from_text(name, text)
        lines = [line for line in text.strip().splitlines()[1:] if line.strip()]
        cells = [tuple(cell.strip() for cell in line.split("|")) for line in lines]
        assert len(cells) == len(rows)
        parts += [f"`{name}`", markdown_table(columns, (row + ("",) * (len(columns) - len(row)) for row in cells))]
    where = f", {example.breakdown} {example.group}" if example.breakdown else ""
    parts.append(f"{example.period.label}{where}: **{answer_in_words(item, example)}**")
    return parts


def answer_in_words(item: Indicator, example: Example) -> str:
    """The answer as whole numbers, and the value that they make."""
    top, bottom = example.expected
    measure = item.measure
    if measure.shape in (Shape.COUNT, Shape.RATE, Shape.SUM):
        return str(top)
    value = one_value(measure, top, bottom, places=1 if measure.shape is not Shape.DIFFERENCE else 0)
    shown = "nothing to work out" if value is None else f"{value}"
    match measure.shape:
        case Shape.PERCENTAGE | Shape.SHARE:
            return f"{top} of {bottom}" + ("" if value is None else f" = {percentage_text(value)}")
        case Shape.REPORTED:
            return shown
        case Shape.MEAN:
            return f"{top}{in_days(measure)} over {bottom} = {shown}"
        case Shape.MEDIAN:
            return f"{shown} over {bottom}"
        case Shape.RATIO:
            return f"{top} over {bottom} = {shown}"
    return f"{top} − {bottom} = {shown}"


def in_days(measure: Measure) -> str:
    """The unit of what a mean adds up, where it is a length of time: the parts of a score have none."""
    parts = () if measure.top.value is None else walk(measure.top.value)
    return " days" if any(part.counted_in for part in parts) else ""


def command_line_page() -> str:
    """Every command with its help."""
    parts = [FROM_DECLARATIONS, "# The command line"]
    context = click.Context(command_line, info_name="purplebook", terminal_width=100, max_content_width=100)
    parts.append(f"```text\n{command_line.get_help(context)}\n```")
    for name in command_line.list_commands(context):
        command = command_line.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context, terminal_width=100, max_content_width=100)
        parts += [f"## {name}", f"```text\n{command.get_help(inner)}\n```"]
        if isinstance(command, click.Group):
            for sub in command.list_commands(inner):
                part = command.get_command(inner, sub)
                assert part is not None
                deeper = click.Context(part, info_name=sub, parent=inner, terminal_width=100, max_content_width=100)
                parts += [f"### {name} {sub}", f"```text\n{part.get_help(deeper)}\n```"]
    return page(parts)


def pages() -> tuple[tuple[str, Callable[[], str]], ...]:
    """Every generated page: its path from the root, and what writes it."""
    examples = all_examples()
    return (
        *PAGES,
        (INDEX, indicators_page),
        *((page_of(item), partial(indicator_page, item, examples)) for item in INDICATORS),
        ("docs/generated/command-line.md", command_line_page),
    )


def main(*, check: bool, tour: bool) -> int:
    """Write the pages that differ and remove those of indicators that are gone, or with `check` name them."""
    wanted = pages()
    stale = [(path, text) for path, text in ((path, write()) for path, write in wanted) if read(ROOT / path) != text]
    gone = sorted({path for path in (ROOT / FOLDER).glob("*.md")} - {ROOT / path for path, _ in wanted})
    for path, text in stale:
        if check:
            print(f"{path} is stale. Run `make docs`.", file=sys.stderr)
            continue
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
        print(f"wrote {path}")
    for path in gone:
        if check:
            print(f"{path.relative_to(ROOT)} is of no indicator that there is. Run `make docs`.", file=sys.stderr)
            continue
        path.unlink()
        print(f"removed {path.relative_to(ROOT)}")
    if tour and not check:
        write_tour()
    return 1 if check and (stale or gone) else 0


def write_tour() -> None:
    """Take the tour in a folder of its own, and write the pages that show it where they differ."""
    with tempfile.TemporaryDirectory() as folder:
        taken = take(Path(folder))
    for path, text in pages_of(taken).items():
        if read(ROOT / path) != text:
            (ROOT / path).write_text(text, encoding="utf-8")
            print(f"wrote {path}")


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:], tour="--pages" not in sys.argv[1:]))
