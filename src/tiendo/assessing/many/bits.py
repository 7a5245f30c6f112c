"""Small sets of whole numbers as the bits of a number: which periods are told, which parts, in one pass and any order.

A word holds `WORD` of them, so that no sign is touched on any engine.
"""

import ibis
from ibis.expr.types import Value

WORD = 62


def bit(place: Value) -> Value:
    """The number with this one bit, from 0."""
    return ibis.literal(1, type="int8").cast("int64") << place.cast("int32")  # engines shift by a short number


def first_bits(count: Value, word: int = 0) -> Value:
    """A word of the set of the first `count` numbers (0, 1, 2 ...)."""
    held = ibis.least(ibis.greatest(count - WORD * word, 0), WORD)
    return bit(held) - 1


def run_bits(low: Value, high: Value, word: int = 0) -> Value:
    """A word of the set of the numbers from `low` to `high`, both with it; of none when `high` is lower."""
    none = (high < low) | (high < WORD * word)
    return ibis.ifelse(none, 0, first_bits(high + 1, word) - first_bits(low, word))


def has_all(found: Value, asked: Value) -> Value:
    """Whether a word has all bits of another."""
    return (found & asked) == asked
