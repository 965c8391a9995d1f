"""Says on the terminal what is going on.  Written to standard error, and to nobody when that is not a terminal."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

from purplebook.commands.terminal import direct, plain_signs


@contextlib.contextmanager
def progress(title: str) -> Iterator[Callable[[str], None]]:
    """Lend a function that shows the step now being done, beside a moving bar and the time taken."""
    if not sys.stderr.isatty():
        yield lambda message: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        TextColumn("{task.fields[now]}"),
    )
    with Progress(*columns, console=Console(file=direct(sys.stderr)), transient=True) as shown:
        task = shown.add_task(title, total=None, now="")
        yield lambda message: shown.update(task, now=escape(plain_signs(message)))
