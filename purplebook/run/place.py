"""Where the records are, whose they are, and what their council says of itself: what every call begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from purplebook.errors import BadInputError, StoreError

if TYPE_CHECKING:
    from purplebook.council import Council
    from purplebook.council import Place as Named
    from purplebook.language.indicators import Indicator
    from purplebook.store import Snapshot, Store

COUNCIL_FILE = "council.toml"
STORE_FOLDER = "store"


@dataclass(frozen=True)
class Place:
    """A store, and the council's folder that names it where one does.  What the folder says is read when asked."""

    named: Named

    @property
    def store_path(self) -> Path:
        """The folder of the records."""
        return self.named.store_path

    @property
    def authority_code(self) -> str | None:
        """Whose records these are, where a council's folder says so."""
        return self.named.identity.code if self.named.identity else None

    @property
    def authority_name(self) -> str | None:
        """The council's name, as papers print it."""
        return self.named.identity.name if self.named.identity else None

    @property
    def store(self) -> Store:
        """The store; StoreError when there is none."""
        from purplebook.store import Store

        return Store.open(self.store_path)

    @cached_property
    def council(self) -> Council:
        """All that the council's folder says; CouncilError with every fault of its files."""
        from purplebook.council import council_at

        return council_at(self.named)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should be told of the council's folder."""
        return () if self._is_as_shipped else self.council.notices

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator that can be asked of these records: the shipped ones and the council's own."""
        if self._is_as_shipped:
            from purplebook.definitions import all_indicators

            return all_indicators()
        return self.council.indicators

    def indicator(self, identifier: str) -> Indicator:
        """The indicator of this id; a DefinitionError names the nearest."""
        from purplebook.definitions import indicator_by_id

        # Where what ships holds as it is, one indicator need not wait for all of them to be declared.
        return indicator_by_id(identifier, indicators=None if self._is_as_shipped else self.indicators)

    @cached_property
    def _is_as_shipped(self) -> bool:
        """Whether the council says nothing that could change an indicator."""
        from purplebook.council.says_nothing import says_nothing

        return says_nothing(self.named)

    def snapshot(self, as_at: date | None = None) -> Snapshot:
        """The snapshot that answers for a day: one that is named, else one that the folder names, else the latest."""
        day = as_at or (self.named.identity.answers_for if self.named.identity else None)
        return self.store.latest() if day is None else self.store.snapshot_for(day)


def find_place(named: Path | None) -> Place:
    """The place of a folder or a store that is named, or the nearest upwards; StoreError when there is none."""
    from purplebook.council import find_place

    return Place(find_place(named))


def place_if_any(named: Path | None) -> Place | None:
    """The place as above, or None where none is named and none is found: then what ships holds."""
    try:
        return find_place(named)
    except StoreError:
        if named is not None:
            raise
        return None


def check_not_ahead(day: date | None, *, today: date) -> None:
    """Refuse a day on which no extract can have been made yet; tomorrow is let by, for clocks that differ."""
    if day is not None and day > today + timedelta(days=1):
        raise BadInputError(
            f"{day.isoformat()} lies ahead: today is {today.isoformat()}, and no file can say how things stand on a "
            "later day. Name the day on which the files were extracted: --as-at 2015-08-31."
        )
