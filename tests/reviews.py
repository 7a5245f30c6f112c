"""Reviews to look at: the example as of a day, and any plan as of a day."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from tiendo.assessing import assess_plan
from tiendo.checking import Finding
from tiendo.plan import Plan
from tiendo.review import Review, compose
from tiendo.usecases.check_files import findings_of
from tiendo.usecases.gather import Gathered, gather
from tiendo.words import Lang

EXAMPLE = Path(__file__).parents[1] / "examples" / "quan-song-to"
DAYS = ("2023-03-31", "2022-03-31")


@cache
def gathered() -> Gathered:
    """The example with everything its reports give."""
    return gather(folder=EXAMPLE)


@cache
def example(day: str) -> Review:
    """The example's review as of a day."""
    found = gathered()
    return review_of(found.plan, day, findings_of(found.reports, found.plan))


def review_of(plan: Plan, day: str, findings: Sequence[Finding] = (), lang: Lang = "vi") -> Review:
    """The review of a plan as of a day."""
    as_of = date.fromisoformat(day)
    return compose(plan, assess_plan(plan, as_of), findings, as_of, lang)
