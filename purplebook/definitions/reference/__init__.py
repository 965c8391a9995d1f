"""What others publish, as far as it ships with the product, and where it stands beside our own figures."""

from purplebook.definitions.reference.areas import ENGLAND, Area, Areas, Level, areas, authority
from purplebook.definitions.reference.measures import PublishedMeasure, PublishedMeasures, When, published_measures
from purplebook.definitions.reference.neighbours import NeighbourList, Neighbours, month_of, neighbours
from purplebook.definitions.reference.population import Population0To17, population_0_17
from purplebook.definitions.reference.targets import Target

__all__ = [
    "ENGLAND",
    "Area",
    "Areas",
    "Level",
    "NeighbourList",
    "Neighbours",
    "Population0To17",
    "PublishedMeasure",
    "PublishedMeasures",
    "Target",
    "When",
    "areas",
    "authority",
    "month_of",
    "neighbours",
    "population_0_17",
    "published_measures",
]
