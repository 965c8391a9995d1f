"""A book of the few indicators of referrals: published as every other, in a tenth of the time."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator
from unittest import mock

from purplebook.run import book
from purplebook.run.release import make_release

SERIES = "RF"


@contextlib.contextmanager
def a_short_book() -> Iterator[None]:
    """While it lasts `book` knows the indicators of referrals and no others."""

    def make(*words, council, **options):
        few = tuple(item for item in council.indicators if item.id.startswith(SERIES))
        return make_release(*words, council=dataclasses.replace(council, indicators=few), **options)

    with mock.patch.object(book, "make_release", make):
        yield
