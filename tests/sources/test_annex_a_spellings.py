"""Codes as people write them: every code in every decoration, and the shared list of real spellings."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from purplebook.sources.annex_a.aliases import PATTERNS
from purplebook.sources.annex_a.declare import CODE, YES_NO
from purplebook.sources.annex_a.groups import GENERAL_CODES, OTHER_NAMES, RETIRED_CODES, WITHOUT_GENERAL_CODE
from purplebook.sources.annex_a.headers import plain_header
from purplebook.sources.annex_a.labels import plain_words, read_code, read_group, read_with
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


Reader = Callable[[str, str], str | None]


@dataclass(frozen=True)
class Spelling:
    """One row of the file; `is_torn` means that the file files these words under two groups."""

    header: str
    code_set: str
    group: str
    text: str
    is_torn: bool


@cache
def rows_of(path: Path) -> tuple[Spelling, ...]:
    sets = {
        (f"list_{each.number}", plain_header(column.header)): column.code_set or "yes_no_unknown"
        for each in ANNEX_A_LISTS
        for column in each.all_columns
        if column.reads in (CODE, YES_NO)
    }
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = [
            (row["column"], sets[row["first_list"], plain_header(row["column"])], row["liia_group"], text)
            for row in csv.DictReader(stream)
            if (text := row["raw_value_seen"]) is not None
        ]
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, code_set, group, text in rows:
        groups[code_set, plain_words(text)].add(group.casefold())
    return tuple(
        Spelling(header, code_set, group, text, len(groups[code_set, plain_words(text)]) > 1)
        for header, code_set, group, text in rows
    )


def judged(rows: Iterable[Spelling], reader: Reader) -> dict[str, Counter[str]]:
    """How many rows of each column have each verdict.

    'read' and 'rightly none' agree with the file; 'group' is no code of ours, and known to name the file's group.
    'stated' is read as the code, or the very label, that stands in the text, or has words that the file files under two
    groups.  'differs' is read as the words say and filed otherwise: "Probation Service" under the police, "Housing
    Providers" under courts.  'unread' is not understood.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row.header][_verdict(row, reader(row.text, row.code_set))] += 1
    return found


def _verdict(row: Spelling, code: str | None) -> str:
    wanted = _wanted(row.code_set, row.group)
    if code in wanted or code in NO_ERRORS:
        return "read"
    if code is None:
        if not wanted or row.group == "d) Exclude" or plain_words(row.text) in SAYS_NOTHING:
            return "rightly none"
        named = read_group(row.text, code_set=row.code_set)
        return "group" if named and set(named.codes) & set(wanted) else "unread"
    is_stated = re.search(rf"(?:^|[(\[]|^[a-z]{{1,2}}\d?\) ){code}(?![0-9])", row.text, re.IGNORECASE)
    is_label = any(
        plain_words(value.label) == plain_words(row.text)
        for value in CODE_SETS[row.code_set].codes
        if value.code == code
    )
    return "stated" if row.is_torn or is_stated or is_label else "differs"


def _wanted(code_set: str, group: str) -> list[str]:
    if group in ANSWERS:
        return [ANSWERS[group]]
    if found := re.match(r"([A-Z]\d):", group):
        return [found[1]]
    if group[1:2] != ")":
        return []
    return GROUPS[code_set].split("|")["abcdefghijklmnop".index(group[0])].split()


def whole(text: str, code_set: str) -> str | None:
    return read_code(text, code_set=code_set)


def by_codes_and_labels(text: str, code_set: str) -> str | None:
    return read_with(text, code_set=code_set, patterns=())


@cache
def pieces(code_set: str) -> tuple[tuple[str, str], ...]:
    """The patterns of a set with each alternative on its own, in the order in which they are tried."""
    return tuple((piece, code) for pattern, code in PATTERNS.get(code_set, ()) for piece in _alternatives(pattern))


def _alternatives(pattern: str) -> list[str]:
    parts, depth, escaped = [""], 0, False
    for mark in pattern:
        depth += 0 if escaped else (mark in "([") - (mark in ")]")
        if mark == "|" and not depth and not escaped:
            parts.append("")
        else:
            parts[-1] += mark
        escaped = mark == "\\" and not escaped
    return parts


def learned_from(rows: Iterable[Spelling]) -> Reader:
    """A reader that knows only the alternatives that one of these rows needs: as if no other row had been seen.

    That the alternatives stand in this order was still learned from all rows, so this flatters a little.
    """
    needed: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        words = plain_words(row.text)
        if by_codes_and_labels(row.text, row.code_set) is None:
            found = next((each for each in pieces(row.code_set) if re.search(each[0], words)), None)
            needed[row.code_set] |= {found} if found else set()
    kept = {name: tuple(each for each in pieces(name) if each in needed[name]) for name in needed}
    return lambda text, code_set: read_with(text, code_set=code_set, patterns=kept.get(code_set, ()))


def is_in_first_half(row: Spelling) -> bool:
    """Halves by words, not by rows: the same words never stand in both."""
    return hashlib.sha256(plain_words(row.text).encode()).digest()[0] < 128


def summed(found: dict[str, Counter[str]]) -> tuple[Counter[str], str]:
    total = sum(found.values(), Counter())
    shown = "\n".join(f"{header}: {dict(count)}" for header, count in sorted(found.items()))
    return total, f"{shown}\nall: {dict(total)}"


@pytest.fixture
def spellings(shared) -> tuple[Spelling, ...]:
    return rows_of(shared / "formats/annex_a_value_variants.csv")


def test_at_least_99_in_100_real_spellings_are_understood_and_the_rest_are_few_and_known(spellings):
    total, shown = summed(judged(spellings, whole))
    # A row that differs is not counted as understood, although its words can hardly be read otherwise.
    assert 1 - (total["unread"] + total["differs"]) / total.total() >= 0.992, shown
    assert (total["read"] + total["rightly none"] + total["group"]) / total.total() >= 0.985, shown
    assert total["unread"] <= 15 and total["differs"] <= 59 and total["stated"] <= 65, shown


def test_codes_and_labels_alone_read_a_third_of_the_spellings_and_none_wrongly(spellings):
    total, shown = summed(judged(spellings, by_codes_and_labels))
    assert (total["read"] + total["rightly none"] + total["group"]) / total.total() >= 0.34, shown
    assert total["differs"] == 0, shown


def test_alternatives_on_their_own_read_what_the_patterns_read(spellings):
    for row in spellings:
        apart = read_with(row.text, code_set=row.code_set, patterns=pieces(row.code_set))
        assert apart == whole(row.text, row.code_set), row


def test_what_is_needed_for_one_half_of_the_spellings_reads_nine_in_ten_of_the_other(spellings):
    first = [row for row in spellings if is_in_first_half(row)]
    second = [row for row in spellings if not is_in_first_half(row)]
    assert min(len(first), len(second)) > 0.4 * len(spellings)
    for seen, unseen in ((first, second), (second, first)):
        total, shown = summed(judged(unseen, learned_from(seen)))
        assert (total["read"] + total["rightly none"] + total["group"]) / total.total() >= 0.895, shown
        assert total["differs"] / total.total() <= 0.03, shown


@pytest.mark.parametrize(
    ("code_set", "text", "group", "code"),
    [
        ("ethnicity", "White", "White", "WOTH"),
        ("ethnicity", "a) Black or Black British", "Black", "BOTH"),
        ("referral_source", "HEALTH SERVICES", "Health services", "3F"),
        ("referral_source", "Local authority services", "Local authority services", "5B"),
        ("placement_type", "Foster placement", "Foster care", "U6"),
        ("placement_type", "A1 - Placed for adoption", "Placed for adoption", None),
        ("episode_end_reason", "E1", "Adopted", None),
        ("episode_end_reason", "Special guardianship order", "Special guardianship", None),
    ],
)
def test_a_text_that_names_only_a_group_is_known_as_one(code_set, text, group, code):
    named = read_group(text, code_set=code_set)
    assert named is not None and (named.name, named.general_code) == (group, code)
    assert read_code(text, code_set=code_set) == code


def test_every_named_group_is_one_of_the_code_lists_and_has_several_codes():
    named = [(code_set, group) for code_set, groups in GENERAL_CODES.items() for group in groups]
    named += [(code_set, group) for code_set, groups in WITHOUT_GENERAL_CODE.items() for group in groups]
    for others in (OTHER_NAMES, RETIRED_CODES):
        named += [(code_set, group) for code_set, groups in others.items() for group in groups.values()]
    for code_set, group in named:
        codes = [value.code for value in CODE_SETS[code_set].codes if value.group == group]
        general = GENERAL_CODES.get(code_set, {}).get(group)
        assert len(codes) > 1 and general in (None, *codes), (code_set, group)


def test_no_code_and_no_label_names_only_a_group():
    for code_set, code, label in LABELS:
        for text in (code, label, f"{code}: {label}", f"a) {code}: {label}"):
            assert read_group(text, code_set=code_set) is None, (code_set, text)


def test_a_load_counts_the_cells_that_name_only_a_group_and_keeps_their_words(load, workbook):
    header = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date of Contact", "Contact Source"]
    rows = [[str(at), "F", ethnicity, None, None, None, "6"] for at, ethnicity in enumerate(["White", "WOTH", "Mixed"])]
    result = load(workbook({"List 1": [header, *rows]}))
    assert [row["ethnicity_code"] for row in result.rows("person")].count("WOTH") == 2 and not result.issues
    (warning,) = [each for each in result.loaded.warnings if "only a group of codes" in each]
    assert "2 cells of the column 'Ethnicity'" in warning and "(MOTH, WOTH)" in warning and "Mixed" not in warning
    assert any("White" in str(row["source_cells"]) for row in result.rows("contact"))


def test_a_black_background_is_read_by_its_continent_whatever_stands_around_it():
    for before in ("Black ", "Black Brit ", "Black or Black British - ", "Black / Black Brit "):
        for word, code in (("African", "BAFR"), ("Caribbean", "BCRB"), ("Carribean", "BCRB"), ("Ugandan", "BAFR")):
            assert read_code(before + word, code_set="ethnicity") == code, before + word


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
