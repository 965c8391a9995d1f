"""`purplebook explain`: what an indicator counts, in English and in SQL, and where the rule comes from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from purplebook.commands.place import council_or_shipped, store_option


@click.command(short_help="Explain an indicator in English and in SQL.")
@click.argument("indicator")
@click.option(
    "--by-every", "has_breakdowns", is_flag=True, help="Show the SQL with every breakdown in it, which is long."
)
@store_option
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
def explain(indicator: str, has_breakdowns: bool, store_path: Path | None, is_json: bool) -> None:
    """Explain INDICATOR: what it counts, in English and in SQL, its source and its edition."""
    from purplebook.definitions import INDICATORS, indicator_by_id
    from purplebook.engine.chosen import queries_of
    from purplebook.language.describe import describe

    council = council_or_shipped(store_path)
    item = indicator_by_id(indicator, indicators=council.indicators if council else INDICATORS)
    queries = queries_of(item, breakdowns=has_breakdowns)
    facts = {
        "Indicator": f"{item.id}, edition {item.edition}",
        "Theme": item.theme,
        "Counts": item.counts,
        "Better": item.better.value,
        "Day 0": item.day_0,
        "Source": item.source,
        "Note": item.note,
        "Breakdowns": ", ".join(each.name for each in item.by),
    }
    if is_json:
        answer = {name.lower().replace(" ", "_"): text for name, text in facts.items()}
        answer |= {"indicator": item.id, "title": item.title, "english": describe(item)}
        click.echo(json.dumps({**answer, "edition": item.edition, "sql": queries}, ensure_ascii=False, indent=1))
        return
    lines = [item.title, "=" * len(item.title), "", describe(item), ""]
    lines += [f"{name + ':':<12}{text}" for name, text in facts.items() if text]
    for query in queries:
        lines += [
            "",
            "SQL (over the tables of a snapshot, with a table of periods and one of working days):",
            "",
            query,
        ]
    click.echo("\n".join(lines))
