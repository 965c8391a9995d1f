"""Distances from two postcodes: worked out by hand, never guessed, and only from files that are as they were packed."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace

import brotli
import msgpack
import pytest

from purplebook.errors import BadInputError
from purplebook.sources.postcodes import distances
from purplebook.sources.postcodes.places import Directory, places_of

PLACES = {"RG1 1AA": (0.0, 0.0), "RG1 1AB": (16_093.44, 0.0), "OX1 1AA": (48_280.32, 64_373.76)}
NAN = float("nan")


@pytest.fixture
def directory(tmp_path):
    files = {}
    for letter in "RO":
        own = {code: place for code, place in {**PLACES, f"{letter}G9 9ZZ": (NAN, NAN)}.items() if code[0] == letter}
        columns = {
            "pcd": list(own),
            "laua": ["E1"] * len(own),
            "oseast1m": [east for east, _ in own.values()],
            "osnrth1m": [north for _, north in own.values()],
        }
        content = brotli.compress(msgpack.packb({"columns": list(columns), "data": columns}))
        path = tmp_path / f"postcodes_{letter}.msgpack.br"
        path.write_bytes(content)
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        files[letter] = (path, digest)
    return Directory(files)


@pytest.fixture
def miles(load, write, monkeypatch, directory):
    """The distance of one placement with these two postcodes, and what the load said of it."""

    def run(home: str, placed: str, *, given: str = "", installed: Directory | None = directory):
        monkeypatch.setattr(distances, "installed_directory", lambda: installed)
        result = load(
            write("person.csv", "person_id,la_child_id\nP1,100\n"),
            write("placement.csv", f"placement_id,person_id,started_on,distance_miles\nL1,P1,2015-01-01,{given}\n"),
            write(
                "looked_after_episode.csv",
                "episode_id,person_id,placement_id,started_on,home_postcode,placement_postcode\n"
                f"E1,P1,L1,2015-01-01,{home},{placed}\n",
            ),
        )
        (row,) = result.rows("placement")
        said = [warning for warning in result.loaded.warnings if "two postcodes" in warning]
        return None if row["distance_miles"] is None else float(row["distance_miles"]), said

    return run


@pytest.mark.parametrize(
    ("home", "placed", "expected"),
    [
        ("RG1 1AA", "RG1 1AB", 10.0),
        ("rg11aa", "OX1 1AA", 50.0),
        ("RG1 1AA", "RG1 1AA", 0.0),
        ("RG1 1AA", "RG9 9ZZ", None),
        ("RG1 1AA", "ZE1 1AA", None),
        ("", "RG1 1AA", None),
    ],
)
def test_miles_between_two_postcodes(miles, home, placed, expected):
    assert miles(home, placed)[0] == expected


def test_a_distance_that_is_given_stays(miles):
    assert miles("RG1 1AA", "RG1 1AB", given="3.5") == (3.5, [])


def test_without_the_directory_nothing_is_guessed_and_the_load_says_how(miles):
    distance, (said,) = miles("RG1 1AA", "RG1 1AB", installed=None)
    assert distance is None
    assert said.startswith("1 placement has two postcodes and no distance. Run `pip install 'purplebook[postcodes]'`")


def test_a_file_that_is_not_as_it_was_packed_is_refused(directory):
    path, stated = directory.files["R"]
    changed = replace(directory, files={"R": (path, stated[::-1])})
    with pytest.raises(BadInputError, match=r"postcodes_R\.msgpack\.br"):
        places_of(["RG11AA"], changed)
