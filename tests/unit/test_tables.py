"""The declared tables: sound in themselves, and the whole of the canonical model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from purplebook.tables import DATA_TABLES, SYSTEM_TABLES, TABLES_BY_NAME
from purplebook.tables.schema import (
    COMMON_COLUMNS,
    Column,
    Table,
    Where,
    code,
    date,
    identifier,
    link,
    once,
    only_for,
    text,
    unless,
    until,
    where,
    yes_no,
)
from tests.support.table_faults import faults_of

KIND_OF_MODEL_TYPE = {
    "id": "identifier",
    "fk": "link",
    "fk?": "link",
    "text": "text",
    "code": "code",
    "list": "codes",
    "date": "date",
    "datetime": "date",  # the style guide: a date column, never a datetime
    "partial date": "text",  # day and month may be unknown
    "bool": "yes_no",
    "int": "whole_number",
    "decimal": "decimal",
    "json": "details",
}


def a_table(*columns: Column, key: tuple[str, ...] = ("thing_id",), name: str = "thing") -> Table:
    """A sound table to spoil, with the columns of a test behind its key."""
    return Table(name, "one thing", "core", key, (identifier("thing_id", "Key of the thing."), *columns))


def test_the_declared_tables_have_no_faults():
    assert faults_of(DATA_TABLES + SYSTEM_TABLES) == ()


def test_every_table_can_be_found_by_its_name():
    assert len(TABLES_BY_NAME) == len(DATA_TABLES) + len(SYSTEM_TABLES)
    assert all(TABLES_BY_NAME[table.name] is table for table in DATA_TABLES + SYSTEM_TABLES)


@pytest.mark.parametrize(
    ("column", "fault"),
    [
        (text("note", ""), "the meaning must be a sentence"),
        (text("note", "No full stop"), "the meaning must be a sentence"),
        (text("note", "."), "the meaning must be a sentence"),
        (date("closed", "Day of closing."), "dates, and only dates, end with _on"),
        (text("closed_on", "Day of closing."), "dates, and only dates, end with _on"),
        (yes_no("seen", "Whether seen."), "yes/no columns, and only they, start with is_ or has_"),
        (text("is_seen", "Whether seen."), "yes/no columns, and only they, start with is_ or has_"),
        (code("sex", "Sex.", "no_such_set"), "there is no code set 'no_such_set'"),
        (replace(text("sex", "Sex."), code_set="sex"), "only columns of codes name a code set"),
        (link("owner_id", "The owner.", to="nobody"), "it points to 'nobody', which is no table"),
        (link("pair_id", "The pair.", to="pair"), "it points to 'pair', whose key is more than one column"),
        (text("thing_id", "Again."), "the column 'thing_id' stands twice"),
        (text("row_id", "A common column."), "the column 'row_id' stands twice"),
        (text("other", "Another.", model_name="thing_id"), "the model name 'thing_id' stands twice"),
    ],
)
def test_a_spoiled_column_is_named_once(column: Column, fault: str):
    pair = a_table(text("second", "Second half of the key."), key=("thing_id", "second"), name="pair")
    faults = [found for found in faults_of((a_table(column), pair)) if fault in found]
    assert len(faults) == 1
    assert faults[0].startswith("thing")


@pytest.mark.parametrize(
    ("condition", "fault"),
    [
        (only_for("colour", "M"), "it hangs on 'colour', which is no column of the table."),
        (once("colour"), "it hangs on 'colour', which is no column of the table."),
        (only_for("sex", "M", "X9"), "'sex' never holds 'X9'."),
        (unless("sex", "m"), "'sex' never holds 'm'."),
        (unless("is_seen", "yes"), "'is_seen' never holds 'yes'."),
        (only_for("note", "seen"), "'note' never holds 'seen'."),
        (until("outcome"), "it hangs on itself."),
        (Where("sex"), "of 'sex' it must ask one thing"),
        (Where("sex", among=("M",), is_filled=True), "of 'sex' it must ask one thing"),
    ],
)
def test_a_column_that_hangs_on_what_cannot_be_is_named(condition: Where, fault: str):
    sound = (code("sex", "Sex.", "sex"), yes_no("is_seen", "Whether seen."), text("note", "A note."))
    for right in (only_for("sex", "M", "F"), unless("is_seen", "true"), once("note"), until("sex")):
        assert faults_of((a_table(*sound, where(text("outcome", "What came of it."), right)),)) == ()
    (named,) = faults_of((a_table(*sound, where(text("outcome", "What came of it."), condition)),))
    assert named.startswith(f"thing.outcome: {fault}")


def test_a_key_that_is_not_a_column_is_a_fault():
    assert faults_of((a_table(key=("other_id",)),)) == ("thing: the key column 'other_id' is not declared.",)


def test_a_table_without_key_or_grain_is_a_fault():
    bare = replace(a_table(key=()), grain="")
    assert faults_of((bare,)) == ("thing: the grain is not said.", "thing: there is no key.")


def test_two_tables_of_one_name_are_a_fault():
    assert faults_of((a_table(), a_table())) == ("the list of tables: the table 'thing' stands twice.",)


def test_a_column_is_found_among_the_tables_own_and_the_common_ones():
    table = a_table(text("note", "A note."))
    assert table.column("note").meaning == "A note."
    assert table.column("row_id") is COMMON_COLUMNS[0]


def test_asking_for_a_column_that_is_not_there_names_those_that_are():
    with pytest.raises(KeyError, match=r"no column 'end' in 'thing'\. Its columns are: thing_id\."):
        a_table().column("end")


def test_a_table_is_about_a_person_when_it_points_to_one():
    assert TABLES_BY_NAME["referral"].is_about_a_person
    assert not TABLES_BY_NAME["team"].is_about_a_person


@pytest.fixture(scope="module")
def model(shared: Path) -> dict[str, dict]:
    return yaml.safe_load((shared / "formats" / "canonical_model.yaml").read_text(encoding="utf-8"))["tables"]


def test_every_table_of_the_canonical_model_is_declared(model: dict[str, dict]):
    declared = {table.model_name or table.name: table for table in DATA_TABLES + SYSTEM_TABLES}
    assert set(model) <= set(declared)
    # The model keeps reference values with the system's own tables; here they come in files, like records.
    groups = {name: "reference" if name == "reference_value" else entry["group"] for name, entry in model.items()}
    assert {name: declared[name].group for name in model} == groups


def test_every_column_of_the_canonical_model_is_declared_with_its_kind(model: dict[str, dict]):
    declared = {table.model_name or table.name: table for table in DATA_TABLES + SYSTEM_TABLES}
    expected, found = {}, {}
    for name, entry in model.items():
        columns = {column.model_name or column.name: column for column in declared[name].columns}
        for column, kind in entry["columns"].items():
            word = kind if kind in KIND_OF_MODEL_TYPE else kind.split("(")[0].split()[0]
            expected[name, column] = KIND_OF_MODEL_TYPE[word]
            found[name, column] = columns[column].kind if column in columns else "missing"
    assert found == expected
