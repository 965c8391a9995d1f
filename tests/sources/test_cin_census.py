"""The children in need census: every child loaded or listed, every event once, nothing opened that should not be."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from datetime import date

import pytest

from purplebook.errors import BadInputError

HEADER = """<Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>
<ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails><Source><LEA>899</LEA></Source></Header>"""


def census(*children: str, year: int = 2015, start: str = "") -> str:
    return f"{start}<Message>{HEADER.format(year=year)}<Children>{''.join(children)}</Children></Message>"


def child(number: str, details: str = "", *, sex: str = "<Sex>F</Sex>", more: str = "") -> str:
    return (
        f"<Child><ChildIdentifiers><LAchildID>{number}</LAchildID><PersonBirthDate>2010-05-01</PersonBirthDate>{sex}"
        f"</ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity>{more}</ChildCharacteristics>"
        f"{details}</Child>"
    )


def episode(inside: str = "", *, referred: str = "2014-06-03") -> str:
    return (
        f"<CINdetails><CINreferralDate>{referred}</CINreferralDate><ReferralSource>6</ReferralSource>"
        f"<PrimaryNeedCode>N1</PrimaryNeedCode>{inside}<ReferralNFA>0</ReferralNFA></CINdetails>"
    )


ENQUIRY = (
    "<Section47><S47ActualStartDate>2014-06-05</S47ActualStartDate><InitialCPCtarget>2014-06-26</InitialCPCtarget>"
    "<DateOfInitialCPC>2014-06-20</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>"
)
PLAN = (
    "<ChildProtectionPlans><CPPstartDate>2014-06-20</CPPstartDate>{end}"
    "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>"
    "<NumberOfPreviousCPP>1</NumberOfPreviousCPP><Reviews><CPPreviewDate>2014-09-01</CPPreviewDate>"
    "<CPPreviewDate>2015-02-01</CPPreviewDate></Reviews></ChildProtectionPlans>"
)
OPEN = PLAN.format(end="")


def test_one_child_in_full(load, write):
    assessment = (
        "<Assessments><AssessmentActualStartDate>2014-06-04</AssessmentActualStartDate>"
        "<FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors>"
        "<AssessmentFactors>24A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>"
    )
    disability = "<Disabilities><Disability>HAND</Disability><Disability>LD</Disability></Disabilities>"
    inside = assessment + ENQUIRY + OPEN
    result = load(write("cin.xml", census(child("100", episode(inside), more=disability))), as_at=None)
    (person,), (referral,), (enquiry,), (plan,) = (
        result.rows(name) for name in ("person", "referral", "section_47_enquiry", "child_protection_plan")
    )
    assert (person["la_child_id"], person["sex"], person["ethnicity_code"]) == ("100", "F", "WBRI")
    assert (referral["referred_on"], referral["source_code"]) == (date(2014, 6, 3), "6")
    assert referral["is_no_further_action"] is False
    assert (enquiry["referral_id"], enquiry["is_initial_conference_not_required"]) == (referral["referral_id"], False)
    assert (plan["initial_category"], plan["latest_category"], plan["previous_plans_count"]) == ("NEG", "EMO", 1)
    assert sorted(row["factor_code"] for row in result.rows("assessment_factor")) == ["1A", "24A"]
    assert sorted(row["code"] for row in result.rows("person_attribute")) == ["HAND", "LD"]
    held = sorted((row["conference_type"], str(row["held_on"])) for row in result.rows("child_protection_conference"))
    assert held == [("ICPC", "2014-06-20"), ("REVIEW", "2014-09-01"), ("REVIEW", "2015-02-01")]
    assert result.counts == (1, 1, 0) and not result.issues


@pytest.mark.parametrize(
    ("sex", "expected"),
    [("<GenderCurrent>1</GenderCurrent>", "M"), ("<Sex>2</Sex>", "F"), ("<GenderCurrent>9</GenderCurrent>", "U")],
)
def test_sex_in_the_old_layout_and_the_new(load, write, sex, expected):
    result = load(write("cin.xml", census(child("100", sex=sex))))
    assert [row["sex"] for row in result.rows("person")] == [expected]


def test_a_conference_told_twice_is_one_and_one_without_an_enquiry_stays(load, write):
    again = "<DateOfInitialCPC>2014-06-20</DateOfInitialCPC>"
    other = "<DateOfInitialCPC>2014-06-21</DateOfInitialCPC>"
    for extra, count in ((again, 1), (other, 2)):
        result = load(write("cin.xml", census(child("100", episode(extra + ENQUIRY)))))
        assert len(result.rows("child_protection_conference")) == count


def test_a_conference_told_twice_in_two_forms_of_its_day_is_one(load, write):
    again = "<DateOfInitialCPC>20/06/2014</DateOfInitialCPC>"
    result = load(write("cin.xml", census(child("100", episode(again + ENQUIRY)))))
    assert len(result.rows("child_protection_conference")) == 1


def test_a_factor_told_twice_in_two_spellings_is_one_and_its_child_is_loaded(load, write):
    factors = "".join(f"<AssessmentFactors>{code}</AssessmentFactors>" for code in ("1A", "1a", "RB", "rb"))
    told = f"<Assessments><FactorsIdentifiedAtAssessment>{factors}</FactorsIdentifiedAtAssessment></Assessments>"
    result = load(write("cin.xml", census(child("100", episode(told)))))
    assert [row["factor_code"] for row in result.rows("assessment_factor")] == ["1A"]
    assert result.counts == (1, 1, 0)
    assert [issue["is_rejected"] for issue in result.issues] == [False]


@pytest.mark.parametrize("day", ["0001-01-01", "1899-03-31", "9999-03-31", "2015-02-31", ""])
def test_a_reference_day_that_no_census_could_have_is_none(load, write, day):
    text = census(child("100")).replace("2015-03-31", day)
    result = load(write("cin.xml", text), as_at=None)
    assert result.counts == (1, 1, 0) and "gives no day" in " ".join(result.loaded.warnings)


def test_pre_proceedings(load, write):
    block = (
        "<PreProceedingsandFGDM><PPStartDate>2014-07-01</PPStartDate><FGDMMeetingOffer>1</FGDMMeetingOffer>"
        "<ReviewMeetingsCount>2</ReviewMeetingsCount></PreProceedingsandFGDM>"
    )
    (row,) = load(write("cin.xml", census(child("100", episode(block))))).rows("pre_proceedings")
    assert (row["decided_on"], row["is_family_meeting_offered"]) == (date(2014, 7, 1), True)
    assert row["review_meetings_count"] == 2


def test_a_later_year_closes_what_an_earlier_one_left_open(load, write):
    closed = PLAN.format(end="<CPPendDate>2015-05-01</CPPendDate>")
    first = write("cin-2015.xml", census(child("100", episode(OPEN)), child("200")))
    second = write("cin-2016.xml", census(child("100", episode(closed)), year=2016))
    for paths in ((first, second), (second, first)):
        result = load(*paths, as_at=None)
        (plan,) = result.rows("child_protection_plan")
        assert plan["ended_on"] == date(2015, 5, 1)
        assert (len(result.rows("referral")), len(result.rows("person"))) == (1, 2)
        assert result.counts == (3, 3, 0) and not result.issues
        assert {batch.extracted_on for batch in result.loaded.batches} == {date(2016, 3, 31)}


def test_what_a_later_year_leaves_empty_is_filled_from_an_earlier_one(load, write):
    first = census(child("100", episode(), sex="<UPN>A123456789123</UPN><Sex>F</Sex>"))
    second = census(child("100", episode(), sex="<Sex>M</Sex>"), year=2016).replace("2010-05-01", "")
    second = second.replace("<PrimaryNeedCode>N1", "<PrimaryNeedCode>N2").replace(
        "<ReferralSource>6", "<ReferralSource>"
    )
    result = load(write("cin-2015.xml", first), write("cin-2016.xml", second), as_at=None)
    (person,), (referral,) = result.rows("person"), result.rows("referral")
    assert (person["upn"], person["born_on"], person["sex"]) == ("A123456789123", date(2010, 5, 1), "M")
    assert (referral["primary_need_code"], referral["source_code"]) == ("N2", "6")


def test_factors_told_again_are_all_that_there_are_and_an_unknown_one_costs_nothing_else(load, write):
    def told(*factors: str) -> str:
        codes = "".join(f"<AssessmentFactors>{factor}</AssessmentFactors>" for factor in factors)
        return episode(
            "<Assessments><AssessmentActualStartDate>2014-06-04</AssessmentActualStartDate>"
            f"<FactorsIdentifiedAtAssessment>{codes}</FactorsIdentifiedAtAssessment></Assessments>"
        )

    first = write("cin-2015.xml", census(child("100", told("1A", "2B"))))
    second = write("cin-2016.xml", census(child("100", told("2B", "RB", "3A")), year=2016))
    result = load(first, second, as_at=None)
    assert sorted(row["factor_code"] for row in result.rows("assessment_factor")) == ["2B", "3A"]
    assert result.counts == (2, 2, 0)
    assert [(issue["file_name"], issue["value"]) for issue in result.issues] == [("cin-2016.xml", "RB")]


@pytest.mark.parametrize("written", ["03/06/2014", "2014-06-03T00:00:00", "2014-06-03"])
def test_a_day_is_the_same_however_it_is_written(load, write, written):
    first = write("cin-2015.xml", census(child("100", episode())))
    second = write("cin-2016.xml", census(child("100", episode(referred=written)), year=2016))
    assert len(load(first, second, as_at=None).rows("referral")) == 1


def test_a_child_without_a_number_and_one_told_twice_are_listed(load, write):
    result = load(write("cin.xml", census(child("100"), child(""), child("100", episode()))))
    assert result.counts == (3, 1, 2)
    assert [(issue["row"], issue["is_rejected"]) for issue in result.issues] == [(2, True), (3, True)]


def test_a_namespace_makes_no_difference(load, write):
    text = census(child("100", episode()))
    prefixed = re.sub(r"<(/?)(\w)", r"<\1a:\2", text).replace("<a:Message>", '<a:Message xmlns:a="urn:any">')
    for each in (text.replace("<Message>", '<Message xmlns="urn:any">'), prefixed):
        assert len(load(write("cin.xml", each)).rows("referral")) == 1


def test_an_unborn_child_and_a_file_without_a_header(load, write):
    text = census(child("100")).replace("<PersonBirthDate>2010-05-01", "<ExpectedPersonBirthDate>2015-12-01")
    text = text.replace("/PersonBirthDate", "/ExpectedPersonBirthDate")
    (row,) = load(write("cin.xml", text)).rows("person")
    assert (row["born_on"], row["expected_birth_on"]) == (None, date(2015, 12, 1))
    bare = re.sub("<Header>.*</Header>", "", text, flags=re.DOTALL)
    result = load(write("bare.xml", bare))
    assert len(result.rows("person")) == 1 and len(load(write("bare.xml", bare), as_at=None).loaded.warnings) == 1


@pytest.mark.parametrize(
    "start",
    [
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>',
        '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd">',
        '<!-- <a> --><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_document_types_are_refused(load, write, start, encoding):
    path = write("cin.xml", census(child("100"), start=start).encode(encoding))
    with pytest.raises(BadInputError, match=r"cin\.xml: the file declares a document type or entities"):
        load(path)


def test_a_file_that_was_cut_short_says_at_which_line(load, write):
    whole = census(*(child(f"SECRET-{at}", episode()) + "\n" for at in range(50)))
    with pytest.raises(BadInputError, match=r"cin\.xml, line \d+: the XML is broken or cut short") as caught:
        load(write("cin.xml", whole[: len(whole) // 2]))
    assert "SECRET" not in str(caught.value)


def test_what_the_name_and_the_header_say_is_held_against_each_other(load, write):
    text = census(child("100"), year=2015).replace("<Year>2015", "<Year>2014")
    result = load(write("cin-2016.xml", text))
    said = " ".join(result.loaded.warnings)
    assert "the header says Year 2014" in said and "the file's name says 2016" in said


@pytest.mark.parametrize("name", ["CIN2rows.xml", "CIN_Census_2024.xml"])
def test_the_samples_hold_what_another_reader_counts(load, shared, name):
    path = shared / "samples/cin_census" / name
    result = load(path, as_at=None)
    text = re.sub(r'\sxmlns="[^"]+"', "", path.read_text("utf-8-sig"))
    root = ElementTree.fromstring(text)
    wanted = {"person": "Child", "referral": "CINdetails", "assessment": "Assessments", "plan": "CINPlanDates"}
    wanted |= {"section_47_enquiry": "Section47", "child_protection_plan": "ChildProtectionPlans"}
    for table, element in wanted.items():
        count = sum(1 for _ in root.iter(element))
        assert (len(result.rows(table)) if count else 0) == count, table
    assert result.counts[0] == sum(1 for _ in root.iter("Child")) == result.counts[1] + result.counts[2]
