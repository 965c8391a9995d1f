"""The Safeguarding Activity Report to a council's committee."""

from purplebook.definitions.papers.safeguarding_activity.paper import safeguarding_activity

__all__ = ["safeguarding_activity"]
