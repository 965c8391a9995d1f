"""The Safeguarding Activity Report to a council's committee."""

from purplebook.definitions.papers.safeguarding_activity.head import INVENTED_COUNCIL, UNNAMED_COUNCIL
from purplebook.definitions.papers.safeguarding_activity.paper import safeguarding_activity

__all__ = ["INVENTED_COUNCIL", "UNNAMED_COUNCIL", "safeguarding_activity"]
