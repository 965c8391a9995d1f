"""A child → the story of the child, every dated event with the row that says so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from purplebook.outputs.chronology import story
from purplebook.outputs.chronology.story import Story
from purplebook.results.child import Child
from purplebook.results.child_records import known_of_child
from purplebook.store import Snapshot


def story_of(snapshot: Snapshot, child: Child, *, as_at: date, tables: Collection[str] = ()) -> Story:
    """The story of one child as the snapshot tells it, up to a day; only the tables named, where some are."""
    return story.story_of(known_of_child(snapshot, child, as_at=as_at), tables=tables)
