"""Month first is refused where it is the whole column's reading; one odd date is an issue of its own row."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from purplebook.errors import BadInputError
from purplebook.outputs.register_template import sheet_name, template_workbook
from purplebook.registers.all_registers import find_register
from purplebook.sources.date_order import are_month_first

EPISODES = "CHILD,DOB,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"


def episode(child: str, day: str) -> str:
    return f"{child},02/03/2010,{day},S,C2,N1,U6,PR1,,,,,,\n"


@pytest.mark.parametrize(
    ("texts", "is_refused"),
    [
        (["12/31/2015", "12/30/2015", "01/02/2015"], True),
        (["2015-31-12", "2015-30-12"], True),
        (["12/31/2015", "12/30/2015", "31/12/2015"], False),
        (["12/31/2015", "12/30/2015", "2015-12-31 00:00:00"], False),
        (["12/31/2015", "01/02/2015"], False),
        (["12/31/2015", "12/31/2015"], False),
        # No day of any calendar says anything of the order.
        (["09/31/2026", "02/30/2026", "01/02/2015"], False),
        (
            [
                "12/31/2015",
                "12/30/2015",
                *(f"01/{month:02}/{year}" for month in range(1, 13) for year in (2013, 2014)),
            ],
            False,
        ),
        ([], False),
        (["July", ""], False),
    ],
)
def test_month_first_is_what_all_dates_of_a_column_agree_on(texts, is_refused):
    assert are_month_first(texts) is is_refused


def test_one_odd_day_in_a_return_is_its_rows_whether_alone_or_beside_another(load, write):
    odd = write("2019-20-odd.csv", EPISODES + episode("A1", "07/25/2019"))
    whole = write("2019-20-whole.csv", EPISODES + episode("A2", "25/07/2019") + episode("A3", "05/06/2019"))
    for paths in ((odd,), (odd, whole)):
        issues = [(each["file_name"], each["row"], each["column"]) for each in load(*paths, as_at=None).issues]
        assert ("2019-20-odd.csv", 2, "DECOM") in issues


def test_a_return_written_month_first_is_refused_whether_alone_or_beside_another(load, write):
    wrong = write("2019-20-odd.csv", EPISODES + episode("A1", "07/25/2019") + episode("A4", "08/26/2019"))
    whole = write("2019-20-whole.csv", EPISODES + episode("A2", "25/07/2019"))
    for paths in ((wrong,), (wrong, whole)):
        with pytest.raises(BadInputError, match=r"2019-20-odd\.csv, column 'DECOM': wrong date order"):
            load(*paths, as_at=None)


def test_an_impossible_day_in_a_register_is_an_issue_of_its_row(load, tmp_path):
    register = find_register("contacts")
    path = tmp_path / "contacts.xlsx"
    path.write_bytes(template_workbook(register))
    book = openpyxl.load_workbook(path)
    sheet = book[sheet_name(register)]
    headers = [cell.value for cell in sheet[1]]
    for number, (received, decided) in enumerate([("05/08/2015", "09/31/2026"), ("06/08/2015", "07/08/2015")], start=2):
        sheet.cell(number, headers.index("Child's number") + 1, str(number))
        sheet.cell(number, headers.index("Date of contact") + 1, received)
        sheet.cell(number, headers.index("Date of decision") + 1, decided)
    book.save(path)
    result = load(path)
    assert [(each["row"], each["column"], each["is_rejected"]) for each in result.issues] == [
        (2, "Date of decision", False)
    ]
    assert len(result.rows("contact")) == 2


def test_one_odd_day_of_a_list_of_annex_a_is_an_issue_of_its_row(load, workbook):
    headers = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Date of Contact"]
    rows = [["1", "F", None, None, None, "12/31/2014", "6"], ["2", "F", None, None, None, date(2015, 2, 1), "6"]]
    result = load(workbook({"List 1": [[*headers, "Contact Source"], *rows]}))
    assert [(each["row"], each["column"]) for each in result.issues] == [(2, "Date of Contact")]
