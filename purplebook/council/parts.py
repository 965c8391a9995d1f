"""Everything a council's folder says, file by file, before it is put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from purplebook.council.baselines import Baseline
from purplebook.council.commentary import Comment
from purplebook.council.definition_file import DefinitionFile
from purplebook.council.standards import OwnValue
from purplebook.council.toml_file import TomlFile
from purplebook.definitions.reference import Target
from purplebook.language.councils import CouncilEvent
from purplebook.language.series import BrokenSeries

if TYPE_CHECKING:
    from purplebook.council.own_papers import OwnPaper


@dataclass(frozen=True)
class Parts:
    """What each file says; `files` holds those in TOML, with the line of everything in them."""

    files: Mapping[str, TomlFile]
    definitions: tuple[DefinitionFile, ...] = ()
    papers: tuple[OwnPaper, ...] = ()
    standards: tuple[OwnValue, ...] = ()
    targets: tuple[Target, ...] = ()
    events: tuple[CouncilEvent, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    series: tuple[BrokenSeries, ...] = ()
    comments: tuple[Comment, ...] = ()
