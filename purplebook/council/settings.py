"""What is set, from where, and since when: every line of `purplebook settings`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from purplebook.council.council import Setting
from purplebook.council.file_names import BASELINES, COMMENTARY, EVENTS, STANDARDS, TARGETS
from purplebook.council.identity import Identity
from purplebook.council.lines import Place as Spot
from purplebook.council.parts import Parts
from purplebook.council.place import Place
from purplebook.council.toml_file import TomlFile
from purplebook.definitions.standards import standards
from purplebook.language.standards_in import standards_in

SHIPPED = "shipped"


def settings_of(place: Place, parts: Parts, identity: Identity) -> tuple[Setting, ...]:
    """Every setting in the order of the files; the standards that a council leaves alone are shipped ones."""
    return (
        *_identity(place, identity),
        *_standards(place, parts),
        *_targets(place, parts),
        *_events(place, parts),
        *_baselines(place, parts),
        *_comments(place, parts),
        *_sentences(place, parts),
        *_definitions(place, parts),
    )


def _line(name: str, value: object, origin: str, since: date | None = None, until: date | None = None) -> Setting:
    return Setting(name, str(value), since.isoformat() if since else "", until.isoformat() if until else "", origin)


def _origin(place: Place, file: TomlFile | None, spot: Spot) -> str:
    """The file and the line, the file as it is called in the council's folder."""
    return SHIPPED if file is None else at_line(place, file.path, file.lines.get(spot))


def at_line(place: Place, path: Path, line: int | None) -> str:
    """A file of the folder with a line of it."""
    folder = place.folder
    name = path.relative_to(folder) if folder is not None and path.is_relative_to(folder) else path
    return f"{name}:{line}" if line else str(name)


def _identity(place: Place, identity: Identity) -> Iterator[Setting]:
    file = place.file
    if file is None:
        return
    start: Spot = ("authority",) if place.is_old else ()
    yield _line("code", identity.code, _origin(place, file, (*start, "code")))
    yield _line("name", identity.name, _origin(place, file, (*start, "name")))
    if identity.is_invented:
        yield _line("invented", "yes: there is no such council", _origin(place, file, ("invented",)))
    if identity.stands_for:
        yield _line("stands for", identity.stands_for, _origin(place, file, ("stands_for",)))
    if identity.committee:
        yield _line("committee", identity.committee, _origin(place, file, ("committee",)))
    for role, title in identity.officers.items():
        yield _line(f"officer: {role.replace('_', ' ')}", title, _origin(place, file, ("officers", role)))
    for number, partnership in enumerate(identity.partnerships):
        spot = _origin(place, file, ("partnership", number))
        yield _line(
            f"partnership: {partnership.kind.replace('_', ' ')}",
            partnership.name,
            spot,
            partnership.first_day,
            partnership.last_day,
        )
    for number, meeting in enumerate(identity.meetings):
        item = f", item {meeting.agenda_item}" if meeting.agenda_item else ""
        spot = _origin(place, file, ("meeting", number))
        yield _line(f"meeting for {meeting.as_at}", f"{meeting.held_on}{item}", spot)
    for name, colour in identity.colours.items():
        yield _line(f"colour: {name}", colour, _origin(place, file, ("colours", name)))
    is_said = ("store", "folder") in file.lines
    yield _line("store", place.store_path, _origin(place, file if is_said else None, ("store", "folder")))


def _standards(place: Place, parts: Parts) -> Iterator[Setting]:
    file = parts.files.get(STANDARDS)
    for name, item in standards().items():
        for since, value in item.expression.values:
            yield _line(f"standard: {name}", f"{value} {item.expression.unit}", SHIPPED, since)
        for own in parts.standards:
            if own.standard == name and file is not None:
                words = f"{own.value} {item.expression.unit} ({own.source})"
                yield _line(f"standard: {name}", words, at_line(place, file.path, own.line), own.since, own.until)


def _targets(place: Place, parts: Parts) -> Iterator[Setting]:
    for number, target in enumerate(parts.targets):
        whose = f", {target.partner}" if target.partner else ""
        value = f"{target.direction} {target.value.normalize():f} {target.unit}{whose} ({target.source})"
        spot = _origin(place, parts.files.get(TARGETS), ("target", number))
        yield _line(f"target: {target.indicator}", value, spot, target.since, target.until)


def _events(place: Place, parts: Parts) -> Iterator[Setting]:
    file = parts.files.get(EVENTS)
    written = list(file.whole.entries("event")) if file else []
    for entry in sorted(written, key=lambda entry: entry.content["on"]):
        names = entry.content.get("indicators") or ["every indicator"]
        yield _line(
            f"event: {', '.join(names)}", entry.content["words"], _origin(place, file, entry.place), entry.content["on"]
        )


def _baselines(place: Place, parts: Parts) -> Iterator[Setting]:
    for number, baseline in enumerate(parts.baselines):
        spot = _origin(place, parts.files.get(BASELINES), ("baseline", number))
        yield _line(f"baseline: {baseline.indicator}", baseline.reason, spot, baseline.on)
    for number, series in enumerate(parts.series):
        spot = _origin(place, parts.files.get(BASELINES), ("series", number))
        yield _line(f"series: {series.title}", series.reason, spot, series.parts[0].since)


def _comments(place: Place, parts: Parts) -> Iterator[Setting]:
    for number, comment in enumerate(parts.comments):
        spot = _origin(place, parts.files.get(COMMENTARY), ("commentary", number))
        yield _line(f"commentary: {comment.indicator}, {comment.month:%Y-%m}", f"{comment.by}: {comment.text}", spot)


def _sentences(place: Place, parts: Parts) -> Iterator[Setting]:
    for paper in parts.papers:
        for sentence, line in zip(paper.sentences, paper.lines, strict=True):
            spot = at_line(place, paper.path, line)
            yield _line(f"paper: {sentence.section}", sentence.words, spot, sentence.first_day, sentence.last_day)


def _definitions(place: Place, parts: Parts) -> Iterator[Setting]:
    for file in parts.definitions:
        for item in file.indicators:
            read = f"; reads {', '.join(sorted(standards_in(item)))}" if standards_in(item) else ""
            yield _line(f"indicator: {item.id}", item.title + read, at_line(place, file.path, file.line_of(item.id)))
        for indicator, part in file.breakdowns:
            spot = at_line(place, file.path, file.line_of(part.name))
            yield _line(f"breakdown of {indicator}", f"{part.name}: {part.title}", spot)
