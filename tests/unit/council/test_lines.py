"""The line of every table, key and item of a TOML file."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from purplebook.council.lines import lines_of

TEXT = """# a remark
name = "x # no remark [no table]"
[b]
c.d = 3 # another = remark
values = [
  { since = 2015-04-01, value = 1 },
  { since = 2016-04-01, value = 2 }, [1, 2],
]
[[f]]
g = \"\"\"
[[not one]]
h = 1"\"\"\"
[[f]]
"q r" = 'x'
[f.k]
l = true
[m.n]
o = { p = 1, q = "}" }
"""


def test_every_table_key_and_item_has_its_line():
    tomllib.loads(TEXT)
    assert lines_of(TEXT) == {
        ("name",): 2,
        ("b",): 3,
        ("b", "c", "d"): 4,
        ("b", "values"): 5,
        ("b", "values", 0): 6,
        ("b", "values", 0, "since"): 6,
        ("b", "values", 0, "value"): 6,
        ("b", "values", 1): 7,
        ("b", "values", 1, "since"): 7,
        ("b", "values", 1, "value"): 7,
        ("b", "values", 2): 7,
        ("b", "values", 2, 0): 7,
        ("b", "values", 2, 1): 7,
        ("f", 0): 9,
        ("f", 0, "g"): 10,
        ("f", 1): 13,
        ("f", 1, "q r"): 14,
        ("f", 1, "k"): 15,
        ("f", 1, "k", "l"): 16,
        ("m", "n"): 17,
        ("m", "n", "o"): 18,
        ("m", "n", "o", "p"): 18,
        ("m", "n", "o", "q"): 18,
    }


@given(st.lists(st.text(st.characters(exclude_characters='"\\\r\n', exclude_categories=["Cc", "Cs"])), max_size=8))
def test_whatever_stands_in_quotation_marks_the_lines_after_it_are_right(words: list[str]):
    text = "".join(f'[[entry]]\nwords = "{word}" # "\nnumber = {at}\n' for at, word in enumerate(words))
    assert len(tomllib.loads(text).get("entry", [])) == len(words)
    lines = lines_of(text)
    assert [lines["entry", at, "number"] for at in range(len(words))] == [3 * at + 3 for at in range(len(words))]
