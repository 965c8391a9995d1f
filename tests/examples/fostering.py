"""Worked examples of foster places and the children who live in them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "FO02",
        "Places are added up, not households; an approval that ends on the last day is over, one begun on it counts",
        AUGUST,
        (6, None),
        {
            "foster_carer_approval": """
                approved_on | ended_on   | places_count
                2013-05-14  | 2015-08-31 | 3
                2013-05-14  | 2015-09-01 | 2
                2015-08-31  |            | 1
                2010-02-02  |            | 3
                2015-09-01  |            | 2
            """
        },
        kind="edge",
    ),
    Example(
        "FO02",
        "A household that has only asked is not approved, and one whose places are not recorded adds none",
        AUGUST,
        (2, None),
        {
            "foster_carer_approval": """
                enquired_on | approved_on | places_count
                2015-02-10  |             | 3
                2015-02-10  | 2015-08-11  |
                            | 2015-08-11  | 2
            """
        },
        kind="missing",
    ),
    Example(
        "FO02",
        "The number of carers in the household is not the number of places",
        AUGUST,
        (3, None),
        {
            "foster_carer_approval": """
                enquired_on | approved_on | carers_count | places_count
                2014-11-03  | 2015-04-20  | 2            | 3
                2015-02-09  | 2015-09-07  | 2            | 2
            """
        },
    ),
    Example(
        "FO02",
        "By type: relatives and friends, whom Ofsted's count leaves out since 2022, stand apart",
        AUGUST,
        (4, None),
        {
            "foster_carer_approval": """
                approved_on | carer_type | places_count
                2014-03-04  | MAINSTREAM | 3
                2014-03-04  | MAINSTREAM | 1
                2014-03-04  | CONNECTED_PERSON | 2
                2014-03-04  |            | 1
            """
        },
        breakdown="type",
        group="MAINSTREAM",
    ),
    Example(
        "FO02-TAKEN",
        "A placement that ends on the last day is over; one that begins on the last day counts",
        AUGUST,
        (2, None),
        {
            "placement": """
                child | started_on | ended_on   | placement_type | provider_code
                a     | 2015-03-02 | 2015-08-31 | U6             | PR1
                b     | 2015-03-02 | 2015-09-01 | U6             | PR1
                c     | 2015-08-31 |            | U6             | PR1
                d     | 2015-09-01 |            | U6             | PR1
            """
        },
        kind="edge",
    ),
    Example(
        "FO02-TAKEN",
        "Every kind of foster care counts, by relatives or not; children's homes and adoption do not",
        AUGUST,
        (6, None),
        {
            "placement": """
                child | started_on | placement_type | provider_code
                a     | 2015-03-02 | U1             | PR1
                b     | 2015-03-02 | U2             | PR1
                c     | 2015-03-02 | U3             | PR1
                d     | 2015-03-02 | U4             | PR1
                e     | 2015-03-02 | U5             | PR1
                f     | 2015-03-02 | U6             | PR1
                g     | 2015-03-02 | K2             | PR1
                h     | 2015-03-02 | A3             | PR1
                i     | 2015-03-02 | P2             | PR1
            """
        },
    ),
    Example(
        "FO02-TAKEN",
        "Foster care bought from an agency or given by another council takes no place of ours",
        AUGUST,
        (1, None),
        {
            "placement": """
                child | started_on | placement_type | provider_code
                a     | 2015-03-02 | U6             | PR1
                b     | 2015-03-02 | U6             | PR2
                c     | 2015-03-02 | U6             | PR4
            """
        },
    ),
    Example(
        "FO02-TAKEN",
        "Without a first day, a kind or a provider it cannot be said that a child lives with our own carers",
        AUGUST,
        (1, None),
        {
            "placement": """
                child | started_on | placement_type | provider_code
                a     |            | U6             | PR1
                b     | 2015-03-02 |                | PR1
                c     | 2015-03-02 | U6             |
                d     | 2015-03-02 | U6             | PR1
            """
        },
        kind="missing",
    ),
    Example(
        "FO02-TAKEN",
        "A child who moved counts once, for the open placement; so does one with two open placements",
        AUGUST,
        (2, None),
        {
            "placement": """
                child | started_on | ended_on   | placement_type | provider_code
                a     | 2014-03-02 | 2015-06-01 | U6             | PR1
                a     | 2015-06-01 |            | U4             | PR1
                b     | 2014-03-02 |            | U6             | PR1
                b     | 2015-06-01 |            | U6             | PR1
            """
        },
        kind="twice",
    ),
)
