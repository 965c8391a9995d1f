"""What is known beside the records, and what figures need of an engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import pyarrow as pa

from purplebook.engine.plan import Scan
from purplebook.results.populations import Populations
from purplebook.results.supply import Supply


class Engine(Protocol):
    """What a figure needs of an engine."""

    def totals(self, scan: Scan) -> pa.Table: ...

    def run(self, sql: str) -> pa.Table: ...


@dataclass(frozen=True)
class Setting:
    """What is known beside the records: whose they are, the populations, and what no file supplied."""

    authorities: tuple[str, ...]
    populations: Populations = field(default_factory=Populations)
    supply: Supply = field(default_factory=Supply)
