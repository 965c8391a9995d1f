"""Finds the Department's data sets that hold known measures, and reads them as if they were its CSV files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from purplebook.errors import BadInputError, NoDataError
from purplebook.sources.published.layout_of import layout_of
from purplebook.sources.published.layouts import Layout, Wide, spelled
from purplebook.sources.published.read_csv import read_rows
from purplebook.sources.published.service import UNCHANGED, Service
from purplebook.store.published_rows import Known, PublishedRead

PUBLICATIONS = {
    "characteristics-of-children-in-need": "children in need",
    "children-looked-after-in-england-including-adoptions": "children looked after",
    "children-s-social-work-workforce": "social work workforce",
}
"""The publications that hold known measures, by the end of their address, and what to search for."""

LEVELS = {"NAT": "National", "REG": "Regional", "LA": "Local authority"}
PLACE_COLUMNS = (
    *("time_period", "geographic_level", "country_code", "country_name", "region_code", "region_name"),
    *("old_la_code", "new_la_code", "la_name"),
)


@dataclass(frozen=True)
class DataSet:
    """A data set of the service, in its newest version."""

    id: str
    title: str
    version: str


@dataclass(frozen=True)
class Refreshed:
    """What one data set gave, or why nothing was taken from it."""

    data_set: DataSet
    read: PublishedRead | None
    why_not: str


def refresh(
    service: Service, *, known: Known, slugs: Sequence[str] = (), on_data_set: Callable[[str], None] | None = None
) -> Iterator[Refreshed]:
    """Every data set of the wanted publications, one after the other."""
    for data_set in find_data_sets(service, slugs=slugs or tuple(PUBLICATIONS)):
        if on_data_set is not None:
            on_data_set(data_set.title)
        yield _read(service, data_set, known=known)


def find_data_sets(service: Service, *, slugs: Sequence[str]) -> list[DataSet]:
    """The data sets of some publications; NoDataError when the service has none of them."""
    data_sets: dict[str, DataSet] = {}
    seen: set[str] = set()
    for slug in slugs:
        words = PUBLICATIONS.get(slug, slug.replace("-", " "))
        for publication in service.every("publications", search=words):
            if publication.get("slug") == slug:
                seen.add(slug)
                for entry in service.every("publications", str(publication.get("id")), "data-sets"):
                    data_set = _data_set(entry)
                    data_sets.setdefault(data_set.id, data_set)
    if not seen:
        raise NoDataError(
            f"The service {service.base} has none of these publications: {', '.join(slugs)}. {UNCHANGED} Not all are "
            "there: download their CSV files and use `purplebook benchmarks import`."
        )
    return list(data_sets.values())


def _data_set(entry: Mapping[str, Any]) -> DataSet:
    version = entry.get("latestVersion")
    number = version.get("version", "") if isinstance(version, Mapping) else ""
    return DataSet(str(entry.get("id")), str(entry.get("title") or entry.get("id")), str(number))


def _read(service: Service, data_set: DataSet, *, known: Known) -> Refreshed:
    try:
        return _read_rows(service, data_set, known=known)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise service.odd(f"the data set '{data_set.title}' has rows of another shape") from None


def _read_rows(service: Service, data_set: DataSet, *, known: Known) -> Refreshed:
    words = {"dataSetVersion": data_set.version} if data_set.version else {}
    meta = service.get("data-sets", data_set.id, "meta", **words)
    filters, indicators = _columns(meta, "filters"), _columns(meta, "indicators")
    headers = [*PLACE_COLUMNS, *filters.values(), *indicators.values()]
    try:
        layout = layout_of(data_set.title, headers)
    except BadInputError:
        return Refreshed(data_set, None, "it is none of the files that purplebook knows")
    wanted = {key: column for key, column in indicators.items() if spelled(column) in _needed(layout)}
    levels = [level["code"] for level in _list(meta, "geographicLevels") if level.get("code") in LEVELS]
    question = {"criteria": {"geographicLevels": {"in": levels}}, "indicators": list(wanted)}
    asked = [*PLACE_COLUMNS, *filters.values(), *wanted.values()]
    answers = service.every_row(data_set.id, question=question, version=data_set.version)
    rows = list(_rows(answers, meta, filters=filters, wanted=wanted))
    # The service may give the same rows in another order: the hash is of what they say.
    rows.sort()
    digest = hashlib.sha256(json.dumps([asked, rows]).encode()).hexdigest()
    name = f"{data_set.title} (version {data_set.version})" if data_set.version else data_set.title
    read = read_rows(name, asked, enumerate(rows, start=2), sha256=digest, known=known)
    return Refreshed(data_set, read, "" if read.table.num_rows else "none of its rows holds a known measure")


def _needed(layout: Layout) -> frozenset[str]:
    """The columns of numbers that a layout reads."""
    if not isinstance(layout, Wide):
        return frozenset((*layout.kept, *layout.marks, *layout.others))
    behind = {column for kept in layout.kept.values() for column in (kept.top, kept.bottom)}
    derived = {column for figure in layout.derived for column in (*figure.parts, figure.whole)}
    return frozenset((*layout.marks, *layout.kept, *behind, *derived)) - {""}


def _list(meta: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    entries = meta.get(name)
    return [entry for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []


def _mapping(value: Any) -> Mapping[str, Any]:
    """What ought to be an object; TypeError when it is something else, an empty one when it is not there."""
    if value is not None and not isinstance(value, Mapping):
        raise TypeError
    return value or {}


def _columns(meta: Mapping[str, Any], name: str) -> dict[str, str]:
    """The CSV column of each filter or indicator by its id; the label where no column is said."""
    return {str(entry.get("id")): str(entry.get("column") or entry.get("label")) for entry in _list(meta, name)}


def _rows(
    results: Iterable[Mapping[str, Any]],
    meta: Mapping[str, Any],
    *,
    filters: Mapping[str, str],
    wanted: Mapping[str, str],
) -> Iterator[list[str]]:
    """The service's rows as cells under the columns of places, filters and indicators."""
    options = {
        str(option.get("id")): str(option.get("label", ""))
        for group in _list(meta, "filters")
        for option in _list(group, "options")
    }
    places = {
        (str(level.get("level", {}).get("code")), str(option.get("id"))): option
        for level in _list(meta, "locations")
        for option in _list(level, "options")
    }
    for result in results:
        level = str(result.get("geographicLevel"))
        at = {code: places.get((code, str(option)), {}) for code, option in _mapping(result.get("locations")).items()}
        nation, region, authority = at.get("NAT", {}), at.get("REG", {}), at.get("LA", {})
        period = _mapping(result.get("timePeriod"))
        chosen = {str(key): str(value) for key, value in _mapping(result.get("filters")).items()}
        values = _mapping(result.get("values"))
        yield [
            str(period.get("period", "")),
            LEVELS.get(level, level),
            str(nation.get("code") or ""),
            str(nation.get("label") or ""),
            str(region.get("code") or ""),
            str(region.get("label") or ""),
            str(authority.get("oldCode") or ""),
            str(authority.get("code") or ""),
            str(authority.get("label") or ""),
            *(options.get(chosen.get(key, ""), "") for key in filters),
            *(str(values.get(key, "")) for key in wanted),
        ]
