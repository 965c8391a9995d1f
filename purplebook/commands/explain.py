"""`purplebook explain`: what an indicator counts, in English and in SQL, and where the rule comes from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from purplebook.commands.place import council_place_if_any, store_option


@click.command(short_help="Explain an indicator in English and in SQL.")
@click.argument("indicator")
@click.option(
    "--by-every", "has_breakdowns", is_flag=True, help="Show the SQL with every breakdown in it, which is long."
)
@store_option
@click.option("--json", "is_json", is_flag=True, help="Answer in JSON.")
def explain(indicator: str, has_breakdowns: bool, store_path: Path | None, is_json: bool) -> None:
    """Explain INDICATOR: what it counts, in English and in SQL, its source and its edition."""
    from purplebook.run.explain import explain as explained

    answer = explained(indicator, by_every=has_breakdowns, place=council_place_if_any(store_path))
    if is_json:
        facts = {name.lower().replace(" ", "_"): text for name, text in answer.facts.items()}
        facts |= {"indicator": answer.id, "title": answer.title, "english": answer.english}
        counted = {"edition": answer.edition, "sql": answer.sql}
        click.echo(json.dumps({**facts, **counted}, ensure_ascii=False, indent=1))
        return
    lines = [answer.text]
    for query in answer.sql:
        lines += [
            "",
            "SQL (over the tables of a snapshot, with a table of periods and one of working days):",
            "",
            query,
        ]
    click.echo("\n".join(lines))
