"""The one loader of a council's folder: every file read and checked, and all faults of all files said at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from purplebook.council.baselines import read_baselines, read_series
from purplebook.council.commentary import read_commentary
from purplebook.council.council import Council
from purplebook.council.events import read_events
from purplebook.council.faults import CouncilError, Fault, nearest
from purplebook.council.file_names import (
    BASELINES,
    COMMENTARY,
    COUNCIL_FILE,
    DEFINITIONS,
    EVENTS,
    FILES,
    OLD_FILE,
    ONCE_IN_THE_STORE,
    PAPERS,
    STANDARDS,
    STORE_FOLDER,
    TARGETS,
)
from purplebook.council.identity import Identity
from purplebook.council.own_blocks import blocks_of
from purplebook.council.own_definitions import clashes, read_folder, together
from purplebook.council.parts import Parts
from purplebook.council.place import Place, find_place
from purplebook.council.settings import settings_of
from purplebook.council.standards import merged, national_changed, read_standards, values_to_use
from purplebook.council.targets import read_targets
from purplebook.council.toml_file import TomlFile, read_toml, text_of
from purplebook.definitions import all_indicators
from purplebook.definitions.reference import areas
from purplebook.language.councils import CouncilWords
from purplebook.language.indicators import Indicator
from purplebook.language.standards_in import standards_in

if TYPE_CHECKING:
    from purplebook.council.own_papers import OwnPaper


def council_of(named: Path | None, *, today: date | None = None) -> Council:
    """The council whose folder or store is named, or the nearest upwards; CouncilError with every fault of its files.

    An event after `today` is a fault; without it, after the day on which this runs.
    """
    try:
        place = find_place(named)
    except CouncilError as refused:
        raise CouncilError([*refused.faults, *_of_the_other_files(refused.faults[0].file.parent, today)]) from None
    return council_at(place, today=today)


def _of_the_other_files(folder: Path, today: date | None) -> Sequence[Fault]:
    """The faults of the files beside one that does not say whose they are."""
    try:
        council_at(Place(folder / STORE_FOLDER, TomlFile(folder / COUNCIL_FILE)), today=today)
    except CouncilError as refused:
        return refused.faults
    return ()


def council_at(place: Place, *, today: date | None = None) -> Council:
    """The council of a place that was found."""
    faults: list[Fault] = []
    shipped = all_indicators()
    paths, notices = _paths(place, faults)
    files = {name: read_toml(path) for name, path in paths.items()}
    definitions = () if place.folder is None else read_folder(place.folder / DEFINITIONS)
    own_values = read_standards(files[STANDARDS]) if STANDARDS in files else ()
    faults += [fault for file in definitions for fault in file.faults]
    if not faults:
        faults += clashes(definitions, shipped)
    own_faults = bool(files.get(STANDARDS, _NOTHING).faults)
    catalogue = together(shipped, definitions, {} if own_faults else values_to_use(own_values))
    names = tuple(item.id for item in catalogue)
    parts = Parts(
        files=files,
        definitions=definitions,
        papers=() if place.folder is None else _papers(place.folder / PAPERS, catalogue),
        standards=own_values,
        targets=read_targets(files[TARGETS], catalogue) if TARGETS in files else (),
        events=read_events(files[EVENTS], names, today=today or date.today()) if EVENTS in files else (),
        baselines=read_baselines(files[BASELINES], names) if BASELINES in files else (),
        series=read_series(files[BASELINES], names) if BASELINES in files else (),
        comments=read_commentary(files[COMMENTARY], names) if COMMENTARY in files else (),
    )
    faults += [fault for file in files.values() for fault in file.faults]
    faults += [fault for paper in parts.papers for fault in paper.faults]
    if faults:
        raise CouncilError(faults)
    return _together(place, parts, catalogue, tuple(notices))


_NOTHING = TomlFile(Path())


def _paths(place: Place, faults: list[Fault]) -> tuple[dict[str, Path], list[str]]:
    """The path of each file that is there, with what a person should know of where they lie."""
    paths = {} if place.folder is None else {name: place.folder / name for name in FILES}
    faults += [_no_file(path) for path in paths.values() if _is_taken(path) and not path.is_file()]
    paths = {name: path for name, path in paths.items() if path.is_file()}
    notices = []
    if place.file is not None and place.is_old:
        notices.append(
            f"{place.file.path} is of an earlier purplebook and is read as it is. "
            f"`purplebook init {place.folder} --authority CODE` writes a {COUNCIL_FILE}, which can say more."
        )
    for name in ONCE_IN_THE_STORE:
        inside = place.store_path / name
        if not inside.is_file() or inside == paths.get(name):
            continue
        if name in paths:
            faults.append(
                Fault(
                    inside, None, f"there is a {name} beside {COUNCIL_FILE} as well.", "Keep one of the two, beside it."
                )
            )
        else:
            paths[name] = inside
            where = f": move it to {place.folder / name}" if place.folder else ""
            notices.append(f"{inside} is read from where an earlier purplebook kept it{where}.")
    faults += _misnamed(place)
    faults += _no_folders(place)
    return paths, notices


def _is_taken(path: Path) -> bool:
    """Whether anything has this name, a link that leads nowhere too."""
    return path.is_symlink() or path.exists()


def _no_file(path: Path) -> Fault:
    """What stands where a file of settings should be would be passed over in silence."""
    return Fault(path, None, "this is no file that can be read.", "Make it a file, or take it away.")


def _no_folders(place: Place) -> Iterator[Fault]:
    """What stands where a folder of files should be would be passed over as well."""
    if place.folder is None:
        return
    for path in (place.folder / PAPERS, place.folder / DEFINITIONS):
        if _is_taken(path) and not path.is_dir():
            yield Fault(path, None, "this is no folder.", "Make it a folder, or take it away.")


def _misnamed(place: Place) -> Iterator[Fault]:
    """A file whose name is nearly one of ours would be passed over in silence."""
    if place.folder is None:
        return
    known = (*FILES, COUNCIL_FILE)
    for path in sorted(place.folder.glob("*.toml")):
        if path.name not in (*known, OLD_FILE) and (near := nearest(path.name, known)) and path.name[:3] == near[:3]:
            yield Fault(path, None, "nothing reads a file of this name.", f"Call it {near}.")


def _papers(folder: Path, catalogue: Sequence[Indicator]) -> tuple[OwnPaper, ...]:
    texts = [text_of(path) for path in folder.glob("*.md")] if folder.is_dir() else []
    if not any(isinstance(text, Fault) or any(blocks_of(text)) for text in texts):
        return ()
    # They bring the whole paper with its headings, which is only asked for when there is something to hold against it.
    from purplebook.council.own_papers import read_papers
    from purplebook.definitions.papers.sections import section_names

    return read_papers(folder, indicators=catalogue, sections=section_names())


def _together(place: Place, parts: Parts, catalogue: tuple[Indicator, ...], notices: tuple[str, ...]) -> Council:
    identity = place.identity or Identity("", areas().named(""))
    words = CouncilWords(
        code=identity.code,
        name=identity.name,
        committee=identity.committee,
        officers=identity.officers,
        partnerships=identity.partnerships,
        meetings=identity.meetings,
        events=parts.events,
        sentences=tuple(sentence for paper in parts.papers for sentence in paper.sentences),
        colours=identity.colours,
    )
    reasons = national_changed(parts.standards)
    own = tuple(item for file in parts.definitions for item in file.indicators)
    return Council(
        words=words,
        store_path=place.store_path,
        folder=place.folder,
        is_invented=identity.is_invented,
        stands_for={identity.code: identity.stands_for} if identity.stands_for else {},
        standards=merged(parts.standards),
        indicators=catalogue,
        national_changed={
            item.id: reasons[sorted(read)[0]]
            for item in catalogue
            if reasons and (read := standards_in(item.measure) & set(reasons))
        },
        targets=parts.targets,
        baselines=parts.baselines,
        series=parts.series,
        comments=parts.comments,
        settings=settings_of(place, parts, identity),
        used={
            "council": _hash((identity.code, identity.name, identity.stands_for, sorted(identity.colours.items()))),
            "standards": _hash(parts.standards),
            "targets": _hash(parts.targets),
            "events": _hash(parts.events),
            "baselines": _hash((*parts.baselines, *parts.series)),
            "commentary": _hash(parts.comments),
            "definitions": _hash((*own, *(pair for file in parts.definitions for pair in file.breakdowns))),
        },
        notices=notices,
    )


def _hash(settings: object) -> str:
    """The same for the same settings, whatever remarks and blank lines stand around them; "" for none."""
    return hashlib.sha256(repr(settings).encode()).hexdigest() if settings else ""
