"""Immutable snapshots of the records: written once by a load, never changed, read by everything else."""

from purplebook.store.loaded import Batch, Loaded, RowIssue
from purplebook.store.loading import Loading
from purplebook.store.manifest import Manifest
from purplebook.store.snapshot import Problem, Snapshot
from purplebook.store.store import Store

__all__ = [
    "Batch",
    "Loaded",
    "Loading",
    "Manifest",
    "Problem",
    "RowIssue",
    "Snapshot",
    "Store",
]
