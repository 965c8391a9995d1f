"""`purplebook formats` and the guide's table: both say what the declarations say, and fit a narrow terminal."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from docs.formats import PAGE, formats_page
from purplebook.cli import main
from purplebook.definitions import INDICATORS
from purplebook.errors import BadInputError, DefinitionError
from purplebook.outputs.supply.guide import END, START, with_section
from purplebook.outputs.supply.supply_words import format_lines, supplied_by
from purplebook.results.formats import Answer, Extent, answers
from purplebook.sources.supply import format_supplies, with_all_together


@cache
def every_answer() -> tuple[Answer, ...]:
    """What every format can supply of every indicator; some seconds, and so not while tests are gathered."""
    return tuple(answers(INDICATORS, with_all_together(format_supplies())))


def run(*words: str, width: int = 80) -> str:
    done = CliRunner().invoke(main, ["formats", *words], env={"COLUMNS": str(width)}, standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done.output


def test_the_overview_counts_every_indicator_once_for_each_format():
    lines = run().splitlines()
    for each in with_all_together(format_supplies()):
        own = [answer.extent for answer in every_answer() if answer.format.name == each.name]
        (line,) = [line for line in lines if line.startswith(each.name + " ")]
        counts = [int(number) for number in line.removeprefix(each.name).split()[:3]]
        assert counts == [own.count(extent) for extent in Extent]
        assert sum(counts) == len(INDICATORS)


@pytest.mark.parametrize("words", [(), ("RF08",), ("annex-a",), ("ssd", "local-register"), ("canonical-csv",)])
@pytest.mark.parametrize("width", [80, 60, 120])
def test_no_line_is_wider_than_the_terminal(words: tuple[str, ...], width: int):
    assert max(map(len, run(*words, width=width).splitlines())) <= width


def test_an_indicator_is_answered_for_every_format_with_what_is_lacking():
    said = run("rf08")
    assert "RF08: Referrals that went on to assessment" in said
    text = " ".join(said.split())
    assert "annex-a not; no link from assessments to referrals (assessment.referral_id)" in text
    assert "cin-census wholly; not by locality, team or reason" in text


def test_a_rate_says_that_it_needs_the_population():
    assert "It also needs the population (children aged 0 to 17)" in run("LA02")
    assert "population" not in run("LA01")


@pytest.mark.parametrize("each", format_supplies(), ids=lambda each: each.name)
def test_a_format_names_every_indicator_once(each):
    said = run(each.name)
    for item in INDICATORS:
        assert len(re.findall(rf"(?<![\w-]){item.id}(?![\w-])", said)) == 1, item.id


def test_a_breakdown_that_no_figure_has_is_said_once():
    said = run("ssd")
    assert "None of its figures can be had by locality." in said
    assert said.count("locality") == 1


def test_a_breakdown_that_one_figure_lacks_is_said_beside_it():
    own = [answer for answer in every_answer() if answer.format.name == "ssd" and answer.indicator.id == "LA01"]
    lines = list(format_lines(own[0].format, own, width=80))
    assert not [line for line in lines if line.startswith("None of its figures")]
    assert "    LA01  Children looked after; not by locality" in lines


def test_the_manual_can_say_who_supplies_an_indicator_in_one_phrase():
    def said(identifier: str) -> str:
        national = ("annex-a", "cin-census", "ssda903")
        return supplied_by(
            [each for each in every_answer() if (each.indicator.id, each.format.name in national) == (identifier, True)]
        )

    assert said("RF01") == "wholly by Annex A workbook and Children in need census"
    assert said("LA01") == "wholly by SSDA903 return; in part by Annex A workbook (without episodes of care)"
    assert said("QA01") == "none of these formats alone"


def test_programs_get_the_same_answers():
    rows = json.loads(run("--json"))
    assert [(row["indicator"], row["format"], row["supplied"]) for row in rows] == [
        (answer.indicator.id, answer.format.name, answer.extent.value) for answer in every_answer()
    ]
    (only,) = [row for row in json.loads(run("RF08", "--json")) if row["format"] == "annex-a"]
    assert only["refused_for"] == "assessment.referral_id;section_47_enquiry.referral_id"


def test_a_file_can_be_written(tmp_path: Path):
    run("annex-a", "--out", str(tmp_path / "formats.csv"))
    assert (tmp_path / "formats.csv").read_text().count("\n") == len(INDICATORS) + 1
    run("annex-a", "--out", str(tmp_path / "formats.txt"))
    assert "Annex A workbook (annex-a)" in (tmp_path / "formats.txt").read_text()


def test_a_name_that_is_not_known_is_refused_with_those_that_are():
    with pytest.raises(DefinitionError, match=r"no format and no indicator 'nonsense'.*annex-a, cin-census"):
        run("nonsense")
    with pytest.raises(BadInputError, match="Name one indicator, or one or several formats"):
        run("RF01", "annex-a")


def test_the_guide_says_what_the_declarations_say():
    assert PAGE.read_text(encoding="utf-8") == formats_page(), "Run `python docs/formats.py`."


def test_the_guide_has_a_row_for_every_indicator_and_the_sign_of_every_answer():
    rows = dict(re.findall(r"^\| `([A-Z0-9-]+)` .*? \| (.*) \|$", formats_page(), flags=re.MULTILINE))
    assert list(rows) == [item.id for item in INDICATORS]
    signs = {"wholly": "●", "partly": "◐", "not": "–"}
    for item in INDICATORS:
        own = [answer for answer in every_answer() if answer.indicator is item]
        assert rows[item.id].split(" | ") == [signs[answer.extent] for answer in own]


def test_only_what_stands_between_the_marks_is_written_anew():
    page = f"before\n{START}\nold\n{END}\nafter\n"
    made = with_section(page, every_answer())
    assert made.startswith(f"before\n{START}\n\n| indicator |") and made.endswith(f"\n\n{END}\nafter\n")
    assert "\nold\n" not in made
    assert with_section(made, every_answer()) == made
    with pytest.raises(ValueError, match="must hold this line once"):
        with_section(page.replace(END, ""), every_answer())
