"""A council that has said all that a paper may print of it, with rows in every register that a sentence leans on."""

from __future__ import annotations

from purplebook.language.evidence import Register
from purplebook.language.own_sentences import with_own_sentences
from purplebook.language.paper_checks import evidence_of, sentences_of
from purplebook.language.papers import Paper
from purplebook.outputs.paper.evidence import Recorded
from purplebook_demo.paper_2015.council.words import invented_council

COUNCIL = invented_council("899")


def with_its_own_words(paper: Paper) -> Paper:
    """The paper with the sentences of the invented council."""
    return with_own_sentences(paper, COUNCIL.sentences)


def all_recorded(paper: Paper) -> Recorded:
    """All settings of the invented council, and a row in each register."""
    registers = {item for _, text in sentences_of(paper) for item in evidence_of(text) if isinstance(item, Register)}
    return Recorded(council=COUNCIL, rows=dict.fromkeys(registers, 1))
