"""What must hold across cells, rows and tables: one small function a rule, all of them run, nothing stops early."""

from collections.abc import Callable, Iterator

from tiendo.errors import Problem
from tiendo.plan.draft import Draft
from tiendo.plan.rules.acceptances import acceptance_problems
from tiendo.plan.rules.bodies import body_problems
from tiendo.plan.rules.figures import figure_problems
from tiendo.plan.rules.head import head_problems
from tiendo.plan.rules.keys import key_problems
from tiendo.plan.rules.others import other_problems
from tiendo.plan.rules.paths import path_problems
from tiendo.plan.rules.references import reference_problems
from tiendo.plan.rules.targets import target_problems

__all__ = ["draft_problems"]

_RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    head_problems, key_problems, reference_problems, body_problems, target_problems, path_problems,
    figure_problems, acceptance_problems, other_problems,
)


def draft_problems(draft: Draft) -> tuple[Problem, ...]:
    """Everything wrong between the rows of a draft, rule by rule."""
    return tuple(problem for rule in _RULES for problem in rule(draft))
