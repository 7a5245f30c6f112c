"""From a person's decisions to figures: the only way from a claim to a figure.

A decision finds its claim again in the very file it was made on (its hash), by quote and place. Whatever does not
hold any more is a problem, never a silent figure; a refusal gives neither.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from tiendo.errors import Place, Problem
from tiendo.plan import Acceptance, Decision, Plan, Target, scale_named
from tiendo.quantity import Figure, FigureStatus, Source, format_number
from tiendo.reading.matching import claimed_values
from tiendo.reading.records import Claim, Document

__all__ = ["figures_from", "reporter_of"]

Report = tuple[Document, Sequence[Claim]]


def figures_from(acceptances: Iterable[Acceptance], reports: Mapping[str, Report],
                 plan: Plan) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """The figures of accepted and changed claims, and a problem for each decision that no longer holds.

    `reports` are the documents and their claims by the name of the file under `reports/`. Problems: R701 the
    report is not there, R702 its file changed, R703 the claim is gone, R704 it says another value, R705 the
    decision is incomplete, R706 the claim says nothing in the target's unit.
    """
    targets = {target.code: target for target in plan.targets}
    figures: list[Figure] = []
    problems: list[Problem] = []
    for row in acceptances:
        if row.decision is Decision.REFUSED:
            continue
        result = _figure(row, reports.get(row.report), targets.get(row.target or ""), plan)
        if isinstance(result, Figure):
            figures.append(result)
        else:
            problems.append(result)
    return tuple(figures), tuple(problems)


def _figure(row: Acceptance, report: Report | None, target: Target | None, plan: Plan) -> Figure | Problem:
    if report is None:
        return _problem("R701", row)
    document, claims = report
    if document.sha256 != row.sha256:
        return _problem("R702", row)
    standing = _claims_at(row, document, claims)
    if not standing:
        return _problem("R703", row, quote=row.quote)
    if target is None or row.period is None or row.as_of is None or row.value is None:
        return _problem("R705", row)
    claim = standing[0]
    if row.decision is Decision.ACCEPTED:
        agreeing = [one for one in standing if _says(one, row.value, target)]
        if not agreeing:
            return _disagreement(row, row.value, standing[0], target)
        claim = agreeing[0]
    return Figure(
        id=row.id, target=target.code, body=row.body, period=row.period, as_of=row.as_of, value=row.value,
        status=FigureStatus(row.status), source=Source(row.report, claim.page, claim.sentence),
        reported_by=reporter_of(row, target, plan),
        approved_by=row.decided_by, approved_on=row.decided_on, component=row.component, note=row.reason)


def reporter_of(row: Acceptance, target: Target, plan: Plan) -> str:
    """Who reported: the issuer of the plan's document that is the report (coded by the file's name), else the lead."""
    stem = row.report.rpartition(".")[0]
    issuer = next((document.issuer for document in plan.documents if document.code == stem), None)
    return issuer or next((body.name_vi for body in plan.bodies if body.code == target.lead_body), target.lead_body)


def _claims_at(row: Acceptance, document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims on the words of the decision: those words exactly, else those that share some of them.

    The file is the same, so the words are; a later version of the reader may draw a quote's ends elsewhere.
    """
    end = row.start + len(row.quote)
    if document.text[row.start:end] != row.quote:
        return []
    exact = [claim for claim in claims if (claim.start, claim.quote) == (row.start, row.quote)]
    return exact or [claim for claim in claims if claim.start < end and row.start < claim.end]


def _says(claim: Claim, value: Decimal, target: Target) -> bool:
    """Whether the claim says the accepted value; a level's words are a person's to judge unless the scale has them."""
    if target.scale:
        scale = scale_named(target.scale)
        level = scale.ordinal(claim.what) if scale and claim.what else None
        return level is None or level == value
    said = claimed_values(claim, target.unit)
    return value in said or (claim.relation == "growth" and -value in said)  # a fall, where the target counts the fall


def _disagreement(row: Acceptance, value: Decimal, claim: Claim, target: Target) -> Problem:
    """The claim says another value, or nothing in the target's unit."""
    said = claimed_values(claim, target.unit)
    if not said:
        return _problem("R706", row, quote=row.quote, unit=target.unit, target=target.code)
    return _problem("R704", row, quote=row.quote, value=format_number(value), said=format_number(said[0]),
                    unit=target.unit)


def _problem(code: str, row: Acceptance, **values: str) -> Problem:
    """A problem of a decision, at the words it was made on."""
    place = Place(row.report, start=row.start, end=row.start + len(row.quote))
    return Problem(code, place, {"id": row.id, "report": row.report, **values})
