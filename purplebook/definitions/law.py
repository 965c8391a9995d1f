"""What law and guidance are called, and from when to when: the names that the sentences of a paper may use.

A paper of 2015 speaks of the Local Safeguarding Children Board, one of 2026 of the safeguarding partners.  When the law
changes, give the old fact its last day and add a new one under the same key; never alter what was so.
"""

from __future__ import annotations

from datetime import date

from purplebook.errors import DefinitionError
from purplebook.language.evidence import Law

BOARD, PARTNERS = "LSCB", "Safeguarding partners"

LAWS: tuple[Law, ...] = (
    Law("children_act", "Children Act 1989", date(1991, 10, 14), None, "Children Act 1989 (c. 41), as commenced"),
    Law("children_act_2004", "Children Act 2004", date(2004, 11, 15), None, "Children Act 2004 (c. 31), Royal Assent"),
    Law("childcare_act", "Childcare Act 2006", date(2006, 7, 11), None, "Childcare Act 2006 (c. 21), Royal Assent"),
    Law(
        "leaving_care_act",
        "Children (Leaving Care) Act 2000",
        date(2001, 10, 1),
        None,
        "Children (Leaving Care) Act 2000 (c. 35), in force from 1 October 2001",
    ),
    Law(
        "social_work_act",
        "Children and Social Work Act 2017",
        date(2017, 4, 27),
        None,
        "Children and Social Work Act 2017 (c. 16), Royal Assent",
    ),
    Law(
        "wellbeing_act",
        "Children's Wellbeing and Schools Act 2026",
        date(2026, 4, 29),
        None,
        "Children's Wellbeing and Schools Act 2026 (c. 21), Royal Assent 29 April 2026; sections 1, 3 and 4 (family "
        "group decision-making, multi-agency child protection teams, information sharing) begin on days set by "
        "regulations (s. 78), so no sentence may say that they are in force",
    ),
    Law(
        "guidance",
        "Working Together to Safeguard Children (2010)",
        date(2010, 3, 17),
        date(2013, 4, 14),
        "HM Government, March 2010",
    ),
    Law(
        "guidance",
        "Working Together to Safeguard Children (2013)",
        date(2013, 4, 15),
        date(2015, 3, 25),
        "HM Government, March 2013, in force from 15 April 2013",
    ),
    Law(
        "guidance",
        "Working Together to Safeguard Children (2015)",
        date(2015, 3, 26),
        date(2018, 7, 3),
        "HM Government, 26 March 2015",
    ),
    Law(
        "guidance",
        "Working Together to Safeguard Children (2018)",
        date(2018, 7, 4),
        date(2023, 12, 14),
        "HM Government, 4 July 2018",
    ),
    Law(
        "guidance",
        "Working Together to Safeguard Children (2023)",
        date(2023, 12, 15),
        None,
        "HM Government, 15 December 2023; the newest edition known here",
    ),
    Law(
        "safeguarding_body",
        "the Local Safeguarding Children Board (LSCB)",
        date(2006, 4, 1),
        date(2019, 9, 29),
        "Children Act 2004, s. 13; replaced under the Children and Social Work Act 2017 by 29 September 2019",
    ),
    Law(
        "safeguarding_body",
        "the safeguarding partners",
        date(2019, 9, 30),
        None,
        "Children Act 2004, s. 16E, put in by the Children and Social Work Act 2017",
    ),
    Law(
        "safeguarding_term",
        "Local Safeguarding Children Board",
        date(2006, 4, 1),
        date(2019, 9, 29),
        "Children Act 2004, s. 13",
    ),
    Law(
        "safeguarding_term",
        "The council, the clinical commissioning group and the police, who arrange together how children are "
        "safeguarded",
        date(2019, 9, 30),
        date(2022, 6, 30),
        "Children Act 2004, s. 16E",
    ),
    Law(
        "safeguarding_term",
        "The council, the integrated care board and the police, who arrange together how children are safeguarded",
        date(2022, 7, 1),
        None,
        "Children Act 2004, s. 16E, as amended by the Health and Care Act 2022",
    ),
)
"""Every fact, under its key; of a key one holds on any day, or none."""

DUTIES = ("children_act", "children_act_2004", "childcare_act", "social_work_act")
"""The Acts that lay on a council the duties which a paper's work serves."""


def law(key: str, *, on: date) -> Law | None:
    """The fact under a key that holds on a day; None when none does, DefinitionError when there is no such key."""
    if not any(act.key == key for act in LAWS):
        raise DefinitionError(f"There is no law '{key}' in law.py. It has: {', '.join(sorted({a.key for a in LAWS}))}.")
    return next((act for act in LAWS if act.key == key and act.holds_on(on)), None)


def titles() -> tuple[str, ...]:
    """The titles that hold a number, which a sentence may name."""
    return tuple(act.words for act in LAWS)
