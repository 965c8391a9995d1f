"""Parts of a definition are hashed once: what is equal stays equal as a key, in this process and in another."""

from __future__ import annotations

import dataclasses
import os
import pickle
import subprocess
import sys
from typing import Any

from purplebook.definitions import INDICATORS
from purplebook.language.hashed_once import HashedOnce

TOTALS = {total for item in INDICATORS for total in (item.measure.top, item.measure.bottom) if total is not None}

IN_ANOTHER_PROCESS = """
import pickle, sys
from purplebook.definitions import INDICATORS
brought = pickle.loads(sys.stdin.buffer.read())
here = {total for item in INDICATORS for total in (item.measure.top, item.measure.bottom) if total is not None}
assert len(brought) == len(here) and brought == here and all(total in here for total in brought)
"""


def built_again(part: Any) -> Any:
    """The same part, made of parts that are each made anew."""
    if isinstance(part, tuple):
        return tuple(map(built_again, part))
    if not isinstance(part, HashedOnce):
        return part
    assert dataclasses.is_dataclass(part) and not isinstance(part, type)
    own = {field.name: built_again(getattr(part, field.name)) for field in dataclasses.fields(part) if field.init}
    return type(part)(**own)


def test_what_is_built_again_has_the_hash_and_the_place_of_the_first():
    for total in TOTALS:
        again = built_again(total)
        assert again is not total and again.cohort is not total.cohort
        assert again == total and hash(again) == hash(total) and again in TOTALS


def test_what_differs_in_one_part_is_another_key():
    total = next(total for total in TOTALS if total.cohort.only)
    other = dataclasses.replace(total, cohort=dataclasses.replace(total.cohort, only=()))
    assert (other == total, hash(other) == hash(total)) == (False, False)


def test_another_process_hashes_anew_what_it_is_given():
    hashes = [hash(total) for total in TOTALS]
    assert hashes and all("_hash" in vars(total) for total in TOTALS)
    words = [sys.executable, "-c", IN_ANOTHER_PROCESS]
    asked = {**os.environ, "PYTHONHASHSEED": "1"}
    subprocess.run(words, input=pickle.dumps(TOTALS), env=asked, check=True)
    subprocess.run(words, input=pickle.dumps(TOTALS), env={**asked, "PYTHONHASHSEED": "2"}, check=True)
