"""Indicators that readers take for one another, and that are never joined into one series."""

from __future__ import annotations

NEVER_JOINED: tuple[tuple[str, str], ...] = (("CP06", "CP07"), ("CP08", "CP08-ENDED"), ("LA11", "LA12"))
"""Pairs of indicators that sound alike and count different things."""
