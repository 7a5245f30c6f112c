"""Every named error and the shape of a problem: a small tree with lasting codes.

A *problem* is a value with a place: one bad cell, one unreadable page. Problems are collected and shown
together. A `TiendoError` stops an act and carries the problems that made it stop. Messages come from the
catalogue by code: what, where, what to do. The doors map classes to exit codes in one table; codes never
change meaning.
"""

import errno
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from tiendo.words import Lang, catalogue, say

Severity = Literal["error", "warning", "info"]

ROOMS: Mapping[str, str] = MappingProxyType({
    "Q": "quantity", "P": "plan", "R": "reading", "A": "assessing", "C": "checking", "V": "review", "S": "store",
    "X": "cli",
})  # the letter of a problem's code -> the room whose words hold its message

_SYSTEM = frozenset(errno.errorcode.values())

__all__ = [
    "ROOMS", "ConflictError", "Lang", "NotAllowedError", "NotThereError", "OutputError", "Place", "PlanError",
    "Problem", "ReadError", "RegisterError", "ReviewError", "SettingsError", "Severity", "StoreDownError",
    "TiendoError", "reason_of",
]


def reason_of(error: OSError) -> str:
    """What the operating system refused, by the name of its number (`EACCES`): a message says it in its language."""
    return errno.errorcode.get(error.errno or 0, "EIO")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, and inside it whatever of page, sheet, row, cell or span is known.

    Pages, paragraphs, tables, rows and columns count from 1; `start` and `end` are character offsets
    (Unicode code points, end exclusive) in the document's text as `reading` gives it.
    """

    file: str
    page: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: str | None = None
    start: int | None = None
    end: int | None = None

    def say(self, lang: Lang) -> str:
        """The place in words: `figures.csv, dòng 4, cột value`."""
        parts = [self.file]
        for name in ("page", "paragraph", "sheet", "table", "row", "column"):
            value = getattr(self, name)
            if value is not None:
                parts.append(say(f"errors.place_{name}", lang, value=value))
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong at one place, as a value.

    `code` is lasting: a letter for the room and three digits. It is the key of its message in the words of
    that room (`P204` stands in `words/*/plan.toml`); `values` fill the message.
    """

    code: str
    place: Place | None = None
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    severity: Severity = "error"

    def __reduce__(self) -> tuple[type["Problem"], tuple[object, ...]]:
        """Travel between processes: a read-only mapping does not by itself."""
        return Problem, (self.code, self.place, dict(self.values), self.severity)

    def say(self, lang: Lang) -> str:
        """What is wrong, where, and what is allowed, in one line."""
        where = f"{self.place.say(lang)}: " if self.place else ""
        return f"{where}{self.message(lang)} [{self.code}]"

    def message(self, lang: Lang) -> str:
        """What is wrong and what is allowed, without the place."""
        return say(f"{ROOMS[self.code[0]]}.{self.code}", lang, **{
            name: _reason(value, lang) if name in {"why", "reason"} else value for name, value in self.values.items()})


def _reason(value: str, lang: Lang) -> str:
    """A reason in words: the operating system's (`reason_of`), else as it stands."""
    known = catalogue("errors", lang)
    return known.get(f"why_{value}") or (known["why_other"].format(code=value) if value in _SYSTEM else value)


class TiendoError(Exception):
    """The root: an act that cannot go on, with the problems that stopped it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Take the problems that stopped the act; at least one."""
        if not problems:
            raise ValueError("a TiendoError needs at least one problem")
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.say("en"))

    def say(self, lang: Lang) -> str:
        """All problems, one a line, in the language asked for."""
        return "\n".join(problem.say(lang) for problem in self.problems)


class ReadError(TiendoError):
    """A document cannot be opened or holds no text (broken, encrypted, scanned, too large, hostile)."""


class PlanError(TiendoError):
    """A plan folder or workbook is missing tables or holds bad cells."""


class ReviewError(TiendoError):
    """A review cannot be written from what is there: a bad as-of day, acceptances that no longer hold."""


class OutputError(TiendoError):
    """The output cannot be written; nothing half-written is left behind."""


class RegisterError(TiendoError):
    """The register refuses an act: what was asked does not fit what stands there."""


class NotAllowedError(RegisterError):
    """No role of the person who asks permits this act in this part of the tree."""


class NotThereError(RegisterError):
    """The act names something the register does not hold."""


class ConflictError(RegisterError):
    """Somebody else changed the same thing first; the problem says what stands there now."""


class StoreDownError(RegisterError):
    """The database cannot be reached, is locked or has no room; what was saved before is safe."""


class SettingsError(TiendoError):
    """The settings do not hold; every wrong one is named at once, and nothing starts."""
