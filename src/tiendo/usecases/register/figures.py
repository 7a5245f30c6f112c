"""Figures by hand: put one in, correct it, take it back, approve it, send it back, unlock it."""

from tiendo.errors import Problem, RegisterError
from tiendo.store import figure_rows, places
from tiendo.store.entries import Entry, figure_of
from tiendo.store.states import State
from tiendo.usecases.register.call import Call, doing

__all__ = ["Entry", "approve_figure", "send_back_figure", "submit_figure", "unlock_figure", "withdraw_figure"]


def submit_figure(*, call: Call, entry: Entry, way: str = "form") -> int:
    """Put one figure in, or correct the one that stands; gives its number.

    Raises NotAllowedError; RegisterError with every problem of the entry (P5xx of the plan's rules; S203 the period
    is not open, S205 a day that has not come, S206 an approved figure that is not unlocked); ConflictError (S201)
    when somebody put another value in the same place first: the problem says which, both stay readable.
    """
    where = places.of_target(entry.target)
    with doing("submit_figure", call, where, f"target {entry.target}", entry.why or entry.note or "") as now:
        draft = figure_of(entry, now.stamp)
        known = figure_rows.references(draft.plan)
        number = figure_rows.add_figure(draft.figure, known, now.stamp, way, draft.holder)
        now.subject = f"figure {number}"
    return number


def withdraw_figure(*, call: Call, figure: int, why: str) -> None:
    """Take back a figure that nobody approved yet; it stays in the history."""
    _step("withdraw_figure", call, figure, State.WITHDRAWN, why)


def approve_figure(*, call: Call, figure: int, message: str = "") -> None:
    """Approve a figure; S204 when the same account put it in, S209 when it is not waiting for approval."""
    _step("approve_figure", call, figure, State.APPROVED, message)


def send_back_figure(*, call: Call, figure: int, message: str) -> None:
    """Send one figure back to its unit with a message; S210 without one."""
    _step("send_back_figure", call, figure, State.SENT_BACK, message)


def unlock_figure(*, call: Call, figure: int, why: str) -> None:
    """Let one approved figure be corrected, also after its period closed, for a reason; it counts until it is."""
    _step("unlock_figure", call, figure, State.UNLOCKED, why)


def _step(act: str, call: Call, figure: int, state: State, words: str) -> None:
    where = places.of_figure(figure)
    with doing(act, call, where, f"figure {figure}", words.strip()) as now:
        if state is not State.APPROVED and not words.strip():
            raise RegisterError([Problem("S210")])
        figure_rows.take_step(figure, state, now.stamp, words.strip())
