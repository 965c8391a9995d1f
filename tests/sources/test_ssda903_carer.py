"""When a child whom a foster carer adopts had moved in with that carer: told by the episodes and by AD1 together."""

from __future__ import annotations

from datetime import date

import pytest

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
AD1 = "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n"
BEFORE = "A1,01/05/2018,S,C2,N1,K2,PR4,01/07/2018,X1,CARPL,,,\nA1,01/07/2018,P,C2,N1,U6,PR1,01/06/2019,X1,,,,\n"


@pytest.mark.parametrize(
    ("episodes", "by_carer", "expected"),
    [
        ("A1,01/06/2019,U,E1,N1,A5,PR1,20/01/2020,E12,,,,\n", "1", date(2018, 7, 1)),
        ("A1,01/06/2019,T,C2,N1,A3,PR1,20/01/2020,E11,,,,\n", "Yes", date(2018, 7, 1)),
        # Another legal status in between changes no carer.
        ("A1,01/06/2019,L,E1,N1,U6,PR1,01/08/2019,X1,,,,\nA1,01/08/2019,T,E1,N1,A5,PR1,,,,,,\n", "1", date(2018, 7, 1)),
        # The adopter is no foster carer of the child's, or the return does not say so.
        ("A1,01/06/2019,U,E1,N1,A5,PR1,20/01/2020,E12,,,,\n", "0", None),
        ("A1,01/06/2019,U,E1,N1,A5,PR1,20/01/2020,E12,,,,\n", "", None),
        # By the reason for the new episode the carer changed, so the return does not tell the day.
        ("A1,01/06/2019,B,E1,N1,A5,PR1,20/01/2020,E12,,,,\n", "1", None),
        # Not placed for adoption yet.
        ("A1,01/06/2019,L,E1,N1,U6,PR1,,,,,,\n", "1", None),
    ],
)
def test_the_first_day_with_the_carer_who_adopts(load, write, episodes, by_carer, expected):
    result = load(
        write("2019-20 e.csv", EPISODES + BEFORE + episodes),
        write("2019-20 a.csv", f"{AD1}A1,01/01/2016,15/05/2019,01/06/2019,{by_carer},2,MF,L11\n"),
        as_at=None,
    )
    (case,) = result.rows("permanence_case")
    assert case["placed_with_foster_carer_on"] == expected
    assert case["decision_maker_agreed_on"] == date(2019, 5, 15)
    assert not result.issues
