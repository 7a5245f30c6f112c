"""Exit codes: the one table every command keeps to (docs/reference/exit-codes.md shows it)."""

from enum import IntEnum

from tiendo.errors import (
    OutputError,
    PlanError,
    ReadError,
    RegisterError,
    ReviewError,
    SettingsError,
    TiendoError,
)


class Exit(IntEnum):
    """What a command's exit code means."""

    OK = 0
    FINDINGS = 1  # `check` found at least one error
    USAGE = 2  # the call's words are off
    UNREADABLE = 3  # a document cannot be read
    BAD_PLAN = 4  # the plan folder or workbook has errors
    NO_REVIEW = 5  # a review cannot be made of what is there
    NO_OUTPUT = 6  # the output cannot be written
    REFUSED = 7  # the register refuses: what was asked does not fit what stands there, or it cannot be reached
    SETTINGS = 8  # the settings do not hold
    INTERRUPTED = 130  # Ctrl+C
    STOPPED = 143  # told to stop by the system


EXITS: tuple[tuple[type[TiendoError], Exit], ...] = (
    (ReadError, Exit.UNREADABLE),
    (PlanError, Exit.BAD_PLAN),
    (ReviewError, Exit.NO_REVIEW),
    (OutputError, Exit.NO_OUTPUT),
    (RegisterError, Exit.REFUSED),
    (SettingsError, Exit.SETTINGS),
)


def exit_of(error: TiendoError) -> Exit:
    """The exit code of an error's class."""
    return next(code for kind, code in EXITS if isinstance(error, kind))
