"""The invented council's committee, officers, partnerships, meetings and events, and the sentences of its own paper."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

from purplebook.language.councils import CouncilEvent, CouncilWords, Meeting, OwnSentence, PartnershipName

NAME = "Thamesbridge Borough Council"
DIRECTOR = "Director of Children, Education and Early Help Services"
DAYS = re.compile(r"\[(?:from (?P<first>\S+?))?(?: ?to (?P<last>\S+))?\]")


def invented_council(code: str) -> CouncilWords:
    """All that the invented council says of itself."""
    return CouncilWords(
        code=code,
        name=NAME,
        committee="Adult Social Care, Children's Services and Education Committee",
        officers={
            "director": DIRECTOR,
            "lead_officer": DIRECTOR,
            "lead_councillor": "Lead Councillor for Children's Services",
            "author": DIRECTOR,
        },
        partnerships=(
            PartnershipName("safeguarding", "the Local Safeguarding Children Board (LSCB)", None, date(2019, 9, 29)),
        ),
        meetings=(Meeting(date(2015, 8, 31), date(2015, 11, 5), 7),),
        events=(CouncilEvent(date(2015, 6, 1), "police officers moved in with the front door", ("FD01", "RF01")),),
        sentences=own_sentences(),
    )


def own_sentences() -> tuple[OwnSentence, ...]:
    """The paragraphs of the council's own paper, each under its heading."""
    text = files("purplebook_demo.paper_2015.council").joinpath("papers/safeguarding-activity.md").read_text("utf-8")
    made, section = [], ""
    for part in re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL).split("\n\n"):
        words = part.strip()
        if words.startswith("## "):
            section = words.removeprefix("## ")
        elif words:
            said = DAYS.match(words)
            first, last = (date.fromisoformat(said[end]) if said and said[end] else None for end in ("first", "last"))
            made.append(OwnSentence(section, words[said.end() :].strip() if said else words, first, last))
    return tuple(made)
