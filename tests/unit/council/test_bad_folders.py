"""Whatever is wrong in a council's folder is said with file, line and what to write instead; nothing is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from purplebook.council import CouncilError, council_of
from tests.support.council_folder import COUNCIL, TODAY, faults_of, one_fault, read_folder, write_folder

TARGET = """[[target]]
indicator = "CL07"
value = 95
unit = "%"
direction = "at least"
since = 2015-04-01
until = 2016-03-31
source = "Plan"
"""
EVENT = '[[event]]\non = 2015-06-01\nwords = "The police joined"\nindicators = ["RF01"]\n'
STANDARD = "[child_protection_visit]\nvalues = [{ since = 2015-04-01, value = 15 }]\n"
BASELINE = '[[baseline]]\nindicator = "RF01"\non = 2014-04-01\nreason = "One front door."\n'
COMMENT = '[[commentary]]\nindicator = "RF01"\nmonth = 2015-08-31\nby = "Head of service"\ntext = "Two teams now."\n'


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ('comittee = "x"', "council.toml:3: there is no setting called 'comittee' here. Write committee."),
        (
            "committee = 7",
            'council.toml:3: committee must be words in quotation marks, not a number. Write: committee = "7".',
        ),
        ('committee = " "', "council.toml:3: committee is empty."),
        ('[officers]\ndirecter = "x"', "council.toml:4: there is no setting called 'directer' here. Write director."),
        (
            "[officers]\ndirector = true",
            "council.toml:4: director must be words in quotation marks, not true or false.",
        ),
        ('officers = "x"', "council.toml:3: officers must be a table, not words in quotation marks."),
        ('[colours]\nheading = "purple"', "council.toml:4: 'purple' is no colour."),
        ('[colours]\nheading = "#FFDD00"', "council.toml:4: #FFDD00 is too light to be read on white."),
        ('invented = "no"', "council.toml:3: invented must be true or false"),
        ('stands_for = "331"', "council.toml:3: a council that exists stands for itself."),
        ("[[meeting]]\nas_at = 2015-08-31\nheld_on = 2015-08-01", "council.toml:5: the meeting is held before the day"),
        ("[[meeting]]\nas_at = 2015-08-31", "council.toml:3: held_on is missing. Write: held_on = 2015-11-05"),
        (
            '[[partnership]]\nkind = "safegarding"\nname = "x"',
            "council.toml:4: there is no partnership of the kind 'safegarding'. Write safeguarding.",
        ),
        (
            '[[partnership]]\nkind = "safeguarding"\nname = "Board"\n'
            '[[partnership]]\nkind = "safeguarding"\nname = "Partnership"\nsince = 2019-09-29',
            "council.toml:6: two names of the safeguarding partnership hold on the same day.",
        ),
        ("committee", "council.toml:3: this is not TOML"),
        ('name = "again"', "council.toml:3: this is not TOML: Cannot overwrite a value. Keep one of them."),
    ],
)
def test_what_is_wrong_in_the_council_s_own_file_is_said(tmp_path: Path, more: str, fault: str):
    assert one_fault(tmp_path, council=COUNCIL + more + "\n").startswith(fault)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            'code = "330"',
            "code = 330",
            'council.toml:1: code must be words in quotation marks, not a number. Write: code = "330".',
        ),
        ('code = "330"\n', "", "council.toml: code is missing, the three digits of the authority."),
        ('name = "Westmarsh Council"\n', "", "council.toml: name is missing, as papers print it."),
        ('"330"', '"329"', "council.toml:1: '329' is not the code of an authority in England. The nearest are 330"),
        ('"330"', '"970"', "council.toml:1: '970' is not the code of an authority in England."),
        (
            '"330"',
            '"Solihul"',
            "council.toml:1: 'Solihul' is not the code of an authority in England. The nearest is 334",
        ),
    ],
)
def test_an_authority_that_does_not_exist_is_refused_with_the_nearest(tmp_path: Path, old: str, new: str, fault: str):
    assert one_fault(tmp_path, council=COUNCIL.replace(old, new)).startswith(fault)


def test_an_invented_council_says_so_and_may_stand_for_one_that_exists(tmp_path: Path):
    council = read_folder(tmp_path, council='code = "899"\nname = "X"\ninvented = true\nstands_for = "330"\n')
    assert (council.is_invented, council.stands_for) == (True, {"899": "330"})
    fault = one_fault(tmp_path, council='code = "899"\nname = "X"\ninvented = true\nstands_for = "329"\n')
    assert fault.startswith("council.toml:4: '329' is not the code")


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("targets.toml", TARGET.replace("since = 2015-04-01\n", ""), "1: since is missing, the first day it applies"),
        (
            "targets.toml",
            TARGET.replace("2015-04-01", '"2015-04-01"'),
            "6: since must be a day without quotation marks",
        ),
        ("targets.toml", TARGET.replace("2015-04-01", "2015-04-01T10:00:00"), "6: since must be a day"),
        ("targets.toml", TARGET.replace("2016-03-31", "2015-03-31"), "7: it ends on 2015-03-31, before it begins"),
        (
            "targets.toml",
            TARGET.replace("indicator", "indicatr"),
            "2: there is no setting called 'indicatr' here. Write indicator.",
        ),
        ("targets.toml", TARGET.replace("CL07", "CL7"), "2: there is no indicator 'CL7'. Write CL07."),
        ("targets.toml", TARGET.replace('"%"', '"days"'), '4: CL07 is in %, not days. Write: unit = "%".'),
        ("targets.toml", TARGET.replace("95", "850"), "3: 850 is no percentage. Write one from 0 to 100."),
        ("targets.toml", TARGET.replace("95", '"95"'), "3: value must be a number without quotation marks"),
        ("targets.toml", TARGET.replace("95", "true"), "3: value must be a number"),
        ("targets.toml", TARGET.replace("95", "nan"), "3: value must be a number"),
        (
            "targets.toml",
            TARGET.replace("at least", "at leat"),
            "5: a target is at least or at most, not 'at leat'. Write at least.",
        ),
        ("targets.toml", TARGET + 'only_for = ["yeer"]\n', "9: there is no kind of period called 'yeer'. Write year."),
        ("targets.toml", TARGET + 'only_for = "year"\n', "9: only_for must be a list"),
        ("targets.toml", TARGET + TARGET, "9: two targets for CL07 apply on 2015-04-01. Give the earlier an `until`"),
        ("targets.toml", TARGET.replace("[[target]]", "[target]"), "1: target must be a list of entries, not a table."),
        (
            "targets.toml",
            TARGET.replace("[[target]]", "[[targets]]"),
            "1: there is no setting called 'targets' here. Write target.",
        ),
        ("targets.toml", TARGET.replace("2015-04-01", "2015-02-30"), "6: this is not TOML"),
        (
            "standards.toml",
            STANDARD.replace("visit", "vist"),
            "1: there is no standard 'child_protection_vist'. Write child_protection_visit.",
        ),
        ("standards.toml", STANDARD.replace("15 ", '"15" '), "2: value must be a whole number without quotation marks"),
        ("standards.toml", STANDARD.replace("15 ", "0 "), "2: value must be above nought."),
        ("standards.toml", STANDARD.replace("since = 2015-04-01, ", ""), "2: since is missing."),
        (
            "standards.toml",
            STANDARD.replace("since", "sinse"),
            "2: there is no setting called 'sinse' here. Write since.",
        ),
        ("standards.toml", STANDARD + 'unit = "weeks"\n', "3: the unit of child_protection_visit is working days"),
        ("standards.toml", "child_protection_visit = 15\n", "1: child_protection_visit must be a table, not a number."),
        (
            "standards.toml",
            "[child_protection_visit]\nvalues = 15\n",
            "2: values must be a list of entries, not a number.",
        ),
        (
            "standards.toml",
            "[core_group]\nvalues = [\n  { since = 2015-04-01, until = 2016-03-31, value = 30 },\n"
            "  { since = 2016-03-31, value = 35 },\n]\n",
            "4: two values of core_group overlap: one since 2015-04-01, one since 2016-03-31.",
        ),
        (
            "standards.toml",
            "[core_group]\nvalues = [{ since = 2015-04-01, value = 30 },\n{ since = 2015-04-01, value = 35 }]\n",
            "3: two values of core_group overlap",
        ),
        (
            "standards.toml",
            "[core_group]\nvalues = [{ since = 2016-04-01, value = 30 },\n{ since = 2015-04-01, value = 35 }]\n",
            "3: the value since 2015-04-01 stands after one since 2016-04-01. Write them in order of date.",
        ),
        (
            "standards.toml",
            STANDARD + STANDARD,
            "3: this is not TOML: Cannot declare ('child_protection_visit',) twice",
        ),
        (
            "events.toml",
            EVENT.replace("2015-06-01", "2026-12-01"),
            "2: the event lies ahead: 2026-12-01 is after today, 2026-11-30.",
        ),
        ("events.toml", EVENT.replace("on = 2015-06-01\n", ""), "1: on is missing. Write: on = 2015-06-01"),
        ("events.toml", EVENT.replace("RF01", "RF1"), "4: there is no indicator 'RF1'. Write RF01."),
        ("events.toml", EVENT.replace("words", "word"), "3: there is no setting called 'word' here. Write words."),
        ("baselines.toml", BASELINE + BASELINE, "5: two new baselines of RF01 are declared for 2014-04-01."),
        ("baselines.toml", BASELINE.replace("One front door.", " "), "4: reason is empty."),
        (
            "baselines.toml",
            '[[series]]\ntitle = "t"\nreason = "r"\nparts = [{ indicator = "CP06", since = 2008-04-01 }]\n',
            "4: a broken series has two parts or more, in order of date.",
        ),
        (
            "commentary.toml",
            COMMENT.replace("2015-08-31", "2015-08-30"),
            "3: 2015-08-30 is not the last day of a month.",
        ),
        (
            "commentary.toml",
            COMMENT.replace("2015-08-31", '"August"'),
            "3: month must be a day without quotation marks",
        ),
        ("commentary.toml", COMMENT.replace("Two teams now.", " "), "5: text is empty."),
        ("commentary.toml", COMMENT.replace('by = "Head of service"\n', ""), "1: by is missing."),
        ("commentary.toml", COMMENT.replace("[[commentary]]", "[[commentary"), "1: this is not TOML"),
    ],
)
def test_what_is_wrong_in_another_file_is_said_with_its_line(tmp_path: Path, file: str, text: str, fault: str):
    assert one_fault(tmp_path, {file: text}).startswith(f"{file}:{fault}")


@pytest.mark.parametrize(
    "file", ["council.toml", "standards.toml", "targets.toml", "papers/own.md", "definitions/own.py"]
)
def test_a_file_that_is_not_utf_8_is_refused_with_the_line(tmp_path: Path, file: str):
    assert one_fault(tmp_path, {file: b"# one\n# caf\xe9\n"}).startswith(
        f"{file}:2: this is not text in UTF-8. Save the file"
    )


def test_all_faults_of_all_files_are_said_at_once(tmp_path: Path):
    files = {
        "targets.toml": TARGET.replace("95", '"95"').replace("CL07", "CL7"),
        "events.toml": EVENT.replace("RF01", "RF1"),
    }
    assert [(fault.file.name, fault.line) for fault in faults_of(tmp_path, files)] == [
        ("targets.toml", 2),
        ("targets.toml", 3),
        ("events.toml", 4),
    ]
    with pytest.raises(CouncilError, match="3 things must be put right, and nothing was read"):
        council_of(tmp_path, today=TODAY)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("2015-04-01T10:00:00", "6: since must be a day without quotation marks, not a day with an hour."),
        ("[" * 5000, "lists stand in lists too deep."),
    ],
)
def test_an_odd_value_is_named_for_what_it_is(tmp_path: Path, value: str, fault: str):
    assert fault in one_fault(tmp_path, {"targets.toml": TARGET.replace("2015-04-01", value)})


def test_half_a_day_is_no_standard(tmp_path: Path):
    said = one_fault(tmp_path, {"standards.toml": STANDARD.replace("15 }", "1.5 }")})
    assert said == "standards.toml:2: value must be a whole number, not 1.5. Write: value = 10."


@pytest.mark.parametrize("name", ["targets.toml", "events.toml", "commentary.toml"])
@pytest.mark.parametrize("kind", ["folder", "link to nothing", "link to itself"])
def test_what_is_no_file_is_not_passed_over(tmp_path: Path, name: str, kind: str):
    path = tmp_path / name
    if kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("nothing.txt" if kind == "link to nothing" else name)
    assert one_fault(tmp_path).startswith(f"{name}: this is no file that can be read.")


@pytest.mark.parametrize("name", ["papers", "definitions"])
def test_what_is_no_folder_is_not_passed_over(tmp_path: Path, name: str):
    assert one_fault(tmp_path, {name: "words"}) == f"{name}: this is no folder. Make it a folder, or take it away."


def test_a_fault_of_the_council_s_own_file_hides_no_other(tmp_path: Path):
    files = {"targets.toml": TARGET.replace("95", '"95"')}
    faults = faults_of(tmp_path, files, council=COUNCIL + "comittee = 1\n")
    assert [(fault.file.name, fault.line) for fault in faults] == [("council.toml", 3), ("targets.toml", 3)]


@pytest.mark.parametrize("name", ["events.toml", "papers/own.md", "definitions/own.py"])
def test_a_sign_that_nobody_can_see_is_refused_with_its_line(tmp_path: Path, name: str):
    said = one_fault(tmp_path, {name: "# one\n# t\x01wo\n"})
    assert said == f"{name}:2: there is a sign here that nobody can see. Take it away, or type the line anew."


def test_nor_may_it_be_written_by_its_number(tmp_path: Path):
    said = one_fault(tmp_path, council=COUNCIL + 'committee = "Committee\\u0001"\n')
    assert said.startswith("council.toml:3: committee holds a sign that nobody can see.")


def test_a_file_whose_name_is_nearly_ours_is_not_passed_over(tmp_path: Path):
    assert (
        one_fault(tmp_path, {"target.toml": TARGET})
        == "target.toml: nothing reads a file of this name. Call it targets.toml."
    )


def test_every_file_but_the_council_s_own_may_be_missing(tmp_path: Path):
    council = read_folder(tmp_path)
    assert (council.words.code, council.words.name, council.targets, council.notices) == (
        "330",
        "Westmarsh Council",
        (),
        (),
    )


def test_a_target_of_a_partner_stands_beside_our_own(tmp_path: Path):
    council = read_folder(tmp_path, {"targets.toml": TARGET + TARGET + 'partner = "Adoption agency"\n'})
    assert [target.partner for target in council.targets] == ["", "Adoption agency"]


def test_one_target_may_follow_another_on_the_next_day(tmp_path: Path):
    after = TARGET.replace("2016-03-31", "2017-03-31").replace("2015-04-01", "2016-04-01")
    assert len(read_folder(tmp_path, {"targets.toml": TARGET + after}).targets) == 2


def test_what_an_earlier_purplebook_kept_in_the_store_is_read_and_said(tmp_path: Path):
    old = '[authority]\ncode = "899"\nname = "Our Council"\n[store]\nfolder = "records"\n'
    folder = write_folder(tmp_path / "old", {"purplebook.toml": old, "records/targets.toml": TARGET})
    (folder / "council.toml").unlink()
    council = council_of(folder, today=TODAY)
    assert (council.words.code, council.store_path, len(council.targets)) == ("899", folder / "records", 1)
    assert [notice.split(" is ")[0] for notice in council.notices] == [
        str(folder / "purplebook.toml"),
        str(folder / "records" / "targets.toml"),
    ]


def test_two_files_of_one_kind_are_refused(tmp_path: Path):
    fault = one_fault(tmp_path, {"targets.toml": TARGET, "store/targets.toml": TARGET})
    assert fault.startswith("store/targets.toml: there is a targets.toml beside council.toml as well.")
