"""Every error a user can meet, with its exit code.

Two families: `UserError` is shown plainly, without a traceback; anything else is a fault of ours.  A message says what
is wrong, where, and what to do.  It never holds a child's data: name the file, sheet, row and column instead.
"""

from __future__ import annotations

from collections.abc import Iterator


class UserError(Exception):
    """Something the user can put right."""

    exit_code = 2


class BadInputError(UserError):
    """A file cannot be loaded; the store is unchanged."""


class StoreError(UserError):
    """The store is missing, busy or altered."""

    exit_code = 3


class DefinitionError(UserError):
    """A definition that cannot mean anything, explained to the analyst who wrote it."""

    exit_code = 4


class NoDataError(UserError):
    """The question is sound but the snapshot cannot answer it."""

    exit_code = 5


def led_to(fault: BaseException | None) -> Iterator[BaseException]:
    """The faults that led to this one, the first of them first, and itself."""
    if fault is not None:
        yield from led_to(fault.__cause__ or fault.__context__)
        yield fault
