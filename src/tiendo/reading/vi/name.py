"""The name of what a number measures, as a record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its words, what its first word makes of a bare number, and the words that hold without a place.

    `head` is growth, share, rate, disbursement, flow, amount, field or None. `indicator` is the name without the
    place at its end ("GDP bình quân đầu người" of "GDP bình quân đầu người Lào"). `opener` is its first word, where
    that is an indicator; `stem` what the parts of a list hang on ("tỷ trọng" of "tỷ trọng dịch vụ"); `thing` what a
    bare dimension was said to be of.
    """

    text: str
    head: str | None
    indicator: str
    opener: str | None = None
    stem: str | None = None
    thing: str | None = None
