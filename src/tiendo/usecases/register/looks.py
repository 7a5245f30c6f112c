"""What a person has seen of a plan: the same on whatever machine they sign in, and nobody else's business.

No line of the log: it changes nothing anybody else can see, and a line would make every page of the plan anew.
"""

from tiendo.errors import NotAllowedError, Problem
from tiendo.store import places
from tiendo.store.look_rows import keep_look
from tiendo.usecases.register.call import Call, allow

__all__ = ["mark_seen"]


def mark_seen(*, call: Call, plan: int) -> None:
    """Keep that the caller has seen everything of a plan up to now.

    Raises NotAllowedError (S301) for who is not signed in, NotThereError.
    """
    allow(call, "view_board", places.of_plan(plan))
    if call.actor.account is None:
        raise NotAllowedError([Problem("S301", values={"who": call.actor.name, "act": "view_board"})])
    keep_look(call.actor.account, plan, call.at)
