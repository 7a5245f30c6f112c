"""The states of a figure on its way to approval, and which step may follow which."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

__all__ = ["FOLLOWS", "OPEN", "State"]


class State(StrEnum):
    """Where a figure stands."""

    SUBMITTED = "submitted"  # the unit put it in, or accepted it from its report
    APPROVED = "approved"
    SENT_BACK = "sent_back"  # with a message: the unit corrects it
    UNLOCKED = "unlocked"  # approved before; may be corrected although approved or the period is shut
    WITHDRAWN = "withdrawn"  # taken back before it was approved: an undone acceptance


FOLLOWS: Mapping[State, frozenset[State]] = MappingProxyType({
    State.SUBMITTED: frozenset({State.APPROVED, State.SENT_BACK, State.WITHDRAWN}),
    State.APPROVED: frozenset({State.SENT_BACK, State.UNLOCKED}),
    State.SENT_BACK: frozenset({State.APPROVED, State.WITHDRAWN}),
    State.UNLOCKED: frozenset({State.APPROVED}),
    State.WITHDRAWN: frozenset(),
})  # a step -> the steps that may come next

OPEN = frozenset({State.SUBMITTED, State.SENT_BACK, State.UNLOCKED, State.WITHDRAWN})  # a correction is taken
