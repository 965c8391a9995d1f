"""What one census of children in need left open and the next one lacks or tells otherwise."""

from __future__ import annotations

import pytest

from tests.support.loaded_case import Case, names_no_child


def census(year: int, *children: str) -> str:
    return (
        f"<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>"
        f"<ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails></Header>"
        f"<Children>{''.join(children)}</Children></Message>"
    )


def in_need(number: str, *episodes: str, born: str = "2015-01-01") -> str:
    return (
        f"<Child><ChildIdentifiers><LAchildID>{number}</LAchildID><PersonBirthDate>{born}</PersonBirthDate>"
        f"</ChildIdentifiers>{''.join(episodes)}</Child>"
    )


def episode(referred: str, inside: str = "", *, need: str = "N1", closed: str = "") -> str:
    closure = f"<CINclosureDate>{closed}</CINclosureDate>" if closed else ""
    return (
        f"<CINdetails><CINreferralDate>{referred}</CINreferralDate><ReferralSource>6</ReferralSource>"
        f"<PrimaryNeedCode>{need}</PrimaryNeedCode>{closure}<ReferralNFA>0</ReferralNFA>{inside}</CINdetails>"
    )


def protected(since: str) -> str:
    return (
        f"<ChildProtectionPlans><CPPstartDate>{since}</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>"
        "<NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans>"
    )


@pytest.fixture
def two_years(run, tmp_path):
    def load(earlier: str, later: str) -> Case:
        root = tmp_path / "census"
        root.mkdir()
        (root / "cin-2023.xml").write_text(census(2023, earlier))
        (root / "cin-2024.xml").write_text(census(2024, later, in_need("OTHER", episode("2024-02-01"))))
        return run(root)

    return load


DAYS = ("2023-03-31", "2024-03-31")


def test_what_the_next_census_lacks_is_open_no_more_and_listed(two_years):
    loaded = two_years(in_need("B1", episode("2022-05-01", protected("2022-06-01"))), "")
    assert [loaded.figure("CP01", day) for day in DAYS] == [1, 0]
    assert [loaded.figure("CN01", day) for day in DAYS] == [1, 1]
    listed = {(issue["column"], issue["value"]) for issue in loaded.listed("open and the next census does not tell")}
    assert listed == {("CINreferralDate", "2022-05-01"), ("CPPstartDate", "2022-06-01")}
    assert "2 rows were open in one census and cannot be found in the next" in loaded.said
    assert names_no_child(loaded.said, "B1")


def test_what_the_next_census_gives_another_first_day_counts_once_and_its_links_follow(two_years):
    loaded = two_years(
        in_need("B1", episode("2022-05-01", protected("2022-06-01"))),
        in_need("B1", episode("2022-05-03", protected("2022-06-01"), closed="2023-06-01")),
    )
    assert loaded.figure("RF01", "FY2022-23") == 1
    assert [loaded.figure("CP01", day) for day in DAYS] == [1, 1]
    assert [issue["value"] for issue in loaded.listed("another first day")] == ["2022-05-01"]
    assert loaded.listed("no row has this identifier") == []


def test_a_plan_with_another_first_day_leaves_its_reviews_with_the_one_that_stands(two_years):
    review = "<Reviews><CPPreviewDate>2022-09-01</CPPreviewDate></Reviews></ChildProtectionPlans>"
    before = protected("2022-06-01").replace("</ChildProtectionPlans>", review)
    loaded = two_years(
        in_need("B1", episode("2022-05-01", before)), in_need("B1", episode("2022-05-01", protected("2022-06-11")))
    )
    assert [loaded.figure("CP01", day) for day in DAYS] == [1, 1]
    assert loaded.figure("CP02", "FY2022-23") == 1
    assert [issue["value"] for issue in loaded.listed("another first day")] == ["2022-06-01"]
    assert loaded.listed("no row has this identifier") == []


def test_another_referral_that_only_the_next_census_tells_ended_the_one_it_lacks(two_years):
    loaded = two_years(in_need("B1", episode("2022-05-01")), in_need("B1", episode("2023-02-10", need="N2")))
    assert loaded.figure("RF01", "FY2022-23") == 2
    assert [loaded.figure("CN01", day) for day in DAYS] == [1, 2]
    assert [issue["value"] for issue in loaded.listed("open and the next census")] == ["2022-05-01"]
    assert loaded.listed("begins while another") == []


def test_an_assessment_that_the_next_census_lacks_is_listed_and_not_done(two_years):
    assessment = "<Assessments><AssessmentActualStartDate>2023-03-01</AssessmentActualStartDate></Assessments>"
    loaded = two_years(
        in_need("B1", episode("2023-02-25", assessment)), in_need("B1", episode("2023-02-25", closed="2023-06-01"))
    )
    assert [issue["value"] for issue in loaded.listed("not yet authorised")] == ["2023-03-01"]
    assert loaded.figure("AS01", "FY2023-24") == 0


def test_one_child_spelled_in_two_ways_over_two_censuses_is_one_child(two_years):
    loaded = two_years(
        in_need("b001", episode("2022-05-01")), in_need("B1", episode("2022-05-01", closed="2023-06-01"))
    )
    assert loaded.figure("RF01", "FY2022-23") == 1
    assert [loaded.figure("CN01", day) for day in DAYS] == [1, 1]
    assert [issue["value"] for issue in loaded.listed("probably one child")] == ["b001 and B1"]
