"""Files people send: judged by their bytes, never by their names, and kept within a limit."""

from tiendo.errors import Place, Problem, ReadError, RegisterError
from tiendo.reading.sources.guard import Source, kind_of

__all__ = ["MEDIA", "check_file"]

_PICTURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
MEDIA = {
    "png": "image/png", "jpeg": "image/jpeg", "pdf": "application/pdf", "text": "text/plain; charset=utf-8",
    "markdown": "text/plain; charset=utf-8", "html": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # a kind -> how a door hands it back: a page somebody sent is never served as a page


def check_file(name: str, data: bytes, limit: int) -> str:
    """What a file is; RegisterError (S501, S502, S503) when it is empty, too large or of no kind that is taken."""
    place = Place(name)
    if not data:
        raise RegisterError([Problem("S501", place)])
    if len(data) > limit:
        size = {"size": f"{len(data) / 2**20:.1f}", "limit": f"{limit / 2**20:.0f}"}
        raise RegisterError([Problem("S502", place, size)])
    picture = next((kind for start, kind in _PICTURES.items() if data.startswith(start)), None)
    if picture:
        return picture
    dot = name.rfind(".")
    try:
        return kind_of(Source(name, name[dot:].lower() if dot >= 0 else "", data))
    except ReadError as error:
        raise RegisterError([*error.problems, Problem("S503", place)]) from error
