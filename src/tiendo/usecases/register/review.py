"""The scoreboard and the review of a plan of the register: the folder's own assessing and composing, from its rows."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tiendo.plan import Plan
from tiendo.reading import read_claims
from tiendo.store import places
from tiendo.store.permissions import permitting
from tiendo.store.queries import plans as queries
from tiendo.store.queries.reports import documents_of
from tiendo.usecases.gather import Gathered
from tiendo.usecases.read_reports import Report, Step, no_step
from tiendo.usecases.register.call import Call, allow, doing
from tiendo.usecases.review_folder import Assessed, Paper, Reviewed, assess_gathered, review_gathered

__all__ = ["assess_register", "published", "write_register_review"]


def assess_register(*, call: Call, plan: int, as_of: date) -> Assessed:
    """The verdict on every target of a plan as of a day, from its approved figures; anybody may ask.

    Who may not look into the whole plan is given it as published: approved figures only, and no decisions on claims.
    Raises NotThereError, ReviewError for a day before the term.
    """
    where = places.of_plan(plan)
    allow(call, "view_board", where)
    whole = queries.whole_plan(plan)
    shown = whole if permitting(call.actor, "view_overview", where) else published(whole)
    return assess_gathered(gathered=Gathered(shown, (), ()), as_of=as_of)


def published(plan: Plan) -> Plan:
    """A plan as everybody may see it: figures somebody approved; the standings are the same."""
    approved = tuple(figure for figure in plan.figures if figure.approved_by is not None)
    return replace(plan, figures=approved, acceptances=())


def write_register_review(
    *, call: Call, plan: int, as_of: date, out: Path, form: str = "party", on_step: Step = no_step,
) -> Reviewed:
    """Write the review of a plan as of a day into a folder: the same files as from a plan folder."""
    with doing("write_review", call, places.of_plan(plan), f"plan {plan}", as_of.isoformat()):
        documents = documents_of(plan).values()
        reports = tuple(Report(Path(one.file), one, read_claims(one)) for one in documents)
        warnings = tuple(problem for one in documents for problem in one.problems)
        gathered = Gathered(queries.whole_plan(plan), reports, warnings)
        return review_gathered(gathered=gathered, as_of=as_of, out=out, paper=Paper(form=form), on_step=on_step)
