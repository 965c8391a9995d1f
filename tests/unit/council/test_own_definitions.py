"""A council's own indicators and breakdowns: checked as the shipped ones are, beside them, and never in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from purplebook.definitions import INDICATORS
from tests.support.council_folder import one_fault, read_folder

OWN = """from purplebook.language import Breakdown, child_protection_plan, count, indicator

ON_A_PLAN = child_protection_plan.open_at_period_end(child_protection_plan.started_on, child_protection_plan.ended_on)

plans = indicator(
    "LOCAL-CP01",
    "Plans for neglect",
    count(ON_A_PLAN.where(child_protection_plan.latest_category.is_("NEG"))),
    theme="Child protection",
    counts="open plans for neglect",
    source="Neglect protocol",
)
INDICATORS = (plans,)
BREAKDOWNS = {"CP01": (Breakdown("local_began_as", "Began as", child_protection_plan.initial_category),)}
"""
FILE = "definitions/own.py"


def test_they_stand_after_the_shipped_ones_and_add_to_them(tmp_path: Path):
    council = read_folder(tmp_path, {FILE: OWN})
    assert [item.id for item in council.indicators] == [*(item.id for item in INDICATORS), "LOCAL-CP01"]
    plans = next(item for item in council.indicators if item.id == "CP01")
    shipped = next(item for item in INDICATORS if item.id == "CP01")
    assert [part.name for part in plans.by] == [*(part.name for part in shipped.by), "local_began_as"]


def test_a_file_of_remarks_declares_nothing(tmp_path: Path):
    assert read_folder(tmp_path, {FILE: "# nothing yet\n"}).indicators == INDICATORS


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "from purplebook.language",
            "import os\nfrom purplebook.language",
            "1: it imports os, which a definition may not know.",
        ),
        ("ON_A_PLAN =", "from pathlib import Path\nON_A_PLAN =", "3: it imports pathlib"),
        ("ON_A_PLAN =", "from purplebook.store import Store\nON_A_PLAN =", "3: it imports purplebook.store"),
        ("ON_A_PLAN =", "from purplebook import run\nON_A_PLAN =", "3: it imports purplebook, which"),
        ("ON_A_PLAN =", "from . import other\nON_A_PLAN =", "3: it imports ., which"),
        ("ON_A_PLAN =", "import purplebook.languages\nON_A_PLAN =", "3: it imports purplebook.languages"),
        ("ON_A_PLAN =", "def f():\n    import socket\nON_A_PLAN =", "4: it imports socket"),
        ("ON_A_PLAN =", 'text = open("x")\nON_A_PLAN =', "3: it uses open, which a definition may not."),
        ("ON_A_PLAN =", '__import__("os")\nON_A_PLAN =', "3: it uses __import__"),
        ("ON_A_PLAN =", "x = ().__class__\nON_A_PLAN =", "3: it uses __class__"),
        ("ON_A_PLAN =", "from purplebook.language import own_words as w\nw.re.enum.sys\nON_A_PLAN =", "4: it uses sys"),
        ("ON_A_PLAN =", "from purplebook.definitions.law import os\nON_A_PLAN =", "3: it uses os, which"),
        (
            "ON_A_PLAN =",
            "child_protection_plan.started_on = 5\nON_A_PLAN =",
            "3: it sets child_protection_plan.started_on,",
        ),
        ("ON_A_PLAN =", "1 / 0\nON_A_PLAN =", "3: it stops here: ZeroDivisionError"),
        ("ON_A_PLAN =", "raise SystemExit(0)\nON_A_PLAN =", "3: it stops here: SystemExit: 0. Mend this line."),
        (
            "ON_A_PLAN =",
            "class Odd(Exception):\n    def __str__(self): raise ValueError\nraise Odd\nON_A_PLAN =",
            "5: it stops here: Odd: it says no more. Mend this line.",
        ),
        ("ON_A_PLAN =", "ON_A_PLAN = =", "3: this is not Python"),
        ("import Breakdown,", "import Breakdowns,", "1: cannot import name 'Breakdowns'"),
        ("latest_category", "last_category", "8: There is no column 'last_category'"),
        ('"LOCAL-CP01"', '"CP01"', "6: CP01 is not the id of a council's own indicator. Write LOCAL-CP01."),
        ('"LOCAL-CP01"', '"LOCAL CP01"', "5: "),
        ("INDICATORS = (plans,)", "INDICATORS = plans", "13: INDICATORS is not a list of indicators."),
        ("INDICATORS = (plans,)", "INDICATORS = (plans, plans)", "6: LOCAL-CP01 is declared already, in own.py."),
        ("INDICATORS = (plans,)", "OTHERS = (plans,)", "6: LOCAL-CP01 is declared and not listed"),
        ('{"CP01":', '{"CP1":', "14: there is no indicator 'CP1'. Write CP01."),
        (
            "local_began_as",
            "began_as",
            "14: 'began_as' is not the name of a council's own breakdown. Write local_began_as.",
        ),
        ('{"CP01": (', '{"RF02": (', "14: RF02 is a rate and has no breakdowns."),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_line(tmp_path: Path, old: str, new: str, fault: str):
    assert OWN.count(old) == 1
    assert one_fault(tmp_path, {FILE: OWN.replace(old, new)}).startswith(f"{FILE}:{fault}")


def test_breakdowns_say_of_which_indicator_they_are(tmp_path: Path):
    listed = OWN.partition("BREAKDOWNS")[0]
    fault = one_fault(tmp_path / "one", {FILE: listed + "BREAKDOWNS = (1,)\n"})
    assert fault.startswith(f"{FILE}:14: BREAKDOWNS does not say of which indicators.")
    fault = one_fault(tmp_path / "two", {FILE: listed + 'BREAKDOWNS = {"CP01": plans}\n'})
    assert fault.startswith(f"{FILE}:14: what is added to CP01 is no breakdown.")


def test_a_file_that_imports_what_it_must_not_is_never_run(tmp_path: Path):
    left = tmp_path / "left"
    text = f"from pathlib import Path\nPath({str(left)!r}).touch()\nINDICATORS = ()\n"
    assert "it imports pathlib" in one_fault(tmp_path / "council", {FILE: text})
    assert not left.exists()


def test_two_files_may_not_declare_one_id(tmp_path: Path):
    files = {FILE: OWN, "definitions/two.py": OWN.replace("local_began_as", "local_other")}
    assert one_fault(tmp_path, files).startswith("definitions/two.py:6: LOCAL-CP01 is declared already, in own.py.")
