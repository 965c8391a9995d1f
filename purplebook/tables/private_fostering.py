"""Children who live with somebody other than a close relative by private arrangement: a local register."""

from purplebook.tables.schema import Table, date, identifier, link
from purplebook.tables.story import Story

private_fostering = Table(
    name="private_fostering",
    grain="one private arrangement for one child",
    group="front door",
    key=("private_fostering_id",),
    nouns=("private fostering arrangement", "private fostering arrangements"),
    columns=(
        identifier("private_fostering_id", "Key of the arrangement."),
        link("person_id", "The child.", to="person"),
        date("notified_on", "Day on which the authority was told of the arrangement."),
        date("started_on", "Day on which the child moved in."),
        date("ended_on", "Day on which the arrangement ended; empty while it runs."),
        link("worker_id", "The worker responsible.", to="worker"),
    ),
    story=Story(
        {
            "notified_on": "The authority was told of a private fostering arrangement",
            "started_on": "Private fostering began",
            "ended_on": "Private fostering ended",
        },
    ),
)
