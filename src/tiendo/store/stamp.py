"""Who did something and when, as every row that is added keeps it."""

from dataclasses import dataclass
from datetime import date, datetime

__all__ = ["Stamp"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """An account (none: the command line), the position it acted in and its body's code, the instant, its local day."""

    at: datetime
    on: date
    account: int | None
    position: str
    body: str = ""
