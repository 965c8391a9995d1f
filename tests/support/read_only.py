"""A folder in which nothing may be written, as the system refuses it: the disk is read-only, or the right is missing.

Chmod binds no administrator and a mount needs one, so what Python asks of the system is refused here instead.
"""

from __future__ import annotations

import builtins
import contextlib
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

CHANGES = ("mkdir", "chmod", "unlink", "remove", "rmdir", "rename", "replace", "link", "symlink")


@contextlib.contextmanager
def nothing_may_be_written_to(folder: Path, reason: int) -> Iterator[None]:
    """While it lasts, whatever would change something in the folder is refused for this reason (an errno)."""
    root = os.path.abspath(folder)

    def refuse(path: object) -> None:
        if isinstance(path, str | os.PathLike) and (os.path.abspath(path) + os.sep).startswith(root + os.sep):
            raise OSError(reason, os.strerror(reason), os.fspath(path))

    def changing(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*paths: object, **options: object) -> object:
            for path in paths:
                refuse(path)
            return real(*paths, **options)

        return call

    real_os_open, real_open, real_access = os.open, io.open, os.access

    def os_open(path: str, flags: int, *rest: object, **options: object) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            refuse(path)
        return real_os_open(path, flags, *rest, **options)  # type: ignore[arg-type]

    def opened(path: object, mode: str = "r", *rest: object, **options: object) -> object:
        if set(mode) & set("wax+"):
            refuse(path)
        return real_open(path, mode, *rest, **options)  # type: ignore[arg-type]

    def access(path: object, mode: int, **options: object) -> bool:
        with contextlib.suppress(OSError):
            if mode & os.W_OK:
                refuse(path)
            return real_access(path, mode, **options)  # type: ignore[arg-type]
        return False

    with contextlib.ExitStack() as stack:
        for name in CHANGES:
            stack.enter_context(mock.patch.object(os, name, changing(name)))
        for place, name, fake in (
            *((os, "open", os_open), (os, "access", access)),
            *((io, "open", opened), (builtins, "open", opened)),
        ):
            stack.enter_context(mock.patch.object(place, name, fake))
        yield
