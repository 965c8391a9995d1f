"""Codes of reference values: figures from elsewhere that ours stand beside."""

from purplebook.tables.codes.code_set import CodeSet, CodeValue

REFERENCE: tuple[CodeSet, ...] = (
    CodeSet(
        "area_level",
        "The kind of area a reference value is for.",
        (
            CodeValue("LA", "Local authority"),
            CodeValue("SN", "Statistical neighbours"),
            CodeValue("REGION", "Region"),
            CodeValue("ENGLAND", "England"),
        ),
    ),
    CodeSet(
        "reference_value_kind",
        "What kind of reference value it is.",
        (
            CodeValue("BENCHMARK", "Published comparator"),
            CodeValue("TARGET", "Target"),
            CodeValue("POPULATION", "Population"),
            CodeValue("ACTIVITY", "Activity counted elsewhere"),
            CodeValue("REPORTED_PROVISIONAL", "Reported earlier, provisional"),
            CodeValue("REPORTED_VALIDATED", "Reported earlier, validated"),
        ),
    ),
    CodeSet(
        "polarity",
        "Which direction of a measure is better.",
        (
            CodeValue("HIGH", "Higher is better"),
            CodeValue("LOW", "Lower is better"),
            CodeValue("NEUTRAL", "Neither is better"),
        ),
    ),
    CodeSet(
        "suppression",
        "Why a published value is not a number; never to be read as nought.",
        (
            CodeValue("c", "Confidential"),
            CodeValue("x", "Not available; before 2018, withheld because 1 to 5"),
            CodeValue("z", "Does not apply"),
            CodeValue("k", "Rounds to nought"),
            CodeValue("u", "Low reliability"),
            CodeValue("low", "Low reliability"),
            CodeValue("-", "Missing for any reason"),
        ),
    ),
)
