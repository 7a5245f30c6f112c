"""Files that are written whole or not at all."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tiendo.errors import OutputError, Place, Problem, reason_of

__all__ = ["write_files", "write_whole"]


def write_files(folder: Path, files: Mapping[str, str | Path]) -> None:
    """Write texts (UTF-8, line feeds) and copies of files into a folder, new or there; all of them or none.

    They are first written beside the folder, then moved in; if a move fails, those moved before are put back.
    Raises OutputError.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as room:
            fresh, kept = Path(room, "fresh"), Path(room, "kept")
            fresh.mkdir()
            kept.mkdir()
            for name, content in files.items():
                _make(fresh / name, content)
            if folder.exists():
                _swap(fresh, kept, folder, tuple(files))
            else:
                fresh.rename(folder)
    except OSError as error:
        raise OutputError([_refused(folder, error)]) from error


def _make(path: Path, content: str | Path) -> None:
    """One file: a text written, or another file copied."""
    path.parent.mkdir(exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, path)
    else:
        path.write_text(content, encoding="utf-8", newline="\n")


def _swap(fresh: Path, kept: Path, folder: Path, names: tuple[str, ...]) -> None:
    """Move files in, keeping what they replace; on the first failure put everything back."""
    moved: list[str] = []
    try:
        for name in names:
            (folder / name).parent.mkdir(exist_ok=True)
            if (folder / name).exists():
                (kept / name).parent.mkdir(exist_ok=True)
                shutil.copy2(folder / name, kept / name)
            (fresh / name).replace(folder / name)
            moved.append(name)
    except OSError:
        for name in moved:
            old = kept / name
            if old.exists():
                old.replace(folder / name)
            else:
                (folder / name).unlink()
        raise


def write_whole(path: Path, data: bytes) -> None:
    """Write one file through a sibling that replaces it; raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as room:
            fresh = Path(room, path.name)
            fresh.write_bytes(data)
            fresh.replace(path)
    except OSError as error:
        raise OutputError([_refused(path, error)]) from error


def _refused(path: Path, error: OSError) -> Problem:
    return Problem("P901", Place(str(path)), {"why": reason_of(error)})
