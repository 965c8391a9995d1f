"""The book as it is seen: what stands out first, every chart with its key and values, and a phone shows all of it."""

from __future__ import annotations

import csv
import io
import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as markup  # pyright: ignore[reportAttributeAccessIssue] (the library tells no types)

from purplebook.definitions import indicator_by_id
from purplebook.store.releases import release_named
from tests.support.browser import measured

NEVER = ("astronomical point", "a stock moves slowly", "once in 370", "no real change", "special cause")


@pytest.fixture(scope="module")
def page(story: Path) -> str:
    return release_named(story / "store", "2015-08-31").file("book.html").read_text()


@pytest.fixture(scope="module")
def tree(page: str):
    return markup.fromstring(page)


def words(element) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def test_the_front_page_goes_from_what_stands_out_to_what_fills_up_to_what_changed_to_the_chapters(tree):
    heads = [element.get("id") for element in tree.xpath("//h2[@id]")]
    assert heads[:4] == ["verdicts", "filling", "changes", "themes"]
    assert words(tree.xpath("//h1")[0]) == "Purple book of Thamesbridge Borough Council, 31 August 2015"


def test_each_change_is_told_by_its_title_with_its_month_and_numbers_and_none_by_a_code(tree, story: Path):
    told = [words(item) for item in tree.xpath("//ol[@class='signals']/li")]
    assert len(told) >= 5
    referrals = next(item for item in told if item.startswith("Referrals to children's social care:"))
    assert re.search(r"higher than usual\. [\d,]+ (in|from) .*2015, where about [\d,]+ is usual \(.*\)\.", referrals)
    rows = csv.DictReader(io.StringIO(release_named(story / "store", "2015-08-31").file("verdicts.csv").read_text()))
    codes = {row["indicator"] for row in rows}
    assert not [item for item in told if set(re.findall(r"[A-Z]{2}\d\d", item)) & codes]


def test_a_rate_of_the_same_children_is_named_beside_their_number_and_not_told_again(tree):
    told = [words(item) for item in tree.xpath("//ol[@class='signals']/li")]
    plans = [item for item in told if item.startswith("Children with a child protection plan")]
    assert len(plans) <= 1
    if plans:
        assert "The same is seen in Children with a child protection plan per 10,000 children." in plans[0]


def test_the_number_of_false_marks_to_be_expected_stands_with_the_list(tree):
    said = words(tree.xpath("//h2[@id='verdicts']/following-sibling::p[@class='small'][last()]")[0])
    front = words(tree.xpath("//main")[0])
    assert re.search(
        r"Of \d+ measures judged, about \d+ would be marked in a month in which nothing had changed", front
    )
    assert said


def test_no_words_of_a_rule_and_no_odds_stand_on_the_page(page: str, tree):
    assert not [each for each in NEVER if each in page]
    heads = [words(head) for head in tree.xpath("//th[@scope='col']")]
    assert "Theirs" not in heads
    for table in tree.xpath("//table[starts-with(caption, 'Our own earlier figures')]"):
        assert [words(head) for head in table.xpath(".//th[@scope='col']")] == ["Which", "For", "Figure"]


def test_every_chart_has_a_key_both_sizes_and_a_table_of_its_values(tree):
    charts = tree.xpath("//figure[@class='chart']")
    assert len(charts) > 100
    for chart in charts:
        assert [len(chart.xpath(f"./div[@class='{size}']/svg")) for size in ("wide", "narrow")] == [1, 1]
        assert chart.xpath("./ul[@class='key']/li")
        after = chart.getnext()
        assert after.tag == "details" and after.get("class") == "values" and after.xpath(".//tbody/tr")


def test_a_table_of_values_has_the_figures_of_the_release(tree, story: Path):
    section = tree.get_element_by_id("RF01")
    rows = {
        words(row[0]): [words(cell) for cell in row[1:]] for row in section.xpath(".//details[@class='values']//tr")
    }
    assert rows["August 2015"][0] == "146" and rows["August 2015"][-1] == "still filling up"
    assert rows["July 2015"][0] == "118"
    assert list(rows)[1] == "August 2015", "the newest first"


def test_a_stock_is_drawn_with_its_arrivals_and_leavers_and_they_explain_it(tree):
    section = tree.get_element_by_id("CP01")
    rows = [[words(cell) for cell in row] for row in section.xpath(".//details[@class='values']//tbody/tr")]
    figures = [(int(figure), came, left) for _, figure, _, came, left, _ in rows]
    known = [(now, before, int(came), int(left)) for (now, came, left), (before, *_) in pairwise(figures) if came]
    assert len(known) > 24
    for now, before, came, left in known:
        assert now == before + came - left
    assert "came since the month before (upwards)" in words(section.xpath(".//ul[@class='key']")[0])


def test_an_indicator_with_a_target_says_whether_it_is_to_be_expected(tree):
    said = words(tree.get_element_by_id("CL07").xpath(".//p[@class='target']")[0])
    assert said.startswith("Target: at least 95.0%. Missed in August 2015 (88.7%).")
    assert re.search(r"(met|missed) (every month is to be expected|in some months)", said)


def test_what_is_not_judged_by_months_is_still_told(tree):
    title = indicator_by_id("LA19").title
    section = tree.get_element_by_id("LA19")
    assert words(section.xpath("./h3")[0]) == f"{title} LA19"
    assert section.xpath("./p[contains(@class, 'verdict')]/b")


@pytest.mark.parametrize("width", [375, 320, 1280])
def test_the_page_never_scrolls_sideways_and_its_charts_are_seen_whole(page: str, width: int, tmp_path: Path):
    asked = (
        "(() => { page.querySelectorAll('details').forEach(each => each.open = true); "
        "const drawn = [...page.querySelectorAll('figure.chart div svg')]; "
        "const shown = drawn.filter(each => each.getClientRects().length); "
        "return {width: page.scrollingElement.scrollWidth, charts: shown.length, "
        "right: Math.max(...shown.map(each => each.getBoundingClientRect().right)), "
        "figures: page.querySelectorAll('figure.chart').length}; })()"
    )
    seen = measured(page, width=width, asked=asked, folder=tmp_path)
    assert seen["width"] <= width, seen
    assert seen["charts"] == seen["figures"] > 100, "each chart is shown once"
    assert seen["right"] <= width, "no chart is cut before its newest month"
