"""A council that has said all that a paper may print of it, with rows in every register that a sentence leans on."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from purplebook.council import Council, council_of
from purplebook.language.evidence import Register
from purplebook.language.paper_checks import evidence_of, sentences_of
from purplebook.language.papers import Paper
from purplebook.outputs.paper.evidence import Recorded
from purplebook.run.paper import paper_of
from purplebook_demo.paper_2015.council import council_files


def _said() -> Council:
    """The invented council, read from its own folder as any council is."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in council_files().items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return council_of(Path(folder))


SAID = _said()
COUNCIL = SAID.words


def with_its_own_words(paper: Paper) -> Paper:
    """The paper of a day with the sentences of the invented council."""
    return paper_of(paper.as_at, SAID)


def without_a_sentence(paper: Paper, place: int) -> Paper:
    """The same without one of them."""
    kept = tuple(each for number, each in enumerate(COUNCIL.sentences) if number != place)
    return paper_of(paper.as_at, replace(SAID, words=replace(COUNCIL, sentences=kept)))


def all_recorded(paper: Paper) -> Recorded:
    """All settings of the invented council, and a row in each register."""
    registers = {item for _, text in sentences_of(paper) for item in evidence_of(text) if isinstance(item, Register)}
    return Recorded(council=COUNCIL, rows=dict.fromkeys(registers, 1))
