"""The tree of bodies as pairs: every body with itself and with each body above it. Also what is wrong with a tree."""

from collections.abc import Iterator, Mapping

import pyarrow as pa

PAIRS = pa.schema([("ancestor", pa.string()), ("body", pa.string()), ("depth", pa.int32())])


def closure(parents: Mapping[str, str | None]) -> pa.Table:
    """The pairs (ancestor, body, depth) of a tree without cycles (`cycles` finds them first)."""
    rows = [{"ancestor": above, "body": body, "depth": depth}
            for body in parents for depth, above in enumerate(_upward(body, parents))]
    return pa.Table.from_pylist(rows, schema=PAIRS)


def _upward(body: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    above: str | None = body
    while above is not None:
        yield above
        above = parents.get(above)


def cycles(parents: Mapping[str, str | None]) -> tuple[tuple[str, ...], ...]:
    """The rings of bodies that are above themselves, each once, beginning with its first code."""
    state: dict[str, int] = {}
    rings = []
    for turn, body in enumerate(sorted(parents), start=1):
        way: list[str] = []
        at: str | None = body
        while at is not None and at not in state:
            state[at] = turn
            way.append(at)
            at = parents.get(at)
        if at is not None and state[at] == turn and at in way:
            ring = way[way.index(at):]
            first = ring.index(min(ring))
            rings.append((*ring[first:], *ring[:first]))
    return tuple(rings)
