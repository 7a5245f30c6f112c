"""The name of what a number measures, as a record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name's words, what its first word makes of a bare number (growth, share, rate, …), and its indicator:
    the words without the place at their end ("GDP bình quân đầu người" of "GDP bình quân đầu người Lào").
    """

    text: str
    head: str | None
    indicator: str
