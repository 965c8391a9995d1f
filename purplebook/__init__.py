"""purplebook: from a council's child-level records to its Safeguarding Activity Report."""

__version__ = "0.1.0"
