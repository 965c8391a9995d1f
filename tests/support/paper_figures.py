"""Invented figures for any paper: every figure it asks for, of believable size, the same on every run."""

from __future__ import annotations

import zlib
from decimal import ROUND_HALF_UP, Decimal

import pyarrow as pa

from purplebook.language.paper_checks import needed_figures, references_of
from purplebook.language.papers import Paper, Show
from purplebook.language.periods import Period, PeriodKind
from purplebook.results.figures import FIGURE_SCHEMA, Figures

EVENTS_A_MONTH = {
    "EH01": 85, "EH02": 32, "EH03": 32, "EH04": 10, "EH05": 25, "FD01": 415, "FD02": 415, "RF01": 142, "RF03": 142,
    "RF04": 142, "RF08": 142, "AS01": 95, "S401": 52, "S403": 44, "IC01": 27, "IC03": 26, "CP05": 16, "CP06": 16,
    "CP09": 21, "CP12": 480, "LA05": 8, "AD01": 8, "AD02": 8, "AD03": 2, "AD05": 2, "AD06": 2, "AD09": 1, "QA01": 7,
    "QA02": 7, "QA03": 7, "QA04": 3, "QA07": 20, "FO01": 1, "WF01": 40,
}  # fmt: skip
STOCK = {
    "AS03": 180, "CP01": 230, "CP03": 230, "CP07": 230, "CP08": 230, "CP13": 200, "CP14": 230,
    "CP14-AUDITED": 35, "CN03": 600,
    "CN04": 600, "LA01": 225, "LA02": 34700, "LA06": 225, "LA07": 225, "LA08": 225, "LA09": 225, "LA10": 225,
    "LA11": 225, "LA12": 225, "LA13": 225, "LA14": 76, "CL01": 71, "CL03": 71, "CL04": 71, "CL05": 71, "CL06": 71,
    "CL07": 71, "QA05": 28, "QA06": 900,
}  # fmt: skip
SHARES = {
    "EH03": 1.0, "EH05": 0.08, "FD02": 0.34, "RF08": 0.66, "AS01": 0.68, "AS03": 0.16, "S403": 0.58, "IC03": 0.8,
    "CP06": 0.06, "CP07": 0.02, "CP09": 0.21, "CP12": 0.88, "CP13": 0.6, "CP14": 0.05,
    "CP14-AUDITED": 0.1, "CN03": 0.84, "CN04": 0.7,
    "LA10": 0.44, "LA11": 0.29, "LA12": 0.32, "LA13": 0.09, "LA14": 0.73, "AD01": 0.24, "AD02": 0.17, "AD06": 0.3,
    "CL03": 0.775, "CL04": 0.55, "CL05": 0.366, "CL06": 0.1, "CL07": 0.89, "QA05": 0.7, "QA06": 0.75, "QA03": 0.08,
    "LA09": 0.027,
}  # fmt: skip
MEANS = {"AD03": 640, "AD05": 300, "CP08": 280}
SHARE_SHAPED = ("CP03", "RF03", "RF04", "LA06", "LA07", "LA08", "QA02")


def paper_figures(paper: Paper, *, without: tuple[str, ...] = ()) -> Figures:
    """Figures for everything the paper asks for, except the indicators in `without`."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    shows: dict[str, set[Show]] = {}
    for ref in references_of(paper):
        shows.setdefault(ref.indicator, set()).add(ref.show)
        found = groups.setdefault((ref.indicator, ref.period.key, ref.breakdown), [])
        if ref.group not in found:
            found.append(ref.group)
    rows = []
    for indicator, period, breakdown in needed_figures(paper):
        if indicator in without:
            continue
        top, bottom = _everyone(indicator, period, has_parts=shows[indicator] != {Show.NUMBER})
        if breakdown == "all":
            rows.append(_row(indicator, period, "all", "all", top, bottom))
            continue
        names = groups[indicator, period.key, breakdown]
        for name, count in zip(names, _parts(top, names, indicator), strict=True):
            if count:
                rows.append(_row(indicator, period, breakdown, name, count, top if bottom is not None else None))
    return Figures(pa.Table.from_pylist(rows, schema=FIGURE_SCHEMA))


def _everyone(indicator: str, period: Period, *, has_parts: bool) -> tuple[int, int | None]:
    """Numerator and denominator for everyone, moved a little by the period's name."""
    if indicator == "LA02":
        return _everyone("LA01", period, has_parts=False)[0], STOCK["LA02"]
    base = STOCK.get(indicator)
    if base is None:
        months = (period.last_day - period.first_day).days / 30.4
        base = EVENTS_A_MONTH.get(indicator, 10) * max(months, 0.9)
    count = round(base * (0.85 + 0.3 * _chance(f"{period.key}")))
    if indicator in MEANS:
        return round(count * MEANS[indicator] * (0.9 + 0.2 * _chance(f"{indicator}{period.key}"))), count
    if indicator in SHARE_SHAPED:
        return count, count
    if indicator in SHARES:
        return round(count * min(SHARES[indicator] * (0.93 + 0.14 * _chance(f"{indicator}{period.key}")), 1)), count
    return count, count if has_parts else None


def _parts(count: int, names: list[str], salt: str) -> list[int]:
    """A number divided among groups, unevenly, with the whole kept."""
    weights = [1 + int(40 * _chance(f"{salt}{name}") ** 3) for name in names]
    made = [count * weight // sum(weights) for weight in weights]
    made[weights.index(max(weights))] += count - sum(made)
    return made


def _row(indicator: str, period: Period, breakdown: str, group: str, top: int, bottom: int | None) -> dict:
    value = Decimal(top)
    if bottom is not None:
        factor = 1 if indicator in MEANS else 10000 if indicator == "LA02" else 100
        value = Decimal(top * factor) / bottom if bottom else None
    return {
        "indicator": indicator,
        "edition": 1,
        "area": "Thamesbridge",
        "period": period.key,
        "period_start": period.first_day,
        "period_end": period.last_day,
        "breakdown": breakdown,
        "group": group,
        "numerator": top,
        "denominator": bottom,
        "value": None if value is None else value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP),
        "status": "final" if period.kind is PeriodKind.YEAR else "provisional",
    }


def _chance(text: str) -> float:
    return zlib.crc32(text.encode()) / 2**32
