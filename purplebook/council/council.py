"""What one authority says of itself, read and checked: the whole of it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from purplebook.council.baselines import Baseline
from purplebook.council.commentary import Comment
from purplebook.definitions import all_indicators
from purplebook.definitions.reference import Target
from purplebook.definitions.standards import PracticeStandard, standards
from purplebook.language.councils import CouncilWords
from purplebook.language.indicators import Indicator
from purplebook.language.series import BrokenSeries

Origin = str
"""Where a setting comes from: "targets.toml:12", or "shipped"."""


@dataclass(frozen=True)
class Setting:
    """One thing that is set, as `purplebook settings` shows it."""

    setting: str
    value: str
    since: str
    until: str
    origin: Origin


@dataclass(frozen=True)
class Council:
    """A council and all that its folder says; a store without a folder has the shipped standards and nothing more.

    `indicators` is the catalogue by which everything of this council is worked out: the shipped ones, by the council's
    standards and with its breakdowns, then its own.  `national_changed` says, by indicator, why it may not be held
    against published figures.  `used` has a hash of each part that a release may lean on, and `notices` what a person
    should be told about the folder.
    """

    words: CouncilWords
    store_path: Path
    folder: Path | None = None
    is_invented: bool = False
    stands_for: Mapping[str, str] = field(default_factory=dict)
    standards: Mapping[str, PracticeStandard] = field(default_factory=standards)
    indicators: tuple[Indicator, ...] = field(default_factory=all_indicators)
    national_changed: Mapping[str, str] = field(default_factory=dict)
    targets: tuple[Target, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    series: tuple[BrokenSeries, ...] = ()
    comments: tuple[Comment, ...] = ()
    settings: tuple[Setting, ...] = ()
    used: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
