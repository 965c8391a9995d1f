"""From a scale to published snapshots: the tables in parts, a batch for each authority, and no issues.

The tables go straight into the store's staging folder; publishing is the store's business, as for any load.
"""

from __future__ import annotations

import hashlib
import shutil
from datetime import date, timedelta
from pathlib import Path

import purplebook as pb
from purplebook.errors import BadInputError
from purplebook_demo.scale.authorities import Scale
from purplebook_demo.scale.parts import SOURCE_FORMAT, Recipe
from purplebook_demo.scale.workers import Made, Progress, make_parts

DEFAULT_SEED = 2015
BYTES_A_CHILD_AND_YEAR = 50
"""Room that the files need: at England's size they take 33, and some is to be spared."""


def extract_days(scale: Scale, count: int) -> tuple[date, ...]:
    """The last `count` month ends of the records, the oldest first."""
    days = [scale.as_at]
    while len(days) < count:
        days.append(days[-1].replace(day=1) - timedelta(days=1))
    return tuple(reversed(days))


def make_snapshots(
    store: pb.OpenStore,
    scale: Scale,
    *,
    seed: int = DEFAULT_SEED,
    extracts: int = 1,
    processes: int = 2,
    progress: Progress = lambda message: None,
) -> tuple[pb.LoadResult, ...]:
    """Publish the extract of each of the last month ends, the latest last; each knows what was recorded by then."""
    days = extract_days(scale, extracts)
    require_room(store.path, scale, extracts=extracts)
    made = []
    for number, day in enumerate(days, start=1):
        of_many = f"extract {number} of {len(days)}, " if len(days) > 1 else ""
        recipe = Recipe(scale=scale, seed=seed, extracted_on=day)

        def make(folder: Path, *, recipe: Recipe = recipe, before: str = of_many) -> tuple[pb.Batch, ...]:
            counts = make_parts(
                recipe, folder, processes=processes, progress=lambda message: progress(before + message)
            )
            progress(before + "publishing the snapshot")
            return _batches(recipe, counts)

        made.append(store.load_tables(make, as_at=day))
    return tuple(made)


def require_room(folder: Path, scale: Scale, *, extracts: int) -> None:
    """Refuse a disk that cannot hold the records, before an hour is spent on filling it."""
    wanted = scale.children * scale.years * BYTES_A_CHILD_AND_YEAR * extracts
    free = shutil.disk_usage(folder).free
    if free < wanted:
        raise BadInputError(
            f"The disk of {folder} has {free // 1_000_000:,} MB free; these records need about "
            f"{wanted // 1_000_000:,} MB. Make room, or name a folder on another disk: --out DIR."
        )


def _batches(recipe: Recipe, made: Made) -> tuple[pb.Batch, ...]:
    """A batch for each authority.  No file was read, so what is hashed is the recipe that made its rows."""
    return tuple(
        pb.Batch(
            batch_id=code,
            file_name=f"invented authority {code}",
            sheet=None,
            source_format=SOURCE_FORMAT,
            extracted_on=recipe.extracted_on,
            sha256=hashlib.sha256(
                f"purplebook demo, {recipe.scale}, seed {recipe.seed}, {recipe.extracted_on}, {code}".encode()
            ).hexdigest(),
            rows_read=rows,
            rows_loaded=rows,
            rows_rejected=0,
        )
        for code, rows in made.counts_by_authority.items()
    )
