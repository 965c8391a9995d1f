"""Codes as people write them: every code in every decoration, and the shared list of real spellings."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from purplebook.sources.annex_a.declare import CODE, YES_NO
from purplebook.sources.annex_a.headers import plain_header
from purplebook.sources.annex_a.labels import plain_words, read_code
from purplebook.sources.annex_a.lists import ANNEX_A_LISTS
from purplebook.tables.codes import CODE_SETS

SETS = sorted(
    {column.code_set for each in ANNEX_A_LISTS for column in each.all_columns if column.code_set in CODE_SETS}
)
CODES = [(name, value.code) for name in SETS for value in CODE_SETS[name].codes]
LABELS = [(name, value.code, value.label) for name in SETS for value in CODE_SETS[name].codes]
WORDS_AS_CODES = ("in_touch", "care_plan_goal", "care_leaver_eligibility", "yes_no_unknown", "return_interview_answer")

# Which of our codes the file's groups stand for, in the order of their letters; '' has no code of ours.
GROUPS = {
    "referral_source": "1A 1B 1C 1D|2A|2B|3A 3B 3C 3D 3E 3F|4|5A 5B 5C 5D|6|7|8|9|10",
    "ethnicity": "WBRI WIRI WIRT WROM WOTH|MWBC MWBA MWAS MOTH|AIND APKN ABAN AOTH|BCRB BAFR BOTH|CHNE OOTH|"
    "REFU NOBT UNKNOWN",
    "sex": "M|F|U|U",
    "adoption_reversal_reason": "RD1|RD2|RD3|RD4",
    "adopter_left_reason": "1|2|3",
    "case_status": "LAC|CPP|CIN|ASSESS|CLOSED",
    "primary_need": "N1|N2|N3|N4|N5|N6|N7|N8|N9|N0",
    "looked_after_need": "N1|N2|N3|N4|N5|N6|N7|N8||",
    "closure_reason": "RC1|RC2|RC3|RC4|RC5|RC6|RC7|RC8 RC9|",
    "abuse_category": "NEG|PHY|SAB|EMO|MUL",
    "legal_status": "C1|C2|D1|E1|V2|L1 L2 L3|J1 J2 J3",
    "in or out": "true|false",
    "placement_provider": "PR1|PR4|PR0 PR2 PR3 PR5",
    "placement_type": "U1 U2 U3 U4 U5 U6|A3 A4 A5 A6|P1|P2 H5|P3|H5|K1|K2|R1|R2|R3|R5|S1|Z1 Z11 Z12 Z13 Z14|"
    "T0 T1 T2 T3 T4",
    "episode_end_reason": "E11 E12|E2|E3|E4A E4B|E13 E17|E41|E43 E44 E45 E46 E47 E48|E5 E6|E7|E9|E14|E15|E16|E8 E17",
    "care_plan_goal": "RETURN REMAINSUP RETURN1M RETURN6M RETURNEV|ADOPTION|SGO_CAO|SUPPLIV|RESID RESPLMT|"
    "LTRELFR LTFOST LTFOST18|OTHER OTHERPLN",
    "care_leaver_eligibility": "RELEVANT|FORMER_RELEVANT|QUALIFYING|ELIGIBLE|",
    "in_touch": "YES|NO REFU NREQ||DIED RHOM",
    "accommodation_suitability": "1|2|U|",
    "accommodation": "B|C|D|E|G|H|K|R|S|T|U|V|W|X|Z|Y",
}
ANSWERS = {"True": "Y", "False": "N", "Unknown": "U"}
# Codes that the file calls errors, since they end or begin no period of care, and that are codes of the column.
NO_ERRORS = ("X1", "V3", "V4")
SAYS_NOTHING = ("", "0", "nan", "unknown", "not recorded", "not required")


@cache
def judged(path: Path) -> dict[str, Counter[str]]:
    """How many rows of each column are 'read', 'rightly none', 'stated', 'misread' and 'unread'.

    'Stated' rows are read as the code, or the very label, that stands in their text, or have words that the file files
    under two groups; the file's group differs.
    """
    sets = {
        (f"list_{each.number}", plain_header(column.header)): column.code_set or "yes_no_unknown"
        for each in ANNEX_A_LISTS
        for column in each.all_columns
        if column.reads in (CODE, YES_NO)
    }
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = [
            (
                row["column"],
                sets[row["first_list"], plain_header(row["column"])],
                row["liia_group"],
                row["raw_value_seen"],
            )
            for row in csv.DictReader(stream)
        ]
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, code_set, group, text in rows:
        groups[code_set, plain_words(text)].add(group.casefold())
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for header, code_set, group, text in rows:
        is_torn = len(groups[code_set, plain_words(text)]) > 1
        found[header][_verdict(code_set, group, text, is_torn=is_torn)] += 1
    return found


def _verdict(code_set: str, group: str, text: str, *, is_torn: bool) -> str:
    code, wanted = read_code(text, code_set=code_set), _wanted(code_set, group)
    if code in wanted or code in NO_ERRORS:
        return "read"
    if code is None:
        is_right = not wanted or group == "d) Exclude" or plain_words(text) in SAYS_NOTHING
        return "rightly none" if is_right else "unread"
    is_stated = re.search(rf"(?:^|[(\[]|^[a-z]{{1,2}}\d?\) ){code}(?![0-9])", text, re.IGNORECASE)
    is_label = any(
        plain_words(value.label) == plain_words(text) for value in CODE_SETS[code_set].codes if value.code == code
    )
    return "stated" if is_torn or is_stated or is_label else "misread"


def _wanted(code_set: str, group: str) -> list[str]:
    if group in ANSWERS:
        return [ANSWERS[group]]
    if found := re.match(r"([A-Z]\d):", group):
        return [found[1]]
    if group[1:2] != ")":
        return []
    return GROUPS[code_set].split("|")["abcdefghijklmnop".index(group[0])].split()


@pytest.fixture
def spellings(shared) -> Path:
    path = shared / "formats/annex_a_value_variants.csv"
    if not path.exists():
        pytest.skip("the shared list of spellings is not here")
    return path


def test_at_least_99_in_100_real_spellings_are_understood_and_none_misread(spellings):
    found = judged(spellings)
    total = sum(found.values(), Counter())
    shown = "\n".join(f"{header}: {dict(count)}" for header, count in sorted(found.items()))
    shown += f"\nall: {dict(total)}"
    assert total["misread"] == 0, shown
    assert total["stated"] <= 65, shown
    assert 1 - total["unread"] / total.total() >= 0.99, shown


@pytest.mark.parametrize("prefix", ["", "a) ", "q1) ", "zz)"])
@pytest.mark.parametrize("ending", ["", " ", " "])
def test_every_code_is_read_back_whatever_stands_before_it_and_whatever_its_case(prefix, ending):
    for code_set, code in CODES:
        for written in (code, code.lower(), code.title()):
            assert read_code(f"{prefix}{written}{ending}", code_set=code_set) == code, (code_set, written)


@pytest.mark.parametrize("between", [": ", ":", " - ", " – ", " — ", "-", " ", "  "])
def test_every_code_is_read_back_before_its_label(between):
    for code_set, code, label in LABELS:
        if code_set not in WORDS_AS_CODES:
            for written in (f"{code}{between}{label}", f"b) {code}{between}{label.upper()}"):
                assert read_code(written, code_set=code_set) == code, (code_set, written)


@pytest.mark.parametrize("between", [": ", " - ", " "])
def test_every_code_is_read_back_before_a_label_that_was_cut_short(between):
    for code_set, code, label in LABELS:
        if code_set not in WORDS_AS_CODES:
            for length in (3, 9, 20):
                written = f"{code}{between}{label[:length]}"
                assert read_code(written, code_set=code_set) == code, (code_set, written)


def test_every_label_alone_is_read_back_whatever_its_quotation_marks_and_dashes():
    for code_set, code, label in LABELS:
        for written in (
            label,
            label.upper(),
            f"c) {label}",
            f" {label}. ",
            f"‘{label.replace(chr(39), '’')}’",
            label.replace(" and ", " & "),
            label.replace("-", "–").replace(" ", "  "),
            f"{label} (Y/N)",
        ):
            assert read_code(written, code_set=code_set) == code, (code_set, written)


@pytest.mark.parametrize("text", ["", " ", "-", "?", "zz", "=cmd", "x" * 5000, "((((", "\x00", "’", "\\"])
def test_text_that_means_nothing_is_no_code_and_never_an_error(text):
    for code_set in SETS:
        assert read_code(text, code_set=code_set) is None, (code_set, text)
