"""An id that is nearly right finds the three nearest with their titles, and words find what they are about."""

from __future__ import annotations

import pytest

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.definitions.searched import nearest, with_words
from purplebook.errors import DefinitionError
from purplebook.run.indicators import indicators


@pytest.mark.parametrize(
    ("asked", "first"), [("CP1", "CP01"), ("cp-01", "CP01"), ("CP 01", "CP01"), ("CP001", "CP01"), ("RF1", "RF01")]
)
def test_the_id_with_the_same_letters_and_number_comes_first(asked: str, first: str):
    near = nearest(asked, INDICATORS)
    assert near[0].id == first and len(near) == 3


def test_a_code_that_there_is_not_suggests_three_with_their_titles():
    with pytest.raises(DefinitionError) as refused:
        indicator_by_id("CP1")
    near = nearest("CP1", INDICATORS)
    assert all(f"{item.id}, {item.title}" in str(refused.value) for item in near)
    with pytest.raises(DefinitionError, match=r"There is no indicator '!!!'. `purplebook indicators WORDS` searches"):
        indicator_by_id("!!!")


def test_words_find_titles_first_and_then_texts_and_need_all_of_them():
    found = with_words(["child", "protection plan"], INDICATORS)
    titles = [item for item in found if "child protection plan" in item.title.casefold()]
    assert titles and list(found[: len(titles)]) == titles
    assert with_words(["CP01"], INDICATORS)[0].id == "CP01"
    assert with_words(["missing"], INDICATORS) and not with_words(["missing", "zebra"], INDICATORS)
    assert len(indicators(words=["missing"])) == len(with_words(["missing"], INDICATORS))
    with pytest.raises(DefinitionError, match="No indicator has 'zebra' in its title or its text"):
        indicators(words=["zebra"])
