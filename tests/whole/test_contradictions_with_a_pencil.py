"""Each contradiction of the paper, worked out again with a pencil: from printed figures alone, without any record."""

from __future__ import annotations

import csv
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from tests.support.hand.printed import number_of

DEMO = Path(__file__).resolve().parents[2] / "purplebook_demo" / "paper_2015"


def _rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


PRINTED = _rows(DEMO / "tally" / "printed_figures.csv")
CONTRADICTED = _rows(DEMO / "tally" / "contradictions.csv")

# The rows of the paper's tables: a share or an average beside what it is worked out from.
SHARES = [
    *[(f"F{n}", f"F{n + 1}", f"F{n + 2}") for n in (141, 144, 147, 150, 153)],  # Placement 3
    *[(f"F{n}", f"F{n + 1}", f"F{n + 2}") for n in (163, 166, 169, 172, 175)],  # Placement 1
    *[(f"F{n}", f"F{n + 1}", f"F{n + 2}") for n in range(198, 228, 3)],  # Adoption 1 and 2
    *[(f"F{n}", f"F{n - 1}", "F287") for n in range(268, 289, 2)],  # themes of complaints
    ("F091", "F075", "F061"),
    ("F093", "F077", "F062"),
    ("F124", "F122", "F110"),
    ("F125", "F123", "F110"),
    ("F160", "F159", "F110"),
    ("F188", "F187", "F178"),
]
AVERAGES = [(f"F{n}", f"F{n + 1}", f"F{n + 2}") for n in range(228, 258, 3)]
# The share counts children of more places than the number beside it: the list reads them under two definitions.
TWO_DEFINITIONS = {"F150", "F153"}


def _printed(figure: str) -> Decimal:
    return number_of(PRINTED[figure]["printed"])


def _right(figure: str) -> Decimal:
    """A figure as it stands in the paper, or as it should stand where it is contradicted."""
    return number_of(CONTRADICTED[figure]["computed"]) if figure in CONTRADICTED else _printed(figure)


def _like(number: Decimal, figure: str) -> Decimal:
    """A number rounded to as many places as the figure is printed with."""
    return number.quantize(_printed(figure), rounding=ROUND_HALF_UP)


def _share(part: Decimal | int, whole: Decimal | int) -> Decimal:
    return 100 * Decimal(part) / Decimal(whole)


def test_every_contradiction_has_a_test_here():
    assert CONTRADICTED.keys() == {"F026", "F091", "F118", "F170", "F171", "F229", "F252", "F286"}
    assert all(row["printed"] == PRINTED[figure]["printed"] for figure, row in CONTRADICTED.items())
    assert all(number_of(row["computed"]) != _printed(figure) for figure, row in CONTRADICTED.items())


def test_the_referrals_of_july_and_of_august_add_up_to_264_and_not_226():
    assert _printed("F014") + _printed("F015") == _right("F026")


def test_five_of_237_is_not_2_07_which_needs_241_or_242():
    assert _like(_share(_printed("F075"), _printed("F061")), "F091") == _right("F091")
    fits = [whole for whole in range(1, 1000) if _like(_share(_printed("F075"), whole), "F091") == _printed("F091")]
    assert fits == [241, 242]


def test_230_were_looked_after_in_august_by_six_other_counts_and_223_at_the_end_of_june():
    counts = {_printed("F110"), _printed("F137"), _printed("F155"), _printed("F177")}
    counts |= {_printed("F119") + _printed("F120"), _printed("F122") + _printed("F123")}
    assert counts == {_right("F118")}
    assert _printed("F118") == _printed("F108")


def test_8_65_percent_is_18_of_208_and_no_other_number_of_208():
    assert {_right("F171")} == {_printed("F116"), _printed("F149")}
    fits = [part for part in range(209) if _like(_share(part, 208), "F169") == _printed("F169")]
    assert fits == [_right("F170")]
    assert [_like(_share(19, whole), "F169") for whole in (208, 211)] == [Decimal("9.13"), Decimal("9.00")]


def test_only_9800_days_of_18_children_are_544_44_each():
    fits = [days for days in range(20_000) if _like(Decimal(days) / 18, "F228") == _printed("F228")]
    assert fits == [_right("F229")]
    assert _like(_printed("F229") / 18, "F228") == Decimal("548.89")


def test_5429_days_of_19_children_round_up_to_286():
    assert _like(_printed("F253") / _printed("F254"), "F252") == _right("F252")


def test_21_complaints_of_86_are_24_42_percent_and_the_hundredth_made_the_column_come_to_100():
    assert _like(_share(_printed("F285"), _printed("F287")), "F286") == _right("F286")
    column = [_printed(f"F{n}") for n in range(268, 288, 2)]
    assert sum(column) == 100
    assert sum(column) - _printed("F286") + _right("F286") == Decimal("99.99")


@pytest.mark.parametrize(("share", "part", "whole"), SHARES)
def test_every_other_share_is_what_its_neighbours_make(share: str, part: str, whole: str):
    agrees = _like(_share(_right(part), _right(whole)), share) == _right(share)
    assert agrees == (share not in TWO_DEFINITIONS)


@pytest.mark.parametrize(("average", "total", "children"), AVERAGES)
def test_every_other_average_is_what_its_neighbours_make(average: str, total: str, children: str):
    assert _like(_right(total) / _right(children), average) == _right(average)


def test_the_parts_of_the_paper_add_up_where_they_should():
    for total, parts in {
        "F039": ("F037", "F044"),  # section 47 enquiries: the quarter and two months
        "F128": ("F133", "F134"),  # aged 5 to 15
        "F137": ("F132", "F133", "F134", "F135", "F136"),  # every age
        "F108": ("F117", "F109"),  # the quarter's increase
        "F159": ("F173", "F161"),  # three or more placements
        "F261": ("F262", "F263"),  # complaints by route
        "F263": ("F264", "F265", "F266"),  # what became of the rest
        "F287": tuple(f"F{n}" for n in range(267, 287, 2)),  # themes
    }.items():
        assert _printed(total) == sum(map(_printed, parts)), total
    assert sum(map(_printed, ("F063", "F065", "F067", "F069"))) == Decimal("100.1")  # four rounded parts
    assert sum(map(_printed, ("F064", "F066", "F068", "F070"))) == Decimal("100.0")


def test_a_third_number_stands_behind_32_repeat_plans_of_20_9_percent():
    """The 153 plans that the notes on conferences speak of follow from 4.21 alone."""
    fits = [whole for whole in range(32, 1000) if _like(_share(_printed("F097"), whole), "F098") == _printed("F098")]
    assert fits == [153]


def test_no_number_of_the_146_conferences_printed_is_79_9_percent():
    """So 79.9% is a share of fewer (those with a known enquiry) or of more (transfers in too)."""
    conferences = _printed("F045") + _printed("F046")
    fits = [part for part in range(147) if _like(_share(part, conferences), "F052") == _printed("F052")]
    assert fits == []
