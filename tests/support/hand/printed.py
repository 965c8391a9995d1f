"""The numbers of the paper as they are printed: digits with signs and units, or words."""

from __future__ import annotations

import re
from decimal import Decimal

WORDS = {"All": 100, "two": 2, "Two": 2, "Twenty nine": 29, "Fifty five": 55, "Sixty four percent": 64}


def number_of(printed: str) -> Decimal:
    """The number in a printed figure: 7,362 and 64 % and Fifty five; a decrease is below nought."""
    if printed in WORDS:
        return Decimal(WORDS[printed])
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", printed)
    assert digits, printed
    number = Decimal(digits.group().replace(",", ""))
    return -number if "decrease" in printed else number
