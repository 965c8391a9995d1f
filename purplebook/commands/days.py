"""Days and periods on a command line: how one was read is said where it could have been read otherwise."""

from __future__ import annotations

import click


class _Day(click.ParamType):
    """A day as people write it.  What is none is refused where it is used, with how to write one."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text as it is; a day that could be two is said."""
        from purplebook.run.words import read_otherwise

        for said in read_otherwise(value):
            click.echo(f"purplebook: {said}", err=True)
        return value


DAY = _Day()
