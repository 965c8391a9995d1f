"""What a name after --out may end in: a command refuses an ending that it cannot write before it works anything out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from purplebook.errors import BadInputError

ENDINGS_OF_FILES = (
    *(".csv", ".doc", ".docx", ".htm", ".html", ".json", ".md", ".ods", ".odt", ".parquet", ".pdf", ".png", ".svg"),
    *(".toml", ".tsv", ".txt", ".xls", ".xlsm", ".xlsx", ".xml", ".zip"),
)
"""A folder of such a name is nobody's wish."""


def ending_of(out: Path, endings: Sequence[str], *, what: str, example: str) -> str:
    """The ending of the file's name, in small letters; BadInputError says which endings there are for `what`.

    "" among the endings allows a name without one.
    """
    ending = out.suffix.lower()
    if ending in endings:
        return ending
    named = [name for name in endings if name]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} or {named[-1]}"
    fault = f"'{ending}' is none of its endings" if ending else "it has no ending"
    raise BadInputError(
        f"{out} cannot be written: {what} can be written as {listed}, and {fault}. Name a file that ends so: "
        f"--out {example}{named[0]}."
    )


def check_folder(out: Path, *, what: str, example: str) -> None:
    """Refuse a folder with a file's name, for `what` is several files, and a folder that cannot be made."""
    # What writes files brings much with it, and this module is read whenever the program starts.
    from purplebook.run.written import check_can_be_made

    if out.suffix.lower() in ENDINGS_OF_FILES and not out.is_dir():
        raise BadInputError(
            f"{out} is the name of a file, and {what} is written as several files in a folder. Name a folder: "
            f"--out {example}."
        )
    check_can_be_made(out, what_to_do=f"Name a folder that you may write to: --out {example}.")
