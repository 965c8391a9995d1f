"""Immutable snapshots of the records: written once by a load, never changed, read by everything else."""

from purplebook.store.check import check_store
from purplebook.store.loading import Loading
from purplebook.store.manifest import Manifest
from purplebook.store.snapshot import Problem, Snapshot
from purplebook.store.store import Store

__all__ = ["Loading", "Manifest", "Problem", "Snapshot", "Store", "check_store"]
