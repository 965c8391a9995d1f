"""A child → the child's story: every dated event with the row that it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow as pa

from purplebook.errors import BadInputError
from purplebook.outputs.chronology.page import page
from purplebook.outputs.chronology.story import Story
from purplebook.results.answer import AnswerOfChildren
from purplebook.results.child import find_child
from purplebook.results.child_records import PERSON_TABLES
from purplebook.results.snapshots import check_day
from purplebook.run.of_snapshot.chronology import story_of
from purplebook.run.place import Place
from purplebook.run.words import read_day, several


@dataclass(frozen=True, repr=False)
class Chronology(AnswerOfChildren):
    """One child's story.  `table` has a row for each event; `page` tells it."""

    story: Story

    @cached_property
    def table(self) -> pa.Table:  # pyright: ignore[reportIncompatibleVariableOverride]
        """A row for each event."""
        return self.story.table()

    @property
    def title(self) -> str:
        """As at which day; never which child."""
        return f"The chronology of one child as at {self.story.as_at.isoformat()}"

    def page(self, *, width: int, every: bool = False) -> str:
        """The story in words, no wider than `width`; runs of visits and the like are gathered unless `every`."""
        return page(self.story, width=width, every=every)


def chronology(
    place: Place,
    child: str,
    *,
    tables: str | Iterable[str] = (),
    as_at: str | date | None = None,
    authority: str | None = None,
) -> Chronology:
    """Tell the story of a child, named by the council's own number, or only what some tables say."""
    wanted = several(tables)
    known = [table.name for table in PERSON_TABLES]
    if not set(wanted) <= set(known):
        raise BadInputError(f"--table names no table about people. Those are: {', '.join(known)}.")
    asked = read_day(as_at)
    snapshot = place.snapshot(asked)
    day = asked or snapshot.as_at
    check_day(snapshot, day)
    who = find_child(snapshot, child, authority_code=authority)
    return Chronology(story_of(snapshot, who, as_at=day, tables=wanted))
