"""Comparison: what each figure may fairly be held against, and why not where it may not."""

from purplebook.definitions.reference import Target
from purplebook.definitions.units import unit_of
from purplebook.results.compare.benchmarks import Benchmarks, benchmarks_from
from purplebook.results.compare.compare import compare
from purplebook.results.compare.schema import COMPARISON_SCHEMA, Comparator

__all__ = ["COMPARISON_SCHEMA", "Benchmarks", "Comparator", "Target", "benchmarks_from", "compare", "unit_of"]
