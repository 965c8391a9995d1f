"""Asks the Department's statistics service: pages of answers in JSON, patience when it is busy, plain words when not.

Only questions about published statistics go out.  Nothing of any record does.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from purplebook import __version__
from purplebook.errors import BadInputError, NoDataError

SERVICE = "https://api.education.gov.uk/statistics/v1"
PAGE_SIZE = 1000
LIST_PAGE_SIZE = 20
MOST_PAGES = 1000
TIMEOUT_SECONDS = 60
ATTEMPTS = 6
LONGEST_WAIT_SECONDS = 60
BUSY = (429, 502, 503, 504)
UNCHANGED = "Nothing was changed."


@dataclass(frozen=True)
class Service:
    """One statistics service.  `sleep` waits between attempts."""

    base: str = SERVICE
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        """An address of another kind could read a file of this computer."""
        if not self.base.startswith(("https://", "http://")):
            raise BadInputError(
                f"'{self.base}' is not the address of a service. It begins with https://, as {SERVICE}."
            )

    def get(self, *path: str, **words: str | int) -> Mapping[str, Any]:
        """One answer."""
        query = f"?{urlencode(words)}" if words else ""
        return self._ask(self._address(*path) + query, None)

    def post(self, *path: str, body: Mapping[str, Any], **words: str | int) -> Mapping[str, Any]:
        """The answer to a question too long for an address."""
        query = f"?{urlencode(words)}" if words else ""
        return self._ask(self._address(*path) + query, json.dumps(body).encode())

    def every(self, *path: str, **words: str | int) -> Iterator[Mapping[str, Any]]:
        """Everything in a list, page after page."""
        for page in range(1, MOST_PAGES + 1):
            answer = self.get(*path, **words, page=page, pageSize=LIST_PAGE_SIZE)
            yield from self._results(answer)
            if page >= self._pages(answer):
                return

    def every_row(
        self, data_set: str, *, question: Mapping[str, Any], version: str = ""
    ) -> Iterator[Mapping[str, Any]]:
        """Every row of a data set that the question asks for, page after page, all of one version of it."""
        words = {"dataSetVersion": version} if version else {}
        for page in range(1, MOST_PAGES + 1):
            body = {**question, "page": page, "pageSize": PAGE_SIZE}
            answer = self.post("data-sets", data_set, "query", body=body, **words)
            yield from self._results(answer)
            if page >= self._pages(answer):
                return

    def _address(self, *path: str) -> str:
        return "/".join((self.base.rstrip("/"), *(quote(part, safe="") for part in path)))

    def _results(self, answer: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        results = answer.get("results")
        if not isinstance(results, list) or not all(isinstance(result, Mapping) for result in results):
            raise self.odd("an answer holds no list of results")
        return results

    def _pages(self, answer: Mapping[str, Any]) -> int:
        try:
            return int(answer["paging"]["totalPages"])
        except (KeyError, TypeError, ValueError):
            raise self.odd("an answer does not say how many pages there are") from None

    def odd(self, what: str) -> NoDataError:
        """The fault to raise when an answer is not of the shape that is known."""
        return NoDataError(
            f"The service {self.base} answered in a way that purplebook does not know: {what}. {UNCHANGED} Check the "
            "address; if it is right, download the CSV files and use `purplebook benchmarks import`."
        )

    def _ask(self, address: str, body: bytes | None) -> Mapping[str, Any]:
        headers = {"Accept": "application/json", "User-Agent": f"purplebook/{__version__}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        for attempt in range(ATTEMPTS):
            try:
                with urlopen(Request(address, data=body, headers=headers), timeout=TIMEOUT_SECONDS) as stream:
                    known = json.load(stream)
                if not isinstance(known, Mapping):
                    raise self.odd("an answer is not an object")
                return known
            except HTTPError as fault:
                fault.close()
                if fault.code not in BUSY:
                    raise self._refused(address, fault.code) from None
                if attempt + 1 < ATTEMPTS:
                    self.sleep(wait_seconds(fault.headers.get("Retry-After"), attempt=attempt))
            except (UnicodeDecodeError, json.JSONDecodeError):
                raise self.odd("an answer is not JSON") from None
            except (URLError, HTTPException, OSError) as fault:
                reason = getattr(fault, "reason", None) or fault
                raise NoDataError(
                    f"The service {self.base} cannot be reached: {reason}. {UNCHANGED} Check the connection, or "
                    "download the CSV files elsewhere and use `purplebook benchmarks import`."
                ) from None
        raise NoDataError(
            f"The service {self.base} is too busy: it was asked {ATTEMPTS} times and each time asked to wait. "
            f"{UNCHANGED} Try again in an hour."
        )

    def _refused(self, address: str, code: int) -> NoDataError:
        if code == 404:
            return NoDataError(
                f"The service has nothing at {address} (404). {UNCHANGED} Check the address given with --base."
            )
        return NoDataError(
            f"The service refused the question at {address} ({code}). {UNCHANGED} Try again later, or download the CSV "
            "files and use `purplebook benchmarks import`."
        )


def wait_seconds(asked: str | None, *, attempt: int) -> float:
    """How long to wait: what the service asks for, else twice as long each time, and never more than a minute."""
    wanted = float(asked) if asked is not None and asked.isdigit() else float(2**attempt)
    return min(wanted, float(LONGEST_WAIT_SECONDS))
