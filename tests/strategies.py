"""Whole random valid plans, and their parts, for property tests of any room.

`plans()` gives a `Plan` that `plan_problems` finds nothing wrong with; every table may be there or empty, every
kind of target may occur, texts hold what spreadsheets trip over. `write_reports` puts the files its acceptances name.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st

from tiendo.plan import (
    Acceptance,
    Assignment,
    Award,
    Body,
    Component,
    Decision,
    Direction,
    Disbursement,
    EndRule,
    Kind,
    Limitation,
    Milestone,
    Plan,
    PlanDocument,
    Programme,
    Project,
    Ranking,
    Target,
    Task,
    scale_named,
    scales,
)
from tiendo.plan.cells import tidy
from tiendo.quantity import Figure, FigureStatus, Period, Source

Row = TypeVar("Row")
SCALED = (Kind.RATING, Kind.MILESTONE)
TRICKY = (
    "=1+1", "+84", "-5", "@tên", "05", "2022-09", "1e5", "TRUE", "#N/A", 'nói "vậy"', "a,b;c", "dòng 1\ndòng 2",
    "http://a.vn", "_x000D_", "{0}", "<&>", "Đường Nguyễn Huệ", "‘’", "😀",
)

days = st.dates(date(1996, 1, 1), date(2035, 12, 31)) | st.dates(date(1890, 1, 1), date(1905, 1, 1))
numbers = st.decimals(-10**9, 10**9, places=3) | st.integers(-10**20, 10**20).map(Decimal)
amounts = st.integers(0, 10**15).map(Decimal)
_letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
texts = (
    st.sampled_from(TRICKY) | st.text(_letters, min_size=1, max_size=20)
).map(tidy).filter(lambda text: text != "")
quotes = texts | st.sampled_from((" có dấu cách ở hai đầu ", "chữ rời: đạt".replace("ạ", "ạ")))
codes = texts.map(lambda text: tidy(text.replace(";", ""))).filter(lambda text: text != "")


def optional(strategy: st.SearchStrategy[Row]) -> st.SearchStrategy[Row | None]:
    """A value or None."""
    return st.none() | strategy


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A period of any shape."""
    year, month = draw(st.integers(2000, 2030)), draw(st.integers(1, 12))
    shapes = (
        f"{year}", f"{year}-H{1 + month % 2}", f"{year}-Q{1 + month % 4}", f"{year}-{month:02}",
        f"{year}-01/{year}-{month:02}", f"{year}/{year + 5}", f"{year}-{month:02}-15",
    )
    period = Period.parse(draw(st.sampled_from(shapes)))
    assert period
    return period


def from_day(first: date | None, longest: int = 2000) -> st.SearchStrategy[date]:
    """A day not before another."""
    if first is None:
        return days
    return st.integers(0, longest).map(lambda more: min(first + timedelta(days=more), date.max))


def some(
    rows: st.SearchStrategy[Row], key: Callable[[Row], object], most: int = 3,
) -> st.SearchStrategy[tuple[Row, ...]]:
    """No, one or a few rows that differ by a key."""
    return st.lists(rows, max_size=most, unique_by=key).map(tuple)


def one_of(known: tuple[str, ...]) -> st.SearchStrategy[str]:
    """One of the codes there are."""
    return st.sampled_from(known)


def several(known: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """No, one or a few of the codes there are."""
    return st.lists(st.sampled_from(known), unique=True, max_size=3).map(tuple)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Body, ...]:
    """Bodies in a tree: a parent stands before its children."""
    found: list[Body] = []
    for code in draw(st.lists(codes, min_size=1, max_size=4, unique=True)):
        since = draw(optional(days))
        parent = draw(st.sampled_from([None, *(body.code for body in found)]))
        found.append(Body(code, draw(texts), draw(texts), draw(texts), parent, since, draw(optional(from_day(since)))))
    return tuple(found)


@st.composite
def documents(draw: st.DrawFn, body_codes: tuple[str, ...]) -> tuple[PlanDocument, ...]:
    """Documents that implement and replace each other."""
    own = tuple(draw(st.lists(codes, min_size=1, max_size=4, unique=True)))
    found = []
    for code in own:
        issued, since = draw(optional(days)), draw(optional(days))
        found.append(PlanDocument(
            code, draw(texts), draw(optional(texts)), draw(texts), draw(texts), issued,
            draw(optional(one_of(body_codes))), draw(several(own)), since,
            draw(optional(from_day(since))), draw(optional(one_of(own))), draw(optional(from_day(issued))),
        ))
    return tuple(found)


def values_of(target: Target) -> st.SearchStrategy[Decimal]:
    """Values a target may have: numbers, or places on its scale."""
    scale = scale_named(target.scale) if target.scale else None
    return st.integers(0, len(scale.levels) - 1).map(Decimal) if scale else numbers


def bands(values: st.SearchStrategy[Decimal], *, upper: bool) -> st.SearchStrategy[tuple[Decimal, Decimal | None]]:
    """A goal, with an upper end not below it where asked for."""
    if not upper:
        return st.tuples(values, st.none())
    return st.tuples(values, values).map(lambda pair: (min(pair), max(pair)))


def directions_of(kind: Kind) -> tuple[Direction, ...]:
    """The directions that make sense for a kind of target (domain.md 2.3)."""
    if kind is Kind.RATING:
        return (Direction.AT_LEAST,)
    if kind is Kind.MILESTONE:
        return (Direction.DONE, Direction.AT_LEAST)
    return (Direction.AT_LEAST, Direction.AT_MOST, Direction.WITHIN)


@st.composite
def targets(draw: st.DrawFn, code: str, body_codes: tuple[str, ...], document_codes: tuple[str, ...]) -> Target:
    """A target of any kind with a goal, a baseline and a scale that fit."""
    kind = draw(st.sampled_from(Kind))
    direction = draw(st.sampled_from(directions_of(kind)))
    one_way = direction in {Direction.AT_LEAST, Direction.AT_MOST}
    baseline_on = draw(optional(days))
    target = Target(
        code, draw(one_of(document_codes)), draw(one_of(body_codes)), draw(texts), draw(texts),
        draw(st.sampled_from(("%", "tỷ đồng", "triệu đồng/người/năm", "trường", "mức"))), direction, kind, None,
        draw(from_day(baseline_on)), draw(one_of(body_codes)), draw(texts), draw(texts), draw(one_of(document_codes)),
        draw(texts), baseline_on=baseline_on, co_bodies=draw(several(body_codes)),
        weight=draw(st.decimals("0.001", 100, places=3)),
        frequency=draw(st.sampled_from(("month", "quarter", "half", "year", "end"))),
        end_rule=draw(st.sampled_from(EndRule)), strict=one_way and draw(st.booleans()),
        scale=draw(st.sampled_from(sorted(scales()))) if kind in SCALED else None, sector_en=draw(optional(texts)),
    )
    return with_goal(draw, target)


def with_goal(draw: st.DrawFn, target: Target) -> Target:
    """The target with a goal of its own, unless it is a structure."""
    if target.kind is Kind.STRUCTURE:
        return target
    upper = target.direction is Direction.WITHIN or draw(st.booleans())
    goal, end = draw(bands(values_of(target), upper=upper))
    baseline = draw(optional(values_of(target))) if target.baseline_on else None
    return replace(target, goal=goal, goal_upper=end, baseline=baseline)


@st.composite
def components(draw: st.DrawFn, target: str) -> tuple[Component, ...]:
    """The parts of a structure target."""
    found = []
    for code in draw(st.lists(codes, min_size=1, max_size=3, unique=True)):
        direction = draw(st.sampled_from(directions_of(Kind.STRUCTURE)))
        goal, end = draw(bands(numbers, upper=direction is Direction.WITHIN))
        found.append(Component(target, code, draw(texts), draw(texts), direction, goal, end, draw(optional(numbers))))
    return tuple(found)


@st.composite
def milestones(draw: st.DrawFn, target: Target) -> Milestone:
    """A point of a target's path, between its baseline's day and its due day."""
    first = target.baseline_on or target.due_on - timedelta(days=900)
    on = draw(st.dates(first, target.due_on))
    value, end = draw(bands(values_of(target), upper=draw(st.booleans())))
    return Milestone(target.code, on, value, end)


@st.composite
def assignments(draw: st.DrawFn, target: Target, document_codes: tuple[str, ...]) -> Assignment:
    """A figure assigned to a target for one period."""
    return Assignment(
        target.code, draw(periods()), draw(values_of(target)), draw(one_of(document_codes)), draw(days), draw(texts),
    )


@st.composite
def figures(draw: st.DrawFn, plan: Plan) -> tuple[Figure, ...]:
    """Figures of the plan's targets, some of which correct the one before."""
    found: list[Figure] = []
    seen: set[tuple[object, ...]] = set()
    for code in draw(st.lists(codes, max_size=5, unique=True)):
        target = draw(st.sampled_from(plan.targets))
        parts = [part.code for part in plan.components if part.target == target.code]
        corrects = draw(st.booleans())
        old = found[-1] if found and corrects else None
        target = next(each for each in plan.targets if each.code == old.target) if old else target
        component = old.component if old else draw(st.sampled_from(parts)) if parts else None
        figure = _figure(draw, plan, code, target, component, old)
        key = (figure.target, figure.component, figure.period, figure.as_of)
        if key not in seen:
            seen.add(key)
            found.append(figure)
    return tuple(found)


def _figure(
    draw: st.DrawFn, plan: Plan, code: str, target: Target, component: str | None, old: Figure | None,
) -> Figure:
    period = draw(periods())
    as_of = draw(from_day(period.start))
    value = draw(optional(values_of(target)))
    source = Source(
        draw(one_of(tuple(each.code for each in plan.documents))), draw(optional(st.integers(1, 999))),
        draw(optional(quotes)),
    )
    approved = draw(optional(from_day(as_of)))
    return Figure(
        code, target.code, draw(st.sampled_from(plan.bodies)).code, period, as_of, value,
        draw(st.sampled_from(FigureStatus)), source, draw(texts), draw(texts) if approved else None, approved,
        old.id if old else None, draw(texts) if old else None, component,
        draw(texts if value is None else optional(texts)),
    )


@st.composite
def acceptances(draw: st.DrawFn, plan: Plan) -> Acceptance:
    """A person's decision on a claim: whole when accepted or changed, with a reason when not simply accepted."""
    target = draw(st.sampled_from(plan.targets))
    parts = [part.code for part in plan.components if part.target == target.code]
    decision = draw(st.sampled_from(Decision))
    period = draw(periods())
    as_of = draw(from_day(period.start))
    refused = decision is Decision.REFUSED and draw(st.booleans())
    return Acceptance(
        draw(codes), draw(st.sampled_from(("bc-a.docx", "báo cáo b.pdf"))),
        draw(st.from_regex(r"[0-9a-f]{64}", fullmatch=True)), draw(quotes), draw(st.integers(0, 10**6)),
        None if refused else target.code, draw(st.sampled_from(plan.bodies)).code, None if refused else period,
        None if refused else as_of, None if refused else draw(values_of(target)), decision, draw(texts),
        draw(from_day(as_of)), draw(st.sampled_from(("actual", "estimate"))),
        draw(st.sampled_from(parts)) if parts and not refused else None,
        draw(optional(texts)) if decision is Decision.ACCEPTED else draw(texts),
    )


@st.composite
def works(draw: st.DrawFn, plan: Plan) -> Plan:
    """The plan with programmes, projects, payments, tasks, limitations, awards and rankings."""
    body = one_of(tuple(each.code for each in plan.bodies))
    document = one_of(tuple(each.code for each in plan.documents))
    many = several(tuple(each.code for each in plan.documents))
    programmes = draw(some(st.builds(
        Programme, codes, st.sampled_from(("programme", "scheme", "plan")), texts, body, optional(document), many,
    ), lambda row: row.code))
    above = one_of(tuple(row.code for row in programmes)) if programmes else st.nothing()
    projects = draw(some(projects_of(body, st.none() | above), lambda row: row.code))
    paid_for = one_of(tuple(row.code for row in projects)) if projects else st.nothing()
    payments = st.builds(
        Disbursement, paid_for, st.integers(2016, 2030), amounts, optional(amounts), days, texts, document,
    )
    return replace(
        plan, programmes=programmes, projects=projects,
        disbursements=draw(some(payments, lambda row: (row.project, row.year, row.as_of, row.plan_basis)))
        if projects else (),
        tasks=draw(some(st.builds(
            Task, codes, texts, body, texts, optional(texts), optional(days), document,
            several(tuple(each.code for each in plan.bodies)), optional(texts), optional(texts), optional(days),
        ), lambda row: row.code)),
        limitations=draw(some(limitations(body, document), lambda row: row.code)),
        awards=draw(some(st.builds(
            Award, body, texts, st.integers(1990, 2030), texts, document, optional(texts), optional(days),
        ), lambda row: (row.body, row.title, row.year, row.issuer))),
        rankings=draw(some(rankings(body, document), lambda row: (row.body, row.subject, row.period, row.ranked_by))),
    )


@st.composite
def projects_of(draw: st.DrawFn, body: st.SearchStrategy[str], programme: st.SearchStrategy[str | None]) -> Project:
    """A project whose end is not before its start; where it stands has both its degrees."""
    start = draw(optional(days))
    placed = draw(st.booleans())
    return Project(
        draw(codes), draw(texts), draw(body), draw(texts), draw(texts), draw(programme), start,
        draw(optional(from_day(start))), draw(optional(amounts)), draw(optional(texts)),
        draw(st.decimals(-90, 90, places=5)) if placed else None,
        draw(st.decimals(-180, 180, places=5)) if placed else None,
    )


@st.composite
def limitations(draw: st.DrawFn, body: st.SearchStrategy[str], document: st.SearchStrategy[str]) -> Limitation:
    """A limitation, open or closed with proof."""
    since = draw(days)
    closed = draw(optional(from_day(since)))
    return Limitation(
        draw(codes), draw(body), draw(texts), draw(body), since, draw(document), draw(optional(texts)),
        draw(optional(texts)), closed, draw(texts) if closed else None,
    )


@st.composite
def rankings(draw: st.DrawFn, body: st.SearchStrategy[str], document: st.SearchStrategy[str]) -> Ranking:
    """A place among peers, with criteria met out of a total or none."""
    rank, met = draw(st.integers(1, 60)), draw(optional(st.integers(0, 20)))
    return Ranking(
        draw(body), draw(texts), draw(periods()), rank, draw(texts), draw(document),
        draw(optional(st.integers(rank, 90))), draw(optional(st.integers(1, 30))), met,
        None if met is None else draw(st.integers(met, 30)),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A whole valid plan."""
    its_bodies = draw(bodies())
    body_codes = tuple(body.code for body in its_bodies)
    its_documents = draw(documents(body_codes))
    document_codes = tuple(document.code for document in its_documents)
    its_targets = tuple(
        draw(targets(code, body_codes, document_codes)) for code in draw(st.lists(codes, max_size=4, unique=True))
    )
    plan = Plan(
        its_bodies, its_documents, its_targets,
        tuple(part for each in its_targets if each.kind is Kind.STRUCTURE for part in draw(components(each.code))),
        name=draw(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,2}", fullmatch=True)), title_vi=draw(texts),
        title_en=draw(texts | st.just("")), body=draw(one_of(body_codes)), document=draw(one_of(document_codes)),
        units=draw(several(("ngõ", "điểm dừng"))),
    )
    return draw(works(on_targets(draw, plan) if its_targets else plan))


def on_targets(draw: st.DrawFn, plan: Plan) -> Plan:
    """The plan with what hangs on its targets: paths, assigned figures, figures and acceptances."""
    documents_there = tuple(document.code for document in plan.documents)
    target = st.sampled_from(plan.targets)
    return replace(
        plan,
        milestones=draw(some(target.flatmap(milestones), lambda row: (row.target, row.on))),
        assignments=draw(some(
            target.flatmap(lambda each: assignments(each, documents_there)),
            lambda row: (row.target, row.period, row.assigned_on),
        )),
        figures=draw(figures(plan)),
        acceptances=draw(some(acceptances(plan), lambda row: row.id)),
    )


def write_reports(plan: Plan, folder: Path) -> None:
    """The files a plan's acceptances name, each with something in it."""
    for row in plan.acceptances:
        path = folder / "reports" / row.report
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("báo cáo\n", encoding="utf-8")
