"""Which numbers of a document a reader takes for a fact."""

from __future__ import annotations

import pytest

from tests.support.document_numbers import numbers_of, words_of


@pytest.mark.parametrize(
    ("document", "numbers"),
    [
        ("It works out 155 indicators.", ["155"]),
        ("It loads 309,365 rows, 1.5 times as many.", ["309,365", "1.5"]),
        ("CP01, SSDA903, Q1 and `2015-08` are names.", []),
        ("See [decision](docs/decisions/0007-a.md).", []),
        ("## 1. Make it\n\n1. Do this.\n", []),
        ("```bash\npurplebook figures --period 2015-08    # July was 118\n```\n", ["118"]),
        ("```toml\nvalue = 85\n```\n", []),
        ("<!-- results: machine -->\nOn 2 cores.\n<!-- end -->\nOf 19 authorities.", ["19"]),
        ("2015-16 is a year, and 2015-08-31 a day.", []),
    ],
)
def test_numbers_in_words_are_found_and_those_in_names_are_not(document: str, numbers: list[str]):
    assert [found.number for found in numbers_of(words_of(document))] == numbers


def test_places_are_those_in_the_document():
    document = "`x = 1` and then\n```bash\nrun 2  # three 4\n```\n19 authorities"
    assert [document[found.start :].split()[0] for found in numbers_of(words_of(document))] == ["4", "19"]
