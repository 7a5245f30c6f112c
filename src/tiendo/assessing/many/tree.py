"""The tree of bodies as pairs: every body with itself and with each body above it. Also what is wrong with a tree."""

from collections import Counter
from collections.abc import Iterator, Mapping

import pyarrow as pa

from tiendo.assessing.many.steps import MILLIONTH

PAIRS = pa.schema([("ancestor", pa.string()), ("body", pa.string()), ("depth", pa.int32()), ("share", pa.float64())])


def closure(parents: Mapping[str, str | None], weights: Mapping[str, int | None] | None = None) -> pa.Table:
    """The pairs (ancestor, body, depth, share) of a tree without cycles (`cycles` finds them first).

    `share`: the part of the ancestor the body is, by the weights (millionths) on the way; where the children of a body
    state none, each is an equal part of it.
    """
    parts = _parts(parents, weights or {})
    rows = [{"ancestor": above, "body": body, "depth": depth, "share": share}
            for body in parents for depth, (above, share) in enumerate(_upward(body, parents, parts))]
    return pa.Table.from_pylist(rows, schema=PAIRS)


def _parts(parents: Mapping[str, str | None], weights: Mapping[str, int | None]) -> Mapping[str, float]:
    """The part each body is of its parent."""
    children = Counter(parents.values())
    return {body: 1 / children[above] if (weight := weights.get(body)) is None else weight / MILLIONTH
            for body, above in parents.items()}


def _upward(
    body: str, parents: Mapping[str, str | None], parts: Mapping[str, float],
) -> Iterator[tuple[str, float]]:
    above: str | None = body
    share = 1.0
    while above is not None:
        yield above, share
        share *= parts.get(above, 1.0)
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
