"""Contacts: the moments at which somebody tells the front door about a child.

Most contacts do not become referrals. Where one call is about three children there are three rows.
"""

from purplebook.tables.schema import Table, code, codes, date, identifier, link, text
from purplebook.tables.story import Story

contact = Table(
    name="contact",
    grain="one contact about one child",
    group="front door",
    key=("contact_id",),
    happens_on="contacted_on",
    dealt_with_on="contacted_on",
    runs=(("contacted_on", "decided_on"),),
    is_short=True,
    columns=(
        identifier("contact_id", "Key of the contact."),
        link("person_id", "The child the contact is about.", to="person"),
        date("contacted_on", "Day on which the contact was received.", model_name="contact_date"),
        code("source_code", "Who made the contact, in the codes of the children in need census.", "referral_source"),
        text("source_text", "Who made the contact, in the words of the source file."),
        codes(
            "outcome_codes",
            "What was decided about the contact; several when more than one thing was done.",
            "contact_outcome",
        ),
        code(
            "presenting_issue",
            "The main worry that was reported, in our local list; no national return holds it.",
            "presenting_issue",
        ),
        date(
            "decided_on",
            "Day on which the front door decided what to do; empty while undecided.",
            model_name="decision_at",
        ),
    ),
    story=Story(
        {
            "contacted_on": "Contact[ from {source_code}][: {presenting_issue}]",
            "decided_on": "Contact decided[: {outcome_codes}]",
        },
    ),
)
