"""A council's own sentences in a paper: each a paragraph at the end of the part that its heading names.

They are held to the paper's rule that nobody types a figure, and they lean on nothing but the council's word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from purplebook.language.councils import OwnSentence
from purplebook.language.papers import Block, Paper, Paragraph, Section, Subheading, Text


def with_own_sentences(paper: Paper, own: Sequence[OwnSentence], *, text_of: Callable[[str], Text] = Text) -> Paper:
    """The paper with the sentences of a council that hold on its day; what has a heading of its own comes last.

    `text_of` turns the words of a sentence into a template, with its figures bound.
    """
    parts: dict[str, list[Block]] = {}
    for sentence in own:
        is_time = (sentence.first_day or paper.as_at) <= paper.as_at <= (sentence.last_day or paper.as_at)
        if is_time:
            text = replace(text_of(sentence.words), is_own=True)
            parts.setdefault(sentence.section.casefold(), []).append(Paragraph((text,)))
    sections = [_with(section, parts) for section in paper.sections]
    headings = {sentence.section.casefold(): sentence.section for sentence in own}
    sections += [Section(headings[key], tuple(blocks)) for key, blocks in parts.items()]
    return replace(paper, sections=tuple(sections))


def _with(section: Section, parts: dict[str, list[Block]]) -> Section:
    """A section with the paragraphs of each of its headings, which are taken out of `parts`."""
    blocks: list[Block] = []
    waiting = parts.pop(section.heading.casefold(), [])
    for block in section.blocks:
        if isinstance(block, Subheading):
            blocks += waiting
            waiting = parts.pop(block.text.casefold(), [])
        blocks.append(block)
    return Section(section.heading, (*blocks, *waiting))
