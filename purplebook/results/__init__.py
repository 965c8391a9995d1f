"""Figures: the only place that divides, and the one way in which outputs reach the records."""

from purplebook.results.figure import Figure
from purplebook.results.figures import EVERYONE, FIGURE_SCHEMA, Figures
from purplebook.results.snapshots import compute_figures, list_rows

__all__ = ["EVERYONE", "FIGURE_SCHEMA", "Figure", "Figures", "compute_figures", "list_rows"]
