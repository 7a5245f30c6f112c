"""From a plan folder to its review: gather, assess, check, compose, write."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tiendo.assessing import Assessment, Tally, assess_plan, tally
from tiendo.checking import Finding
from tiendo.errors import Lang, Problem, ReviewError
from tiendo.plan import Plan
from tiendo.quantity import Figure
from tiendo.review import Review, compose, write_review
from tiendo.usecases.check_files import findings_of
from tiendo.usecases.gather import Gathered, gather
from tiendo.usecases.read_reports import Report, Step, no_step


@dataclass(frozen=True, slots=True)
class Assessed:
    """A plan's verdicts as of a day; `left_out` are figures dated after it, `warnings` what to look at."""

    plan: Plan
    as_of: date
    assessments: tuple[Assessment, ...]
    tally: Tally
    left_out: tuple[Figure, ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """How the report is written: its language, its official form (party, state, plain), the office's own template.

    Without a form it is the Party's in Vietnamese, and in English the plain one any public body can use.
    """

    lang: Lang = "vi"
    form: str | None = None
    template: Path | None = None

    @property
    def official(self) -> str:
        """The form it has."""
        return self.form or ("party" if self.lang == "vi" else "plain")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review found, and the files it wrote."""

    assessed: Assessed
    review: Review
    findings: tuple[Finding, ...]
    files: tuple[Path, ...]


def assess_folder(*, folder: Path, as_of: date, on_step: Step = no_step) -> Assessed:
    """The verdict on every target of a plan folder as of a day; raises PlanError and ReviewError."""
    return assess_gathered(gathered=gather(folder=folder, as_of=as_of, on_step=on_step), as_of=as_of)


def review_folder(
    *, folder: Path, as_of: date, out: Path, paper: Paper | None = None, on_step: Step = no_step,
) -> Reviewed:
    """Write the review of a plan folder as of a day into `out`; nothing is left half-written."""
    gathered = gather(folder=folder, as_of=as_of, on_step=on_step)
    return review_gathered(gathered=gathered, as_of=as_of, out=out, paper=paper, on_step=on_step)


def review_gathered(
    *, gathered: Gathered, as_of: date, out: Path, paper: Paper | None = None, on_step: Step = no_step,
) -> Reviewed:
    """Write the review of what was gathered, from a folder or a register: one composer for both."""
    assessed = assess_gathered(gathered=gathered, as_of=as_of)
    findings = findings_of(reports_until(gathered, as_of), gathered.plan)
    paper = paper or Paper()
    review = compose(gathered.plan, assessed.assessments, findings, as_of, paper.lang)
    files = write_review(review, out, form=paper.official, template=paper.template, on_step=on_step)
    return Reviewed(assessed, review, findings, files)


def reports_until(gathered: Gathered, as_of: date) -> tuple[Report, ...]:
    """The reports that were there on a day: those the plan knows to be issued later are left out."""
    issued = {document.code: document.issued_on for document in gathered.plan.documents}
    return tuple(report for report in gathered.reports if (issued.get(report.path.stem) or as_of) <= as_of)


def assess_gathered(*, gathered: Gathered, as_of: date) -> Assessed:
    """The verdict on every target of what was gathered; raises ReviewError for a day before the term."""
    plan = gathered.plan
    outside = _outside_term(plan, as_of)
    if outside:
        raise ReviewError([outside])
    assessments = assess_plan(plan, as_of)
    left_out = tuple(figure for figure in plan.figures if figure.as_of > as_of)
    return Assessed(plan, as_of, assessments, tally(assessments), left_out, gathered.warnings)


def _outside_term(plan: Plan, as_of: date) -> Problem | None:
    """A day before the term begins has nothing to review; after its end it has the final verdicts."""
    term = next((document for document in plan.documents if document.code == plan.document), None)
    if term and term.term_from and as_of < term.term_from:
        return Problem("V101", values={"as_of": f"{as_of:%d/%m/%Y}", "from": f"{term.term_from:%d/%m/%Y}"})
    return None
