"""Several processes make the parts; this one hands out the work and tells each how many rows come before its part.

Which process makes which part, and how many there are, changes nothing in what is written.  A process that loses us
ends by itself; when one of them fails or dies, the others are stopped and nothing is published.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from purplebook.errors import StoreError
from purplebook_demo.scale.parts import Recipe, build_part, shares, write_part
from purplebook_demo.scale.tables import TABLES

Progress = Callable[[str], None]
LINE_IS_DEAD = (EOFError, BrokenPipeError, ConnectionResetError)


@dataclass(frozen=True)
class Made:
    """What was written."""

    row_counts: dict[str, int]
    counts_by_authority: dict[str, int]


@dataclass(frozen=True)
class _Counted:
    """A part is made and waits to be told how many rows come before it."""

    number: int
    counts: dict[str, int]
    counts_by_authority: dict[str, int]


@dataclass(frozen=True)
class _Failed:
    """What went wrong in a process: a fault of the disk, or one of ours with the place in the code."""

    error_number: int | None
    words: str


@dataclass(frozen=True)
class _Worker:
    process: BaseProcess
    line: Connection


def make_parts(recipe: Recipe, folder: Path, *, processes: int, progress: Progress) -> Made:
    """Write every part of a snapshot's tables into the folder; the same bytes however many processes there are."""
    count = len(shares(recipe.scale, seed=recipe.seed))
    if processes == 1 or count == 1:
        return _alone(recipe, folder, count, progress)
    with _workers(recipe, folder, min(processes, count)) as workers:
        return _together(workers, count, progress)


def _alone(recipe: Recipe, folder: Path, count: int, progress: Progress) -> Made:
    before, by_authority = dict.fromkeys(TABLES, 0), dict[str, int]()
    for number in range(count):
        part = build_part(recipe, number)
        write_part(part, folder, rows_before=before, covers_from=recipe.scale.covers_from)
        before = _added(before, part.counts())
        by_authority |= part.counts_by_authority()
        progress(f"{number + 1} of {count} parts")
    return Made(before, by_authority)


def _added(before: dict[str, int], more: dict[str, int]) -> dict[str, int]:
    return {name: before[name] + more[name] for name in before}


@contextmanager
def _workers(recipe: Recipe, folder: Path, processes: int) -> Iterator[list[_Worker]]:
    # A new interpreter for each: a fork would copy the threads' locks of Arrow as they happen to stand.
    context = multiprocessing.get_context("spawn")
    workers: list[_Worker] = []
    try:
        for _ in range(processes):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, recipe, folder), daemon=True)
            process.start()
            theirs.close()
            workers.append(_Worker(process, ours))
        yield workers
    finally:
        for worker in workers:
            worker.line.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join()


def _together(workers: list[_Worker], count: int, progress: Progress) -> Made:
    """Hand out the parts in order; a part may be written when all before it have been counted."""
    before, by_authority = dict.fromkeys(TABLES, 0), dict[str, int]()
    waiting: dict[int, tuple[_Worker, _Counted]] = {}
    handed_out = counted = written = 0
    for worker in workers:
        _tell(worker, handed_out)
        handed_out += 1
    while written < count:
        for line in wait([worker.line for worker in workers]):
            worker = next(each for each in workers if each.line is line)
            match _heard(worker):
                case _Counted() as told:
                    waiting[told.number] = (worker, told)
                case _Failed(error_number, words):
                    raise _fault(error_number, words)
                case _:
                    written += 1
                    progress(f"{written} of {count} parts")
                    if handed_out < count:
                        _tell(worker, handed_out)
                        handed_out += 1
            while counted in waiting:
                ready, told = waiting.pop(counted)
                _tell(ready, before)
                before = _added(before, told.counts)
                by_authority |= told.counts_by_authority
                counted += 1
    return Made(before, {code: by_authority[code] for code in sorted(by_authority)})


def _tell(worker: _Worker, what: object) -> None:
    try:
        worker.line.send(what)
    except LINE_IS_DEAD:
        raise _dead() from None


def _heard(worker: _Worker) -> object:
    try:
        return worker.line.recv()
    except LINE_IS_DEAD:
        raise _dead() from None


def _dead() -> Exception:
    return StoreError(
        "A process that was inventing records ended before its work was done: it was stopped, or memory ran out. "
        "The store is as it was. Try again, with --processes 1 where memory is short."
    )


def _fault(error_number: int | None, words: str) -> Exception:
    return RuntimeError(words) if error_number is None else OSError(error_number, words)


def _serve(line: Connection, recipe: Recipe, folder: Path) -> None:
    """A process of its own: make the parts asked for until nobody asks any more."""
    # The keyboard's interrupt reaches every process; the one that waits for us ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(*LINE_IS_DEAD):
        while True:
            number = line.recv()
            try:
                part = build_part(recipe, number)
                line.send(_Counted(number, part.counts(), part.counts_by_authority()))
                write_part(part, folder, rows_before=line.recv(), covers_from=recipe.scale.covers_from)
            except LINE_IS_DEAD:
                return
            except OSError as fault:
                line.send(_Failed(fault.errno, fault.strerror or "the disk refused"))
                return
            except Exception as fault:
                line.send(_Failed(None, _place_of(fault)))
                return
            line.send(None)


def _place_of(fault: Exception) -> str:
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(fault).__name__}{where}"
