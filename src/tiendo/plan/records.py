"""The records of a plan: bodies, documents, targets with their paths, and what else a review speaks of.

Records only: no storage, no clock, no judgement. One record is one row of one table of the plan folder;
the field names are the column names (`plan.tables` describes them). Days end in `_on`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tiendo.quantity import Figure, Period


class Direction(StrEnum):
    """Which way is good; always stated, never assumed."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    WITHIN = "within"
    DONE = "done"


class Kind(StrEnum):
    """How a target is judged (domain.md 2.3)."""

    LEVEL_END = "level_end"
    GROWTH_AVG = "growth_avg"
    ANNUAL_REPEAT = "annual_repeat"
    CUMULATIVE = "cumulative"
    MAINTAIN = "maintain"
    RELATIVE_TO_ASSIGNED = "relative_to_assigned"
    RATING = "rating"
    MILESTONE = "milestone"
    STRUCTURE = "structure"


class EndRule(StrEnum):
    """How the years of a yearly target make its end verdict."""

    ALL_YEARS = "all_years"
    AVERAGE = "average"
    LAST_YEAR = "last_year"


@dataclass(frozen=True, slots=True)
class Body:
    """A public body with its days of validity; `parent` is a body's code."""

    code: str
    name_vi: str
    name_en: str
    level: str
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A document a plan stands on or cites: kind, symbol as issued, issuer, day, and what it implements."""

    code: str
    kind: str
    symbol: str | None
    title: str
    issuer: str
    issued_on: date | None
    body: str | None = None
    implements: tuple[str, ...] = ()
    term_from: date | None = None
    term_to: date | None = None
    replaced_by: str | None = None
    replaced_on: date | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One main target of a plan. `goal` (and `goal_upper` for a band) is in `unit`, Decimal, never float."""

    code: str
    document: str
    body: str
    name_vi: str
    name_en: str
    unit: str
    direction: Direction
    kind: Kind
    goal: Decimal | None
    due_on: date
    lead_body: str
    lead_position: str
    sector: str
    source_document: str
    source_place: str
    goal_upper: Decimal | None = None
    baseline: Decimal | None = None
    baseline_on: date | None = None
    co_bodies: tuple[str, ...] = ()
    weight: Decimal = Decimal(1)
    frequency: str = "year"  # month, quarter, half, year, end: how often a figure is due
    end_rule: EndRule = EndRule.ALL_YEARS
    strict: bool = False  # "trên X": equality does not count as met
    scale: str | None = None  # rating and milestone: the ordered scale's name
    sector_en: str | None = None


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a structure target: its own goal, the parts summing to 100."""

    target: str
    code: str
    name_vi: str
    name_en: str
    direction: Direction
    goal: Decimal
    goal_upper: Decimal | None = None
    baseline: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """One point of a target's path: by this day the value should be here (a band with `value_upper`)."""

    target: str
    on: date
    value: Decimal
    value_upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """A plan figure assigned for one period, known only from `assigned_on` (relative_to_assigned)."""

    target: str
    period: Period
    value: Decimal
    document: str
    assigned_on: date
    assigned_by: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme, scheme or plan of work, and the superior's documents it implements."""

    code: str
    kind: str  # programme, scheme, plan
    name: str
    body: str
    document: str | None = None
    implements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A public investment project. `capital` in VND; where it stands in degrees (WGS 84), both or neither."""

    code: str
    name: str
    body: str
    investor: str
    phase: str
    programme: str | None = None
    planned_start_on: date | None = None
    planned_end_on: date | None = None
    capital: Decimal | None = None
    note: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Disbursement:
    """Capital planned and paid out for one project and budget year as of a day; both in VND."""

    project: str
    year: int
    plan: Decimal
    disbursed: Decimal | None
    as_of: date
    plan_basis: str  # whose plan the denominator is
    source_document: str


@dataclass(frozen=True, slots=True)
class Task:
    """A task with the six clarities: who, what, when, product, authority, responsibility."""

    code: str
    text: str
    owner_body: str
    owner_position: str
    product: str | None
    due_on: date | None
    source_document: str
    co_bodies: tuple[str, ...] = ()
    authority: str | None = None
    responsibility: str | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Limitation:
    """A shortcoming a review admitted; it returns until closed with proof."""

    code: str
    body: str
    text: str
    owner_body: str
    since_on: date
    source_document: str
    cause: str | None = None
    measure: str | None = None
    closed_on: date | None = None
    proof: str | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """A commendation of a body."""

    body: str
    title: str
    year: int
    issuer: str
    source_document: str
    decision: str | None = None
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """A body's place among its peers; `streak` is years running, criteria are met/total."""

    body: str
    subject: str
    period: Period
    rank: int
    ranked_by: str
    source_document: str
    of: int | None = None
    streak: int | None = None
    criteria_met: int | None = None
    criteria_total: int | None = None


class Decision(StrEnum):
    """What a named person did with a claim a machine read."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The record of a person's decision on one claim: the only way from a claim to a figure.

    `report` is a file under `reports/`, `sha256` that file's hash when it was read; `quote` and `start` find
    the claim again. `value` is what was accepted, in the target's unit; a refusal or change has a `reason`.
    """

    id: str
    report: str
    sha256: str
    quote: str
    start: int
    target: str | None
    body: str
    period: Period | None
    as_of: date | None
    value: Decimal | None
    decision: Decision
    decided_by: str
    decided_on: date
    status: str = "actual"
    component: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan folder in memory: one tuple a table, rows in the folder's order."""

    bodies: tuple[Body, ...] = ()
    documents: tuple[PlanDocument, ...] = ()
    targets: tuple[Target, ...] = ()
    components: tuple[Component, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    figures: tuple[Figure, ...] = ()
    programmes: tuple[Programme, ...] = ()
    projects: tuple[Project, ...] = ()
    disbursements: tuple[Disbursement, ...] = ()
    tasks: tuple[Task, ...] = ()
    limitations: tuple[Limitation, ...] = ()
    awards: tuple[Award, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    name: str = ""
    title_vi: str = ""
    title_en: str = ""
    body: str = ""  # the body under review
    document: str = ""  # the resolution under review
    units: tuple[str, ...] = ()  # counted nouns of this plan that quantity does not know
    outline: str = ""  # the body's border as GeoJSON, letter for letter (plan.outline)
