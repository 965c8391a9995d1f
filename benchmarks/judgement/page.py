"""The page of the method: what is measured, every number of it, in plain words; written by the simulation itself."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.judgement.made_children import CHANGE, MONTHS
from benchmarks.judgement.measured import Compared, Detected, Steady
from purplebook.results.judgement.windows import FLOWS, RARES, STANDING

MOST_MARKED, MOST_REAL = 3.0, 5.0
LEAST_JUDGED, LEAST_JUDGED_RARE = 90.0, 80.0

HEAD = """# How far the judgement can be trusted

<!-- Written by `make bench-judgement`. Do not edit: change the simulation, or `benchmarks/judgement/page.py`. -->

The book says of each month whether it is higher or lower than usual. This page shows how often that is wrong when
nothing has changed, how often a real change is found, and what cannot be found. It is measured on invented children,
of whom we know what happened to them. [Decision 0013](decisions/0013-judged-by-kind.md) says why the rules are as
they are.

**In short.** In {marked} to {most} of every 100 months in which nothing had changed, a month is marked all the same:
about 2 in 100. A change of a third in some 150 children a month is found within six months almost always; in 18
children a month, about one time in three. No rule can do much better: that is decided by how many children there are.

## How it is measured

Each series is made from children. Families of one to four come together, so 100 children are about {families}
families; half of the time siblings have one answer, and mostly they leave together. A series has {months} months, and
each is judged by the months before it alone, as it would have been at the time. Some series never change. Others
change in month {change} and stay changed. "±" is the standard error.

Windows of 1, 3 and 6 months are looked at together; for rare events 3, 6 and 12, for stocks 12 too. A window is told
when it lies where a steady one lies once in {flows} (flows), once in {rare} (rare events), once in {standing} (stocks,
percentages of a stock, averages). The ends are wider where families come together or months differ by more than
chance; the wider counts.
"""

STEADY = """
## Nothing has changed

How many months are marked all the same, of the months from the 25th on. The bound is {bound:.0f} in 100, and two
standard errors. *Growing* is the second year of records, when what is usual is known from 12 to 23 months. *In a
year*: of 100 such measures, so many have a mark or more in twelve months.

| what is judged | marked, of 100 months | growing | judged, of 100 | in a year |
|---|---|---|---|---|
"""

FOUND = """
## Something has changed

How often the change is told, the right way, within six months. *Must be* is the least that is asked for: it follows
from how many children there are, and there is none where even a rule that knew everything would find it less than
half of the time. *Start right*: of the changes that were told, so many were said to have begun within three months of
the true day.

| what is judged | change | found, of 100 | must be | start right, of 100 |
|---|---|---|---|---|
"""

COMPARED = """
## Two periods of a steady series held against each other

How often they are called different, where 5 in 100 is what is promised; and how often they would be if children were
counted as if each had come alone, as the book did before.

| what is compared | called different, of 100 | as if each came alone |
|---|---|---|
"""

FOOT = """
## What it does not say

- A percentage of few children, a slow stock and an answer that lasts for months change slowly even when practice
  changes at once. Look at what flows in beside them: new plans, new placements, new answers.
- A mark says that something is unlike what was usual. It does not say why, nor that it matters.
- These children are invented. Real months have holidays, strikes and corrected records; a council whose months differ
  by more than chance gets wider ends, and is told less.
- Nothing is judged before twelve complete months, nor a month that is still filling up, nor one whose look-back
  begins before the records: on a first load {uncovered} of those months were marked.
"""


def page(
    steady: Sequence[Steady],
    found: Sequence[Detected],
    compared: Sequence[Compared],
    *,
    families: int,
) -> str:
    """The whole page in Markdown."""
    marked = sorted(each.marked.value for each in steady)
    return "".join(
        [
            HEAD.format(
                marked=f"{marked[0]:.1f}",
                most=f"{marked[-1]:.1f}",
                families=families,
                months=MONTHS,
                change=CHANGE + 1,
                flows=_once_in(FLOWS),
                rare=_once_in(RARES),
                standing=_once_in(STANDING),
            ),
            STEADY.format(bound=MOST_MARKED),
            *(
                f"| {each.scenario.name} | {each.marked.words} | {each.growing.value:.1f} | {each.judged:.0f} "
                f"| {each.in_a_year:.0f} |\n"
                for each in steady
            ),
            FOUND,
            *(
                f"| {each.scenario.name} | {each.change.name} | {each.share.value:.0f} ± {each.share.error:.0f} "
                f"| {_must(each)} | {each.began_near:.0f} |\n"
                for each in found
            ),
            COMPARED,
            *(f"| {each.name} | {each.real.words} | {each.without.words} |\n" for each in compared),
            FOOT.format(uncovered=sum(each.uncovered for each in steady)),
        ]
    )


def faults(steady: Sequence[Steady], found: Sequence[Detected], compared: Sequence[Compared]) -> list[str]:
    """Where what was measured is beyond a bound, in words."""
    faults = [
        f"{each.scenario.name}: {each.marked.words}% of steady months are marked"
        for each in steady
        if each.marked.value > MOST_MARKED + 2.0 * each.marked.error
    ]
    faults += [
        f"{each.scenario.name}: only {each.judged:.0f}% of months are judged"
        for each in steady
        if each.judged < (LEAST_JUDGED_RARE if each.scenario.is_rare else LEAST_JUDGED)
    ]
    faults += [
        f"{each.scenario.name}: {each.uncovered} months that the records do not cover are marked"
        for each in steady
        if each.uncovered
    ]
    faults += [
        f"{each.scenario.name}, {each.change.name}: found {each.share.words}%, where {_must(each)}% must be"
        for each in found
        if each.change.least is not None and each.share.value < 100.0 * each.change.least - 2.0 * each.share.error
    ]
    return faults + [
        f"{each.name}: {each.real.words}% of steady comparisons are called different"
        for each in compared
        if each.real.value > MOST_REAL + 2.0 * each.real.error
    ]


def _must(each: Detected) -> str:
    return "–" if each.change.least is None else f"{100 * each.change.least:.0f}"


def _once_in(windows: Sequence) -> str:
    """ "200, 100, 50 and 50"."""
    words = [f"{1 / window.alpha:.0f}" for window in windows]
    return f"{', '.join(words[:-1])} and {words[-1]}"
