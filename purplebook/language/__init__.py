"""The words definitions are written in.  They say what is counted; they know neither SQL nor data.

A handle for each canonical table, such as `contact`, comes from `handles/`: a new table's name is not typed here.
"""

from purplebook.language import handles
from purplebook.language.expressions import (
    PERIOD,
    age_on,
    all_of,
    any_of,
    called,
    days_between,
    first_of,
    hundredths,
    not_,
    return_year,
    this_row,
    when,
    working_days_between,
)
from purplebook.language.handles import *  # noqa: F403
from purplebook.language.indicators import EVER, Better, Breakdown, Indicator, indicator
from purplebook.language.measures import (
    Cohort,
    count,
    count_children,
    difference,
    mean_of,
    median_of,
    percentage_of,
    percentage_of_children,
    percentage_of_sum,
    rate_of,
    rate_of_children,
    ratio_of,
    reported,
    share_of,
    sum_of,
)
from purplebook.language.rows import Rows, linked, lookup, same_child

__all__ = [
    "EVER",
    "PERIOD",
    "Better",
    "Breakdown",
    "Cohort",
    "Indicator",
    "Rows",
    "age_on",
    "all_of",
    "any_of",
    "called",
    "count",
    "count_children",
    "days_between",
    "difference",
    "first_of",
    "hundredths",
    "indicator",
    "linked",
    "lookup",
    "mean_of",
    "median_of",
    "not_",
    "percentage_of",
    "percentage_of_children",
    "percentage_of_sum",
    "rate_of",
    "rate_of_children",
    "ratio_of",
    "reported",
    "return_year",
    "same_child",
    "share_of",
    "sum_of",
    "this_row",
    "when",
    "working_days_between",
]
__all__ += handles.__all__
