"""The front door: contacts, referrals, where they come from and what becomes of them."""

from purplebook.definitions.breakdowns import allocated_team, coded, own_team, who
from purplebook.language import (
    any_of,
    assessment,
    contact,
    count,
    count_children,
    indicator,
    linked,
    not_,
    percentage_of,
    referral,
    section_47_enquiry,
    share_of,
)

THEME = "Front door"

contacts = contact.dated(contact.contacted_on)
about_no_open_case = contacts.where(not_(contact.outcome_codes.contains("EXISTING_CASE")))
contact_breakdowns = (
    *who(contact, on=contact.contacted_on),
    allocated_team(on=contact.contacted_on),
    coded("source", "Source", contact.source_code),
    coded("reason", "Presenting issue", contact.presenting_issue),
)

referrals = referral.dated(referral.referred_on)
referral_breakdowns = (
    *who(referral, on=referral.referred_on),
    own_team(referral),
    coded("source", "Source", referral.source_code),
    coded("reason", "Reason", referral.presenting_issue),
    coded("need", "Primary need", referral.primary_need_code),
)

FD01 = indicator(
    "FD01",
    "Contacts received",
    count(contacts),
    theme=THEME,
    counts_each="contact",
    counts="contacts, one for each child a contact is about",
    source="Ofsted Annex A, list 1: one row for each child. Many local reports count a contact about siblings once.",
    by=contact_breakdowns,
)

FD02 = indicator(
    "FD02",
    "Contacts that became a referral",
    percentage_of(about_no_open_case, that=contact.outcome_codes.contains("REFERRAL")),
    theme=THEME,
    counts_each="contact",
    counts="contacts, one for each child, leaving out those about a case already open",
    source="Standard Safeguarding Dataset contact outcomes; partly verified. The contact's own date decides the "
    "period.",
    by=contact_breakdowns,
)

FD04 = indicator(
    "FD04",
    "Contacts passed to early help",
    percentage_of(about_no_open_case, that=contact.outcome_codes.contains("EARLY_HELP")),
    theme=THEME,
    counts_each="contact",
    counts="contacts, one for each child, leaving out those about a case already open",
    source="2015 paper (4.4): children redirected from the front door into early help. Standard Safeguarding Dataset "
    "contact outcomes; partly verified. Whether the family then took up the help is not asked here.",
    by=contact_breakdowns,
)

RF01 = indicator(
    "RF01",
    "Referrals to children's social care",
    count(referrals),
    theme=THEME,
    counts_each="referral",
    counts="referrals, so a child may count more than once",
    source="Children in need census and its published tables (C1): every referral counts, those that led nowhere too.",
    by=referral_breakdowns,
)

RF01_CHILDREN = indicator(
    "RF01-CHILDREN",
    "Children referred to children's social care",
    count_children(referrals),
    theme=THEME,
    counts_each="child",
    counts="different children with a referral",
    source="Published beside referrals by the Department (C1): one authority in 2014-15 had 1,673 referrals of 1,472 "
    "children.",
    by=referral_breakdowns,
)

RF03 = indicator(
    "RF03",
    "Referrals by source",
    share_of(referrals),
    theme=THEME,
    counts_each="referral",
    counts="referrals",
    source="Source codes of the children in need census and Ofsted Annex A, list 3; unknown sources stay in the whole.",
    by=referral_breakdowns,
)

RF04 = indicator(
    "RF04",
    "Referrals by reason",
    share_of(referrals),
    theme=THEME,
    counts_each="referral",
    counts="referrals",
    source="A local list of reasons, partly verified. Not comparable with the census's primary need or factors.",
    by=referral_breakdowns,
)

RF08 = indicator(
    "RF08",
    "Referrals that went on to assessment",
    percentage_of(
        referrals,
        that=any_of(
            linked(assessment.referral_id, referral.referral_id).exists(),
            linked(section_47_enquiry.referral_id, referral.referral_id).exists(),
        ),
    ),
    theme=THEME,
    counts_each="referral",
    counts="referrals",
    source="2015 paper (4.11), partly verified. The referral's date decides the period; the assessment may start "
    "later. "
    "A referral that went straight to a strategy discussion counts as converted.",
    by=referral_breakdowns,
    note="The latest days of a period may understate it: an assessment is decided within a working day.",
)

INDICATORS = (FD01, FD02, FD04, RF01, RF01_CHILDREN, RF03, RF04, RF08)
