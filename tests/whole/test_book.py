"""The purple book of a small council: frozen byte for byte, honest about lateness, and plain about bad input."""

from __future__ import annotations

import csv
import io
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import Result

from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.results.book.make import make_book
from purplebook.results.lateness import lateness_of
from purplebook.run.load import load_files
from purplebook.run.release import make_release
from purplebook.store import Snapshot, Store
from purplebook.store.releases import release_named, releases
from purplebook_demo.paper_2015.calendar import RECORDS_START
from tests.store.small_load import small_load
from tests.store.test_damage import change_a_byte
from tests.support import small_book
from tests.support.council_folder import INVENTED
from tests.support.made_once import made_once
from tests.support.released import FILES, check_page, check_workbook, content, words_of

Say = Callable[..., Result]
DAY = date(2015, 8, 31)
RF01, RF05, RF07 = (indicator_by_id(name) for name in ("RF01", "RF05", "RF07"))


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with the extracts of January to August 2015 and the book of 31 August."""

    def make(folder: Path) -> None:
        store = Store.create(folder / "store")
        small_book.load_months(store, folder / "files", since=date(2015, 1, 31), until=DAY)
        make_release(store, DAY, status="provisional")

    return made_once(tmp_path_factory, "small-book", make)


@pytest.fixture
def place(first: Path, tmp_path: Path) -> Path:
    """A copy of it to do with as one likes."""
    shutil.copytree(first, tmp_path / "place")
    return tmp_path / "place"


@pytest.fixture
def snapshots(first: Path) -> Sequence[Snapshot]:
    return Store.open(first / "store").snapshots()


def test_another_checkout_elsewhere_freezes_the_same_bytes(first: Path, tmp_path: Path, root: Path):
    """Another folder, time zone, language, order of hashes and day of load: nothing of them is in a release."""
    checkout = tmp_path / "another checkout"
    shutil.copytree(root / "purplebook", checkout / "purplebook", ignore=shutil.ignore_patterns("__pycache__"))
    script = (
        "import sys, purplebook\nfrom datetime import date\nfrom pathlib import Path\n"
        "from tests.support import small_book\nfrom purplebook.store import Store\n"
        "from purplebook.run.release import make_release\n"
        "assert purplebook.__file__.startswith(sys.argv[1]), purplebook.__file__\n"
        "store = Store.create(Path('their store'))\n"
        "small_book.load_months(store, Path('in'), since=date(2015, 1, 31), until=date(2015, 8, 31))\n"
        "make_release(store, date(2015, 8, 31), status='provisional')\n"
    )
    changed = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "77", "LC_ALL": "C", "COLUMNS": "40"}
    done = subprocess.run(
        [sys.executable, "-c", script, str(checkout)],
        cwd=tmp_path,
        env=os.environ | changed | {"PYTHONPATH": os.pathsep.join((str(checkout), str(root)))},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    one, other = (content(store / "releases") for store in (first / "store", tmp_path / "their store"))
    assert set(one) == {"releases.json", *(f"2015-08-31-v1/{name}" for name in (*FILES, "manifest.json"))}
    assert {name for name in one if one[name] != other.get(name)} <= {"releases.json"}


def test_the_demo_loaded_again_from_its_files_freezes_the_same_bytes(demo_output: Path, tmp_path: Path, run):
    """Every kind of record and indicator: the demo's own store, and another loaded from the files of the demo."""
    shutil.copytree(demo_output / "store", tmp_path / "theirs")
    ours = Store.create(tmp_path / "ours")
    # The folder that files lie in, and the day they were copied, are no part of what they say.
    tables = sorted((demo_output / "files").glob("*.csv"))
    told = Store.open(tmp_path / "theirs").snapshot_for(DAY)
    moved = [Path(shutil.copy(path, tmp_path)) for path in tables]
    load_files(ours, moved, authority_code="899", as_at=DAY, covers_from=RECORDS_START)
    assert ours.latest().id == told.id
    for store in ("theirs", "ours"):
        made = run("book", "--as-at", "2015-08-31", "--store", tmp_path / store)
        assert made.returncode == 0, made.stderr
    one, other = (content(tmp_path / store / "releases") for store in ("theirs", "ours"))
    assert len(one) == len(FILES) + 2
    assert {name for name in one if one[name] != other.get(name)} <= {"releases.json"}


def test_nothing_in_a_release_tells_when_where_or_on_what_it_was_made(first: Path):
    release = release_named(first / "store", "2015-08-31")
    made = date.fromisoformat(release.made_at[:10])
    never = [str(first), str(Path.home()), str(made), f"{made:%d %B %Y}", f"({made.year}, {made.month}, {made.day}"]
    never += [name for name in (platform.node(), os.environ.get("USER", "")) if len(name) > 4]
    for name, held in content(release.path).items():
        words = words_of(name, held)
        assert [each for each in never if each in words] == [], name


def test_no_file_of_a_release_names_a_child(first: Path):
    """Council's numbers, our own keys, and the keys of records."""
    for name, held in content(release_named(first / "store", "2015-08-31").path).items():
        words = words_of(name, held)
        # A hash may hold any digits, so numbers stand alone to count.
        assert not re.search(r"\b(899\d{6}|[PR]\d{6})\b", words), name


def test_the_same_book_twice_is_one_release_and_another_status_target_or_baseline_is_another(place: Path, say: Say):
    before = content(place / "store" / "releases")
    again = say("book", "--as-at", "2015-08-31", "--store", place / "store")
    assert again.exit_code == 0, again.output
    assert "Release 2015-08-31-v1 stands already: nothing it is made of has changed" in again.output
    assert content(place / "store" / "releases") == before
    target = '[[target]]\nindicator = "RF07"\nvalue = 20\nunit = "%"\ndirection = "at most"\nsince = 2015-04-01\n'
    baseline = '[[baseline]]\nindicator = "RF01"\non = 2014-04-01\nreason = "One front door."\n'
    steps = (
        ("published", lambda: None),
        ("published", lambda: (place / "store" / "targets.toml").write_text(f'{target}source = "Plan"\n')),
        ("published", lambda: (place / "store" / "baselines.toml").write_text(baseline)),
    )
    for number, (status, change) in enumerate(steps, start=2):
        change()
        answer = say("book", "--as-at", "2015-08-31", "--store", place / "store", "--status", status)
        assert answer.exit_code == 0, answer.output
        assert f"Release 2015-08-31-v{number} is made" in answer.output
    made = releases(place / "store")
    assert [each.manifest["previous"] for each in made] == [None, *(f"2015-08-31-v{n}" for n in (1, 2, 3))]
    assert [each.manifest["status"] for each in made] == ["provisional", *["published"] * 3]
    for one, other in pairwise(made):
        differ = {key for key in one.manifest if one.manifest[key] != other.manifest[key]}
        assert len(differ - {"release", "previous", "after", "files"}) == 1, differ
    assert pq.read_table(made[1].file("figures.parquet")).column("status").to_pylist().count("provisional") == 0
    held = [row for row in pq.read_table(made[2].file("comparisons.parquet")).to_pylist() if row["source"] == "Plan"]
    assert held and {row["indicator"] for row in held} == {"RF07"}
    anew = "What is usual was set anew on 1 April 2014 (One front door.)"
    assert [anew in each.file("book.html").read_text() for each in made] == [False, False, False, True]
    # Four books later the first is as it was.
    kept = content(place / "store" / "releases")
    assert {name: kept[name] for name in before if name != "releases.json"} == {
        name: held for name, held in before.items() if name != "releases.json"
    }
    told = say("changes", "2015-08-31", "--store", place / "store")
    assert told.exit_code == 0 and "Nothing of this kind differs" in told.output


def test_a_damaged_release_is_refused_by_name_and_no_book_is_made_against_it(place: Path, say: Say):
    release = release_named(place / "store", "2015-08-31")
    change_a_byte(release.path / "figures.parquet")
    answer = say("book", "--as-at", "2015-08-31", "--store", place / "store", "--status", "validated")
    assert answer.exit_code == 3
    assert "2015-08-31-v1/figures.parquet is not as it was published" in answer.stderr
    assert [each.id for each in releases(place / "store")] == ["2015-08-31-v1"]


def test_the_files_are_copied_out_whole(place: Path, say: Say, tmp_path: Path):
    answer = say("book", "--as-at", "2015-08-31", "--store", place / "store", "--out", tmp_path / "to" / "committee")
    assert answer.exit_code == 0, answer.output
    assert content(tmp_path / "to" / "committee") == content(release_named(place / "store", "2015-08-31").path)
    (tmp_path / "taken").write_text("a file")
    refused = say("book", "--as-at", "2015-08-31", "--store", place / "store", "--out", tmp_path / "taken" / "x")
    assert refused.exit_code == 2 and "cannot be written" in refused.stderr and "Traceback" not in refused.output


# ---- lateness --------------------------------------------------------------------------------------------------------


def expected_by_hand(day: date, *, since: date) -> dict[str, tuple[int, Decimal]]:
    """What the last months are expected to rise by, from the list of referrals and the days of the extracts alone."""
    ends = sorted({each.seen_from for each in small_book.referrals()})
    extracts = [end for end in ends if since <= end <= day]
    months = [end for end in ends if end <= day]
    seen = {
        (m, ends.index(extract) - ends.index(m)): sum(
            (each.on.year, each.on.month) == (m.year, m.month) and each.seen_from <= extract
            for each in small_book.referrals()
        )
        for extract in extracts
        for m in months
        if m <= extract
    }
    found = {}
    for age, month in enumerate(reversed(months[-4:])):
        growth = Decimal(1)
        for step in range(age, 6):
            both = [m for m in months if (m, step) in seen and (m, step + 1) in seen]
            if len(both) < 3:
                break
            growth *= Decimal(sum(seen[m, step + 1] for m in both)) / sum(seen[m, step] for m in both)
        count = seen[month, age]
        found[f"{month:%Y-%m}"] = count, count * (growth - 1)
    return found


def test_what_is_to_come_is_what_the_extracts_show_by_hand(snapshots: Sequence[Snapshot]):
    late = lateness_of(snapshots, [RF01, RF05], as_at=DAY)
    assert late.note == ""
    by_hand = expected_by_hand(DAY, since=date(2015, 1, 31))
    assert {key: count for key, (count, _) in by_hand.items()} == {
        "2015-08": 14,
        "2015-07": 20,
        "2015-06": 20,
        "2015-05": 21,
    }
    for key, (_, more) in by_hand.items():
        come = late.to_come["RF01", key]
        assert abs(come.expected - more) <= Decimal("0.5"), key
        # A percentage fills up as what it is a percentage of does.
        assert late.to_come["RF05", key] == come
    for key, truth in (("2015-08", 6), ("2015-07", 2), ("2015-06", 0)):
        assert late.to_come["RF01", key].low <= truth <= late.to_come["RF01", key].high
    assert [late.to_come["RF01", key].is_final for key in ("2015-08", "2015-07")] == [False, False]
    assert late.to_come["RF01", "2015-06"].is_final, "two months after its end all has come"


def test_one_extract_says_that_it_cannot_tell(snapshots: Sequence[Snapshot]):
    late = lateness_of(snapshots[-1:], [RF01], as_at=DAY)
    assert late.note.startswith("There is one extract only") and late.to_come == {}


def test_two_extracts_are_too_few_and_say_so_too(snapshots: Sequence[Snapshot]):
    for few in (snapshots[-2:], snapshots[::4]):
        late = lateness_of(few, [RF01], as_at=DAY)
        assert "too few, or too far apart" in late.note and late.to_come == {}


def test_of_two_extracts_of_one_day_the_later_counts(place: Path):
    store = Store.open(place / "store")
    known = tuple(each for each in small_book.referrals() if each.on < date(2015, 8, 1))
    small_book.load(store, place / "again", DAY, known)
    first, again = (lateness_of(store.snapshots()[:end], [RF01], as_at=DAY) for end in (8, 9))
    assert first.to_come["RF01", "2015-08"].expected == 6
    # Its August has no referral yet, and what is to come grows with what has come.
    assert again.to_come["RF01", "2015-08"].expected == 0
    assert again.delays["RF01"].steps == first.delays["RF01"].steps


def test_figures_from_a_later_extract_are_as_old_as_that_extract(place: Path):
    """Without an extract of July the one of August answers for it: its July is a month old, not new."""
    store = Store.open(place / "store")
    held = [each for each in store.snapshots() if each.id[:10] != "2015-07-31"]
    july = make_book(held, [RF01], as_at=date(2015, 7, 31), snapshot=held[-1])
    (line,) = july.lines
    assert (line.numerator, line.period.key, line.to_come) == (20, "2015-06", None)
    (later,) = line.later
    assert (later.numerator, later.period.key) == (20, "2015-07")
    assert later.to_come is not None and later.to_come.expected == 2
    assert {period for _, period in july.judged.to_come} == {"2015-07"}


def test_no_extract_later_than_the_figures_has_a_say(place: Path):
    store = Store.open(place / "store")
    alone = make_book(store.snapshots()[:8], [RF01], as_at=DAY, snapshot=store.snapshots()[7])
    small_book.load(store, place / "later", date(2015, 9, 30))
    without = tuple(each for each in small_book.referrals() if each.on < date(2015, 7, 1))
    small_book.load(store, place / "same day", DAY, without)
    beside = make_book(store.snapshots(), [RF01], as_at=DAY, snapshot=store.snapshots()[7])
    assert alone.lateness == beside.lateness and alone.figures.equals(beside.figures)


def test_an_earlier_extract_loaded_afterwards_makes_another_release_held_against_the_first(tmp_path: Path):
    """It changes nothing of the figures, and what is said of the latest months: the ledger does not lose the thread."""
    store = Store.create(tmp_path / "store")
    for day in (date(2015, 6, 30), DAY):
        small_book.load(store, tmp_path / "in" / day.isoformat(), day)
    one, _, book = make_release(store, DAY, status="provisional")
    assert "too few" in book.lateness.note
    small_book.load(store, tmp_path / "in" / "july", date(2015, 7, 31))
    other, is_new, _ = make_release(store, DAY, status="provisional")
    assert is_new and other.manifest["previous"] == one.id
    assert set(other.manifest["learnt_from"]) == {"2015-06-30-0001", "2015-07-31-0001", "2015-08-31-0001"}


def test_recent_months_are_shown_with_their_range_and_never_called_a_fall(first: Path):
    release = release_named(first / "store", "2015-08-31")
    verdicts = {row["indicator"]: row for row in csv.DictReader(io.StringIO(release.file("verdicts.csv").read_text()))}
    told = verdicts["RF01"]
    # The newest month of which nothing is still to come is June; of August's fourteen six more are still to come.
    assert (told["period"], told["value"], told["expected_to_rise_by"]) == ("2015-06", "20.00", "")
    rows = pq.read_table(release.file("judged.parquet")).to_pylist()
    months = {row["period"]: row for row in rows if row["indicator"] == "RF01"}
    assert [key for key in months if months[key]["is_newest"]] == ["2015-06"]
    for key in ("2015-07", "2015-08"):
        assert months[key]["verdict"] == "still filling up"
        come = months[key]["come_low"], months[key]["still_to_come"], months[key]["come_high"]
        assert list(come) == sorted(come) and come[2] > 0
        assert f"{come[0]} to {come[2]} more usually come" in months[key]["sentence"]
    assert months["2015-08"]["still_to_come"] == 6


# ---- the files -------------------------------------------------------------------------------------------------------


def test_the_page_and_the_workbook_of_the_small_council(first: Path):
    release = release_named(first / "store", "2015-08-31")
    page = check_page(release.file("book.html").read_text())
    assert {item.id for item in INDICATORS} <= set(page.ids)
    check_workbook(release.file("book.xlsx").read_bytes(), pq.read_table(release.file("figures.parquet")).to_pylist())
    verdicts = list(csv.DictReader(io.StringIO(release.file("verdicts.csv").read_text())))
    assert [row["indicator"] for row in verdicts] == [item.id for item in INDICATORS]
    assert {row["verdict"] for row in verdicts if row["status"] == "not supplied"} == {"no figure"}


# ---- bad input -------------------------------------------------------------------------------------------------------

TARGET = '[[target]]\nindicator = "RF07"\nvalue = 20\nunit = "%"\ndirection = "at most"\nsource = "Plan"\n'
BASELINE = '[[baseline]]\nindicator = "RF01"\non = 2014-04-01\nreason = "One front door."\n'


@pytest.mark.parametrize(
    ("day", "file", "text", "code", "words"),
    [
        ("2015-08-30", "", "", 2, "2015-08-30 is not one. Ask for 2015-07-31"),
        ("2015-02-29", "", "", 2, "2015-02-29"),
        ("soon", "", "", 2, "soon"),
        ("2015-09-30", "", "", 5, "reach no further than 2015-08-31"),
        ("2015-08-31", "targets.toml", TARGET, 2, "targets.toml:1: since is missing, the first day it applies"),
        ("2015-08-31", "targets.toml", "[[target]", 2, "targets.toml"),
        ("2015-08-31", "baselines.toml", BASELINE.replace("RF01", "RF99"), 2, "there is no indicator 'RF99'"),
        ("2015-08-31", "baselines.toml", BASELINE.split("reason")[0], 2, "baselines.toml:1: reason is missing."),
        (
            "2015-08-31",
            "baselines.toml",
            BASELINE.replace("One front door.", " "),
            2,
            "baselines.toml:4: reason is empty.",
        ),
        (
            "2015-08-31",
            "baselines.toml",
            BASELINE * 2,
            2,
            "baselines.toml:5: two new baselines of RF01 are declared for 2014-04-01",
        ),
        (
            "2015-08-31",
            "baselines.toml",
            BASELINE.replace("2014-04-01", '"April"'),
            2,
            "baselines.toml:3: on must be",
        ),
        ("2015-08-31", "baselines.toml", "baseline = 3", 2, "baselines.toml"),
        ("2015-08-31", "baselines.toml", "[[baselines]]\non = 1", 2, "baselines"),
        ("2015-08-31", "baselines.toml", "baseline = [", 2, "baselines.toml"),
    ],
)
def test_bad_input_is_refused_in_plain_words_and_nothing_is_written(
    day: str, file: str, text: str, code: int, words: str, place: Path, say: Say
):
    if file:
        (place / "store" / file).write_text(text)
    before = content(place / "store")
    answer = say("book", "--as-at", day, "--store", place / "store")
    assert answer.exit_code == code, answer.output
    assert words in answer.stderr
    assert "Traceback" not in answer.output and "wrong inside purplebook" not in answer.output
    assert content(place / "store") == before


def test_a_file_that_is_no_text_is_refused(place: Path, say: Say):
    for name in ("targets.toml", "baselines.toml"):
        (place / "store" / name).write_bytes(b"\xff\xfe\x00")
        answer = say("book", "--as-at", "2015-08-31", "--store", place / "store")
        assert answer.exit_code == 2 and name in answer.stderr
        (place / "store" / name).unlink()


def test_a_status_that_is_none_and_a_missing_day_are_refused(place: Path, say: Say):
    assert say("book", "--as-at", "2015-08-31", "--status", "final", "--store", place / "store").exit_code == 2
    assert say("book", "--store", place / "store").exit_code == 2
    assert [each.id for each in releases(place / "store")] == ["2015-08-31-v1"]


def test_the_records_of_several_authorities_are_refused(place: Path, say: Say):
    with Store.open(place / "store").loading() as loading:
        loaded = small_load(loading.staging)
        path = loaded.table_paths["person"]
        people = pq.read_table(path)
        at = people.schema.get_field_index("authority_code")
        codes = pa.array(["898", "899", "899"], people.schema.field(at).type)
        pq.write_table(people.set_column(at, people.schema.field(at), codes), path)
        assert loading.publish(loaded, as_at=DAY).authorities == ("898", "899")
    answer = say("book", "--as-at", "2015-08-31", "--store", place / "store")
    assert answer.exit_code == 2 and "A purple book is of one authority" in answer.stderr
    assert [each.id for each in releases(place / "store")] == ["2015-08-31-v1"]


def test_a_store_without_records_says_so(tmp_path: Path, say: Say):
    assert say("init", tmp_path / "new", *INVENTED).exit_code == 0
    answer = say("book", "--as-at", "2015-08-31", "--store", tmp_path / "new")
    assert answer.exit_code == 5 and "Nothing has been loaded" in answer.stderr
    assert not (tmp_path / "new" / "store" / "releases").exists()
