"""Which files there are, and what each one truly is, judged by its bytes.

One pass over the bytes finds the hash and everything that decides how the text may be read; only what is not UTF-8 is
passed over again.  This file knows no format of records: it only tells text from workbooks from everything else.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EMPTY, TEXT, ZIP, OLD_OFFICE, PARQUET, DATABASE, OTHER = (
    *("empty", "text", "zip", "old Office"),
    *("Parquet", "database", "other"),
)
CHUNK_BYTES = 1 << 20
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb")
TEXT_SUFFIXES = (".csv", ".txt", ".tsv")
STRAY_FILES = (
    *("thumbs.db", "desktop.ini", "purplebook.toml", "council.toml", "standards.toml", "targets.toml"),
    *("events.toml", "baselines.toml", "commentary.toml"),
)
"""What lies in a folder without being records: what Windows leaves in it, and where purplebook keeps its settings."""
MOST_FAULTS_TOLD = 20


@dataclass(frozen=True)
class InputFile:
    """One file given to a load.

    `name` is how messages and batches name it: its path within the folder that was given, or its own name.  `is_plain`
    means that each line is one row and the text is sound UTF-8; `is_ended` that its last line has an end.
    """

    path: Path
    name: str
    kind: str
    sha256: str
    encoding: str
    is_plain: bool
    has_quotes: bool
    line_count: int
    is_ended: bool


def gather(paths: Sequence[Path]) -> tuple[tuple[tuple[Path, str], ...], tuple[str, ...], tuple[str, ...]]:
    """Return the files meant by `paths`, each with its name, then the faults found, then the warnings.

    A folder means every file in it and in its folders: a council keeps the returns of each year in one of its own.
    """
    named_files: dict[Path, tuple[Path, str]] = {}
    faults: list[str] = []
    warnings: list[str] = []
    for path in paths:
        if path.is_dir():
            inside, passed_over, closed = _files_in(path)
            faults += [
                f"{folder}: this folder may not be read. Ask for the right to read it, or name the other files alone."
                for folder in closed
            ]
            warnings += [f"{child.relative_to(path).as_posix()}: left out, {why}." for child, why in passed_over]
            if not inside and not closed:
                faults.append(f"{path}: the folder holds no file. Name a folder with the files to load.")
            for child in inside:
                named_files.setdefault(child.resolve(), (child, child.relative_to(path).as_posix()))
        elif path.is_file():
            named_files.setdefault(path.resolve(), (path, path.name))
        else:
            faults.append(f"{path}: there is no such file or folder. Check the spelling of the path.")
    if not named_files and not faults:
        faults.append("No file was given. Name the files, or a folder that holds them.")
    return tuple(named_files.values()), tuple(faults), tuple(warnings)


def shortened(faults: Sequence[str]) -> tuple[str, ...]:
    """The faults, of a great many only the first: nobody reads a hundred lines, and the next load names the rest."""
    if len(faults) <= MOST_FAULTS_TOLD:
        return tuple(faults)
    return (*faults[:MOST_FAULTS_TOLD], f"… and {len(faults) - MOST_FAULTS_TOLD:,} more.")


def _files_in(folder: Path) -> tuple[list[Path], list[tuple[Path, str]], list[str]]:
    """The files of a folder to read, those to pass over and why, and the folders that may not be read."""
    wanted: list[Path] = []
    passed_over: list[tuple[Path, str]] = []
    closed: list[str] = []

    def note(fault: OSError) -> None:
        closed.append(str(fault.filename))

    for place, folders, names in os.walk(folder, onerror=note):
        at = Path(place)
        stores = [name for name in folders if _is_store(at / name)]
        passed_over += [(at / name, "it is a store of purplebook and no file to load") for name in stores]
        folders[:] = sorted(name for name in folders if name not in stores)
        for child in sorted(at / name for name in names):
            if not child.is_file():
                continue
            inside = child.relative_to(folder).parts
            if any(part.startswith((".", "~$")) for part in inside):
                passed_over.append((child, "it is a hidden or lock file"))
            elif child.name.casefold() in STRAY_FILES:
                passed_over.append((child, "it is a file of the computer's own and none of records"))
            else:
                wanted.append(child)
    return sorted(wanted), passed_over, closed


def _is_store(folder: Path) -> bool:
    """Whether purplebook keeps its snapshots there, judged by what lies in it."""
    try:
        return (folder / "current.json").is_file() and (folder / "snapshots").is_dir()
    except OSError:
        return False


def examine(path: Path, *, name: str | None = None) -> InputFile:
    """Read the bytes once and return what the file is; `name` is what to call it."""
    scan = _Scan()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            scan.take(chunk)
        scan.finish()
    is_utf_16 = scan.start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and _decodes(path, "utf-16")
    has_one_line_end = scan.carriage_returns == scan.pairs and scan.pairs in (0, scan.line_feeds)
    return InputFile(
        path=path,
        name=name or path.name,
        kind=_kind(scan.start, is_text=scan.is_utf8 or is_utf_16 or _is_windows_1252(path)),
        sha256=scan.digest.hexdigest(),
        encoding="utf-16" if is_utf_16 else "utf-8-sig" if scan.is_utf8 else "cp1252",
        is_plain=scan.is_utf8 and has_one_line_end and not (scan.has_nul or scan.has_blank_line),
        has_quotes=scan.has_quotes,
        line_count=scan.line_feeds + (not scan.tail.endswith(b"\n")),
        is_ended=scan.tail.endswith((b"\n", b"\r")),
    )


def _decodes(path: Path, encoding: str) -> bool:
    """Whether the whole file is sound text of this encoding."""
    try:
        with path.open(encoding=encoding) as stream:
            while stream.read(CHUNK_BYTES):
                pass
    except UnicodeError:
        return False
    return True


def _is_windows_1252(path: Path) -> bool:
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            if chunk.translate(None, _WINDOWS_1252_BYTES):
                return False
    return True


class _Scan:
    """What is known of a file after some of its bytes; a fault across two chunks is seen through `tail`."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self.start, self.tail = b"", b"\n"
        self.is_utf8 = True
        self.has_nul, self.has_blank_line, self.has_quotes = False, False, False
        self.line_feeds, self.carriage_returns, self.pairs = 0, 0, 0
        self._utf8 = codecs.getincrementaldecoder("utf-8")("strict")

    def take(self, chunk: bytes) -> None:
        self.digest.update(chunk)
        self._decode(chunk, is_last=False)
        if not self.start:
            self.start = chunk[:8]
            chunk = chunk.removeprefix(codecs.BOM_UTF8)
        joined = self.tail + chunk
        self.has_nul = self.has_nul or b"\x00" in chunk
        self.has_quotes = self.has_quotes or b'"' in chunk
        self.line_feeds += chunk.count(b"\n")
        self.has_blank_line = self.has_blank_line or b"\n\n" in joined
        if b"\r" in joined:
            self.has_blank_line = self.has_blank_line or b"\n\r\n" in joined
            self.carriage_returns += chunk.count(b"\r")
            self.pairs += joined[-len(chunk) - 1 :].count(b"\r\n")
        self.tail = joined[-2:]

    def finish(self) -> None:
        self._decode(b"", is_last=True)

    def _decode(self, chunk: bytes, *, is_last: bool) -> None:
        # Plain letters need no decoding, unless a letter of several bytes is still open.
        if self.is_utf8 and not (chunk.isascii() and not is_last and not self._utf8.getstate()[0]):
            try:
                self._utf8.decode(chunk, is_last)
            except UnicodeDecodeError:
                self.is_utf8 = False


def name_fault(file: InputFile) -> str | None:
    """Say what is wrong when a file is not what its name says, or is nothing that can be read."""
    suffix = file.path.suffix.lower()
    if file.kind == EMPTY:
        return f"{file.name}: the file is empty (0 bytes). Export it again."
    if file.kind == OLD_OFFICE:
        if _is_encrypted(file.path):
            return f"{file.name}: the workbook is protected by a password. Save a copy without a password."
        if suffix in TEXT_SUFFIXES:
            return f"{file.name}: the name says text, but the file is a workbook. Rename it to end in .xls."
        return None
    if file.kind == DATABASE:
        return (
            f"{file.name}: this is an SQLite database and no file of records. Name it by its address: "
            f"sqlite:///{file.path}"
        )
    if file.kind == OTHER:
        return (
            f"{file.name}: this is neither a text file in UTF-8, UTF-16 or Windows-1252 nor a workbook. "
            "Save it as 'CSV UTF-8' or .xlsx."
        )
    if file.kind == TEXT and suffix in WORKBOOK_SUFFIXES:
        return f"{file.name}: the name says workbook, but the file holds plain text. Rename it to end in .csv."
    if file.kind == ZIP and suffix in TEXT_SUFFIXES:
        return f"{file.name}: the name says text, but the file is a workbook or zip. Rename it to end in .xlsx."
    return None


def layout_hint(file: InputFile) -> str:
    """What about the first line may be why text is of no known format: other marks than commas, or no headers."""
    if file.kind != TEXT:
        return ""
    with file.path.open(encoding=file.encoding, errors="replace") as stream:
        first = stream.readline(100_000)
    if first.lstrip("\ufeff").startswith("<"):
        return ""
    for mark, name in ((";", "semicolons"), ("\t", "tabs"), ("|", "upright strokes")):
        if first.count(mark) > first.count(","):
            return f" Its cells are set apart by {name}: save it with commas ('CSV UTF-8' in Excel)."
    cells = [cell.strip(' "\r\n') for cell in first.split(",")]
    if len(cells) > 1 and any(re.fullmatch(r"[\d/ :.-]+", cell) for cell in cells):
        return " Its first line looks like records and not like headers: put the row of headers back."
    return ""


_NOT_IN_WINDOWS_1252 = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_WINDOWS_1252_BYTES = bytes(
    byte for byte in range(256) if byte in (9, 10, 13) or (byte >= 32 and byte not in _NOT_IN_WINDOWS_1252)
)
"""What text in Windows-1252 is made of; a file that is not UTF-8 and holds anything else is no text."""


def _kind(start: bytes, *, is_text: bool) -> str:
    if not start:
        return EMPTY
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLD_OFFICE
    if start.startswith(b"PAR1"):
        return PARQUET
    if start.startswith(b"SQLite f"):
        return DATABASE
    return TEXT if is_text else OTHER


def _is_encrypted(path: Path) -> bool:
    """A protected workbook is an Office container with a stream of this name, in UTF-16."""
    needle, tail = "EncryptedPackage".encode("utf-16-le"), b""
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            if needle in tail + chunk:
                return True
            tail = chunk[-len(needle) :]
    return False
