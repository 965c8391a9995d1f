"""What is known beside the records."""

from __future__ import annotations

from dataclasses import dataclass, field

from purplebook.results.populations import Populations
from purplebook.results.supply import Supply


@dataclass(frozen=True)
class Setting:
    """What is known beside the records: whose they are, the populations, and what no file supplied."""

    authorities: tuple[str, ...]
    populations: Populations = field(default_factory=Populations)
    supply: Supply = field(default_factory=Supply)
