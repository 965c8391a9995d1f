"""The command line: its commands, and how every ending becomes an exit code and a plain message.

Each command lies in `commands/`, is imported when it is asked for, and imports what it needs when it runs, so that one
does not wait for the others.  Nothing here may show
a traceback or a child's data: the words of an unexpected fault are left out, for they can quote a cell.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from purplebook import __version__
from purplebook.commands.not_repeated import without_secrets
from purplebook.commands.terminal import harmless_output
from purplebook.errors import UserError, led_to
from purplebook.own_process import leave_out_what_is_not_used

BAD_USE, OUR_FAULT, INTERRUPTED = 2, 70, 130
DISK_FAULTS = (
    *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EFBIG),
    *(errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP),
)
"""What a person can put right: a disk that is full or read-only, a name that is taken, a right that is missing."""


COMMANDS = (
    *("demo", "init", "settings", "formats", "template", "load", "check", "issues", "benchmarks", "book", "changes"),
    *("indicators", "figures", "list", "explain", "chronology", "counted", "trace", "paper", "annexa"),
)
"""The commands in the order in which a newcomer meets them: each a file of `commands/` with a function of its name."""
FUNCTIONS = {"list": "list_behind"}
"""What the function is called where Python has the name itself."""


class Commands(Mapping[str, click.Command]):
    """The commands by name, each imported when it is asked for."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in COMMANDS:
            raise KeyError(name)
        return getattr(import_module(f"purplebook.commands.{name}"), FUNCTIONS.get(name, name))

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class CommandLine(click.Group):
    """The commands in the order in which a newcomer meets them, ending with the exit codes of `--help`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands as they are named, not by the alphabet."""
        return list(self.commands)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and end the process with its exit code, whatever happens."""
        extra |= {"complete_var": complete_var, "windows_expand_args": windows_expand_args}
        if not standalone_mode:
            return super().main(args, prog_name or "purplebook", standalone_mode=False, **extra)
        if args is None:
            # The words are those of this process, so it is ours alone.
            leave_out_what_is_not_used()
        words = list(sys.argv[1:] if args is None else args)
        with harmless_output():
            ended = _run(self, words, prog_name=prog_name or "purplebook", extra=extra)
        sys.exit(ended)


STOPPED = "Stopped. Nothing was kept half done; what had been loaded before is as it was."


def _run(commands: CommandLine, words: list[str], *, prog_name: str, extra: dict[str, Any]) -> int:
    try:
        ended = commands.main(words, prog_name, standalone_mode=False, **extra)
    except click.ClickException as fault:
        fault.message = without_secrets(fault.message, words)  # pyright: ignore[reportAttributeAccessIssue]
        fault.show()
        return fault.exit_code
    except UserError as fault:
        return _say(without_secrets(str(fault), words), exit_code=fault.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _say(STOPPED, exit_code=INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has seen enough, as `head` has; Python must not complain on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as fault:
        if fault.errno in DISK_FAULTS or _is_named(fault, words):
            where = f"{fault.filename}: " if fault.filename else ""
            message = (
                f"{where}{fault.strerror}. No file was left half written. Name a place that is there and where you may "
                "write, with room on its disk."
            )
            return _say(without_secrets(message, words), exit_code=BAD_USE)
        return _our_fault(fault, is_shown="--debug" in words)
    except Exception as fault:
        if any(isinstance(error, KeyboardInterrupt) or "Query interrupted" in str(error) for error in led_to(fault)):
            # DuckDB makes an error of its own of a Ctrl-C that meets it at work.
            return _say(STOPPED, exit_code=INTERRUPTED)
        return _our_fault(fault, is_shown="--debug" in words)
    return ended if isinstance(ended, int) else 0


def _is_named(fault: OSError, words: Sequence[str]) -> bool:
    """Whether what the system refused is a place that the person named, or lies in one or on the way to one."""
    if not isinstance(fault.filename, str):
        return False
    refused = os.path.abspath(fault.filename) + os.sep
    named = (os.path.abspath(word.removeprefix("--out=")) + os.sep for word in words)
    return any(refused.startswith(path) or path.startswith(refused) for path in named)


def _say(message: str, *, exit_code: int) -> int:
    click.echo(f"purplebook: {message}", err=True)
    return exit_code


def _our_fault(fault: BaseException, *, is_shown: bool) -> int:
    """Say that the fault is ours and where it is.  Its own words are left out: they can hold a cell of a record."""
    # A fault of the process that reads files says itself where it was.
    where, way = getattr(fault, "where", ""), getattr(fault, "frames", ())
    if is_shown:
        for line in way:
            click.echo(f"  {line}", err=True)
        for error in led_to(fault):
            for frame in traceback.extract_tb(error.__traceback__):
                click.echo(f"  {frame.filename}:{frame.lineno} in {frame.name}", err=True)
            click.echo(f"{type(error).__name__} (its words are left out: they may hold a child's data)", err=True)
    frames = traceback.extract_tb(fault.__traceback__)
    at = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    place = where or f"{type(fault).__name__}{at}"
    hint = "" if is_shown else " `purplebook --debug …` shows the way there."
    return _say(
        f"Something went wrong inside purplebook ({place}). The store is as it was. Please report it.{hint}",
        exit_code=OUR_FAULT,
    )


EXIT_CODES = """\b
Exit codes:
  0   done
  2   the files or the words of the command are wrong
  3   the store is missing, busy or altered
  4   a definition cannot mean what it says, or there is none of that name
  5   the records cannot answer the question
  70  a fault of ours
  130 stopped from the keyboard"""


SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=CommandLine, commands=Commands(), epilog=EXIT_CODES, context_settings=SETTINGS)
@click.option(
    "--debug",
    is_flag=True,
    help="When something goes wrong inside purplebook, show where; and say what is done the slow way.",
)
@click.version_option(__version__, prog_name="purplebook")
def main(debug: bool) -> None:
    """From a council's child-level records to its Safeguarding Activity Report.

    Begin with `purplebook demo`, which does it all for an invented council. For your own records: `purplebook init`,
    then `load`, then `figures` and `paper`. Every figure can be explained and can list the children behind it.
    """
    if debug:
        import logging

        logging.basicConfig(format="purplebook: %(message)s", stream=sys.stderr)
        logging.getLogger("purplebook").setLevel(logging.DEBUG)
