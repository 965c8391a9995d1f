"""The eleven lists of Annex A, as laid out in 2019 and 2024."""

from __future__ import annotations

from purplebook.sources.annex_a.declare import AnnexList
from purplebook.sources.annex_a.lists_of_adoption import ADOPTERS, ADOPTION
from purplebook.sources.annex_a.lists_of_children import (
    CARE_LEAVERS,
    CHILD_PROTECTION,
    CHILDREN_IN_CARE,
    CHILDREN_IN_NEED,
)
from purplebook.sources.annex_a.lists_of_events import ASSESSMENTS, CONTACTS, EARLY_HELP, ENQUIRIES, REFERRALS

ANNEX_A_LISTS: tuple[AnnexList, ...] = (
    CONTACTS,
    EARLY_HELP,
    REFERRALS,
    ASSESSMENTS,
    ENQUIRIES,
    CHILDREN_IN_NEED,
    CHILD_PROTECTION,
    CHILDREN_IN_CARE,
    CARE_LEAVERS,
    ADOPTION,
    ADOPTERS,
)
