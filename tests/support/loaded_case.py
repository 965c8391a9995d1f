"""A load by the command line into a store of its own, and what can be asked of it afterwards."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from purplebook.cli import main

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"


@dataclass(frozen=True)
class Case:
    """One load into a store of its own, and what can be asked of it afterwards."""

    store: Path
    said: str
    exit_code: int

    def ask(self, *words: object) -> list[dict[str, str]]:
        texts = [*map(str, words), "--store", str(self.store), "--format", "csv"]
        answer = CliRunner().invoke(main, texts)
        assert answer.exit_code == 0, answer.output
        return list(csv.DictReader(io.StringIO(answer.stdout)))

    def figure(self, code: str, period: str) -> int:
        (row,) = self.ask("figures", "--indicator", code, "--period", period)
        return int(row["numerator"])

    def group(self, code: str, period: str, *, by: str, group: str) -> int:
        rows = self.ask("figures", "--indicator", code, "--period", period, "--by", by)
        return sum(int(row["numerator"] or 0) for row in rows if row["group"] == group)

    @property
    def issues(self) -> list[dict[str, str]]:
        return self.ask("issues", "--rows")

    def listed(self, words: str) -> list[dict[str, str]]:
        return [issue for issue in self.issues if words in issue["reason"]]


def load_into(place: Path, *words: object) -> Case:
    """Load files into a store, which is made where there is none."""
    if not place.exists():
        CliRunner().invoke(main, ["init", str(place), "--authority", "870", "--name", "Anywhere"])
    answer = CliRunner().invoke(main, ["load", *map(str, words), "--store", str(place)])
    return Case(place, answer.output, answer.exit_code)


def names_no_child(text: str, *numbers: str) -> bool:
    """Whether a message repeats none of these numbers."""
    return not any(re.search(rf"\b{number}\b", text, re.IGNORECASE) for number in numbers)
