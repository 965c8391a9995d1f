"""A census damaged in any way is loaded with every child accounted for, or refused in words that tell no child's data.

Each test damages one sound file (`CENSUS`) in its own way; `judge` holds the outcome to the promise.
"""

from __future__ import annotations

import copy
import re
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from purplebook.errors import BadInputError
from purplebook.sources.read import read_files

NAME = "census.xml"
LOADED, REFUSED = "loaded", "refused"


def _child(at: int) -> str:
    return f"""
<Child><ChildIdentifiers><LAchildID>SECRET-{at}</LAchildID><UPN>H80120000100{at}</UPN>
<PersonBirthDate>2009-11-2{at}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity>
<Disabilities><Disability>HAND</Disability><Disability>COMM</Disability></Disabilities></ChildCharacteristics>
<CINdetails><CINreferralDate>2024-06-0{at}</CINreferralDate><ReferralSource>5D</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode>
<Assessments><AssessmentActualStartDate>2024-06-11</AssessmentActualStartDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors><AssessmentFactors>24A</AssessmentFactors>
</FactorsIdentifiedAtAssessment></Assessments>
<CINPlanDates><CINPlanStartDate>2024-07-12</CINPlanStartDate></CINPlanDates>
<Section47><S47ActualStartDate>2024-06-13</S47ActualStartDate><DateOfInitialCPC>2024-06-24</DateOfInitialCPC>
<ICPCnotRequired>false</ICPCnotRequired></Section47><ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2024-06-25</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>1</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2024-09-15</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails></Child>"""


HEADER = """<Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>
<ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails><Source><LEA>899</LEA></Source></Header>"""
CENSUS = f"<Message>{HEADER}<Children>{''.join(map(_child, range(1, 4)))}\n</Children></Message>\n"
TAGS = sorted(set(re.findall(r"<(\w+)>", CENSUS)))
CELLS = sorted({cell for cell in re.findall(r">([^<>\n]{4,})<", CENSUS)})


def judge(content: bytes) -> str:
    """Load the bytes; return what became of them, having held that to the promise."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        path.write_bytes(content)
        try:
            loaded = read_files([path], staging=Path(folder) / "read", authority_code="899", as_at=None)
        except BadInputError as error:
            assert str(error).startswith(NAME)
            assert not [cell for cell in CELLS if cell in str(error)]
            return REFUSED
        (batch,) = loaded.batches
        issues = pq.read_table(loaded.issues_path).to_pylist()
        people = pq.read_table(loaded.table_paths["person"]).num_rows if "person" in loaded.table_paths else 0
    assert batch.rows_read == batch.rows_loaded + batch.rows_rejected
    # A child is one row of the file, so what was loaded are people, and what was not is listed.
    assert people == batch.rows_loaded
    assert len({issue["row"] for issue in issues if issue["is_rejected"]}) == batch.rows_rejected
    assert all(issue["file_name"] == NAME and issue["reason"] and issue["what_to_do"] for issue in issues)
    assert batch.rows_read == _children_in(content)
    return LOADED


def _children_in(content: bytes) -> int:
    """How many children another reader finds, a child inside a child not counted."""

    def count(element: ElementTree.Element) -> int:
        return 1 if element.tag.rpartition("}")[2] == "Child" else sum(map(count, element))

    return count(ElementTree.fromstring(content))


def test_the_sound_file_loads():
    assert judge(CENSUS.encode()) == LOADED


@settings(max_examples=25)
@given(
    collection=st.sampled_from(["CIN", " CIN\n", "cin", "SWF", "", "&#67;IN"]),
    year=st.sampled_from(["2025", "", "25", "20-25", "two", "99999", "-1"]),
    day=st.sampled_from(
        ["2025-03-31", "2025-03-31T00:00:00Z", "31/03/2025", "20250331", "", "2025-02-30", "0001-03-31", "9999-12-31"]
    ),
    kind=st.sampled_from(["as it is", "none", "twice", "last", "empty", "bare"]),
)
@example(collection="CIN", year="1", day="0001-01-01", kind="as it is")
@example(collection="CIN", year="9999", day="9999-12-31", kind="as it is")
def test_any_header(collection, year, day, kind):
    header = HEADER.replace(">CIN<", f">{collection}<").replace(">2025<", f">{year}<").replace("2025-03-31", day)
    whole = CENSUS.replace(HEADER, "")
    content = {
        "as it is": CENSUS.replace(HEADER, header),
        "none": whole,
        "twice": CENSUS.replace(HEADER, header + HEADER),
        "last": whole.replace("</Message>", f"{header}</Message>"),
        "empty": CENSUS.replace(HEADER, "<Header/>"),
        "bare": whole.replace("<Children>", "").replace("</Children>", ""),
    }[kind]
    # The children are there and sound, whatever the header says; it decides only what the file is known as.
    assert judge(content.encode()) == LOADED


@pytest.mark.parametrize(
    ("declared", "written", "outcome"),
    [
        (None, "utf-8", LOADED),
        (None, "utf-8-sig", LOADED),
        ("UTF-8", "utf-8-sig", LOADED),
        (None, "utf-16", LOADED),
        ("UTF-16", "utf-16", LOADED),
        ("ISO-8859-1", "latin-1", LOADED),
        ("windows-1252", "cp1252", LOADED),
        ("utf-8", "latin-1", REFUSED),
        (None, "latin-1", REFUSED),
        ("utf-16", "utf-8", None),
        ("no-such-encoding", "utf-8", REFUSED),
        ("", "utf-8", REFUSED),
        (None, "utf-16-le", REFUSED),
        (None, "utf-32", REFUSED),
        (None, "utf-7", None),
        (None, "cp037", REFUSED),
    ],
)
def test_any_encoding(declared, written, outcome):
    text = CENSUS.replace("SECRET-1", "SECRET-é")
    start = "" if declared is None else f'<?xml version="1.0" encoding="{declared}"?>'
    found = judge((start + text).encode(written))
    assert outcome in (None, found)


@settings(max_examples=25)
@given(place=st.integers(0, len(CENSUS.rstrip()) - 1), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@example(place=0, encoding="utf-8")
@example(place=0, encoding="utf-16")
@example(place=len(CENSUS.rstrip()) - 1, encoding="utf-8")
def test_a_file_cut_short_anywhere_is_refused(place, encoding):
    whole = CENSUS.rstrip().encode(encoding)
    assert judge(whole[: len(whole) * place // len(CENSUS.rstrip())]) == REFUSED


@settings(max_examples=25)
@given(flips=st.lists(st.tuples(st.integers(0, len(CENSUS) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_any_bytes_changed(flips):
    content = bytearray(CENSUS.encode())
    for place, byte in flips:
        content[place] = byte
    judge(bytes(content))


@settings(max_examples=20)
@given(
    old=st.sampled_from(TAGS),
    new=st.sampled_from([*TAGS, "child", "CHILD", "Unknown", "é", "a.b-c", "_"]),
    only_first=st.booleans(),
)
@example(old="Child", new="Unknown", only_first=False)
@example(old="CINdetails", new="Child", only_first=False)
def test_any_element_under_another_name(old, new, only_first):
    count = 1 if only_first else -1
    judge(CENSUS.replace(f"<{old}>", f"<{new}>", count).replace(f"</{old}>", f"</{new}>", count).encode())


@settings(max_examples=25)
@given(data=st.data())
def test_any_element_left_out_or_told_twice_or_put_elsewhere(data):
    root = ElementTree.fromstring(CENSUS)
    for _ in range(data.draw(st.integers(1, 3))):
        inside = [(parent, child) for parent in root.iter() for child in parent]
        if not inside:
            break
        parent, child = data.draw(st.sampled_from(inside))
        what = data.draw(st.sampled_from(["leave out", "twice", "elsewhere"]))
        if what == "leave out":
            parent.remove(child)
            continue
        places = [each for each in root.iter() if each not in child.iter()]
        to = parent if what == "twice" else data.draw(st.sampled_from(places))
        to.insert(data.draw(st.integers(0, len(to))), copy.deepcopy(child))
    judge(ElementTree.tostring(root, encoding="utf-8"))


@settings(max_examples=25)
@given(
    tag=st.sampled_from(sorted(set(re.findall(r"<(\w+)>[^<\n]", CENSUS)))),
    value=st.sampled_from(
        ["", " ", "1a", "24a", "RB", "31/02/2024", "2024-06-01T25:00", "infinity", "99", "-1", "é\u200b"]
    )
    | st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\ufffe\uffff"), max_size=8)
    | st.sampled_from(["9" * 400, "1e9", "NaN", "NULL", "'; DROP TABLE person; --", "\ufeff", "0001-01-01"]),
    only_first=st.booleans(),
)
@example(tag="AssessmentFactors", value="24a", only_first=True)
@example(tag="LAchildID", value="", only_first=False)
@example(tag="LAchildID", value="7", only_first=False)
def test_any_value_in_any_element(tag, value, only_first):
    root = ElementTree.fromstring(CENSUS)
    for element in list(root.iter(tag))[: 1 if only_first else None]:
        element.text = value
    assert judge(ElementTree.tostring(root, encoding="utf-8")) == LOADED
