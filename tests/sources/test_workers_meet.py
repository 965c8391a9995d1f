"""A social worker told of by two formats is one worker, by the number of the register."""

from __future__ import annotations


def test_a_worker_of_the_dataset_and_of_the_return_meet_by_their_registration(load, write):
    workers = write(
        "w.csv",
        "prof_professional_id,prof_professional_name,prof_social_worker_registration_no\nP7,Invented Worker,SW123456\n"
        "P8,Another,\n",
    )
    contacts = write(
        "involvements.csv", "invo_involvements_id,invo_professional_id,invo_involvement_start_date\nI1,P7,2024-05-01\n"
    )
    header = write("header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/02/2010,WBRI,UN3,0,\n")
    social = write(
        "social_worker.csv", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n1,01/02/2010,SW123456,01/04/2024,,\n"
    )
    result = load(workers, contacts, header, social)
    rows = result.rows("worker")
    assert sorted((row["name"], row["social_work_england_number"]) for row in rows) == [
        ("Another", None),
        ("Invented Worker", "SW123456"),
    ]
    (one,) = (row["worker_id"] for row in rows if row["name"] == "Invented Worker")
    assert {row["worker_id"] for row in result.rows("involvement")} == {one}
