"""Tallies added up along the tree: missing is never zero, a share says what it covers, ranks have ties."""

from decimal import Decimal
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from assessing.many.engine import Small
from tiendo.assessing import Standing, rank_units
from tiendo.assessing.many.rollup import ranked, roll_up, tally, with_shares
from tiendo.assessing.many.tree import PAIRS, closure
from tiendo.plan import Direction

VERDICTS = pa.schema([("series", pa.int32()), ("standing", pa.string())])
TARGETS = pa.schema([("series", pa.int32()), ("body", pa.string()), ("weight", pa.int64())])
VALUES = pa.schema([("unit", pa.string()), ("value", pa.float64())])
PARENTS = {"VN": None, "01": "VN", "02": "VN", "0101": "01", "0102": "01", "0201": "02"}
ONE = 1_000_000


def told(*rows: tuple[str, str, int]) -> dict[str, dict[str, Any]]:
    """The bodies' sums from (body, standing, weight), rolled up along the tree."""
    small = Small()
    verdicts = small.table("v", VERDICTS, [{"series": n, "standing": row[1]} for n, row in enumerate(rows)])
    targets = small.table("t", TARGETS, [{"series": n, "body": row[0], "weight": row[2]} for n, row in enumerate(rows)])
    tree = small.table("tree", PAIRS, closure(PARENTS).to_pylist())
    return {row["body"]: row for row in small.rows(roll_up(tally(verdicts, targets), tree), "body")}


def test_parts_add_up_to_the_whole_at_every_height() -> None:
    found = told(("0101", "met", ONE), ("0102", "behind", ONE), ("0201", "unproven", ONE), ("01", "exceeded", ONE))
    assert {body: (row["total"], row["bodies"]) for body, row in found.items()} == {
        "VN": (4, 4), "01": (3, 3), "02": (1, 1), "0101": (1, 1), "0102": (1, 1), "0201": (1, 1),
    }
    assert all(sum(row[one.value] for one in Standing) == row["total"] for row in found.values())


def test_missing_is_not_zero_but_uncovered() -> None:
    """Xã chưa có số liệu không kéo tỷ lệ xuống; tỷ lệ nói rõ nó tính trên bao nhiêu phần."""
    found = told(("0101", "met", ONE), ("0102", "unproven", ONE), ("0201", "unproven", ONE))
    assert [(found[body]["done_share"], found[body]["covered"]) for body in ("VN", "01", "02")] == \
        [(100.0, 100 / 3), (100.0, 50.0), (None, 0.0)]


def test_weights_count() -> None:
    found = told(("0101", "met", 3 * ONE), ("0102", "missed", ONE))
    assert found["01"]["done_share"] == 75.0


def test_share_of_few_targets_says_so() -> None:
    few, many = told(*[("0101", "met", ONE)] * 9), told(*[("0101", "met", ONE)] * 10)
    assert [found["0101"]["small"] for found in (few, many)] == [True, False]


def test_shares_of_nothing_are_none() -> None:
    small = Small()
    schema = pa.schema([(name, pa.int64()) for name in
                        ("total", "unproven", "not_assessable", "weight", "assessed_weight", "done_weight")])
    rows = small.table("x", schema, [dict.fromkeys(schema.names, 0)])
    assert [(row["done_share"], row["covered"]) for row in small.rows(with_shares(rows), "total")] == [(None, None)]


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.none() | st.integers(0, 4), max_size=9),
    st.booleans())
def test_ranks_are_those_of_rank_units(values: dict[str, int | None], most_first: bool) -> None:
    small = Small()
    rows = small.table("x", VALUES, [{"unit": unit, "value": value} for unit, value in values.items()])
    found = small.rows(ranked(rows, "value", best_first=most_first), "unit")
    direction = Direction.AT_LEAST if most_first else Direction.AT_MOST
    meant = rank_units({unit: None if value is None else Decimal(value) for unit, value in values.items()}, direction)
    assert [(row["unit"], row["rank"], row["shared"]) for row in found] == \
        [(one.unit, one.rank, one.shared) for one in sorted(meant, key=lambda one: one.unit)]
    assert {row["of"] for row in found if row["rank"]} == {one.of for one in meant if one.rank}
