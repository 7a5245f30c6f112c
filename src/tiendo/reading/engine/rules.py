"""A rule is a named reading of a view; the first rule that answers wins, and its name goes into the claim."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

View = TypeVar("View")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Rule(Generic[View, Result]):
    """One way to read something: its lasting name, and the function that answers or gives None."""

    name: str
    read: Callable[[View], Result | None]


def first_answer(rules: Sequence[Rule[View, Result]], view: View) -> tuple[Result, str] | None:
    """The answer of the first rule that has one, with the rule's name; None when none has."""
    for rule in rules:
        answer = rule.read(view)
        if answer is not None:
            return answer, rule.name
    return None
