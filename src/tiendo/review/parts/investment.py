"""Public investment: each budget year against a named denominator, and the projects (domain.md 6).

A year's disbursement is final at 31 January of the next year; before that it is provisional, and says so.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from tiendo.assessing import rounded
from tiendo.plan import Disbursement, Project, amount_text, value_text
from tiendo.review.prose import Runs
from tiendo.review.records import LedgerEntry, Node, Number, Paragraph, Table
from tiendo.review.writer import Writer

BILLION = Decimal(10) ** 9
UNIT = "tỷ đồng"
HEADS = ("order", "project", "phase", "due", "plan", "disbursed", "share", "note")
WIDTHS = (8, 40, 24, 17, 14, 18, 17, 30)


def investment_nodes(writer: Writer) -> list[Node]:
    """A sentence a budget year and plan basis, then the projects with their latest year."""
    latest = _latest(writer)
    groups = sorted({(one.year, one.plan_basis) for one in latest})
    nodes: list[Node] = [
        _year(writer, year, basis, [one for one in latest if (one.year, one.plan_basis) == (year, basis)])
        for year, basis in groups
    ]
    if nodes:
        nodes.append(writer.paragraph("investment_rule"))
    return [*nodes, _projects(writer, writer.plan.projects, latest)] if writer.plan.projects else nodes


def _latest(writer: Writer) -> list[Disbursement]:
    """The last known row of each project and budget year up to the day."""
    last: dict[tuple[str, int], Disbursement] = {}
    for row in sorted(writer.plan.disbursements, key=lambda row: row.as_of):
        if row.as_of <= writer.as_of:
            last[row.project, row.year] = row
    return list(last.values())


def _year(writer: Writer, year: int, basis: str, rows: Sequence[Disbursement]) -> Paragraph:
    """One budget year: what was paid out of whose plan; projects without a figure are counted as missing."""
    known = [row for row in rows if row.disbursed is not None]
    if not known:
        return writer.paragraph("year_no_data", "item", year=str(year), basis=basis)
    inputs = [number for row in known for number in (_money(writer, row, "plan"), _money(writer, row, "disbursed"))]
    planned = sum((row.plan for row in known), Decimal(0)) / BILLION
    paid = sum((row.disbursed for row in known if row.disbursed is not None), Decimal(0)) / BILLION
    if not planned:
        return writer.paragraph("year_no_plan", "item", year=str(year), basis=basis)
    until = max(row.as_of for row in known)
    words = writer.runs(
        "year" if until >= date(year + 1, 1, 31) else "year_provisional", year=str(year), basis=basis,
        day=writer.day(until), plan=_sum(writer, f"planned {year} {basis}", planned, inputs),
        paid=_sum(writer, f"paid {year} {basis}", paid, inputs),
        share=_share(writer, f"share {year} {basis}", 100 * paid / planned, inputs),
    )
    if len(known) == len(rows):
        return Paragraph(words, "item")
    return Paragraph((*words, *_partly(writer, f"{year} {basis}", len(known), len(rows))), "item")


def _label(writer: Writer, key: str) -> str:
    """What a number of a year is; `key` is what it is, the year and the basis."""
    what, _, year = key.partition(" ")
    return writer.said(f"label_{what}", year=year)


def _sum(writer: Writer, key: str, value: Decimal, inputs: list[Number]) -> Number:
    return writer.ledger.computed(key, _label(writer, key), value.normalize() + 0, UNIT, inputs)


def _share(writer: Writer, key: str, share: Decimal, inputs: list[Number]) -> Number:
    return writer.ledger.computed(key, _label(writer, key), rounded(share), "%", inputs)


def _partly(writer: Writer, year: str, known: int, of: int) -> Runs:
    key = f"projects_known {year}"
    number = writer.ledger.count(key, _label(writer, key), known, writer.said("unit_project"))
    return writer.runs("year_partly", known=Number(number.entry, f"{known}/{of}"))


def _money(writer: Writer, row: Disbursement, what: str) -> Number:
    """An amount of one project and year in tỷ đồng, without the unit: the table's head has it."""
    value = Decimal(getattr(row, what)) / BILLION
    project = next((one.name for one in writer.plan.projects if one.code == row.project), row.project)
    number = writer.ledger.stated(f"{what} {row.project} {row.year}", LedgerEntry(
        "", writer.said(f"label_{what}", project=project, year=row.year), amount_text(value, UNIT, None, writer.lang),
        value, UNIT, document=writer.names.document(row.source_document), reported_by=row.plan_basis,
    ))
    return Number(number.entry, value_text(value, None, writer.lang))


def _projects(writer: Writer, projects: Sequence[Project], latest: Sequence[Disbursement]) -> Table:
    last = {row.project: row for row in sorted(latest, key=lambda row: row.year)}
    rows = [_row(writer, number, one, last.get(one.code)) for number, one in enumerate(projects, 1)]
    heads = tuple(writer.said(f"column_{head}") for head in HEADS)
    return Table(writer.said("table_projects"), heads, tuple(rows), "cllcrrrl", WIDTHS)


def _row(writer: Writer, number: int, one: Project, last: Disbursement | None) -> tuple[Runs, ...]:
    due = f"{one.planned_end_on:%m/%Y}" if one.planned_end_on else "–"
    note = writer.ledger.quoted(one.note or "", one.code, writer.said("label_quoted_note", project=one.name))
    start: tuple[Runs, ...] = ((str(number),), (one.name,), (writer.said(f"phase_{one.phase}"),), (due,))
    if last is None:
        return (*start, ("–",), ("–",), ("–",), note)
    plan = (_money(writer, last, "plan"),)
    if last.disbursed is None:
        return (*start, plan, ("–",), ("–",), note)
    paid = _money(writer, last, "disbursed")
    label = writer.said("label_project_share", project=one.name, year=last.year)
    share = writer.ledger.computed(f"project_share {one.code}", label, rounded(100 * last.disbursed / last.plan), "%",
                                   [*plan, paid]) if last.plan else "–"
    return (*start, plan, (paid,), (share,), note)
