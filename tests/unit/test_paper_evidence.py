"""What sentences lean on besides figures: laws by date, registers' rows, settings, and a council's own sentences."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from purplebook.definitions.law import LAWS, law
from purplebook.errors import DefinitionError
from purplebook.language.councils import CouncilWords, OwnSentence, PartnershipName
from purplebook.language.evidence import ByStatus, Committee, Law, OfficerTitle, PartnershipNow, Register
from purplebook.language.own_sentences import with_own_sentences
from purplebook.language.papers import Paper, Paragraph, Ref, Section, Subheading, Text, paragraph, say
from purplebook.language.periods import month
from purplebook.outputs.paper.evidence import Recorded, Witness
from purplebook.outputs.paper.gaps import Gap, Need, once, summary

AUGUST = date(2015, 8, 31)
REFERRALS = Ref("RF01", month(2015, 8))


def witness(council: CouncilWords, *, on: date = AUGUST, **recorded) -> Witness:
    return Witness(Recorded(council=council, **recorded), on, frozenset())


@pytest.mark.parametrize(
    ("on", "body", "guidance"),
    [
        (date(2015, 3, 25), "Local Safeguarding Children Board", "(2013)"),
        (date(2015, 3, 26), "Local Safeguarding Children Board", "(2015)"),
        (date(2019, 9, 29), "Local Safeguarding Children Board", "(2018)"),
        (date(2019, 9, 30), "safeguarding partners", "(2018)"),
        (date(2023, 12, 14), "safeguarding partners", "(2018)"),
        (date(2023, 12, 15), "safeguarding partners", "(2023)"),
        (date(2026, 10, 31), "safeguarding partners", "(2023)"),
    ],
)
def test_the_body_and_the_guidance_are_those_of_the_day(on, body, guidance):
    found = law("safeguarding_body", on=on), law("guidance", on=on)
    assert found[0] is not None and body in found[0].words
    assert found[1] is not None and found[1].words.endswith(guidance)


def test_no_two_facts_of_a_key_hold_on_one_day_and_none_leaves_a_day_between_out():
    by_key: dict[str, list[Law]] = defaultdict(list)
    for each in LAWS:
        by_key[each.key].append(each)
        assert each.source and (each.last_day is None or each.first_day <= each.last_day)
    for facts in by_key.values():
        for earlier, later in pairwise(facts):
            assert earlier.last_day is not None
            assert later.first_day == earlier.last_day + timedelta(days=1)


@pytest.mark.parametrize(("on", "is_there"), [(date(2026, 4, 28), False), (date(2026, 4, 29), True)])
def test_the_act_of_2026_is_named_from_the_day_of_royal_assent(on, is_there):
    assert (law("wellbeing_act", on=on) is not None) == is_there


def test_a_law_that_nobody_declared_is_refused_with_those_there_are():
    with pytest.raises(DefinitionError, match=r"no law 'children_act_1990'.*children_act"):
        law("children_act_1990", on=AUGUST)


def test_a_setting_is_printed_as_the_council_says_it_and_nothing_stands_in_for_it():
    said = CouncilWords("330", "A Council", committee="Children's Committee", officers={"director": "Director"})
    silent = CouncilWords("330", "A Council")
    assert witness(said).words(Committee()) == "Children's Committee"
    assert witness(said).words(OfficerTitle(("author", "director"))) == "Director"
    assert witness(silent).words(Committee()) is witness(silent).words(OfficerTitle(("author", "director"))) is None


@pytest.mark.parametrize(
    ("on", "name"),
    [(date(2019, 9, 29), "the Vale Board"), (date(2019, 9, 30), "the Vale Partnership"), (date(2022, 1, 1), None)],
)
def test_a_partnership_is_called_by_its_name_of_the_day_and_else_by_the_laws(on, name):
    names = (
        PartnershipName("safeguarding", "the Vale Board", None, date(2019, 9, 29)),
        PartnershipName("safeguarding", "the Vale Partnership", date(2019, 9, 30), date(2021, 12, 31)),
    )
    in_law = law("safeguarding_body", on=on)
    asked = witness(CouncilWords("330", "A Council", partnerships=names), on=on)
    assert asked.words(PartnershipNow("safeguarding")) == name
    assert asked.words(PartnershipNow("safeguarding", otherwise=in_law)) == (name or "the safeguarding partners")


@pytest.mark.parametrize(("count", "is_borne_out"), [(1, True), (0, False), (None, False)])
def test_a_register_bears_a_sentence_out_when_it_has_a_row(count, is_borne_out):
    asked = Register("audit", "programme", ("MARAC",))
    rows = {} if count is None else {asked: count}
    assert witness(CouncilWords("330", "A Council"), rows=rows).bears_out(asked) == is_borne_out


def test_words_by_status_fall_back_on_those_of_provisional_figures():
    words = ByStatus((("provisional", "may change"), ("published", "stand")))
    assert [words.of(status) for status in ("published", "validated")] == ["stand", "may change"]


def paper_of(*sections: Section) -> Paper:
    return Paper("paper", AUGUST, Text("Report"), Text("A paper"), (), sections, ())


def paragraphs(section: Section) -> list[str]:
    return [
        block.text if isinstance(block, Subheading) else block.sentences[0].template
        for block in section.blocks
        if isinstance(block, Paragraph | Subheading)
    ]


PLANS = paper_of(
    Section(
        "Children",
        (
            paragraph(say("{now} in all.", now=REFERRALS)),
            Subheading("Plans"),
            paragraph(say("{now} plans.", now=REFERRALS)),
            Subheading("Visits"),
        ),
    )
)


def test_the_councils_own_sentences_stand_at_the_end_of_the_part_they_name():
    own = (OwnSentence("visits", "We visit."), OwnSentence("Children", "We care."), OwnSentence("Plans", "We plan."))
    (section,) = with_own_sentences(PLANS, own).sections
    assert paragraphs(section) == [
        "{now} in all.",
        "We care.",
        "Plans",
        "{now} plans.",
        "We plan.",
        "Visits",
        "We visit.",
    ]
    assert [text.is_own for block in section.blocks if isinstance(block, Paragraph) for text in block.sentences] == [
        *(False, True, False, True, True),
    ]


def test_a_heading_of_the_councils_own_becomes_a_section_after_the_others():
    made = with_own_sentences(PLANS, (OwnSentence("Our promise", "We listen."), OwnSentence("Our promise", "We act.")))
    assert [section.heading for section in made.sections] == ["Children", "Our promise"]
    assert paragraphs(made.sections[1]) == ["We listen.", "We act."]


@pytest.mark.parametrize(
    ("first", "last", "is_said"),
    [
        (None, None, True),
        (AUGUST, AUGUST, True),
        (date(2015, 9, 1), None, False),
        (None, date(2015, 8, 30), False),
    ],
)
def test_a_sentence_of_the_councils_own_is_said_from_its_first_day_to_its_last(first, last, is_said):
    made = with_own_sentences(PLANS, (OwnSentence("Plans", "We plan.", first, last),))
    assert ("We plan." in paragraphs(made.sections[0])) == is_said


def test_gaps_are_told_once_and_what_would_fill_most_of_them_comes_first():
    committee, audits = Need("setting", "committee", "the committee"), Need("register", "audit", "rows of audits")
    gaps = once(
        (
            Gap("A", "one", (audits, audits)),
            Gap("A", "one", (audits,)),
            Gap("B", "two", (committee,)),
            Gap("C", "three", (committee, audits)),
            Gap("D", "four", (committee,)),
        )
    )
    assert [(gap.what, len(gap.needs)) for gap in gaps] == [("one", 1), ("two", 1), ("three", 2), ("four", 1)]
    assert summary(gaps) == ("3 of them need the committee", "2 of them need rows of audits")
    assert summary(gaps, at_most=1) == ("3 of them need the committee", "and 1 more things are wanting")
