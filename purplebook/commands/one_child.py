"""What the commands about one child share: the child's number on the command line, which no message may repeat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


class AboutOneChild(click.Command):
    """A command about one child: words too many are refused without being repeated, for one may be a number."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words, and refuse more than one child."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as fault:
            if fault.option_name.lstrip("-")[:1].isdigit():
                raise click.UsageError("A child's number does not begin with a dash.", ctx) from None
            raise
        except click.UsageError as fault:
            if "extra argument" in fault.message:
                raise click.UsageError("Name one child: its number, as `list` prints it.", ctx) from None
            raise


def child_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """The argument CHILD, and whose number it is."""
    command = click.option(
        "--authority", metavar="CODE", help="Whose number CHILD is, where several authorities are loaded."
    )(command)
    return click.argument("child")(command)
