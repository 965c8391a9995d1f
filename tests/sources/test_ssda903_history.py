"""Several years of the SSDA903 return as one history, and the return as XML and as a workbook."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from purplebook.errors import BadInputError
from purplebook.sources import annex_a, canonical_csv, sense, ssda903
from purplebook.sources.files import examine

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"


@pytest.fixture(autouse=True)
def _formats(monkeypatch):
    monkeypatch.setattr("purplebook.sources.read.FORMATS", (ssda903, canonical_csv, annex_a))


@pytest.fixture
def returns(tmp_path):
    """Write the files of several years, each in a folder of its own, and give the folder of them all."""
    root = tmp_path / "returns"

    def run(files):
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return root

    return run


def test_a_later_year_closes_the_episode_that_an_earlier_left_open(load, returns):
    folder = returns(
        {
            "2018-19/episodes.csv": EPISODES + "A1,01/05/2018,S,V2,N1,U6,PR1,,X1,,,,\n",
            "2019-20/episodes.csv": EPISODES
            + "A1,01/05/2018,S,V2,N1,U6,PR1,03/06/2019,X1,CARPL,,,\n"
            + "A1,03/06/2019,P,C1,N1,K2,PR4,,,,,,\n",
            "2020-21/episodes.csv": EPISODES + "A1,03/06/2019,P,C1,N1,K2,PR4,09/09/2020,E4A,,,,\n",
        }
    )
    result = load(folder, as_at=None)
    assert result.counts == (4, 4, 0)
    assert not result.issues
    first, second = sorted(result.rows("looked_after_episode"), key=lambda row: str(row["started_on"]))
    assert (first["ended_on"], first["end_reason_code"], first["return_year"]) == (date(2019, 6, 3), "X1", 2020)
    assert (second["ended_on"], second["end_reason_code"], second["return_year"]) == (date(2020, 9, 9), "E4A", 2021)
    (period,) = result.rows("looked_after_period")
    assert (period["started_on"], period["ended_on"], period["end_reason_code"]) == (
        date(2018, 5, 1),
        date(2020, 9, 9),
        "E4A",
    )
    assert len(result.rows("placement")) == 2
    assert {row["looked_after_period_id"] for row in result.rows("placement")} == {period["looked_after_period_id"]}
    assert sorted((row["status_code"], row["ended_on"]) for row in result.rows("legal_status")) == [
        ("C1", date(2020, 9, 9)),
        ("V2", date(2019, 6, 3)),
    ]


def test_the_order_in_which_files_are_given_changes_nothing(load, returns):
    folder = returns(
        {
            "2018-19/e.csv": EPISODES + "A1,01/05/2018,S,V2,N1,U6,PR1,,,,,,\n",
            "2019-20/e.csv": EPISODES + "A1,01/05/2018,S,V2,N1,U6,PR1,03/06/2019,E4A,,,,\n",
        }
    )
    early, late = folder / "2018-19", folder / "2019-20"
    one, other = load(early, late, as_at=None), load(late, early, as_at=None)
    assert one.rows("looked_after_episode")[0]["ended_on"] == other.rows("looked_after_episode")[0]["ended_on"]


def test_the_folder_of_one_year_may_be_given_itself(load, returns):
    folder = returns({"2018-19/e.csv": EPISODES + "A1,01/05/2018,S,V2,N1,U6,PR1,,,,,,\n"})
    result = load(folder / "2018-19", as_at=None)
    assert [row["return_year"] for row in result.rows("looked_after_episode")] == [2019]
    assert not result.loaded.warnings


def test_dates_after_the_year_that_the_folder_names_are_warned_of(load, returns):
    folder = returns({"2018-19/e.csv": EPISODES + "A1,01/05/2020,S,V2,N1,U6,PR1,,,,,,\n"})
    result = load(folder, as_at=None)
    assert [row["return_year"] for row in result.rows("looked_after_episode")] == [2019]
    assert any("dates lie after it" in warning for warning in result.loaded.warnings)


def test_without_a_year_in_any_name_the_dates_tell_it_with_a_warning(load, write):
    result = load(write("e.csv", EPISODES + "A1,01/05/2018,S,V2,N1,U6,PR1,,,,,,\n"), as_at=None)
    assert [row["return_year"] for row in result.rows("looked_after_episode")] == [2019]
    assert any("the name tells no year" in warning for warning in result.loaded.warnings)


def test_an_episode_told_otherwise_by_a_later_return_is_listed(load, returns):
    folder = returns(
        {
            "2018-19/e.csv": EPISODES + "A1,01/05/2018,S,V2,N1,U6,PR1,,,,,,\n",
            "2019-20/e.csv": EPISODES + "A1,01/05/2018,S,C1,N1,U6,PR1,,,,,,\n",
        }
    )
    result = load(folder, as_at=None)
    (episode,) = result.rows("looked_after_episode")
    assert episode["legal_status_code"] == "C1"
    (issue,) = result.issues
    assert (issue["file_name"], issue["row"], issue["column"], issue["value"]) == ("2018-19/e.csv", 2, "LS", "V2")
    assert not issue["is_rejected"]


def test_an_earlier_end_stays_when_a_later_return_repeats_the_episode_open(load, returns):
    folder = returns(
        {
            "2018-19/e.csv": EPISODES + "A1,01/05/2018,S,V2,N1,U6,PR1,01/06/2018,E4A,,,,\n",
            "2019-20/e.csv": EPISODES + "A1,01/05/2018,S,V2,N1,U6,PR1,,X1,,,,\n",
        }
    )
    (episode,) = load(folder, as_at=None).rows("looked_after_episode")
    assert (episode["ended_on"], episode["end_reason_code"]) == (date(2018, 6, 1), "E4A")


def test_reviews_people_and_missing_repeated_in_two_years_are_counted_once(load, returns):
    reviews = "CHILD,DOB,REVIEW,REVIEW_CODE\nA1,02/03/2010,05/05/2018,PN1\n"
    missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\nA1,02/03/2010,M,30/03/2019,"
    folder = returns(
        {
            "2018-19/h.csv": HEADER + "A1,1,02/03/2010,WBRI,,0,\n",
            "2018-19/r.csv": reviews,
            "2018-19/m.csv": missing + "\n",
            "2019-20/h.csv": HEADER + "A1,1,02/03/2010,WBRI,,1,\n",
            "2019-20/r.csv": reviews,
            "2019-20/m.csv": missing + "04/04/2019\n",
        }
    )
    result = load(folder, as_at=None)
    assert result.counts == (6, 6, 0)
    assert [row["ended_on"] for row in result.rows("missing_episode")] == [date(2019, 4, 4)]
    assert len(result.rows("looked_after_review")) == 1
    assert [row["is_mother"] for row in result.rows("person")] == [True]


def test_overlapping_and_backward_episodes_are_kept_and_listed(load, returns):
    folder = returns(
        {
            "2018-19/e.csv": EPISODES
            + "A1,01/05/2018,S,V2,N1,U6,PR1,01/07/2018,X1,,,,\n"
            + "A1,01/06/2018,P,V2,N1,K2,PR4,,,,,,\n"
            + "A2,01/06/2018,S,V2,N1,K2,PR4,01/05/2018,E4A,,,,\n"
        }
    )
    result = load(folder, as_at=None)
    assert len(result.rows("looked_after_episode")) == 3
    listed = {(issue["reason"], issue["row"]) for issue in result.issues}
    assert {(sense.OVERLAPS.reason, 3), (sense.ENDS_FIRST.reason, 4)} <= listed
    assert not any(issue["is_rejected"] for issue in result.issues)


def test_a_start_that_is_no_date_leaves_the_row_out_and_lists_it_once(load, returns):
    folder = returns({"2018-19/e.csv": EPISODES + "A1,31/02/2018,S,V2,N1,U6,PR1,,,,,,\nA2,,S,V2,N1,U6,PR1,,,,,,\n"})
    result = load(folder, as_at=None)
    assert result.counts == (2, 0, 2)


def test_a_placement_goes_on_while_the_carer_is_the_same(load, returns):
    folder = returns(
        {
            "2018-19/e.csv": EPISODES
            + "A1,01/05/2018,S,V2,N1,U6,PR1,01/06/2018,X1,,,,\n"
            + "A1,01/06/2018,T,V2,N1,U4,PR1,01/07/2018,X1,,,,\n"
            + "A1,01/07/2018,U,C1,N1,U4,PR1,01/08/2018,X1,,,,\n"
            + "A1,01/08/2018,B,C2,N1,K2,PR4,01/09/2018,X1,,,,\n"
            + "A1,01/09/2018,P,C2,N1,K1,PR4,,,,,,\n"
        }
    )
    result = load(folder, as_at=None)
    rows = sorted(result.rows("placement"), key=lambda row: str(row["started_on"]))
    assert [(row["started_on"], row["ended_on"], row["placement_type"]) for row in rows] == [
        (date(2018, 5, 1), date(2018, 8, 1), "U4"),
        (date(2018, 8, 1), date(2018, 9, 1), "K2"),
        (date(2018, 9, 1), None, "K1"),
    ]
    by_start = {row["started_on"]: row["placement_id"] for row in result.rows("looked_after_episode")}
    assert by_start[date(2018, 7, 1)] == by_start[date(2018, 5, 1)] == rows[0]["placement_id"]


def test_a_child_who_comes_back_has_two_periods_and_short_breaks_one_each(load, returns):
    folder = returns(
        {
            "2018-19/e.csv": EPISODES
            + "A1,01/05/2018,S,V3,N2,K2,PR1,03/05/2018,E4A,,,,\n"
            + "A1,01/06/2018,S,V3,N2,K2,PR1,03/06/2018,E4A,,,,\n"
        }
    )
    assert len(load(folder, as_at=None).rows("looked_after_period")) == 2


def test_a_start_after_a_period_that_should_go_on_ends_that_period_and_is_listed(load, returns):
    folder = returns(
        {
            "2018-19/e.csv": EPISODES
            + "A1,01/05/2018,S,V2,N2,K2,PR1,03/05/2018,X1,,,,\n"
            + "A1,03/05/2018,S,V2,N2,K2,PR1,,,,,,\n"
        }
    )
    result = load(folder, as_at=None)
    rows = sorted(result.rows("looked_after_period"), key=lambda row: str(row["started_on"]))
    assert [(row["ended_on"], row["end_reason_code"]) for row in rows] == [(date(2018, 5, 3), None), (None, None)]
    assert [(issue["row"], issue["column"]) for issue in result.issues] == [(3, "RNE")]


def test_a_history_that_begins_before_the_first_return_is_said_to(load, returns):
    folder = returns({"2018-19/e.csv": EPISODES + "A1,01/05/2017,P,V2,N1,U6,PR1,,,,,,\n"})
    result = load(folder, as_at=None)
    assert any("1 period of being looked after began before" in warning for warning in result.loaded.warnings)


XML = """<?xml version="1.0"?>
<EXPSSDA903>
  <CHILD><HEADER><CHILDID>A1</CHILDID><UPN>UN1</UPN><SEX>1</SEX><DOB>02/03/2004</DOB><ETHNIC>WBRI</ETHNIC>
    <UASC>1</UASC><DUC>01/06/2019</DUC><IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>U1</ACCOM>
    <AREVIEW><REVIEW>05/05/2019</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
    <AMISSING><MISSING>M</MISSING><MIS_START>06/05/2019</MIS_START></AMISSING>
    <PERMANENCE><PREV_PERM>P1</PREV_PERM><DATE_PERM>zz/05/2010</DATE_PERM></PERMANENCE>
    <OC2><CONVICTED>0</CONVICTED><SDQ_SCORE>11</SDQ_SCORE></OC2></HEADER>
    <EPISODE><DECOM>01/05/2019</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PL>U6</PL><DEC/><REC/></EPISODE>
  </CHILD>
  <CHILD><HEADER><CHILDID>A2</CHILDID><SEX>2</SEX><DOB>02/03/2009</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC></HEADER>
  </CHILD>
</EXPSSDA903>
"""


def test_the_xml_holds_the_same_rows(load, returns):
    result = load(returns({"2019-20/return.xml": XML}), as_at=None)
    assert result.counts == (9, 9, 0)
    assert not result.issues
    assert len(result.rows("person")) == 2
    (episode,) = result.rows("looked_after_episode")
    assert (episode["placement_type"], episode["started_on"], episode["ended_on"]) == ("U6", date(2019, 5, 1), None)
    assert len(result.rows("health_check")) == 2
    (attribute,) = result.rows("person_attribute")
    assert (attribute["attribute_type"], attribute["ended_on"]) == ("UASC", date(2019, 6, 1))
    (review,) = result.rows("looked_after_review")
    assert review["looked_after_period_id"] == episode["looked_after_period_id"]
    (previous,) = result.rows("permanence_case")
    assert previous["previous_order_month"] == "zz/05/2010"
    assert result.rows("care_leaver_snapshot")[0]["snapshot_on"] == date(2020, 3, 2)


def test_an_xml_element_that_is_not_of_the_return_is_listed(load, returns):
    text = XML.replace("<EPISODE>", "<STRANGE><THING>x</THING></STRANGE><EPISODE>")
    result = load(returns({"2019-20/return.xml": text}), as_at=None)
    assert result.counts == (10, 9, 1)


@pytest.mark.parametrize("before", ["", "<!-- <EXPSSDA903> -->\n"])
def test_an_xml_with_a_document_type_is_refused(load, returns, tmp_path, before):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    text = XML.replace("<EXPSSDA903>", before + f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret}">]>\n<EXPSSDA903>')
    with pytest.raises(BadInputError, match="DOCTYPE"):
        load(returns({"2019-20/return.xml": text}), as_at=None)


def test_an_xml_cut_short_is_refused_without_a_word_of_its_contents(load, returns):
    with pytest.raises(BadInputError, match="cut short or damaged") as error:
        load(returns({"2019-20/return.xml": XML[:400]}), as_at=None)
    assert "A1" not in str(error.value)


def test_an_xml_in_utf_16_gives_the_same_rows(load, tmp_path):
    path = tmp_path / "2019-20.xml"
    path.write_bytes(XML.replace('<?xml version="1.0"?>', "").lstrip().encode("utf-16"))
    assert load(path, as_at=None).counts == (9, 9, 0)


def test_an_adoption_whose_decision_has_two_days_is_joined_and_listed(load, returns):
    folder = returns(
        {
            "2019-20/e.csv": EPISODES + "A1,01/05/2018,S,C1,N1,U6,PR1,,,,,,\n",
            "2019-20/p.csv": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\nA1,,01/05/2019,,\n",
            "2019-20/a.csv": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n"
            "A1,,02/05/2019,01/07/2019,0,2,MF,L11\n",
        }
    )
    result = load(folder, as_at=None)
    (case,) = result.rows("permanence_case")
    assert (case["decision_maker_agreed_on"], case["matched_on"]) == (date(2019, 5, 1), date(2019, 7, 1))
    assert [issue["column"] for issue in result.issues] == ["DATE_INT"]


def test_a_reversed_decision_and_the_next_are_two_cases(load, returns):
    folder = returns(
        {
            "2019-20/e.csv": EPISODES
            + "A1,01/05/2018,S,C1,N1,U6,PR1,01/02/2020,X1,CARPL,,,\nA1,01/02/2020,B,E1,N1,A6,PR1,,,,,,\n",
            "2019-20/p.csv": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n"
            "A1,,01/06/2018,01/01/2019,RD1\nA1,,01/06/2019,,\n",
        }
    )
    rows = sorted(
        load(folder, as_at=None).rows("permanence_case"), key=lambda row: str(row["decision_maker_agreed_on"])
    )
    assert [(row["reversed_reason"], row["placed_on"]) for row in rows] == [("RD1", None), (None, date(2020, 2, 1))]
    assert [row["entered_care_on"] for row in rows] == [date(2018, 5, 1), date(2018, 5, 1)]


def test_deprivation_of_liberty_stands_beside_the_legal_status(load, returns):
    folder = returns(
        {
            "2026-27/e.csv": EPISODES + "A1,01/05/2026,S,C1,N1,K2,PR1,,,,,,\n",
            "2026-27/d.csv": "CHILD,DOB,DOLO_START,DOLO_END\nA1,,01/06/2026,01/07/2026\n",
        }
    )
    rows = load(folder, as_at=None).rows("legal_status")
    assert sorted((row["status_code"], row["ended_on"]) for row in rows) == [("C1", None), ("DOLO", date(2026, 7, 1))]


def test_another_xml_is_not_recognised(tmp_path):
    path = tmp_path / "census.xml"
    path.write_text("<Message><Children/></Message>")
    assert not ssda903.recognise(examine(path))


def test_a_workbook_has_one_sheet_for_each_file(load, workbook):
    path = workbook(
        {
            "Notes": [["About this return"]],
            "Header": [HEADER.strip().split(","), ["A1", 1, date(2010, 3, 2), "WBRI", "UN1", 0, None]],
            "previous_permenance": [["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"], ["A1", None, "Z1"]],
            "Episodes": [
                EPISODES.strip().split(","),
                ["A1", date(2019, 5, 1), "S", "V2", "N1", "U6", "PR1", None, None, None, None, None, 1234567],
            ],
        },
        name="SSDA903 2019-20.xlsx",
    )
    result = load(path, as_at=None)
    assert result.counts == (3, 3, 0)
    assert any("'Notes'" in warning for warning in result.loaded.warnings)
    (episode,) = result.rows("looked_after_episode")
    assert (episode["started_on"], episode["provider_reference"]) == (date(2019, 5, 1), "1234567")
    assert not result.issues


def test_a_workbook_of_another_kind_is_not_recognised(workbook):
    assert not ssda903.recognise(examine(workbook({"List 1": [["Child Unique ID", "Date of Contact"]]})))


def test_short_breaks_and_being_looked_after_are_periods_of_their_own(load, returns):
    folder = returns(
        {
            "2019-20/episodes.csv": EPISODES
            + "A1,01/05/2019,S,V4,N1,U6,PR1,01/09/2019,X1,,,,\n"
            + "A1,01/09/2019,L,C2,N1,U6,PR1,01/12/2019,X1,CARPL,,,\n"
            + "A1,01/12/2019,P,C2,N1,K2,PR4,,,,,,\n",
        }
    )
    result = load(folder, as_at=None)
    assert not result.issues
    first, second = sorted(result.rows("looked_after_period"), key=lambda row: str(row["started_on"]))
    # X1: the child goes on in another period, and has not ceased to be looked after for it.
    assert (first["started_on"], first["ended_on"], first["end_reason_code"]) == (
        date(2019, 5, 1),
        date(2019, 9, 1),
        "X1",
    )
    assert (second["started_on"], second["ended_on"]) == (date(2019, 9, 1), None)
    of_period = [row["looked_after_period_id"] for row in result.rows("looked_after_episode")]
    assert (
        of_period.count(first["looked_after_period_id"]),
        of_period.count(second["looked_after_period_id"]),
    ) == (1, 2)


def test_two_periods_of_one_child_in_an_xml_are_two_and_every_record_of_the_file_is_counted(load, returns):
    """The elements that are records are counted here by Python's own parser, which knows nothing of the reader."""
    episode = (
        "<EPISODE><DECOM>{}</DECOM><RNE>{}</RNE><LS>V2</LS><CIN>N1</CIN><PL>U6</PL><DEC>{}</DEC><REC>{}</REC></EPISODE>"
    )
    episodes = [
        episode.format("01/05/2019", "S", "01/06/2019", "X1"),
        episode.format("01/06/2019", "P", "01/07/2019", "E4A"),
        episode.format("01/12/2019", "S", "", ""),
    ]
    text = re.sub(r"<EPISODE>.*</EPISODE>", "".join(episodes), XML)
    result = load(returns({"2019-20/return.xml": text}), as_at=None)
    records = {"HEADER", "EPISODE", "AREVIEW", "AMISSING", "PERMANENCE", "OC2"}
    elements = [element.tag for element in ElementTree.fromstring(text.encode()).iter()]
    in_header = 1 + 1  # the asylum seeker's record and the care leaver's, which the first child's header holds
    assert result.counts[0] == sum(tag in records for tag in elements) + in_header == 11
    assert result.counts[0] == result.counts[1] + result.counts[2]
    periods = {row["looked_after_period_id"]: row for row in result.rows("looked_after_period")}
    assert sorted((row["started_on"], row["ended_on"]) for row in periods.values() if row["ended_on"]) == [
        (date(2019, 5, 1), date(2019, 7, 1))
    ]
    assert [row["started_on"] for row in periods.values() if not row["ended_on"]] == [date(2019, 12, 1)]
    of = [row["looked_after_period_id"] for row in result.rows("looked_after_episode")]
    assert sorted(of.count(key) for key in periods) == [1, 2]
