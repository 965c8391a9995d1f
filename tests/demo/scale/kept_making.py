"""Loads the small scale into the store named, run by test_killed_generation.py as a program that gets killed."""

from __future__ import annotations

import sys
from pathlib import Path

import purplebook as pb
from purplebook_demo.scale.make import make_snapshots
from tests.demo.scale.conftest import SMALL

if __name__ == "__main__":
    make_snapshots(pb.open_store(Path(sys.argv[1])), SMALL, processes=2)
