"""Series across mergers and splits."""

from datetime import date
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from assessing.many.engine import Small
from tiendo.assessing.many.schema import SCHEMAS
from tiendo.assessing.many.succession import across, carried_over

VALUES = pa.schema([("body", pa.string()), ("ends_on", pa.date32()), ("value", pa.float64())])
BEFORE, ON, AFTER = date(2024, 12, 31), date(2025, 7, 1), date(2025, 12, 31)


def change(old: str, new: str, share: float, part: float) -> dict[str, Any]:
    return {"predecessor": old, "successor": new, "on": ON, "share": round(share * 1e6), "part": round(part * 1e6)}


def carried(values: dict[str, float | None], *changes: dict[str, Any], amounts: bool) -> dict[str, tuple[Any, Any]]:
    small = Small()
    told = small.table("v", VALUES, [{"body": body, "ends_on": BEFORE, "value": value} for body,
        value in values.items()])
    table = small.table("s", SCHEMAS["successions"], changes)
    return {row["body"]: (row["value"], row["covered"])
            for row in small.rows(carried_over(told, table, amounts=amounts), "body")}


MERGER = (change("A", "N", 1, 0.25), change("B", "N", 1, 0.75))


def test_amounts_of_merged_bodies_are_added() -> None:
    """Hai xã nhập một: số hộ cộng lại."""
    assert carried({"A": 100.0, "B": 300.0}, *MERGER, amounts=True) == {"N": (400.0, 100.0)}


def test_rates_of_merged_bodies_are_weighted_means() -> None:
    assert carried({"A": 80.0, "B": 90.0}, *MERGER, amounts=False) == {"N": (87.5, 100.0)}


def test_rate_of_which_one_part_is_unknown_covers_only_the_rest() -> None:
    assert carried({"A": 80.0, "B": None}, *MERGER, amounts=False) == {"N": (80.0, 25.0)}
    assert carried({"A": None, "B": None}, *MERGER, amounts=False) == {"N": (None, 0.0)}


def test_amount_of_a_divided_body_follows_its_shares() -> None:
    halves = (change("A", "M", 0.4, 1), change("A", "N", 0.6, 1))
    assert carried({"A": 100.0}, *halves, amounts=True) == {"M": (40.0, 100.0), "N": (60.0, 100.0)}


def test_break_is_marked() -> None:
    small = Small()
    told = small.table("v", VALUES, [{"body": "A", "ends_on": BEFORE, "value": 1.0}, {"body": "B", "ends_on": BEFORE,
        "value": 2.0},
                                     {"body": "N", "ends_on": AFTER, "value": 5.0}])
    rows = small.rows(across(told, small.table("s", SCHEMAS["successions"], MERGER), amounts=True), "body", "ends_on")
    assert [(row["ends_on"], row["value"], row["carried"]) for row in rows if row["body"] == "N"] == \
        [(BEFORE, 3.0, True), (AFTER, 5.0, False)]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1e6), st.integers(0, 1_000_000)), min_size=1, max_size=6))
def test_nothing_is_lost_when_every_body_is_divided(told: list[tuple[float, int]]) -> None:
    """The amounts of the bodies after sum to those of the bodies before."""
    changes = [change(f"{n}", name, share, 0.5) for n, (_, part) in enumerate(told)
               for name, share in (("M", part / 1e6), ("N", 1 - part / 1e6))]
    found = carried({f"{n}": value for n, (value, _) in enumerate(told)}, *changes, amounts=True)
    assert abs(sum(value for value, _ in found.values()) - sum(value for value, _ in told)) < 1e-3
