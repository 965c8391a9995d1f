"""Reference values that the paper sets beside its own figures: targets, populations and comparators.

Facts of 2015 only; the public files of benchmarks are loaded from elsewhere.
"""

from __future__ import annotations

from datetime import date

from purplebook_demo.paper_2015.authority import AUTHORITY_CODE, POPULATION_UNDER_18

Row = dict[str, object]

TARGETS: tuple[tuple[str, str, str], ...] = (
    ("CL07", "95.00", "HIGH"),
    ("AD03", "420.00", "LOW"),
    ("AD05", "120.00", "LOW"),
    ("IC03", "85.00", "HIGH"),
    ("CP12", "95.00", "HIGH"),
    ("AS01", "85.00", "HIGH"),
    ("CN03", "95.00", "HIGH"),
    ("QA05", "100.00", "HIGH"),
    ("QA06", "95.00", "HIGH"),
    ("FO01", "24.00", "HIGH"),
)
COMPARATORS: tuple[tuple[str, str, str, str, str], ...] = (
    ("AS01", "FY2014-15", "REGION", "78.20", "HIGH"),
    ("S403", "FY2014-15", "REGION", "72.70", "NEUTRAL"),
    ("IC03", "2014-15-Q1", "SN", "61.10", "HIGH"),
    ("CP09", "FY2013-14", "SN", "17.30", "LOW"),
    ("LA02", "FY2013-14", "SN", "60.00", "NEUTRAL"),
    ("LA02", "2014-15-Q2", "REGION", "48.20", "NEUTRAL"),
    ("LA13", "FY2012-13", "ENGLAND", "11.00", "LOW"),
    ("LA14", "FY2013-14", "REGION", "65.00", "HIGH"),
    ("CL03", "FY2013-14", "SN", "80.74", "HIGH"),
    ("CL05", "FY2013-14", "SN", "39.00", "LOW"),
)
OWN_COUNTS: tuple[tuple[str, str, str, str, str], ...] = (
    ("LA07-WHITE", "FY2014-15", "50.00", "BENCHMARK", "School census, as printed in the 2015 paper"),
    ("WHOLE-SERVICE-MEETINGS", "2015", "2.00", "ACTIVITY", "Counted by the service, as printed in the 2015 paper"),
)
"""What others counted of this authority's own area, or of what is in no record about a child."""
AREA_CODES = {"SN": "SN-899", "REGION": "E12000008", "ENGLAND": "E92000001"}
POPULATIONS: tuple[tuple[int, int], ...] = (
    (2010, POPULATION_UNDER_18 - 2100),
    (2011, POPULATION_UNDER_18 - 1500),
    (2012, POPULATION_UNDER_18 - 1000),
    (2013, POPULATION_UNDER_18 - 500),
    (2014, POPULATION_UNDER_18),
)
"""Children under 18 at mid-year."""
PUPILS: tuple[tuple[str, int], ...] = (
    ("PUPILS_ASIAN", 3900),
    ("PUPILS_BLACK", 2100),
    ("PUPILS_MIXED", 2000),
    ("PUPILS_OTHER", 1200),
    ("PUPILS_WHITE", 9200),
)
"""Pupils of the school census by ethnic group: half of them White, as the paper prints."""
SCHOOL_CENSUS_DAY = date(2015, 1, 15)


def reference_rows() -> list[Row]:
    """The table `reference_value`."""
    rows: list[Row] = [
        {
            "measure_code": "POPULATION_0_17",
            "period": str(year),
            "area_level": "LA",
            "area_code": AUTHORITY_CODE,
            "value": f"{count}.00",
            "value_kind": "POPULATION",
            "polarity": "NEUTRAL",
            "source": "Invented mid-year estimate",
            "published_on": date(year + 1, 6, 25),
        }
        for year, count in POPULATIONS
    ]
    rows += [
        {
            "measure_code": measure,
            "period": SCHOOL_CENSUS_DAY.isoformat(),
            "area_level": "LA",
            "area_code": AUTHORITY_CODE,
            "value": f"{count}.00",
            "value_kind": "POPULATION",
            "polarity": "NEUTRAL",
            "source": "Invented school census",
            "published_on": date(2015, 6, 11),
        }
        for measure, count in PUPILS
    ]
    for measure, value, polarity in TARGETS:
        rows.append(
            {
                "measure_code": measure,
                "period": "FY2015-16",
                "area_level": "LA",
                "area_code": AUTHORITY_CODE,
                "value": value,
                "value_kind": "TARGET",
                "polarity": polarity,
                "source": "Improvement plan",
                "published_on": date(2015, 4, 1),
            }
        )
    for measure, period, level, value, polarity in COMPARATORS:
        rows.append(
            {
                "measure_code": measure,
                "period": period,
                "area_level": level,
                "area_code": AREA_CODES[level],
                "value": value,
                "value_kind": "BENCHMARK",
                "polarity": polarity,
                "source": "As printed in the 2015 paper",
                "published_on": date(2015, 1, 31),
            }
        )
    rows += [
        {
            "measure_code": measure,
            "period": period,
            "area_level": "LA",
            "area_code": AUTHORITY_CODE,
            "value": value,
            "value_kind": kind,
            "polarity": "NEUTRAL",
            "source": source,
            "published_on": date(2015, 8, 1),
        }
        for measure, period, value, kind, source in OWN_COUNTS
    ]
    return rows
