"""What a figure counts, or, where it is a percentage, what it is out of: in words, and whole."""

from __future__ import annotations

from purplebook.language import expressions as ex
from purplebook.language.backwards import backwards_left_out
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape

COUNTS, OUT_OF = "Counts", "Out of"
BACKWARDS = ", leaving out those that end before they begin"


def counts_or_out_of(item: Indicator) -> tuple[str, str]:
    """How the declared words are headed, and the words: ("Out of", "completed assessments, leaving out …").

    What a percentage declares is what stands below its line; what of that it counts is said in its sentence.  A share
    divides all that it counts, and a rate says both.
    """
    if not _is_percentage(item):
        return COUNTS, item.counts
    assert item.measure.bottom is not None
    left_out = backwards_left_out(ex.walk(ex.AllOf(item.measure.bottom.cohort.only)))
    return OUT_OF, f"{item.counts}{BACKWARDS if left_out else ''}"


def _is_percentage(item: Indicator) -> bool:
    measure = item.measure
    if measure.shape is Shape.PERCENTAGE:
        return True
    is_of_one = measure.bottom is not None and measure.top.value == measure.bottom.value
    return measure.shape is Shape.RATIO and is_of_one
