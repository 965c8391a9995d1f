"""How far a child is placed from home, from the two postcodes, where a file gives no distance."""

from purplebook.sources.postcodes.distances import fill_distances

__all__ = ["fill_distances"]
