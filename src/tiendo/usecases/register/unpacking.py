"""A plan somebody sends: a workbook, or a folder packed as zip; judged by its bytes, unpacked within limits.

Only the files a plan folder has come out of a zip, under names of ours in a room of ours: nothing in it can name a
place outside, nothing inflates without end, nothing is run.
"""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tiendo.errors import Place, Problem, ReadError, RegisterError
from tiendo.plan.draft import DESCRIPTOR
from tiendo.plan.outline import OUTLINE
from tiendo.plan.reports import REPORTS
from tiendo.reading.sources.guard import Source, bounded_zip, opened_part

__all__ = ["Unpacked", "unpack_plan"]

_LEFT = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db"})  # what file managers add by themselves
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The plan folder or workbook that came out of a file, and what in it is no part of a plan and stayed out."""

    path: Path
    left_out: tuple[str, ...] = ()


def unpack_plan(name: str, data: bytes, limit: int, room: Path) -> Unpacked:
    """The plan folder or workbook of a file somebody sent, put in `room`.

    Raises RegisterError: S501 empty, S502 larger than `limit` bytes, S504 neither workbook nor packed folder (or one
    that cannot be opened), S505 a file in the zip that names a place outside it.
    """
    place = Place(name)
    if not data:
        raise RegisterError([Problem("S501", place)])
    if len(data) > limit:
        raise RegisterError([Problem("S502", place, {
            "size": f"{len(data) / 2**20:.1f}", "limit": f"{limit / 2**20:.0f}"})])
    source = Source(name, Path(name).suffix.lower(), data)
    try:
        with bounded_zip(source) as container:
            names = {one.filename for one in container.infolist()}
            if _WORKBOOK in names:
                return Unpacked(_from_workbook(name, data, room))
            return _from_zip(source, container, room)
    except ReadError as error:
        told = [one for one in error.problems if one.code != "R110"]  # that speaks of documents
        raise RegisterError([*told, Problem("S504", place)]) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise RegisterError([Problem("S504", place)]) from error


def _from_workbook(name: str, data: bytes, room: Path) -> Path:
    """The workbook under the end of its own name, which its problems are told with."""
    kept = room / f"{PurePosixPath(name).stem.replace(chr(92), '_')[-60:] or 'plan'}.xlsx"
    kept.write_bytes(data)
    return kept


def _from_zip(source: Source, container: zipfile.ZipFile, room: Path) -> Unpacked:
    folder = room / "plan"
    (folder / REPORTS).mkdir(parents=True)
    parts = [one for one in container.infolist() if not _is_no_file(one) and not _is_left(one.filename)]
    outside = [Problem("S505", Place(source.file), {"name": one.filename}) for one in parts if _climbs(one.filename)]
    top = _top(parts)
    places = {one.filename: _place(one.filename.removeprefix(top)) for one in parts}
    if outside or not any(places.values()):
        raise RegisterError(outside or [Problem("S504", Place(source.file))])
    for name, place in places.items():
        if place:
            with opened_part(source, container, name) as stream:
                (folder / place).write_bytes(stream.read())
    return Unpacked(folder, tuple(name.removeprefix(top) for name, place in places.items() if place is None))


def _climbs(name: str) -> bool:
    """Whether a name in a zip speaks of a place outside it."""
    return name.startswith("/") or ".." in PurePosixPath(name).parts or "\\" in name or "\x00" in name or ":" in name


def _is_no_file(part: zipfile.ZipInfo) -> bool:
    """A folder, or a name that says nothing: "", "."."""
    return part.is_dir() or not PurePosixPath(part.filename).parts


def _is_left(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(_LEFT & set(parts)) or (bool(parts) and parts[-1].startswith("._"))


def _top(parts: list[zipfile.ZipInfo]) -> str:
    """The one folder everything stands in, where there is one: people pack the folder or what is in it."""
    tops = {PurePosixPath(one.filename).parts[0] for one in parts}
    inside = all(len(PurePosixPath(one.filename).parts) > 1 for one in parts)
    return f"{next(iter(tops))}/" if len(tops) == 1 and inside and tops != {REPORTS} else ""


def _place(inside: str) -> str | None:
    """Where a file belongs in a plan folder; None for one that is no part of it.

    A table of a name nobody knows comes along: the plan's reader says which one is meant.
    """
    folder, _, file = inside.partition("/")
    if not file:
        return inside if inside in {DESCRIPTOR, OUTLINE} or inside.lower().endswith(".csv") else None
    plain = "/" not in file and len(file.encode()) <= 200
    return inside if folder == REPORTS and plain else None
