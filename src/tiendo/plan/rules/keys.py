"""Every row is told apart by its key, and a figure for one thing on one day stands once."""

from collections.abc import Iterator

from tiendo.errors import Problem
from tiendo.plan.draft import Draft, Line
from tiendo.plan.tables import TABLES, Table


def key_problems(draft: Draft) -> Iterator[Problem]:
    """Rows whose key an earlier row already has."""
    for table in TABLES:
        first: dict[tuple[object, ...], int] = {}
        for line in draft.lines[table.name]:
            key = _key(table, line)
            if key is None:
                continue
            if key in first:
                shown = " · ".join(map(str, key))
                yield Problem("P301", line.spot.at(table.key[0]), {"own": shown, "row": str(first[key])})
            else:
                first[key] = line.spot.row


def _key(table: Table, line: Line) -> tuple[object, ...] | None:
    """A row's key; None when one of its cells is bad (that is a problem of its own)."""
    parts = tuple(line.values.get(name) for name in table.key)
    return None if None in parts else parts
