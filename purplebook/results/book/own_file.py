"""A file that a council keeps beside its store: a list of entries about indicators, each with the same keys."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from purplebook.errors import BadInputError
from purplebook.language.indicators import Indicator


def entries_of(
    path: Path, *, name: str, keys: Sequence[str], example: str, indicators: Sequence[Indicator]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each entry with the words that say where it stands; it has exactly `keys`, and an indicator that there is.

    `name` is what an entry is called: [[name]].  BadInputError says what is wrong with the file or an entry, and how
    one is written.
    """
    how = f"One is written like this:\n{example}"
    try:
        held = tomllib.loads(path.read_text("utf-8"))
    except UnicodeDecodeError as fault:
        raise BadInputError(f"{path} is not text in UTF-8. Save it as UTF-8.") from fault
    except OSError as fault:
        raise BadInputError(f"{path} cannot be read: {fault.strerror}. Make it a file that you may read.") from fault
    except tomllib.TOMLDecodeError as fault:
        raise BadInputError(f"{path} is not TOML: {fault}. {how}") from fault
    listed = held.get(name, [])
    if set(held) - {name} or not isinstance(listed, list):
        raise BadInputError(f"{path} may hold nothing but [[{name}]] entries. {how}")
    known = {item.id for item in indicators}
    for number, entry in enumerate(listed, start=1):
        where = f"{path}, {name} {number}"
        if not isinstance(entry, Mapping) or set(entry) != set(keys):
            raise BadInputError(f"{where}: it must have {', '.join(keys[:-1])} and {keys[-1]}, and no more.")
        if entry["indicator"] not in known:
            raise BadInputError(
                f"{where}: there is no indicator '{entry['indicator']}'. `purplebook indicators` lists them."
            )
        yield where, entry
