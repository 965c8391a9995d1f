"""Filling the distance of placements that have none, in a straight line between home and placement."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import duckdb
import pyarrow as pa

from purplebook.sources.conform import Conformed
from purplebook.sources.postcodes.places import INSTALL, Directory, installed_directory, places_of
from purplebook.sources.raw import RawTable

METRES_IN_A_MILE = 1609.344
_PAIRS = """
    SELECT placement.rowid AS place, any_value(upper(replace(home_postcode, ' ', ''))) AS home,
           any_value(upper(replace(placement_postcode, ' ', ''))) AS placed
    FROM {placement} AS placement JOIN {episode} AS episode
        ON episode.placement_id = placement.placement_id AND episode.authority_code = placement.authority_code
    WHERE placement.distance_miles IS NULL AND home_postcode IS NOT NULL AND placement_postcode IS NOT NULL
        AND NOT placement.is_rejected AND NOT episode.is_rejected
    GROUP BY placement.rowid"""


def fill_distances(
    connection: duckdb.DuckDBPyConnection,
    conformed: Sequence[Conformed],
    *,
    directory: Directory | None = None,
) -> tuple[tuple[Conformed, ...], tuple[str, ...]]:
    """Fill the distances that two postcodes give; return the tables again and what to tell the user.

    Without a directory given, the installed one is used; without that, nothing is filled and a warning says how to.
    """
    by_name = {settled.table.name: settled for settled in conformed}
    if not {"placement", "looked_after_episode"} <= by_name.keys():
        return tuple(conformed), ()
    placement = by_name["placement"]
    query = _PAIRS.format(
        placement=placement.name_in_database, episode=by_name["looked_after_episode"].name_in_database
    )
    pairs = connection.execute(query).fetchall()
    if not pairs:
        return tuple(conformed), ()
    directory = directory or installed_directory()
    if directory is None:
        counted = "1 placement has" if len(pairs) == 1 else f"{len(pairs):,} placements have"
        return tuple(conformed), (f"{counted} two postcodes and no distance. {INSTALL} to have it worked out.",)
    places = places_of({code for _, home, placed in pairs for code in (home, placed)}, directory)
    distances = [
        (row, round(math.dist(places[home], places[placed]) / METRES_IN_A_MILE, 2))
        for row, home, placed in pairs
        if home in places and placed in places
    ]
    rows, miles = zip(*distances, strict=True) if distances else ((), ())
    connection.register(
        "distance", pa.table({"place": pa.array(rows, pa.int64()), "miles": pa.array(miles, pa.float64())})
    )
    connection.execute(
        f"""UPDATE {placement.name_in_database} AS placement SET distance_miles = miles FROM distance
            WHERE placement.rowid = distance.place"""
    )
    connection.unregister("distance")
    notice = f"{len(distances):,} of {len(pairs):,} placements had their distance worked out from two postcodes."
    now = replace(placement, raws=tuple(_with_distance(raw) for raw in placement.raws)) if distances else placement
    return tuple(now if settled is placement else settled for settled in conformed), (notice,)


def _with_distance(raw: RawTable) -> RawTable:
    return replace(raw, headers={"distance_miles": "HOME_POST, PL_POST", **raw.headers})
