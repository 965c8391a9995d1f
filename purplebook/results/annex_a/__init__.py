"""Ofsted's lists as at a day, held against the figures of the same records."""

from purplebook.engine.annex_a.records_of_day import ListRows
from purplebook.results.annex_a.make import AnnexARecords, annex_a_records
from purplebook.results.annex_a.reconcile import UNKNOWN_ROWS, Reconciled

__all__ = ["UNKNOWN_ROWS", "AnnexARecords", "ListRows", "Reconciled", "annex_a_records"]
