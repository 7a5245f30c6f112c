"""Targets change by resolution only: an amendment is a new version, with its day and its reason."""

from tiendo.errors import Place, Problem, RegisterError
from tiendo.store import places
from tiendo.store.version_rows import Amendment, add_version
from tiendo.usecases.register.call import Call, doing

__all__ = ["Amendment", "amend_target"]


def amend_target(*, call: Call, target: int, amended: Amendment) -> int:
    """Add a version of a target from a day on; the old ones stay readable. Gives the version's number.

    Raises RegisterError: S210 without a reason, S217 nothing changed, the plan's own problems (P4xx) otherwise.
    """
    with doing("amend_target", call, places.of_target(target), f"target {target}", amended.why) as now:
        if not amended.why.strip():
            raise RegisterError([Problem("S210", Place("form", column="why"))])
        number = add_version(target, amended)
        now.detail = {"version": number, "since": amended.since.isoformat()}
        return number
