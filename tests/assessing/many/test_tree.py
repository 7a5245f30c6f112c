"""The tree of bodies as pairs, and rings in it."""

from hypothesis import given
from hypothesis import strategies as st

from tiendo.assessing.many.tree import closure, cycles


def test_every_body_stands_below_itself_and_all_above_it() -> None:
    rows = closure({"VN": None, "01": "VN", "0101": "01"}).to_pylist()
    assert {(row["ancestor"], row["body"], row["depth"]) for row in rows} == {
        ("VN", "VN", 0), ("01", "01", 0), ("0101", "0101", 0), ("VN", "01", 1), ("01", "0101", 1), ("VN", "0101", 2),
    }


def test_parent_nobody_tells_of_still_stands_above() -> None:
    assert {row["ancestor"] for row in closure({"0101": "01"}).to_pylist()} == {"0101", "01"}


def test_rings_are_named_once_from_their_first_code() -> None:
    assert cycles({"C": "A", "A": "B", "B": "C", "D": "A", "E": "E", "F": None}) == (("A", "B", "C"), ("E",))


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef")))
def test_tree_without_rings_ends_somewhere(parents: dict[str, str | None]) -> None:
    if not cycles(parents):
        assert closure(parents).num_rows >= len(parents)
