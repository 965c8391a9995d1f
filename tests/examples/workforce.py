"""Worked examples of the recruitment of social workers and of foster carers, as the manual prints them."""

from __future__ import annotations

from purplebook.language.periods import month
from tests.support.examples import Example

AUGUST = month(2015, 8)

EXAMPLES: tuple[Example, ...] = (
    Example(
        "WF01",
        "Applications for posts of social workers, newly qualified ones included; managers' posts are not among them",
        AUGUST,
        (2, None),
        {
            "job_application": """
                post_type       | applied_on
                SOCIAL_WORKER   | 2015-08-03
                ASYE            | 2015-08-03
                TEAM_MANAGER    | 2015-08-03
                SERVICE_MANAGER | 2015-08-03
                                | 2015-08-03
            """
        },
    ),
    Example(
        "WF01",
        "The month's first and last day are in, the days on either side are out",
        AUGUST,
        (2, None),
        {
            "job_application": """
                post_type     | applied_on
                SOCIAL_WORKER | 2015-07-31
                SOCIAL_WORKER | 2015-08-01
                SOCIAL_WORKER | 2015-08-31
                SOCIAL_WORKER | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "WF01",
        "An application without its date does not count, whatever came of it in the month",
        AUGUST,
        (1, None),
        {
            "job_application": """
                post_type     | applied_on | preferred_on | accepted_on
                SOCIAL_WORKER |            | 2015-08-03   | 2015-08-10
                SOCIAL_WORKER | 2015-08-03 |              |
            """
        },
        kind="missing",
    ),
    Example(
        "WF01",
        "By post: newly qualified social workers",
        AUGUST,
        (1, None),
        {
            "job_application": """
                post_type     | applied_on
                SOCIAL_WORKER | 2015-08-03
                ASYE          | 2015-08-03
            """
        },
        breakdown="post",
        group="ASYE",
    ),
    Example(
        "WF01-PREFERRED",
        "Social workers who became preferred candidates, newly qualified ones included; managers are not among them",
        AUGUST,
        (2, None),
        {
            "job_application": """
                post_type       | preferred_on
                SOCIAL_WORKER   | 2015-08-03
                ASYE            | 2015-08-03
                TEAM_MANAGER    | 2015-08-03
                SERVICE_MANAGER | 2015-08-03
                                | 2015-08-03
            """
        },
    ),
    Example(
        "WF01-PREFERRED",
        "The day of preference decides, not the day of application; the month's first and last day are in",
        AUGUST,
        (2, None),
        {
            "job_application": """
                post_type     | applied_on | preferred_on
                SOCIAL_WORKER | 2015-07-01 | 2015-07-31
                SOCIAL_WORKER | 2015-07-01 | 2015-08-01
                SOCIAL_WORKER | 2015-07-01 | 2015-08-31
                SOCIAL_WORKER | 2015-08-01 | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "WF01-PREFERRED",
        "An applicant who has not become a preferred candidate does not count",
        AUGUST,
        (0, None),
        {
            "job_application": """
                post_type     | applied_on | preferred_on | accepted_on
                SOCIAL_WORKER | 2015-08-03 |              | 2015-08-20
            """
        },
        kind="missing",
    ),
    Example(
        "WF01-FILLED",
        "Posts of social workers filled, newly qualified ones included; managers' posts are not among them",
        AUGUST,
        (2, None),
        {
            "job_application": """
                post_type       | accepted_on
                SOCIAL_WORKER   | 2015-08-03
                ASYE            | 2015-08-03
                TEAM_MANAGER    | 2015-08-03
                SERVICE_MANAGER | 2015-08-03
                                | 2015-08-03
            """
        },
    ),
    Example(
        "WF01-FILLED",
        "The day the offer was accepted decides, not the day of preference; the month's first and last day are in",
        AUGUST,
        (2, None),
        {
            "job_application": """
                post_type     | preferred_on | accepted_on
                SOCIAL_WORKER | 2015-07-01   | 2015-07-31
                SOCIAL_WORKER | 2015-07-01   | 2015-08-01
                SOCIAL_WORKER | 2015-07-01   | 2015-08-31
                SOCIAL_WORKER | 2015-08-01   | 2015-09-01
            """
        },
        kind="edge",
    ),
    Example(
        "WF01-FILLED",
        "An offer that has not been accepted fills no post",
        AUGUST,
        (0, None),
        {
            "job_application": """
                post_type     | offered_on | accepted_on | started_on
                SOCIAL_WORKER | 2015-08-03 |             | 2015-08-31
            """
        },
        kind="missing",
    ),
    Example(
        "FO01",
        "Households approved in the month; the first and the last day are in, the days on either side are out",
        AUGUST,
        (2, None),
        {
            "foster_carer_approval": """
                carer_type | approved_on | carers_count
                MAINSTREAM | 2015-07-31  | 1
                MAINSTREAM | 2015-08-01  | 2
                MAINSTREAM | 2015-08-31  | 1
                MAINSTREAM | 2015-09-01  | 2
            """
        },
        kind="edge",
    ),
    Example(
        "FO01",
        "An enquiry that has not led to approval does not count",
        AUGUST,
        (1, None),
        {
            "foster_carer_approval": """
                carer_type | enquired_on | approved_on | ended_on
                MAINSTREAM | 2015-08-03  |             | 2015-08-20
                MAINSTREAM | 2014-08-03  | 2015-08-03  |
            """
        },
        kind="missing",
    ),
    Example(
        "FO01",
        "Relatives and friends approved to care for one child count too, and so does an approval of unknown kind",
        AUGUST,
        (3, None),
        {
            "foster_carer_approval": """
                carer_type       | approved_on
                MAINSTREAM       | 2015-08-03
                CONNECTED_PERSON | 2015-08-03
                                 | 2015-08-03
            """
        },
    ),
    Example(
        "FO01",
        "By type: relatives and friends can be told apart",
        AUGUST,
        (1, None),
        {
            "foster_carer_approval": """
                carer_type       | approved_on
                MAINSTREAM       | 2015-08-03
                CONNECTED_PERSON | 2015-08-03
            """
        },
        breakdown="type",
        group="CONNECTED_PERSON",
    ),
    Example(
        "WF01-MANAGERS",
        "Offers of service manager posts on the month's first and last day are in, the days on either side are out",
        AUGUST,
        (2, None),
        {
            "job_application": """
                post_type       | applied_on | offered_on
                SERVICE_MANAGER | 2015-07-01 | 2015-07-31
                SERVICE_MANAGER | 2015-07-01 | 2015-08-01
                SERVICE_MANAGER | 2015-07-01 | 2015-08-31
                SERVICE_MANAGER | 2015-07-01 | 2015-09-01
                TEAM_MANAGER    | 2015-07-01 | 2015-08-10
            """
        },
        kind="edge",
    ),
    Example(
        "WF01-MANAGERS",
        "An applicant who was preferred and not offered the post is not counted, whatever else is recorded",
        AUGUST,
        (1, None),
        {
            "job_application": """
                post_type       | applied_on | preferred_on | offered_on | accepted_on
                SERVICE_MANAGER | 2015-08-01 | 2015-08-05   |            | 2015-08-20
                SERVICE_MANAGER | 2015-08-01 | 2015-08-05   | 2015-08-12 |
            """
        },
        kind="missing",
    ),
)
