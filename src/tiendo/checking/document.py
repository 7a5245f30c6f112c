"""The checks put together: one document by itself, and documents against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tiendo.checking.arithmetic import arithmetic_findings
from tiendo.checking.asked import unit_of
from tiendo.checking.case import Case, Check, in_order
from tiendo.checking.citations import citation_findings
from tiendo.checking.citing import citing_findings
from tiendo.checking.contradictions import between_documents, contradiction_findings
from tiendo.checking.numbering import numbering_findings
from tiendo.checking.partitions import partition_findings
from tiendo.checking.plan import plan_findings
from tiendo.checking.records import Finding
from tiendo.checking.sums import sum_findings
from tiendo.checking.tables import table_findings
from tiendo.checking.tallies import tally_findings
from tiendo.plan import Plan
from tiendo.reading import Claim, Document

CHECKS: tuple[Check, ...] = (
    citation_findings, citing_findings, numbering_findings, tally_findings, partition_findings, arithmetic_findings,
    sum_findings, table_findings, contradiction_findings, plan_findings,
)


def check_document(document: Document, claims: Sequence[Claim], plan: Plan | None = None) -> tuple[Finding, ...]:
    """Everything a document's own words speak against, in text order; with a plan also its figures and documents.

    `claims` are the document's (`tiendo.reading.read_claims`). A finding is a question to the unit that wrote the
    document, never a verdict.
    """
    case = Case(document, in_order(claims), plan)
    unit = unit_of(case)
    found = (replace(finding, unit=unit) for check in CHECKS for finding in check(case))
    return tuple(sorted(found, key=_place))


def check_documents(
    documents: Sequence[tuple[Document, Sequence[Claim]]], plan: Plan | None = None,
) -> tuple[Finding, ...]:
    """What documents say against each other; what each says against itself is `check_document`'s.

    A plan tells that two subjects in other words are one target.
    """
    cases = [Case(document, in_order(claims), plan) for document, claims in documents]
    units = {case.document.file: unit_of(case) for case in cases}
    return tuple(sorted((_asked(finding, units) for finding in between_documents(cases)), key=_place))


def _asked(finding: Finding, units: Mapping[str, str | None]) -> Finding:
    """A finding as a question to the unit whose document it stands in."""
    return replace(finding, unit=units.get(finding.problem.place.file)) if finding.problem.place else finding


def _place(finding: Finding) -> tuple[str, int, str]:
    place = finding.problem.place
    return (place.file, place.start or 0, finding.problem.code) if place else ("", 0, finding.problem.code)
