"""The records that a tally is worked out from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import purplebook as pb


@dataclass(frozen=True)
class Extract:
    """The records of a store as they stood on a day."""

    store: pb.OpenStore
    as_at: date
