"""The SSDA903 return at the command line: a figure traced into the XML, one year's view beside that of all years."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"

XML = """<?xml version="1.0"?>
<EXPSSDA903>
  <CHILD><HEADER><CHILDID>A1</CHILDID><SEX>1</SEX><DOB>02/03/2004</DOB><ETHNIC>WBRI</ETHNIC>
    <UASC>1</UASC><DUC>01/06/2019</DUC><IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>U1</ACCOM></HEADER>
    <EPISODE><DECOM>01/05/2018</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PL>U6</PL><DEC/><REC/></EPISODE>
  </CHILD>
  <CHILD><HEADER><CHILDID>A2</CHILDID><SEX>2</SEX><DOB>02/03/2009</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC></HEADER>
    <EPISODE><DECOM>01/05/2019</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N2</CIN><PL>K2</PL><DEC/><REC/></EPISODE>
    <EPISODE><DECOM>03/06/2019</DECOM><RNE>P</RNE><LS>C2</LS><CIN>N2</CIN><PL>R1</PL><DEC/><REC/></EPISODE>
  </CHILD>
</EXPSSDA903>
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_figure_is_traced_to_the_elements_of_the_xml(place: Path, say, tmp_path: Path, encoding: str):
    path = tmp_path / "SSDA903 2019-20.xml"
    text = XML if encoding == "utf-8" else XML.partition("?>")[2].lstrip()
    path.write_bytes(text.encode(encoding))
    loaded = say("load", path, "--store", place)
    assert loaded.exit_code == 0, loaded.output
    words = ("trace", "LA01", "--child", "A2", "--store", place / "store", "--file", path)
    (row,) = json.loads(say(*words, "--json").stdout)["rows"]
    # Of the first child there are four records (header, UASC, OC3, episode), then the header and two episodes.
    assert (row["table"], row["source_row"]) == ("looked_after_period", 6)
    assert row["cells"] == [
        ["CHILDID", "A2"],
        ["DECOM", "01/05/2019"],
        ["RNE", "S"],
        ["LS", "C2"],
        ["CIN", "N2"],
        ["PL", "K2"],
    ]
    assert "The row in the file:" in say(*words).stdout


def looked_after(say, store: Path, day: str, *, as_at: str | None = None) -> float:
    """How many children were looked after on a day, by the records as they stood on another."""
    words = ["figures", "--indicator", "LA01", "--period", day, "--store", store, "--json"]
    answer = say(*words, *(() if as_at is None else ("--as-at", as_at)))
    assert answer.exit_code == 0, answer.output
    (row,) = json.loads(answer.stdout)
    return float(row["value"])


def test_one_store_answers_as_a_year_was_returned_and_as_all_years_tell_it(place: Path, say, tmp_path: Path):
    returns = {
        # A1 left on 1 March 2019, which the council wrote down only after it had sent the return of that year.
        "2018-19": ("A1,01/05/2018,S,V2,N1,U6,PR1,,,,,,\n", "A2,01/06/2018,S,C2,N1,U6,PR1,,,,,,\n"),
        "2019-20": (
            "A1,01/05/2018,S,V2,N1,U6,PR1,01/03/2019,E4A,,,,\n",
            "A2,01/06/2018,S,C2,N1,U6,PR1,,,,,,\n",
            "A3,01/06/2019,S,C2,N1,U6,PR1,,,,,,\n",
        ),
    }
    for year, lines in returns.items():
        folder = tmp_path / "returns" / year
        folder.mkdir(parents=True)
        (folder / "episodes.csv").write_text(EPISODES + "".join(lines))
        people = "".join(f"A{at},1,02/03/2010,WBRI,,,\n" for at in (1, 2, 3))
        (folder / "header.csv").write_text(HEADER + people)
    for words in (["2018-19"], ["2019-20"], ["", "--as-at", "2020-04-01"]):
        loaded = say("load", tmp_path / "returns" / words[0], *words[1:], "--store", place)
        assert loaded.exit_code == 0, loaded.output
    store = place / "store"
    # As the year was returned, then as all the returns tell it.
    assert looked_after(say, store, "2019-03-31", as_at="2019-03-31") == 2
    assert looked_after(say, store, "2019-03-31") == 1
    assert looked_after(say, store, "2020-03-31", as_at="2020-03-31") == 2
    assert looked_after(say, store, "2020-03-31") == 2
