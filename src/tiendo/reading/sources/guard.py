"""The guard at the door: a file's bytes within a limit, what they are, and zip containers that cannot blow up.

A report comes by e-mail from anywhere. Before a format module sees it, its size is known, it is a plain file,
its kind comes from its bytes rather than from its name, and no container inflates past its limit. Only the
standard library is needed here, so that a page of plain text costs no heavy import.
"""

import errno
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import IO, Literal, NoReturn

from tiendo.errors import Place, Problem, ReadError, Severity, reason_of

Kind = Literal["text", "markdown", "html", "docx", "xlsx", "pdf"]

MIB = 1024 * 1024
MAX_BYTES = 100 * MIB  # a 500-page report with photographs stays under 60 MiB
MAX_PART = 128 * MIB  # one inflated part of a container
MAX_UNPACKED = 400 * MIB  # all parts together
MAX_RATIO = 300  # inflated to packed; deflate cannot pass 1,032, real documents stay under 100
RATIO_MATTERS = 50 * MIB  # below this no ratio can harm
MAX_PARTS = 20_000

KIND_OF_SUFFIX: dict[str, Kind] = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "docx", ".docm": "docx", ".xlsx": "xlsx", ".xlsm": "xlsx", ".pdf": "pdf",
}
CONVERT_FIRST = frozenset({  # the office program that wrote these can save them anew
    ".doc", ".dot", ".rtf", ".odt", ".wps", ".pages", ".xls", ".xlsb", ".ods", ".ppt", ".pptx",
})
PACKED: tuple[Kind, ...] = ("docx", "xlsx")  # zip containers

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")
BINARY_STARTS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"II*\x00",
    b"MM\x00*",
)

__all__ = [
    "MAX_BYTES", "MAX_PART", "MIB", "Kind", "Source", "bounded_zip", "kind_of", "opened_part", "problem", "refuse",
    "take_in",
]


@dataclass(frozen=True, slots=True)
class Source:
    """A file taken in: its path as given, its suffix in lower case, its bytes."""

    file: str
    suffix: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of the file's bytes, in hexadecimal."""
        return sha256(self.content).hexdigest()


def problem(source: Source, code: str, severity: Severity = "error", **values: object) -> Problem:
    """A problem of this file; `values` fill the message."""
    return Problem(code, Place(source.file), {name: str(value) for name, value in values.items()}, severity)


def refuse(source: Source, code: str, **values: object) -> ReadError:
    """The error that refuses a file for one reason."""
    return ReadError([problem(source, code, "error", **values)])


def take_in(path: Path, max_bytes: int) -> Source:
    """The bytes of a plain file of 1 to `max_bytes` bytes; ReadError says what is wrong otherwise."""
    empty = Source(str(path), path.suffix.lower(), b"")
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise refuse(empty, "R102" if S_ISDIR(status.st_mode) else "R107", suffix=path.suffix or "-")
        if status.st_size > max_bytes:
            raise _too_large(empty, status.st_size, max_bytes)
        with path.open("rb") as file:
            content = file.read(status.st_size + 1)  # not the limit: a buffer of that size would be laid out at once
            if len(content) > status.st_size:  # the file grew since
                content += file.read(max_bytes + 1 - len(content))
    except OSError as error:
        raise unreadable(empty, error) from error
    if len(content) > max_bytes:
        raise _too_large(empty, len(content), max_bytes)
    if not content:
        raise refuse(empty, "R105")
    return Source(empty.file, empty.suffix, content)


def unreadable(source: Source, error: OSError) -> ReadError:
    """What the operating system refused, in the user's words."""
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return refuse(source, "R101")
    if error.errno in {errno.EACCES, errno.EPERM}:
        return refuse(source, "R103")
    return refuse(source, "R106", reason=reason_of(error))


def _too_large(source: Source, size: int, limit: int) -> ReadError:
    return refuse(source, "R104", size=f"{size / MIB:.0f}", limit=f"{limit / MIB:.0f}")


def kind_of(source: Source) -> Kind:
    """What the file is, by its bytes first and its name second; ReadError for what cannot be read."""
    head = source.content[:1024]
    if head.startswith(OLE):
        _refuse_ole(source)
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(source)
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        raise refuse(source, "R108", suffix=".rtf")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(HTML_STARTS):
        return "html"
    return _kind_of_name(source)


def _kind_of_name(source: Source) -> Kind:
    if source.suffix in CONVERT_FIRST:
        raise refuse(source, "R108", suffix=source.suffix)
    kind = KIND_OF_SUFFIX.get(source.suffix)
    if kind is None:
        raise refuse(source, "R107", suffix=source.suffix or "-")
    if kind in PACKED or kind == "pdf":
        raise refuse(source, "R117" if kind == "pdf" else "R110")
    if source.content.startswith(BINARY_STARTS):
        raise refuse(source, "R109")
    return kind


def _refuse_ole(source: Source) -> NoReturn:
    """An old Office container: its stream names, UTF-16, say whether it is a locked new file or an old one."""
    def names(stream: str) -> bool:
        return stream.encode("utf-16-le") in source.content

    if names("EncryptedPackage"):
        raise refuse(source, "R115")
    old = ".doc" if names("WordDocument") else ".xls" if names("Workbook") or names("Book") else source.suffix
    raise refuse(source, "R108", suffix=old or "-")


def _kind_of_zip(source: Source) -> Kind:
    with bounded_zip(source) as container:
        names = {name.lower() for name in container.namelist()}
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    kind = KIND_OF_SUFFIX.get(source.suffix)
    if kind in PACKED:
        return kind  # its module says which part is missing
    raise refuse(source, "R108" if source.suffix in CONVERT_FIRST else "R107", suffix=source.suffix or "-")


@contextmanager
def bounded_zip(source: Source) -> Iterator[zipfile.ZipFile]:
    """The zip container, its declared sizes within the limits; damage and locks become a ReadError.

    Sizes declared in the headers may lie: `opened_part` gives no more than what was declared.
    """
    try:
        with zipfile.ZipFile(BytesIO(source.content)) as container:
            _check_sizes(source, container.infolist())
            yield container
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, zlib.error) as error:
        raise refuse(source, "R110") from error


def _check_sizes(source: Source, parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    ratio = unpacked / max(1, len(source.content))
    too_much = unpacked > MAX_UNPACKED or (unpacked > RATIO_MATTERS and ratio > MAX_RATIO)
    if too_much or len(parts) > MAX_PARTS:
        raise refuse(source, "R114", size=f"{unpacked / MIB:.0f}", limit=f"{MAX_UNPACKED / MIB:.0f}", parts=len(parts))
    if any(part.flag_bits & 0x1 for part in parts):
        raise refuse(source, "R115")


def opened_part(source: Source, container: zipfile.ZipFile, name: str) -> IO[bytes]:
    """One part as a stream that ends at its declared size, at most `MAX_PART`; ReadError where it is missing."""
    try:
        part = container.getinfo(name)
    except KeyError as error:
        raise refuse(source, "R111", part=name) from error
    if part.file_size > MAX_PART:
        raise refuse(source, "R114", size=f"{part.file_size / MIB:.0f}", limit=f"{MAX_PART / MIB:.0f}", parts=1)
    if part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise refuse(source, "R110")
    return container.open(part)
