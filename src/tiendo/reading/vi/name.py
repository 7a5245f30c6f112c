"""The name of what a number measures, as a record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its words, what its first word makes of a bare number, and the words that hold without a place.

    `head` is growth, share, rate, disbursement, flow, amount or None. `indicator` is the name without the place
    at its end ("GDP bình quân đầu người" of "GDP bình quân đầu người Lào"). `stem` is what the parts of a list hang on,
    where the name is such a part ("tỷ trọng" of "tỷ trọng dịch vụ").
    """

    text: str
    head: str | None
    indicator: str
    stem: str | None = None
