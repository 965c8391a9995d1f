"""A stand-in for the Department's statistics service: the same shape, invented figures, on this computer only.

It serves publications, their data sets, what is in each, and pages of rows; it can be busy, and it can answer oddly.
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

PUBLICATION = "characteristics-of-children-in-need"
MOST_ROWS = 3
"""The most rows in one page, whatever is asked for, so that a few rows make several pages."""

PLACES = {
    "NAT": {"id": "nat1", "label": "England", "code": "E92000001"},
    "REG": {"id": "reg8", "label": "South East", "code": "E12000008"},
    "LA": {"id": "la870", "label": "Reading", "code": "E06000038", "oldCode": "870"},
}
INDICATORS = {"i1": "Referrals", "i2": "Referrals_rate", "i3": "Re_referrals", "i4": "Re_referrals_percent"}
ROWS = (
    ("NAT", "2024", ("621880", "518.3", "139230", "22.4")),
    ("REG", "2024", ("110660", "605.8", "z", "c")),
    ("LA", "2024", ("3003", "784.9", "688", "22.9")),
    ("LA", "2023", ("2843", "761.3", "x", "x")),
    ("NAT", "2023", ("640430", "544.5", "143520", "22.4")),
    ("REG", "2023", ("118000", "644", "k", "low")),
    ("LA", "2022", ("2449", "674", "500", "20.4")),
)


@dataclass
class Behaviour:
    """How the stand-in answers, and what it was asked."""

    busy_times: int = 0
    retry_after: str | None = None
    refuse_with: int | None = None
    answer_with: bytes | None = None
    has_publication: bool = True
    asked: list[str] = field(default_factory=list)
    bodies: list[Mapping[str, Any]] = field(default_factory=list)


@contextlib.contextmanager
def statistics_service(behaviour: Behaviour) -> Iterator[str]:
    """Run a stand-in and give its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            behaviour.bodies.append(body)
            self._answer(body)

        def log_message(self, *args: object) -> None:
            """Say nothing on the terminal of the tests."""

        def _answer(self, body: Mapping[str, Any] | None) -> None:
            behaviour.asked.append(f"{self.command} {self.path}")
            if behaviour.busy_times:
                behaviour.busy_times -= 1
                return self._send(429, b"", {"Retry-After": behaviour.retry_after} if behaviour.retry_after else {})
            if behaviour.refuse_with:
                return self._send(behaviour.refuse_with, b"{}", {})
            if behaviour.answer_with is not None:
                return self._send(200, behaviour.answer_with, {})
            known = answer(self.path, body, has_publication=behaviour.has_publication)
            return self._send(404 if known is None else 200, json.dumps(known).encode(), {})

        def _send(self, code: int, content: bytes, headers: Mapping[str, str | None]) -> None:
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, str(value))
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/statistics/v1"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def answer(path: str, body: Mapping[str, Any] | None, *, has_publication: bool) -> Any:
    """The answer to one question, None for an address where there is nothing."""
    parts = urlsplit(path)
    words = {name: values[0] for name, values in parse_qs(parts.query).items()}
    match parts.path.removeprefix("/statistics/v1/").split("/"):
        case ["publications"]:
            found = [{"id": "p1", "slug": PUBLICATION, "title": "Characteristics of children in need"}]
            others = [{"id": f"o{n}", "slug": f"other-{n}", "title": "Other"} for n in range(4)]
            return paged([*others, *found] if has_publication else others, words)
        case ["publications", "p1", "data-sets"]:
            sets = [("d0", "Schools and their pupils"), ("d1", "C1 Referrals")]
            listed = [{"id": key, "title": title, "latestVersion": {"version": "1.2"}} for key, title in sets]
            return paged(listed, words)
        case ["data-sets", "d0", "meta"]:
            return meta({"x1": "pupils", "x2": "schools"})
        case ["data-sets", "d1", "meta"]:
            return meta(INDICATORS)
        case ["data-sets", "d1", "query"] if body is not None:
            levels = body["criteria"]["geographicLevels"]["in"]
            rows = [result(*row, wanted=body["indicators"]) for row in ROWS if row[0] in levels]
            return paged(rows, {"page": body["page"], "pageSize": body["pageSize"]})
    return None


def paged(items: list[Any], words: Mapping[str, Any]) -> dict[str, Any]:
    """One page of a list."""
    page, size = int(words["page"]), min(int(words["pageSize"]), MOST_ROWS)
    pages = -(-len(items) // size)
    shown = items[(page - 1) * size : page * size]
    return {
        "paging": {"page": page, "pageSize": size, "totalResults": len(items), "totalPages": pages},
        "results": shown,
    }


def meta(indicators: Mapping[str, str]) -> dict[str, Any]:
    """What is in a data set."""
    return {
        "filters": [{"id": "f1", "column": "category", "label": "Category", "options": [{"id": "o1", "label": "C1"}]}],
        "indicators": [{"id": key, "column": column, "label": column} for key, column in indicators.items()],
        "geographicLevels": [{"code": code, "label": code} for code in (*PLACES, "SCH")],
        "locations": [{"level": {"code": code, "label": code}, "options": [place]} for code, place in PLACES.items()],
        "timePeriods": [{"code": "RY", "period": "2024", "label": "2024"}],
    }


def result(level: str, year: str, values: tuple[str, ...], *, wanted: list[str]) -> dict[str, Any]:
    """One row."""
    at = ("NAT",) if level == "NAT" else ("NAT", "REG") if level == "REG" else ("NAT", "REG", "LA")
    return {
        "timePeriod": {"code": "RY", "period": year},
        "geographicLevel": level,
        "locations": {code: PLACES[code]["id"] for code in at},
        "filters": {"f1": "o1"},
        "values": {key: value for key, value in zip(INDICATORS, values, strict=True) if key in wanted},
    }
