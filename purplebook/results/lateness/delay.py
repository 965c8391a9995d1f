"""The reporting-delay triangle of one count, and what it lets us expect of a month that is still filling up.

A row of the triangle is a month, a column its age: how many whole months after its end a snapshot was taken.  From one
age to the next some records are new.  Over all months that were seen at both ages, the share that had come by the
earlier age is a proportion; the product of these proportions from an age onwards is how complete a month of that age
is.  This is the chain-ladder method of insurance, with an interval for both what we do not know: the share itself, and
chance in the month at hand.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST_MONTHS = 3
"""Months seen at both ages before a step counts: fewer say nothing about how much months differ."""

LEAST_RECORDS = 20
"""Records pooled over those months: with fewer the share would be a guess."""

WIDTH = 0.95
"""How often an interval should hold what comes."""


@dataclass(frozen=True)
class Arrival:
    """One step: from an age to the next, over the months seen at both.

    `share` is how many of the records known at the later age were known at the earlier; `unsure` the variance of its
    logarithm.  `spread` is how much more months differ than chance alone would make them, at least 1.
    """

    age: int
    months: int
    before: int
    after: int
    share: float
    unsure: float
    spread: float


@dataclass(frozen=True)
class ToCome:
    """What a month is expected to rise by: the middle, and an interval that should hold it 19 times in 20.

    `complete` is the share of the month's records that had come.
    """

    expected: int
    low: int
    high: int
    complete: float

    @property
    def is_final(self) -> bool:
        """Whether nothing more to speak of is expected."""
        return self.high == 0


@dataclass(frozen=True)
class Delay:
    """What was learnt of one count: its steps by age, the first ones first, without a gap; or why nothing was."""

    steps: tuple[Arrival, ...]
    why_not: str = ""

    def to_come(self, count: int, *, age: int) -> ToCome | None:
        """What a month of this age with this count is expected to rise by; None where nothing is known of the age."""
        if self.why_not or age < 0:
            return None
        steps = self.steps[age:]
        share = math.prod(step.share for step in steps)
        unsure = sum(step.spread * step.unsure for step in steps)
        spread = max((step.spread for step in steps), default=1.0)
        mean = count * (1 - share) / share
        variance = spread * count * (1 - share) / share**2 + (count / share) ** 2 * unsure
        low, high = _interval(mean, variance)
        return ToCome(expected=math.floor(mean + 0.5), low=low, high=high, complete=share)


def delay_of(counts: Mapping[tuple[int, int], int]) -> Delay:
    """Learn from counts by (month, age), a month being any whole number; ages without enough records end the steps."""
    if len({age for _, age in counts}) < 2:
        return Delay((), "one snapshot says nothing about what comes later")
    steps = []
    while True:
        age = len(steps)
        pairs = [
            (counts[month, age], counts[month, age + 1])
            for month in sorted({month for month, _ in counts})
            if (month, age) in counts and (month, age + 1) in counts
        ]
        step = _step(age, pairs)
        if step is None:
            break
        steps.append(step)
    if not steps:
        return Delay((), f"fewer than {LEAST_MONTHS} months, or {LEAST_RECORDS} records, were seen twice when new")
    return Delay(tuple(steps))


def _step(age: int, pairs: Sequence[tuple[int, int]]) -> Arrival | None:
    # A record that went away again is a correction, not an arrival; a month is never taken to have shrunk.
    pairs = [(min(before, after), after) for before, after in pairs]
    before, after = (sum(pair[place] for pair in pairs) for place in (0, 1))
    if len(pairs) < LEAST_MONTHS or after < LEAST_RECORDS:
        return None
    # Half a record on either side keeps a share off 0 and 1, where nothing could be said of how sure it is.
    softened = (before + 0.5) / (after + 1)
    excess = sum((seen - softened * known) ** 2 / (known * softened * (1 - softened)) for seen, known in pairs if known)
    spread = max(1.0, excess / (len(pairs) - 1))
    share = max(before, 0.5) / after
    return Arrival(age, len(pairs), before, after, share, (1 - softened) / (softened * after), spread)


def _interval(mean: float, variance: float) -> tuple[int, int]:
    """The middle 95% of a count of this mean and variance: negative binomial, or Poisson where it varies no more."""
    tail = (1 - WIDTH) / 2
    if mean <= 0:
        return 0, 0
    wide = variance > mean * (1 + 1e-9)
    size = mean**2 / (variance - mean) if wide else 0.0
    chance = math.exp(size * math.log(size / (size + mean))) if wide else math.exp(-mean)
    total, number, low = chance, 0, None
    most = int(mean + 40 * math.sqrt(max(variance, mean)) + 40)
    while True:
        if low is None and total > tail:
            low = number
        if total >= 1 - tail or number >= most:
            return low or 0, number
        number += 1
        ratio = (number - 1 + size) / number * mean / (size + mean) if wide else mean / number
        chance *= ratio
        total += chance
