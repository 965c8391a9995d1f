"""Legal statuses of looked-after children over time.

The codes are those of the return, or the case system's own where it records more, such as a deprivation of liberty
order.
"""

from purplebook.tables.schema import Table, date, identifier, link, text
from purplebook.tables.story import Story

legal_status = Table(
    name="legal_status",
    grain="one unbroken span of one legal status of one child",
    group="looked after",
    key=("legal_status_id",),
    nouns=("legal status", "legal statuses"),
    happens_on="started_on",
    dealt_with_on="started_on",
    runs=(("started_on", "ended_on"),),
    is_only_after_birth=True,
    columns=(
        identifier("legal_status_id", "Key of the row."),
        link("person_id", "The child.", to="person"),
        text("status_code", "The legal status: a code of the set legal_status, or the case system's own word."),
        date("started_on", "First day of the legal status.", model_name="start_date"),
        date("ended_on", "Last day of the legal status; empty while it holds.", model_name="end_date"),
    ),
    story=Story(
        {
            "started_on": "Legal status began[: {status_code}]",
            "ended_on": "Legal status ended[: {status_code}]",
        },
    ),
)
