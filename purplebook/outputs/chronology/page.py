"""Sets one child's story for a reader: who the child is, a line for each event, and what the page leaves out.

Runs of visits and the like with nothing between them are gathered into one line unless every event is asked for.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from purplebook.language.nouns import plural, singular
from purplebook.language.periods import long_day
from purplebook.outputs.chronology.sentence import inside, parse_sentence
from purplebook.outputs.chronology.story import Event, Story
from purplebook.outputs.chronology.telling import tallies
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.codes import CODE_SETS, label
from purplebook.tables.story import Routine

DAY_WIDTH = 11
INDENT = " " * (DAY_WIDTH + 2)
FEWEST_GATHERED = 3
NARROWEST = 60

OPEN_SPELLS = (
    ("referral", "referred_on", "closed_on", "case open since {referred_on}"),
    (
        "child_protection_plan",
        "started_on",
        "ended_on",
        "child protection plan since {started_on}[: {latest_category}]",
    ),
    ("looked_after_period", "started_on", "ended_on", "looked after since {started_on}[: {need_code}]"),
)
"""What may be open on the day: the table, its first and last day, and the words for it."""


@dataclass(frozen=True)
class Line:
    """One line of the page: its day, what it says, the team at the time and the file and rows it comes from."""

    day: date
    words: str
    team: str | None
    source: str


def page(story: Story, *, width: int, every: bool) -> str:
    """The whole page, no wider than `width` where words can be broken."""
    width = max(width, NARROWEST)
    lines = tuple(lines_of(story.events, every=every))
    parts = ["\n".join(_wrapped(text, width) for text in heading(story)), "", *_body(lines, width), ""]
    parts += [_wrapped(text, width) for text in _foot(story, lines)]
    return "\n".join(parts) + "\n"


def heading(story: Story) -> Iterator[str]:
    """Who the child is, without a name, and what is open on the day."""
    person = story.rows["person"][0] if story.rows.get("person") else story.child.row
    yield f"Child {story.child.number} as at {long_day(story.as_at)}"
    sex = label("sex", person["sex"]) if person.get("sex") else "Sex not recorded"
    group = CODE_SETS["ethnicity"].find(person.get("ethnicity_code") or "")
    known = [sex, age_words(person.get("born_on"), story.as_at)]
    known.append(f"ethnic group {group.group if group else 'not recorded'}")
    known += [f"lives in {place}" for place in _latest(story, "LOCALITY")[:1]]
    kinds = [inside(label("disability", code)) for code in _latest(story, "DISABILITY")]
    known += [kind if "disability" in kind else f"disability: {kind}" for kind in kinds]
    yield ", ".join(known)
    if story.family:
        yield f"Same family: {', '.join(story.family)}"
    yield f"On that day: {'; '.join(open_now(story)) or 'nothing open'}"


def age_words(born_on: date | None, on: date) -> str:
    """The age in completed years, on a day."""
    if born_on is None:
        return "no date of birth by then"
    years = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    return f"aged {years}" if years else "aged under 1"


def open_now(story: Story) -> Iterator[str]:
    """Each spell that has begun and not ended, in words."""
    for table, start, end, words in OPEN_SPELLS:
        sentence = parse_sentence(words)
        for row in story.rows.get(table, ()):
            if row[start] is not None and row[end] is None:
                yield inside(sentence.say(table, row))


def lines_of(events: Sequence[Event], *, every: bool) -> Iterator[Line]:
    """A line for each event, or for each run of routine ones with nothing else between."""
    for is_routine, run in groupby(events, key=lambda event: not every and _routine(event) is not None):
        together = list(run)
        if not is_routine:
            yield from map(_line, together)
            continue
        kinds: dict[str, list[Event]] = {}
        for event in together:
            kinds.setdefault(event.table, []).append(event)
        gathered = [group for group in kinds.values() if len(group) >= FEWEST_GATHERED]
        alone = [event for group in kinds.values() if len(group) < FEWEST_GATHERED for event in group]
        lines = [*map(_gathered, gathered), *map(_line, alone)]
        yield from sorted(lines, key=lambda line: line.day)


def _routine(event: Event) -> Routine | None:
    return TABLES_BY_NAME[event.table].story.routine


def _line(event: Event) -> Line:
    sheet = f" {event.sheet}" if event.sheet else ""
    return Line(event.happened_on, event.words, event.team, f"{event.file_name}{sheet} {event.row['source_row']}")


def _gathered(events: Sequence[Event]) -> Line:
    first, last = events[0], events[-1]
    routine = _routine(first)
    assert routine is not None
    counts = (
        (tally.words, sum(tally.condition.holds(event.row) for event in events))
        for tally in tallies(TABLES_BY_NAME[first.table])
    )
    phrases = [f"{text} at {'each' if count == len(events) else count}" for text, count in counts if count]
    counted = f": {', '.join(phrases)}" if phrases else ""
    return Line(
        first.happened_on,
        f"{len(events)} {routine.plural}, the last on {long_day(last.happened_on)}{counted}",
        last.team,
        f"{first.file_name} ({len(events)} rows)",
    )


def _body(lines: Sequence[Line], width: int) -> Iterator[str]:
    day, team = None, None
    for line in lines:
        if day is not None and line.day.year != day.year:
            yield ""
        shown = "" if line.day == day else f"{line.day.day:>2} {line.day:%b %Y}"
        # The team is said where it changes: on every line it would drown the events.
        where = line.source if line.team in (None, team) else f"{line.team} · {line.source}"
        yield from _set(shown, line.words, where, width)
        day, team = line.day, line.team or team


def _set(shown: str, words: str, where: str, width: int) -> Iterator[str]:
    """The words beside their day, and where they come from at the right: on the same line where there is room."""
    wrapped = textwrap.wrap(words, width - len(INDENT), break_on_hyphens=False) or [""]
    wrapped[0] = f"{shown:<{DAY_WIDTH}}  {wrapped[0]}"
    wrapped[1:] = [INDENT + text for text in wrapped[1:]]
    if len(wrapped[-1]) + 2 + len(where) <= width:
        wrapped[-1] += where.rjust(width - len(wrapped[-1]))
    else:
        wrapped.append(where.rjust(width))
    return iter(wrapped)


def _foot(story: Story, lines: Sequence[Line]) -> Iterator[str]:
    count = len(story.events)
    if not count:
        yield "No dated event is recorded."
    elif len(lines) < count:
        yield f"{count:,} events in {len(lines):,} lines: visits and the like are gathered; --every tells each."
    if story.complete_from:
        yield f"The records are complete from {long_day(story.complete_from)}; of what came before some may be missing."
    if story.latest_only:
        yield f"The source lists only the latest of these: {', '.join(map(plural, story.latest_only))}."
    if story.undated:
        listed = ", ".join(f"{n} {singular(t) if n == 1 else plural(t)}" for t, n in story.undated.items())
        yield f"Without any day, so not told: {listed}."
    yield (
        f"Beside each event stand the file and the row it comes from (snapshot {story.snapshot_id}); a team stands "
        "where it changes. This is a child's record: keep it as you keep the records themselves."
    )


def _latest(story: Story, kind: str) -> list[str]:
    """The codes of one kind of fact that hold on the day, the latest first."""
    facts = [row for row in story.facts if row["attribute_type"] == kind and row["code"] and row["ended_on"] is None]
    facts.sort(key=lambda row: row["started_on"] or row["known_on"] or date.min, reverse=True)
    return list(dict.fromkeys(row["code"] for row in facts))


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_on_hyphens=False)
