"""What one authority says of itself: its names, standards, targets, events, sentences and indicators.

It knows the words and the definitions, and nothing of records: everything here is read from the council's own folder.
"""

from purplebook.council.baselines import Baseline
from purplebook.council.commentary import Comment
from purplebook.council.council import Council, Setting
from purplebook.council.faults import CouncilError, Fault
from purplebook.council.folder import council_at, council_of
from purplebook.council.place import Place, find_place

__all__ = [
    "Baseline",
    "Comment",
    "Council",
    "CouncilError",
    "Fault",
    "Place",
    "Setting",
    "council_at",
    "council_of",
    "find_place",
]
