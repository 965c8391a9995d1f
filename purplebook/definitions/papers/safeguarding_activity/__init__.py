"""The Safeguarding Activity Report of Thamesbridge Borough Council."""

from purplebook.definitions.papers.safeguarding_activity.paper import safeguarding_activity

__all__ = ["safeguarding_activity"]
