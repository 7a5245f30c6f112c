"""The plan's own list of documents, read as citations: its symbols keep the same rules as those of any report."""

from collections.abc import Iterator
from dataclasses import replace

from tiendo.checking.case import Case
from tiendo.checking.citations import citation_findings
from tiendo.checking.citing import citing_findings
from tiendo.checking.numbering import numbering_findings
from tiendo.checking.records import Finding
from tiendo.checking.rows import name_of
from tiendo.plan import Plan, PlanDocument
from tiendo.reading import Block, BlockKind, Claim, ClaimKind, Document

_FIRST = 2  # the first row of documents.csv: its header is line 1


def document_findings(plan: Plan) -> Iterator[Finding]:
    """What is wrong with the symbols, kinds, days and issuers of `documents.csv`."""
    texts, blocks, claims, at = [], [], [], 0
    for number, document in enumerate(plan.documents, _FIRST):
        if document.symbol:
            text = f"{document.kind} {document.symbol} {document.issuer}"
            blocks.append(Block(at, at + len(text), BlockKind.CELL, row=number))
            claims.append(_cited(document, text, at))
            texts.append(text)
            at += len(text) + 1
    case = Case(Document("documents.csv", "", "\n".join(texts), tuple(blocks)), tuple(claims))
    numbered = Case(case.document, case.claims, plan)
    bodies = {row: document.body for row, document in enumerate(plan.documents, _FIRST)}
    for finding in (*citation_findings(case), *citing_findings(case), *numbering_findings(numbered)):
        row = (finding.problem.place.row if finding.problem.place else None) or _FIRST
        yield replace(finding, unit=name_of(plan, bodies.get(row) or plan.body))


def _cited(document: PlanDocument, text: str, at: int) -> Claim:
    """A row as the citation it stands for."""
    day = document.issued_on.isoformat() if document.issued_on else None
    return Claim(ClaimKind.CITATION, text, at, at + len(text), text, ("plan.documents",), type=document.kind,
                 symbol=document.symbol, date=day, issuer=document.issuer)
