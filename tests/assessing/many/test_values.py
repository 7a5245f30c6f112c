"""Values along the tree are those of a plain definition, on any tree: no body counts twice, missing is not zero."""

from collections.abc import Mapping
from math import isclose
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from assessing.many.engine import Small
from tiendo.assessing.many.tree import PAIRS, closure
from tiendo.assessing.many.values import roll_up_values

VERDICTS = pa.schema([("series", pa.int32()), ("value", pa.float64())])
TARGETS = pa.schema([("series", pa.int32()), ("kind", pa.string())] + [(name, pa.string()) for name in
                    ("body", "indicator", "unit")])
ONE = 1_000_000
_YES = st.booleans()
Held = Mapping[str, float | None]


def rolled(parents: Mapping[str, str | None], held: Held, unit: str, weights: Mapping[str, int | None]) -> list[Any]:
    small = Small()
    codes = sorted(held)
    verdicts = small.table("v", VERDICTS, [{"series": n, "value": held[body]} for n, body in enumerate(codes)])
    targets = small.table("t", TARGETS, [
        {"series": n, "kind": "level_end", "body": body, "indicator": "x", "unit": unit}
        for n, body in enumerate(codes)])
    tree = small.table("tree", PAIRS, closure(parents, weights).to_pylist())
    return small.rows(roll_up_values(verdicts, targets, tree), "body")


def speakers(body: str, parents: Mapping[str, str | None], held: Held) -> list[str]:
    """The nearest bodies below one that have the target, by looking down each branch."""
    found = []
    for child in sorted(one for one, above in parents.items() if above == body):
        found += [child] if child in held else speakers(child, parents, held)
    return found


def share(body: str, top: str, parents: Mapping[str, str | None], weights: Mapping[str, int | None]) -> float:
    """The part of a body above that a body is: the product of the parts on the way."""
    if body == top:
        return 1.0
    above = parents[body]
    assert above is not None
    stated, siblings = weights.get(body), sum(other == above for other in parents.values())
    return (1 / siblings if stated is None else stated / ONE) * share(above, top, parents, weights)


def by_hand(body: str, parents: Any, held: Held, *, averaged: bool, weights: Any) -> tuple[Any, ...] | None:
    """What a clerk would write down for one body: asked, told, value, covered."""
    of = speakers(body, parents, held)
    if not of:
        return None
    parts = {one: share(one, body, parents, weights) for one in of}
    told = {one: value for one in of if (value := held[one]) is not None}
    weight = sum(parts[one] for one in told)
    mean = sum(parts[one] * value for one, value in told.items()) / weight if weight else None
    total = sum(told.values()) if told else None
    return len(of), len(told), mean if averaged else total, 100 * weight / sum(parts.values())


@st.composite
def trees(draw: st.DrawFn) -> tuple[dict[str, str | None], dict[str, float | None], dict[str, int | None]]:
    """A tree of up to fourteen bodies, some with the target, some without a value; weights of some families."""
    names = [f"b{number:02}" for number in range(draw(st.integers(2, 14)))]
    parents: dict[str, str | None] = {names[0]: None}
    for number, name in enumerate(names[1:], start=1):
        parents[name] = names[draw(st.integers(0, number - 1))]
    values = st.none() | st.integers(-1000, 1000).map(float)
    held = {name: draw(values) for name in names if draw(_YES)}
    weights: dict[str, int | None] = {}
    for above in names:
        children = [one for one in names if parents[one] == above]
        stated: bool = draw(_YES)
        if children and stated:
            count = len(children) - 1
            cuts = draw(st.lists(st.integers(1, ONE - 1), min_size=count, max_size=count, unique=True))
            ends = [0, *sorted(cuts), ONE]
            weights.update({one: ends[n + 1] - ends[n] for n, one in enumerate(children)})
    return parents, held, weights


@settings(max_examples=40, deadline=None)
@given(trees(), st.sampled_from(["người", "%"]))
def test_values_along_any_tree_are_those_of_the_plain_definition(tree: Any, unit: str) -> None:
    parents, held, weights = tree
    found = {row["body"]: row for row in rolled(parents, held, unit, weights)}
    for body in parents:
        meant = by_hand(body, parents, held, averaged=unit == "%", weights=weights)
        assert (meant is None) == (body not in found)
        if meant is not None:
            row = found[body]
            assert (row["asked"], row["told"]) == meant[:2]
            assert (row["value"] is None) == (meant[2] is None)
            assert row["value"] is None or isclose(row["value"], meant[2], rel_tol=1e-9, abs_tol=1e-9)
            assert isclose(row["covered"], meant[3], rel_tol=1e-9)


def test_a_provinces_own_figure_stands_for_its_communes() -> None:
    """Tỉnh đã có số của tỉnh thì cả nước cộng số ấy, không cộng thêm từng xã."""
    parents = {"VN": None, "01": "VN", "02": "VN", "0101": "01", "0201": "02", "0202": "02"}
    found = rolled(parents, {"01": 10.0, "0101": 7.0, "0201": 1.0, "0202": None}, "người", {})
    assert [(row["body"], row["value"], row["told"], row["asked"]) for row in found] == \
        [("01", 7.0, 1, 1), ("02", 1.0, 1, 2), ("VN", 11.0, 2, 3)]


def test_a_mean_goes_by_weight_and_says_what_it_covers() -> None:
    parents = {"01": None, "0101": "01", "0102": "01", "0103": "01"}
    weights = {"0101": 600_000, "0102": 200_000, "0103": 200_000}
    found = rolled(parents, {"0101": 50.0, "0102": 90.0, "0103": None}, "%", weights)
    assert [(row["value"], row["covered"]) for row in found] == [(60.0, 80.0)]


def test_two_plans_that_say_two_things_say_nothing() -> None:
    small = Small()
    verdicts = small.table("v", VERDICTS, [{"series": n, "value": float(n)} for n in range(2)])
    targets = small.table("t", TARGETS, [
        {"series": n, "kind": "level_end", "body": "0101", "indicator": "x", "unit": "người"} for n in range(2)])
    tree = small.table("tree", PAIRS, closure({"01": None, "0101": "01"}).to_pylist())
    found = small.rows(roll_up_values(verdicts, targets, tree), "body")
    assert [(row["value"], row["told"], row["asked"], row["covered"]) for row in found] == [(None, 0, 1, 0.0)]
