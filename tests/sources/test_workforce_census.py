"""The social work workforce census: a row for each worker and one line of vacancies."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from datetime import date

import pytest


def census(*workers: str, year: int = 2015, made: str = "") -> str:
    source = f"<Source><DateTime>{made}</DateTime></Source>" if made else ""
    return (
        f"<Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>{year}</Year>"
        f"<ReferenceDate>{year}-09-30</ReferenceDate></CollectionDetails>{source}</Header>"
        "<LALevelVacancies><NumberOfVacancies>5.5</NumberOfVacancies><NoAgencyFTE>2</NoAgencyFTE>"
        f"<NoAgencyHeadcount>3</NoAgencyHeadcount></LALevelVacancies>{''.join(workers)}</Message>"
    )


def worker(number: str, more: str = "", *, share: str = "0.598403") -> str:
    return f"<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>{number}</SWENo><FTE>{share}</FTE>{more}</CSWWWorker>"


def test_workers_and_vacancies(load, write):
    result = load(write("csww.xml", census(worker("SW1", "<Cases30>12</Cases30>"), worker("SW2"))), as_at=None)
    rows = result.rows("workforce_snapshot")
    assert sorted(row["row_kind"] for row in rows) == ["LA_VACANCY", "WORKER", "WORKER"]
    assert {row["snapshot_on"] for row in rows} == {date(2015, 9, 30)}
    assert [float(row["vacancies_full_time_equivalent"]) for row in rows if row["row_kind"] == "LA_VACANCY"] == [5.5]
    assert [row["cases_at_census_count"] for row in rows if row["social_work_england_number"] == "SW1"] == [12]
    assert len(result.rows("worker")) == 2 and result.counts == (3, 3, 0)
    assert {float(row["full_time_equivalent"]) for row in result.rows("worker")} == {0.6} and not result.issues


def test_a_worker_in_two_years_is_one_worker(load, write):
    shares = {2014: "1", 2015: "0.5"}
    paths = [write(f"{year}.xml", census(worker("SW1", share=shares[year]), year=year)) for year in shares]
    result = load(*paths, as_at=None)
    assert [float(row["full_time_equivalent"]) for row in result.rows("worker")] == [0.5]
    assert (len(result.rows("worker")), len(result.rows("workforce_snapshot"))) == (1, 4)


def test_a_worker_without_a_number_and_one_told_twice_are_listed(load, write):
    result = load(write("csww.xml", census(worker(""), worker("SW1"), worker("sw1"))))
    assert result.counts == (4, 2, 2)
    assert [(issue["row"], issue["is_rejected"]) for issue in result.issues if issue["is_rejected"]] == [
        (2, True),
        (4, True),
    ]


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        (("2015-11-01T10:00:00", "2015-10-01T10:00:00"), 0),
        (("2015-10-01T10:00:00", "2015-10-01T10:00:01"), 1),
        (("", ""), 1),
    ],
)
def test_of_two_files_of_one_year_one_is_left_out_as_a_whole_and_named(load, write, made, kept):
    workers = ((worker("SW1"), worker("SW2")), (worker("SW1", share="1"), worker("SW3")))
    paths = [write(f"{name}.xml", census(*workers[at], made=made[at])) for at, name in enumerate("ab")]
    other = write("2014.xml", census(worker("SW2"), year=2014))
    result = load(*paths, other, as_at=None)
    assert {row["social_work_england_number"] for row in result.rows("workforce_snapshot") if row["worker_id"]} == {
        "SW1",
        ("SW2", "SW3")[kept],
        "SW2",
    }
    assert result.counts == (8, 5, 3)
    left_out = ("b.xml", "a.xml")[kept]
    issues = [issue for issue in result.issues if issue["is_rejected"]]
    assert {issue["file_name"] for issue in issues} == {left_out}
    assert {issue["reason"] for issue in issues} == {"another file holds the census of the same day"}
    (warning,) = (each for each in result.loaded.warnings if "left out" in each)
    assert warning.startswith(f"{left_out}: the census of 2015-09-30 stands in {('a.xml', 'b.xml')[kept]} too")


def test_the_same_file_under_two_names_is_read_once(load, write):
    text = census(worker("SW1"))
    result = load(write("a.xml", text), write("b.xml", text), as_at=None)
    assert len(result.rows("worker")) == 1 and result.counts == (4, 2, 2)


def test_the_sample_holds_what_another_reader_counts(load, shared):
    path = shared / "samples/workforce/csww_sample.xml"
    result = load(path, as_at=None)
    root = ElementTree.parse(path).getroot()
    count = len(root.findall("CSWWWorker"))
    assert result.counts[0] == count + 1
    assert len(result.rows("workforce_snapshot")) == result.counts[1]


def test_a_worker_in_post_of_whom_the_next_census_says_nothing_is_listed(load, write):
    left = "<RoleEndDate>2014-09-01</RoleEndDate>"
    agency = worker("AG").replace("<AgencyWorker>0", "<AgencyWorker>1")
    first = census(worker("SW1"), worker("SW2"), worker("SW3", left), agency, worker("SW4"), year=2014)
    second = census(worker("sw1"), worker("SW4", "<RoleEndDate>2015-02-01</RoleEndDate>"))
    result = load(write("2014.xml", first), write("2015.xml", second), as_at=None)
    listed = [(issue["file_name"], issue["row"], issue["value"]) for issue in result.issues]
    assert listed == [("2014.xml", 3, "SW2")] and result.counts == (9, 9, 0)


def test_a_census_two_years_later_cannot_say_who_left_in_between(load, write):
    paths = [write("2013.xml", census(worker("SW1"), year=2013)), write("2015.xml", census(worker("SW2")))]
    assert load(*paths, as_at=None).issues == []
