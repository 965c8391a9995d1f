"""The ethnic background of looked-after children, beside the pupils of the school census where a council gives it."""

from purplebook.definitions.breakdowns import ETHNIC_GROUPS, UNKNOWN_ETHNICITY
from purplebook.definitions.cohorts import LOOKED_AFTER
from purplebook.definitions.indicators.looked_after import BOUNDARY, THEME, looked_after_breakdowns
from purplebook.language import indicator, percentage_of, person, rate_of
from purplebook.language.indicators import Indicator

WHITE_BRITISH = "WBRI"

LA33 = indicator(
    "LA33",
    "Children looked after from minority ethnic groups",
    percentage_of(
        LOOKED_AFTER.where(person.ethnicity_code.is_recorded(), person.ethnicity_code.is_not(*UNKNOWN_ETHNICITY)),
        that=person.ethnicity_code.is_not(WHITE_BRITISH),
    ),
    theme=THEME,
    counts_each="child",
    counts="different children looked after whose ethnic background is known",
    source=f"SSDA903 return, partly verified: all backgrounds but White British. {BOUNDARY} Whom it is compared with "
    "is another matter: the school census is of pupils, and leaves out babies.",
    by=looked_after_breakdowns,
)


def for_pupils(group: str) -> Indicator:
    """Looked-after children of one ethnic group for every 10,000 pupils of that group."""
    codes = tuple(code for code, name in ETHNIC_GROUPS.items() if name == group)
    return indicator(
        f"LA33-{group.upper()}",
        f"Children looked after of {group} background per 10,000 pupils of that background",
        rate_of(
            LOOKED_AFTER.where(person.ethnicity_code.is_in(*codes)),
            per=10_000,
            population=f"pupils of {group} background",
        ),
        theme=THEME,
        counts_each="child",
        counts=f"different children looked after of {group} background, over the pupils of the school census",
        source=f"SSDA903 return and the school census of the authority's schools, which a council gives. {BOUNDARY} "
        "Pupils are those of the area's schools from 4 to 16, looked-after children of any age and wherever they "
        "live: it shows which groups to look at, not how likely care is. Chinese stands under Other, as in "
        "the breakdowns.",
        note=f"Give the pupils as a reference value: measure PUPILS_{group.upper()}, kind POPULATION, your own area "
        "code, the day of the census as its period.",
    )


LA33_ASIAN, LA33_BLACK, LA33_MIXED, LA33_OTHER, LA33_WHITE = map(
    for_pupils, ("Asian", "Black", "Mixed", "Other", "White")
)

INDICATORS = (LA33, LA33_ASIAN, LA33_BLACK, LA33_MIXED, LA33_OTHER, LA33_WHITE)
