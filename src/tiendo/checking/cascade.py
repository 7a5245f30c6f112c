"""Gaps in the cascade of a plan's documents (C511-C514): who carries out what a superior decided, and on what basis.

A superior is a body above the one under review, or another of the same level as one above it. Its document is carried
out when a document or programme of ours implements it, or implements one of the superior's own that does.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tiendo.checking.case import Rule
from tiendo.checking.records import Finding
from tiendo.checking.registry import shown_day
from tiendo.checking.rows import name_of, row_place
from tiendo.plan import Plan, PlanDocument

NOBODY = Rule("C511", "cascade", "warning")
NO_PARENT = Rule("C512", "cascade", "warning")
OLD_PARENT = Rule("C513", "cascade", "warning")
TOO_EARLY = Rule("C514", "cascade", "error")

_TO_CARRY_OUT = {"Nghị quyết", "Chỉ thị", "Kết luận", "Kế hoạch", "Chương trình", "Chương trình hành động", "Đề án"}
_WITH_PARENT = {"Kế hoạch", "Chương trình", "Chương trình hành động", "Đề án"}
_TIME_TO_PLAN = timedelta(days=90)  # our own choice: before that nobody can be asked for a plan


def cascade_findings(plan: Plan, as_of: date) -> Iterator[Finding]:
    """The gaps as of a day, in the order of the plan's tables."""
    superiors, done = _superiors(plan), _carried_out(plan)
    for at, document in enumerate(plan.documents):
        if document.issued_on is None or document.issued_on <= as_of:
            above = document.body in superiors
            found = _nobody(document, done, as_of) if above else _no_parent(plan, document)
            yield from (_asked(plan, one, at, document) for one in (*found, *_parents(plan, document, as_of)))
    yield from _loose_programmes(plan)


Gap = tuple[Rule, str, dict[str, object]]  # the rule, the column, the message's values


def _asked(plan: Plan, gap: Gap, at: int, document: PlanDocument) -> Finding:
    """A gap as a question to the body whose document it is; a superior's goes to the body under review."""
    rule, column, values = gap
    own = plan.body if rule is NOBODY else document.body or plan.body
    found = rule.said(row_place("documents", at, column), document.title, None, **values, document=_named(document))
    return replace(found, unit=name_of(plan, own))


def _superiors(plan: Plan) -> frozenset[str]:
    """The bodies above the one under review, and those of their levels."""
    bodies = {body.code: body for body in plan.bodies}
    levels, at = set(), bodies.get(plan.body)
    seen = {plan.body}
    while at and at.parent and at.parent not in seen and at.parent in bodies:
        at = bodies[at.parent]
        seen.add(at.code)
        levels.add(at.level)
    return frozenset(body.code for body in plan.bodies if body.level in levels)


def _carried_out(plan: Plan) -> frozenset[str]:
    """The documents that ours implement, directly or through a superior's own."""
    superiors = _superiors(plan)
    parents = {document.code: document.implements for document in plan.documents}
    todo = [code for document in plan.documents if document.body not in superiors for code in document.implements]
    todo += [code for programme in plan.programmes if programme.body not in superiors for code in programme.implements]
    done: set[str] = set()
    while todo:
        code = todo.pop()
        if code not in done:
            done.add(code)
            todo += parents.get(code, ())
    return frozenset(done)


def _nobody(document: PlanDocument, done: frozenset[str], as_of: date) -> Iterator[Gap]:
    """A superior's document that asks for action, with nobody acting on it after three months."""
    waits = document.issued_on is not None and as_of - document.issued_on < _TIME_TO_PLAN
    replaced = document.replaced_on is not None and document.replaced_on <= as_of
    if document.kind in _TO_CARRY_OUT and document.code not in done and not waits and not replaced:
        yield NOBODY, "implements", {}


def _no_parent(plan: Plan, document: PlanDocument) -> Iterator[Gap]:
    """A plan, programme or scheme of ours that says of no document that it carries it out."""
    by_programme = any(one.document == document.code and one.implements for one in plan.programmes)
    if document.kind in _WITH_PARENT and not document.implements and not by_programme:
        yield NO_PARENT, "implements", {}


def _parents(plan: Plan, document: PlanDocument, as_of: date) -> Iterator[Gap]:
    """Parents that were replaced since, or that are younger than their child."""
    known = {one.code: one for one in plan.documents}
    for parent in (known[code] for code in document.implements if code in known):
        if document.issued_on and parent.issued_on and document.issued_on < parent.issued_on:
            yield TOO_EARLY, "issued_on", {"day": shown_day(document.issued_on), "parent": _named(parent),
                                           "parent_day": shown_day(parent.issued_on)}
        if parent.replaced_on and parent.replaced_on <= as_of and document.kind in _WITH_PARENT:
            new = known.get(parent.replaced_by or "")
            yield OLD_PARENT, "implements", {"parent": _named(parent), "on": shown_day(parent.replaced_on),
                                             "by": _named(new) if new else parent.replaced_by or ""}


def _loose_programmes(plan: Plan) -> Iterator[Finding]:
    """Programmes without a document of their own that carry nothing out."""
    for at, programme in enumerate(plan.programmes):
        if programme.document is None and not programme.implements:
            found = NO_PARENT.said(row_place("programmes", at, "implements"), programme.name, document=programme.name)
            yield replace(found, unit=name_of(plan, programme.body))


def _named(document: PlanDocument) -> str:
    return f"{document.kind} {document.symbol}" if document.symbol else document.title
