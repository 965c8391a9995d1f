"""The ten indicators of bench_rivals.py by hand in Polars: lazy scans that read only what they need, categories for
groups, expressions throughout.

    python by_polars.py JOB OUT     (JOB and OUT are written and read by bench_rivals.py)
"""

from __future__ import annotations

import json
import resource
import sys
from datetime import date
from functools import cached_property

import polars as pl

NOT_RECORDED = "Not recorded"
KEY = ["authority_code", "person_id"]
BAND_ENDS = [0, 10, 20, 30, 40, 45, 50, 60]
DURATIONS = [
    *("Under 1", "1 to 10", "11 to 20", "21 to 30", "31 to 40", "41 to 45", "46 to 50", "51 to 60", "61 and over"),
]
WHO = ["age_band", "sex", "ethnic_group", "disability", "locality"]


class Work:
    """The tables of a job, and the answers so far."""

    def __init__(self, job: dict) -> None:
        self.job, self.found = job, []
        self.first, self.count = date.fromisoformat(job["first_day"]), job["months"]
        self.calendar = pl.read_parquet(job["calendar"]).with_columns(pl.col("day").cast(pl.Date))

    def read(self, table: str, *columns: str) -> pl.LazyFrame:
        """Columns of a table, when they are needed."""
        rows = pl.scan_parquet(self.job["tables"][table])
        if self.job["authorities"]:
            rows = rows.filter(pl.col("authority_code").is_in(self.job["authorities"]))
        return rows.select(list(dict.fromkeys(("authority_code", *columns))))

    def month(self, day: str) -> pl.Expr:
        """The place of a day's month, which may be outside the run."""
        on = pl.col(day)
        return (on.dt.year().cast(pl.Int32) - self.first.year) * 12 + on.dt.month().cast(pl.Int32) - self.first.month

    def month_end(self) -> pl.Expr:
        """The last day of the month at place `period`."""
        return pl.lit(self.first).dt.offset_by(pl.format("{}mo", pl.col("period"))).dt.month_end()

    def within(self, rows: pl.LazyFrame, day: str) -> pl.LazyFrame:
        """The rows whose day is in one of the months."""
        return rows.with_columns(period=self.month(day)).filter(pl.col("period").is_between(0, self.count - 1))

    def open_at_ends(self, rows: pl.LazyFrame, start: str, end: str) -> pl.LazyFrame:
        """Each row once for every month at whose end it was open."""
        low = self.month(start).clip(lower_bound=0)
        high = self.month(end).sub(1).fill_null(self.count - 1).clip(upper_bound=self.count - 1)
        placed = rows.filter(pl.col(start).is_not_null()).with_columns(low=low, high=high)
        placed = placed.filter(pl.col("low") <= pl.col("high"))
        placed = placed.with_columns(period=pl.int_ranges("low", pl.col("high") + 1, dtype=pl.Int32)).explode("period")
        ends = pl.LazyFrame({"period": pl.Series(range(self.count), dtype=pl.Int32)}).with_columns(
            last_day=self.month_end()
        )
        return placed.drop("low", "high").join(ends, on="period")

    def counted(self, rows: pl.LazyFrame, day: str, name: str) -> pl.LazyFrame:
        """Add the running count of working days on a day."""
        days = self.calendar.lazy().rename({"day": day, "working_day": name})
        return rows.join(days, on=day, how="left")

    @cached_property
    def people(self) -> pl.DataFrame:
        """Everybody's birthday and groups."""
        people = self.read("person", "person_id", "sex", "ethnicity_code", "born_on", "expected_birth_on")
        code = pl.col("ethnicity_code")
        group = code.replace_strict(self.job["ethnic_groups"], default="Not known", return_dtype=pl.String)
        facts = self.read("person_attribute", "person_id", "attribute_type", "code", "started_on", "known_on")
        none = pl.col("code").eq_missing(pl.lit("NONE"))
        disability = (
            facts.filter(pl.col("attribute_type") == "DISABILITY")
            .group_by(KEY)
            .agg(disability=pl.when((~none).any()).then(pl.lit("Disabled")).otherwise(pl.lit("Not disabled")))
        )
        locality = (
            facts.filter(pl.col("attribute_type") == "LOCALITY")
            .with_columns(by=pl.coalesce("started_on", "known_on"))
            .drop_nulls(["by", "code"])
            .group_by(KEY)
            .agg(locality=pl.col("code").sort_by("by", "code").last())
        )
        people = people.with_columns(ethnic_group=pl.when(code.is_not_null()).then(group)).drop("ethnicity_code")
        people = people.join(disability, on=KEY, how="left").join(locality, on=KEY, how="left")
        return people.collect()

    def who(self, rows: pl.LazyFrame, day: str) -> pl.LazyFrame:
        """The groups of the person each row is about, with the age on a day."""
        rows = rows.join(self.people.lazy(), on=KEY, how="left")
        on, born = pl.col(day), pl.col("born_on")
        early = (on.dt.month().cast(pl.Int32) * 100 + on.dt.day()) < (
            born.dt.month().cast(pl.Int32) * 100 + born.dt.day()
        )
        age = on.dt.year() - born.dt.year() - early.cast(pl.Int32)
        unborn = (born.is_null() & pl.col("expected_birth_on").is_not_null()) | (born > on)
        band = (
            pl.when(unborn).then(pl.lit("Unborn"))
            .when(age < 1).then(pl.lit("Under 1"))
            .when(age < 5).then(pl.lit("1 to 4"))
            .when(age < 10).then(pl.lit("5 to 9"))
            .when(age < 16).then(pl.lit("10 to 15"))
            .when(age >= 16).then(pl.lit("16 and over"))
        )  # fmt: skip
        return rows.with_columns(age_band=band)

    def own_team(self, rows: pl.LazyFrame) -> pl.LazyFrame:
        """Add the name of the team that each row names."""
        teams = self.read("team", "team_id", "name").rename({"name": "team"})
        return rows.join(teams, on=["authority_code", "team_id"], how="left")

    def allocated_team(self, rows: pl.LazyFrame, day: str) -> pl.LazyFrame:
        """Add the team to which the child was allocated on a day."""
        spells = self.read("involvement", "person_id", "team_id", "started_on", "ended_on")
        teams = self.read("team", "team_id", "name").rename({"name": "team"})
        spells = spells.join(teams, on=["authority_code", "team_id"]).drop_nulls(["team", "started_on"])
        spells = spells.rename({"started_on": "spell_on", "ended_on": "spell_ended_on"}).drop("team_id")
        asked = rows.select([*KEY, day]).unique()
        then = (pl.col("spell_on") <= pl.col(day)) & (
            pl.col("spell_ended_on").is_null() | (pl.col("spell_ended_on") >= pl.col(day))
        )
        named = (
            asked.join(spells, on=KEY)
            .filter(then)
            .group_by([*KEY, day])
            .agg(pl.col("team").sort_by("spell_on", "team").last())
        )
        return rows.join(named, on=[*KEY, day], how="left")

    def labelled(self, rows: pl.LazyFrame, breakdowns: list[str]) -> pl.DataFrame:
        """Work the rows out, with every group a small number."""
        groups = [pl.col(name).fill_null(NOT_RECORDED).cast(pl.Categorical) for name in breakdowns]
        return rows.with_columns(pl.col("authority_code").cast(pl.Categorical), *groups).collect()

    def count_each(self, rows: pl.DataFrame, breakdowns: list[str], **totals: tuple[pl.Expr, pl.Expr | None]) -> None:
        """Add indicators over the same rows: for each the top and, where it has one, the bottom."""
        made = [top.cast(pl.Int64).alias(f"{name} top") for name, (top, _) in totals.items()]
        made += [b.cast(pl.Int64).alias(f"{name} bottom") for name, (_, b) in totals.items() if b is not None]
        for breakdown in (None, *breakdowns):
            keys = ["authority_code", "period", *([breakdown] if breakdown else [])]
            answer = rows.group_by(keys).agg(made)
            for name, (_, bottom) in totals.items():
                group = pl.col(breakdown).cast(pl.String) if breakdown else pl.lit("all")
                one = answer.select(
                    indicator=pl.lit(name),
                    area=pl.col("authority_code").cast(pl.String),
                    period=pl.col("period").cast(pl.Int32),
                    breakdown=pl.lit(breakdown or "all"),
                    group=group,
                    top=pl.col(f"{name} top"),
                    bottom=pl.lit(-1, pl.Int64) if bottom is None else pl.col(f"{name} bottom"),
                )
                # Another indicator over the same rows may have brought this group into being.
                self.found.append(one.filter((pl.col("top") != 0) | (pl.col("bottom") > 0)))


def work_out(work: Work) -> None:
    """All ten, table by table."""
    contacts = work.read("contact", "person_id", "contacted_on", "source_code", "presenting_issue")
    contacts = work.allocated_team(work.who(work.within(contacts, "contacted_on"), "contacted_on"), "contacted_on")
    contacts = contacts.rename({"source_code": "source", "presenting_issue": "reason"})
    by = [*WHO, "team", "source", "reason"]
    work.count_each(work.labelled(contacts, by), by, FD01=(pl.len(), None))

    referrals = work.read(
        "referral", "referral_id", "person_id", "referred_on", "source_code", "presenting_issue", "primary_need_code",
        "team_id",
    )  # fmt: skip
    led_on = pl.concat([work.read("assessment", "referral_id"), work.read("section_47_enquiry", "referral_id")])
    led_on = led_on.drop_nulls().unique().with_columns(led_on=pl.lit(True))
    referrals = work.own_team(work.who(work.within(referrals, "referred_on"), "referred_on"))
    referrals = referrals.join(led_on, on=["authority_code", "referral_id"], how="left")
    referrals = referrals.rename(
        {"source_code": "source", "presenting_issue": "reason", "primary_need_code": "need"}
    ).drop("referral_id")
    by = [*WHO, "team", "source", "reason", "need"]
    children = pl.col("person_id").drop_nulls().n_unique()
    totals = {
        "RF01": (pl.len(), None),
        "RF01-CHILDREN": (children, None),
        "RF08": (pl.col("led_on").is_not_null().sum(), pl.len()),
    }
    work.count_each(work.labelled(referrals, by), by, **totals)

    by = [*WHO, "team"]
    decided = ("is_no_further_action", "is_social_care_needed")
    columns = ("person_id", "started_on", "authorised_on", "team_id", *decided)
    assessments = work.own_team(work.read("assessment", *columns))
    taken = pl.col("ended") - pl.col("began")
    finished = work.who(work.within(assessments, "authorised_on"), "authorised_on")
    finished = work.counted(work.counted(finished, "started_on", "began"), "authorised_on", "ended")
    finished = finished.with_columns(
        duration=pl.coalesce(
            *(pl.when(taken <= last).then(pl.lit(band)) for last, band in zip(BAND_ENDS, DURATIONS, strict=False)),
            pl.when(taken > BAND_ENDS[-1]).then(pl.lit(DURATIONS[-1])),
        ),
        outcome=pl.when("is_no_further_action").then(pl.lit("No further action"))
        .when("is_social_care_needed").then(pl.lit("Help from children's social care"))
        .when(~pl.col("is_social_care_needed")).then(pl.lit("Other help")),
    )  # fmt: skip
    done = [*by, "duration", "outcome"]
    work.count_each(work.labelled(finished, done), done, AS01=((taken <= 45).sum(), pl.len()))
    is_open = work.who(work.open_at_ends(assessments, "started_on", "authorised_on"), "last_day")
    is_open = work.counted(work.counted(is_open, "started_on", "began"), "last_day", "ended")
    # The standard began then: what was started before is held to none.
    has_standard = pl.col("started_on") >= date(2008, 4, 1)
    work.count_each(work.labelled(is_open, by), by, AS03=((has_standard & (taken > 45)).sum(), pl.len()))

    enquiries = work.read("section_47_enquiry", "person_id", "strategy_discussion_on", "decision", "team_id")
    enquiries = enquiries.filter(pl.col("decision").is_null() | (pl.col("decision") != "NO_S47"))
    enquiries = work.own_team(work.who(work.within(enquiries, "strategy_discussion_on"), "strategy_discussion_on"))
    work.count_each(work.labelled(enquiries, by), by, S401=(pl.len(), None))
    _plans(work)


def _plans(work: Work) -> None:
    plans = work.read(
        "child_protection_plan", "person_id", "started_on", "ended_on", "latest_category", "is_other_authority_plan"
    ).filter(pl.col("is_other_authority_plan").ne_missing(True))
    plans = work.who(work.open_at_ends(plans, "started_on", "ended_on"), "last_day")
    plans = work.allocated_team(plans, "last_day").rename({"latest_category": "category"})
    plans = work.counted(work.counted(plans, "started_on", "began"), "last_day", "ended")
    visits = work.read("visit", "person_id", "visit_type", "seen", "visited_on").filter(
        (pl.col("visit_type") == "CP") & (pl.col("seen") == "Y") & pl.col("visited_on").is_not_null()
    )
    # The last ten working days of a month lie in the month itself.
    near = visits.with_columns(period=work.month("visited_on"))
    near = near.filter(pl.col("period").is_between(0, work.count - 1))
    ends = pl.LazyFrame({"period": pl.Series(range(work.count), dtype=pl.Int32)}).with_columns(
        last_day=work.month_end()
    )
    near = work.counted(work.counted(near.join(ends, on="period"), "visited_on", "visited"), "last_day", "ended")
    near = near.filter(pl.col("ended") - pl.col("visited") <= 10)
    near = near.select([*KEY, "period"]).unique().with_columns(seen_lately=pl.lit(True))
    plans = plans.join(near, on=[*KEY, "period"], how="left")
    by = [*WHO, "team", "category"]
    days = (pl.col("last_day") - pl.col("started_on")).dt.total_days()
    due = (pl.col("ended") - pl.col("began")) > 10
    totals = {
        "CP01": (pl.len(), None),
        "CP08": (days.sum(), pl.len()),
        "CP12": ((due & pl.col("seen_lately").is_not_null()).sum(), due.sum()),
    }
    work.count_each(work.labelled(plans, by), by, **totals)


def main() -> None:
    """Do the job, write the answers and say what it took."""
    with open(sys.argv[1], encoding="utf-8") as file:
        work = Work(json.load(file))
    before = resource.getrusage(resource.RUSAGE_SELF)
    work_out(work)
    answer = pl.concat(work.found)
    after = resource.getrusage(resource.RUSAGE_SELF)
    answer.write_parquet(sys.argv[2])
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"cpu": round(spent, 3), "megabytes": round(after.ru_maxrss / 1000), "version": pl.__version__}))


if __name__ == "__main__":
    main()
