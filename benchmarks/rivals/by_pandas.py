"""The ten indicators of bench_rivals.py by hand in pandas: whole columns, categories for groups, no loops over rows.

python by_pandas.py JOB OUT     (JOB and OUT are written and read by bench_rivals.py)
"""

from __future__ import annotations

import json
import resource
import sys

import numpy as np
import pandas as pd

NOT_RECORDED = "Not recorded"
KEY = ["authority_code", "person_id"]
EDGES, BANDS = (1, 5, 10, 16), ("Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over")


class Work:
    """The tables of a job, read once each, and the answers so far."""

    def __init__(self, job: dict) -> None:
        self.job, self.held, self.found = job, {}, []
        self.first = pd.Timestamp(job["first_day"])
        self.months = job["months"]
        self.month_ends = pd.date_range(self.first, periods=self.months, freq="ME").to_numpy()
        calendar = pd.read_parquet(job["calendar"])
        self.calendar_start = np.datetime64(calendar["day"].iloc[0], "D")
        self.calendar = calendar["working_day"].to_numpy()

    def read(self, table: str, *columns: str) -> pd.DataFrame:
        """Columns of a table; dates as datetimes, missing text as None."""
        filters = [("authority_code", "in", self.job["authorities"])] if self.job["authorities"] else None
        names = list(dict.fromkeys(("authority_code", *columns)))
        parts = [pd.read_parquet(path, columns=names, filters=filters) for path in self.job["tables"][table]]
        rows = pd.concat(parts, ignore_index=True)
        for name in columns:
            if name.endswith("_on"):
                rows[name] = pd.to_datetime(rows[name]).astype("datetime64[s]")
        return rows

    def month(self, day: pd.Series) -> pd.Series:
        """The place of a day's month, which may be outside the run; missing for a missing day."""
        return (day.dt.year - self.first.year) * 12 + day.dt.month - self.first.month

    def within(self, rows: pd.DataFrame, day: str) -> pd.DataFrame:
        """The rows whose day is in one of the months."""
        place = self.month(rows[day])
        chosen = place.between(0, self.months - 1)
        return rows[chosen].assign(period=place[chosen].astype("int32"))

    def open_at_ends(self, rows: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
        """Each row once for every month at whose end it was open."""
        rows = rows[rows[start].notna()]
        low = self.month(rows[start]).clip(lower=0).to_numpy("int64")
        high = self.month(rows[end]).sub(1).fillna(self.months - 1).clip(upper=self.months - 1).to_numpy("int64")
        times = np.maximum(high - low + 1, 0)
        at = np.repeat(np.arange(len(rows)), times)
        offset = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
        placed = rows.iloc[at].assign(period=(np.repeat(low, times) + offset).astype("int32"))
        return placed.assign(last_day=self.month_ends[placed["period"]].astype("datetime64[s]")).reset_index(drop=True)

    def working_days(self, start: pd.Series, end: pd.Series) -> pd.Series:
        """Working days from one day to another; missing where a day is."""
        return self._counted(end) - self._counted(start)

    def _counted(self, day: pd.Series) -> pd.Series:
        place = (day.to_numpy("datetime64[D]") - self.calendar_start).astype("int64")
        inside = day.notna().to_numpy() & (place >= 0) & (place < len(self.calendar))
        return pd.Series(np.where(inside, self.calendar[np.where(inside, place, 0)], np.nan), index=day.index)

    def people(self) -> pd.DataFrame:
        """Everybody's birthday and groups."""
        if "people" in self.held:
            return self.held["people"]
        people = self.read("person", "person_id", "sex", "ethnicity_code", "born_on", "expected_birth_on")
        group = people["ethnicity_code"].map(self.job["ethnic_groups"])
        people["ethnic_group"] = group.where(group.notna() | people["ethnicity_code"].isna(), "Not known")
        facts = self.read("person_attribute", "person_id", "attribute_type", "code", "started_on", "known_on")
        disability = facts[facts["attribute_type"] == "DISABILITY"]
        none = disability["code"] == "NONE"
        flags = pd.DataFrame({**{name: disability[name] for name in KEY}, "some": ~none, "none": none})
        flags = flags.groupby(KEY, sort=False)[["some", "none"]].any().reset_index()
        flags["disability"] = np.where(flags["some"], "Disabled", "Not disabled")
        places = facts[facts["attribute_type"] == "LOCALITY"]
        places = places.assign(by=places["started_on"].fillna(places["known_on"])).dropna(subset=["by", "code"])
        places = places.sort_values(["by", "code"]).drop_duplicates(KEY, keep="last")
        people = people.merge(flags[[*KEY, "disability"]], on=KEY, how="left")
        people = people.merge(places[[*KEY, "code"]].rename(columns={"code": "locality"}), on=KEY, how="left")
        for name in ("sex", "ethnic_group", "disability", "locality"):
            people[name] = people[name].fillna(NOT_RECORDED).astype("category")
        self.held["people"] = people.drop(columns="ethnicity_code")
        return self.held["people"]

    def who(self, rows: pd.DataFrame, day: str) -> pd.DataFrame:
        """The groups of the person each row is about, with the age on a day."""
        rows = rows.merge(self.people(), on=KEY, how="left")
        on, born = rows[day], rows["born_on"]
        early = (on.dt.month * 100 + on.dt.day) < (born.dt.month * 100 + born.dt.day)
        age = (on.dt.year - born.dt.year - early).to_numpy("float64", na_value=np.nan)
        age = np.where(born.isna(), np.nan, age)
        band = np.searchsorted(EDGES, np.nan_to_num(age), side="right")
        unborn = (born.isna() & rows["expected_birth_on"].notna()) | (born > on)
        band = np.where(unborn, 5, np.where(np.isnan(age), 6, band))
        rows["age_band"] = pd.Categorical.from_codes(band, [*BANDS, "Unborn", NOT_RECORDED])
        for name in ("sex", "ethnic_group", "disability", "locality"):
            if rows[name].isna().any():
                rows[name] = (
                    rows[name]
                    .cat.add_categories([NOT_RECORDED] if NOT_RECORDED not in rows[name].cat.categories else [])
                    .fillna(NOT_RECORDED)
                )
        return rows

    def own_team(self, rows: pd.DataFrame) -> pd.Series:
        """The name of the team that each row names."""
        teams = self.read("team", "team_id", "name").rename(columns={"name": "team"})
        named = rows[["authority_code", "team_id"]].merge(teams, on=["authority_code", "team_id"], how="left")
        return named["team"].fillna(NOT_RECORDED).astype("category").to_numpy()

    def allocated_team(self, rows: pd.DataFrame, day: str) -> np.ndarray:
        """The team to which the child was allocated on a day."""
        if "allocated" not in self.held:
            spells = self.read("involvement", "person_id", "team_id", "started_on", "ended_on")
            teams = self.read("team", "team_id", "name").rename(columns={"name": "team"})
            spells = spells.merge(teams, on=["authority_code", "team_id"]).drop(columns="team_id")
            self.held["allocated"] = spells.dropna(subset=["team", "started_on"])
        asked = rows[[*KEY, day]].rename(columns={day: "asked_on"}).reset_index(names="place")
        pairs = asked.merge(self.held["allocated"], on=KEY)
        then = (pairs["started_on"] <= pairs["asked_on"]) & (
            pairs["ended_on"].isna() | (pairs["ended_on"] >= pairs["asked_on"])
        )
        pairs = pairs[then].sort_values(["started_on", "team"]).drop_duplicates("place", keep="last")
        named = pairs.set_index("place")["team"].reindex(rows.index)
        return named.fillna(NOT_RECORDED).astype("category").to_numpy()

    def count(self, name: str, rows: pd.DataFrame, breakdowns: list[str], top: str | None, bottom: bool) -> None:
        """Add one indicator: rows, or the sum of `top`, with the rows beneath where there is a bottom."""
        for breakdown in (None, *breakdowns):
            keys = ["authority_code", "period", *([breakdown] if breakdown else [])]
            groups = rows.groupby(keys, observed=True, sort=False)
            answer = groups.size().rename("rows").to_frame()
            answer["top"] = answer["rows"] if top is None else groups[top].sum().astype("int64")
            self._add(name, answer, breakdown, bottom)

    def count_children(self, name: str, rows: pd.DataFrame, breakdowns: list[str]) -> None:
        """Add one indicator that counts different children."""
        rows = rows[rows["person_id"].notna()]
        for breakdown in (None, *breakdowns):
            keys = ["authority_code", "period", *([breakdown] if breakdown else [])]
            once = rows.drop_duplicates([*keys, "person_id"])
            answer = once.groupby(keys, observed=True, sort=False).size().rename("top").to_frame()
            self._add(name, answer.assign(rows=answer["top"]), breakdown, False)

    def _add(self, name: str, answer: pd.DataFrame, breakdown: str | None, bottom: bool) -> None:
        answer = answer.reset_index()
        self.found.append(
            pd.DataFrame(
                {
                    "indicator": name,
                    "area": answer["authority_code"].astype("str"),
                    "period": answer["period"].astype("int32"),
                    "breakdown": breakdown or "all",
                    "group": answer[breakdown].astype("str") if breakdown else "all",
                    "top": answer["top"].astype("int64"),
                    "bottom": answer["rows"].astype("int64") if bottom else -1,
                }
            )
        )


BAND_ENDS = [0, 10, 20, 30, 40, 45, 50, 60]
DURATIONS = [
    *("Under 1", "1 to 10", "11 to 20", "21 to 30", "31 to 40", "41 to 45", "46 to 50", "51 to 60", "61 and over"),
]
WHO = ["age_band", "sex", "ethnic_group", "disability", "locality"]


def coded(rows: pd.DataFrame, **names: str) -> pd.DataFrame:
    """Columns of codes as breakdowns under other names."""
    return rows.assign(**{to: rows[column].fillna(NOT_RECORDED).astype("category") for to, column in names.items()})


def work_out(work: Work) -> None:
    """All ten, table by table."""
    contacts = work.read("contact", "person_id", "contacted_on", "source_code", "presenting_issue")
    contacts = work.who(work.within(contacts, "contacted_on"), "contacted_on")
    contacts = coded(contacts, source="source_code", reason="presenting_issue")
    contacts["team"] = work.allocated_team(contacts, "contacted_on")
    work.count("FD01", contacts, [*WHO, "team", "source", "reason"], None, False)
    del contacts

    referrals = work.read(
        "referral", "referral_id", "person_id", "referred_on", "source_code", "presenting_issue", "primary_need_code",
        "team_id",
    )  # fmt: skip
    referrals = work.who(work.within(referrals, "referred_on"), "referred_on")
    referrals = coded(referrals, source="source_code", reason="presenting_issue", need="primary_need_code")
    referrals["team"] = work.own_team(referrals)
    led_on = pd.concat([work.read("assessment", "referral_id"), work.read("section_47_enquiry", "referral_id")])
    led_on = led_on.dropna().drop_duplicates().assign(led_on=True)
    referrals = referrals.merge(led_on, on=["authority_code", "referral_id"], how="left")
    referrals["led_on"] = referrals["led_on"].notna()
    by = [*WHO, "team", "source", "reason", "need"]
    work.count("RF01", referrals, by, None, False)
    work.count_children("RF01-CHILDREN", referrals, by)
    work.count("RF08", referrals, by, "led_on", True)
    del referrals, led_on

    decided = ("is_no_further_action", "is_social_care_needed")
    assessments = work.read("assessment", "person_id", "started_on", "authorised_on", "team_id", *decided)
    assessments["team"] = work.own_team(assessments)
    finished = work.who(work.within(assessments, "authorised_on"), "authorised_on")
    taken = work.working_days(finished["started_on"], finished["authorised_on"])
    finished["in_time"] = taken <= 45
    duration = pd.cut(taken, [-np.inf, *BAND_ENDS, np.inf], labels=DURATIONS)
    finished["duration"] = duration.cat.add_categories([NOT_RECORDED]).fillna(NOT_RECORDED)
    nothing, care = (finished[name].astype("boolean") for name in decided)
    outcomes = ["No further action", "Help from children's social care", "Other help"]
    chosen = [answer.fillna(False).to_numpy(bool) for answer in (nothing, care, ~care)]
    finished["outcome"] = pd.Categorical(np.select(chosen, outcomes, NOT_RECORDED), [*outcomes, NOT_RECORDED])
    work.count("AS01", finished, [*WHO, "team", "duration", "outcome"], "in_time", True)
    is_open = work.who(work.open_at_ends(assessments, "started_on", "authorised_on"), "last_day")
    # The standard began then: what was started before is held to none.
    has_standard = is_open["started_on"] >= pd.Timestamp(2008, 4, 1)
    is_open["late"] = has_standard & (work.working_days(is_open["started_on"], is_open["last_day"]) > 45)
    work.count("AS03", is_open, [*WHO, "team"], "late", True)
    del assessments, finished, is_open

    enquiries = work.read("section_47_enquiry", "person_id", "strategy_discussion_on", "decision", "team_id")
    enquiries = enquiries[enquiries["decision"].isna() | (enquiries["decision"] != "NO_S47")]
    enquiries = work.who(work.within(enquiries, "strategy_discussion_on"), "strategy_discussion_on")
    enquiries["team"] = work.own_team(enquiries)
    work.count("S401", enquiries, [*WHO, "team"], None, False)
    del enquiries
    _plans(work)


def _plans(work: Work) -> None:
    plans = work.read(
        "child_protection_plan", "person_id", "started_on", "ended_on", "latest_category", "is_other_authority_plan"
    )
    plans = plans[plans["is_other_authority_plan"].isna() | (plans["is_other_authority_plan"] != True)]  # noqa: E712
    plans = work.who(work.open_at_ends(plans, "started_on", "ended_on"), "last_day")
    plans = coded(plans, category="latest_category")
    plans["team"] = work.allocated_team(plans, "last_day")
    plans["days"] = (plans["last_day"] - plans["started_on"]).dt.days
    by = [*WHO, "team", "category"]
    work.count("CP01", plans, by, None, False)
    work.count("CP08", plans, by, "days", True)
    visits = work.read("visit", "person_id", "visit_type", "seen", "visited_on")
    visits = visits[(visits["visit_type"] == "CP") & (visits["seen"] == "Y") & visits["visited_on"].notna()]
    # The last ten working days of a month lie in the month itself.
    near = visits.assign(period=work.month(visits["visited_on"]))
    near = near[near["period"].between(0, work.months - 1)]
    near["last_day"] = work.month_ends[near["period"].astype("int64")].astype("datetime64[s]")
    near = near[work.working_days(near["visited_on"], near["last_day"]) <= 10]
    near = near[[*KEY, "period"]].drop_duplicates().assign(seen_lately=True)
    due = plans[work.working_days(plans["started_on"], plans["last_day"]) > 10]
    due = due.merge(near, on=[*KEY, "period"], how="left")
    due["seen_lately"] = due["seen_lately"].notna()
    work.count("CP12", due, by, "seen_lately", True)


def main() -> None:
    """Do the job, write the answers and say what it took."""
    with open(sys.argv[1], encoding="utf-8") as file:
        work = Work(json.load(file))
    before = resource.getrusage(resource.RUSAGE_SELF)
    work_out(work)
    answer = pd.concat(work.found, ignore_index=True)
    after = resource.getrusage(resource.RUSAGE_SELF)
    answer.to_parquet(sys.argv[2])
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"cpu": round(spent, 3), "megabytes": round(after.ru_maxrss / 1000), "version": pd.__version__}))


if __name__ == "__main__":
    main()
