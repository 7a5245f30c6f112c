"""The rest of the report: work programme, public investment, emulation, limitations, tasks, documents."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from tiendo.plan import Body, Disbursement, Limitation, Plan, Ranking, Task
from tiendo.quantity import say_period
from tiendo.review.ledger import Ledger
from tiendo.review.prose import paragraph, runs, whole
from tiendo.review.records import Heading, LedgerEntry, Node, Number, Paragraph, Run, Table
from tiendo.words import Lang, say

BILLION = Decimal(10) ** 9


def work_nodes(plan: Plan, as_of: date, ledger: Ledger, lang: Lang) -> list[Node]:
    """Parts II to VII; a part with nothing to say is left out."""
    parts = (
        ("programmes", _programmes(plan, ledger, lang)),
        ("investment", _investment(plan, as_of, ledger, lang)),
        ("emulation", _emulation(plan, as_of, ledger, lang)),
        ("limitations", _limitations(plan, as_of, lang)),
        ("tasks", _tasks(plan, as_of, lang)),
        ("documents", _documents(plan, lang)),
    )
    nodes: list[Node] = []
    for key, inside in parts:
        if inside:
            number = _roman(2 + sum(isinstance(node, Heading) and node.level == 1 for node in nodes))
            nodes += [Heading(1, f"{number}. {say(f'review.head_{key}', lang)}"), *inside]
    return nodes


def _roman(number: int) -> str:
    return ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")[number]


def _count(ledger: Ledger, key: str, count: int, lang: Lang) -> Number:
    number = ledger.computed(f"count_{key}", say(f"review.label_count_{key}", lang), whole(count),
                             say(f"review.unit_{key}", lang))
    return Number(number.entry, str(count))


def _programmes(plan: Plan, ledger: Ledger, lang: Lang) -> list[Node]:
    if not plan.programmes:
        return []
    of_kind = {kind: [one for one in plan.programmes if one.kind == kind] for kind in ("programme", "scheme", "plan")}
    implemented = {code for one in of_kind["plan"] for code in one.implements}
    return [paragraph(
        "programmes", lang,
        programmes=_count(ledger, "programme", len(of_kind["programme"]), lang),
        schemes=_count(ledger, "scheme", len(of_kind["scheme"]), lang),
        plans=_count(ledger, "plan", len(of_kind["plan"]), lang),
        implemented=_count(ledger, "implemented", len(implemented), lang),
    )]


def _investment(plan: Plan, as_of: date, ledger: Ledger, lang: Lang) -> list[Node]:
    latest = _latest(plan.disbursements, as_of)
    years = sorted({one.year for one in latest})
    nodes: list[Node] = [_year(year, [one for one in latest if one.year == year], ledger, lang) for year in years]
    if plan.projects:
        nodes.append(_projects(plan, latest, ledger, lang))
    return nodes


def _latest(rows: Sequence[Disbursement], as_of: date) -> list[Disbursement]:
    """The last known row of each project and budget year up to the day."""
    last: dict[tuple[str, int], Disbursement] = {}
    for row in sorted((row for row in rows if row.as_of <= as_of), key=lambda row: row.as_of):
        last[row.project, row.year] = row
    return list(last.values())


def _year(year: int, rows: Sequence[Disbursement], ledger: Ledger, lang: Lang) -> Paragraph:
    """One budget year: what was paid out of whose plan; projects without a figure are named as missing."""
    known = [row for row in rows if row.disbursed is not None]
    planned = sum((row.plan for row in known), Decimal(0))
    paid = sum((row.disbursed for row in known if row.disbursed is not None), Decimal(0))
    if not planned:
        return paragraph("year_no_data", lang, "item", year=str(year))
    inputs = [_money(ledger, row, what, lang) for row in known for what in ("plan", "disbursed")]
    total = ledger.computed(f"paid {year}", say("review.label_paid", lang, year=year), paid / BILLION, "tỷ đồng",
                            inputs)
    share = ledger.computed(f"share {year}", say("review.label_share", lang, year=year),
                            round(100 * paid / planned, 2), "%", inputs)
    key = "year" if len(known) == len(rows) else "year_partly"
    return paragraph(key, lang, "item", year=str(year), paid=total, share=share, basis=known[0].plan_basis,
                     day=f"{max(row.as_of for row in known):%d/%m/%Y}")


def _money(ledger: Ledger, row: Disbursement, what: str, lang: Lang) -> Number:
    value: Decimal = getattr(row, what)
    return ledger.stated(f"{what} {row.project} {row.year}", LedgerEntry(
        "", say(f"review.label_{what}", lang, project=row.project, year=row.year),
        f"{value / BILLION:f}".replace(".", ","), value / BILLION, "tỷ đồng",
        document=ledger.document_name(row.source_document), reported_by=row.plan_basis,
    ))


def _projects(plan: Plan, latest: Sequence[Disbursement], ledger: Ledger, lang: Lang) -> Table:
    rows = []
    for number, project in enumerate(plan.projects, 1):
        mine = sorted((row for row in latest if row.project == project.code), key=lambda row: row.year)
        last = mine[-1] if mine else None
        rows.append(((str(number),), (project.name,), (say(f"review.phase_{project.phase}", lang),),
                     (f"{project.planned_end_on:%m/%Y}" if project.planned_end_on else "–",),
                     (_money(ledger, last, "plan", lang),) if last else ("–",),
                     (_money(ledger, last, "disbursed", lang),) if last and last.disbursed is not None else ("–",),
                     (project.note or "",)))
    heads = ("order", "project", "phase", "due", "plan", "disbursed", "note")
    return Table(say("review.table_projects", lang), tuple(say(f"review.column_{head}", lang) for head in heads),
                 tuple(rows), "cllcrrl", (5, 30, 16, 10, 10, 11, 26))


def _emulation(plan: Plan, as_of: date, ledger: Ledger, lang: Lang) -> list[Node]:
    names = _names(plan.bodies, lang)
    nodes: list[Node] = [
        _ranking(one, names[one.body], ledger, lang) for one in plan.rankings if one.period.end <= as_of
    ]
    known = [one for one in plan.awards if one.year <= as_of.year and (one.decided_on or as_of) <= as_of]
    nodes += [paragraph("award", lang, "item", body=names[one.body], title=one.title, year=str(one.year),
                        issuer=one.issuer) for one in known]
    return nodes


def _names(bodies: Sequence[Body], lang: Lang) -> dict[str, str]:
    return {body.code: body.name_vi if lang == "vi" else body.name_en for body in bodies}


def _ranking(one: Ranking, body: str, ledger: Ledger, lang: Lang) -> Paragraph:
    """A rank with its streak and, where there are criteria, how many were met."""
    def stated(what: str, value: int, shown: str) -> Number:
        return ledger.stated(f"{what} {one.body} {one.subject} {one.period}", LedgerEntry(
            "", f"{body}: {one.subject}", shown, Decimal(value), say(f"review.unit_{what}", lang),
            document=ledger.document_name(one.source_document), reported_by=one.ranked_by,
        ))

    parts: dict[str, Run] = {
        "body": body, "subject": one.subject, "period": say_period(one.period.code, lang), "by": one.ranked_by,
        "rank": stated("rank", one.rank, f"{one.rank}/{one.of}" if one.of else str(one.rank)),
        "streak": stated("streak", one.streak, str(one.streak)) if one.streak else "",
        "criteria": stated("criteria", one.criteria_met, f"{one.criteria_met}/{one.criteria_total}")
        if one.criteria_met is not None else "",
    }
    key = "ranking_criteria" if one.criteria_met is not None else "ranking_streak" if one.streak else "ranking"
    return paragraph(key, lang, "item", **parts)


def _limitations(plan: Plan, as_of: date, lang: Lang) -> list[Node]:
    names = _names(plan.bodies, lang)
    known = [one for one in plan.limitations if one.since_on <= as_of]
    still = [one for one in known if one.closed_on is None or one.closed_on > as_of]
    closed = [one for one in known if one not in still]
    nodes: list[Node] = [paragraph("limitations", lang)] if still else []
    nodes += [_limitation(one, names, lang) for one in still]
    nodes += [paragraph("limitation_closed", lang, "item", text=one.text, day=f"{one.closed_on:%d/%m/%Y}",
                        proof=one.proof or "") for one in closed]
    return nodes


def _limitation(one: Limitation, names: dict[str, str], lang: Lang) -> Paragraph:
    parts = [*runs("limitation", lang, text=one.text)]
    if one.cause:
        parts += runs("limitation_cause", lang, cause=one.cause)
    if one.measure:
        parts += runs("limitation_measure", lang, measure=one.measure)
    return Paragraph((*parts, *runs("limitation_owner", lang, owner=names[one.owner_body])), "item")


def _tasks(plan: Plan, as_of: date, lang: Lang) -> list[Node]:
    names = _names(plan.bodies, lang)
    still = [task for task in plan.tasks if task.done_on is None or task.done_on > as_of]
    return [_task(task, names, as_of, lang) for task in still]


def _task(task: Task, names: dict[str, str], as_of: date, lang: Lang) -> Paragraph:
    due = f"{task.due_on:%d/%m/%Y}" if task.due_on else say("review.no_due", lang)
    key = "task_overdue" if task.due_on and task.due_on < as_of else "task"
    return paragraph(key, lang, "item", text=task.text, owner=names[task.owner_body], position=task.owner_position,
                     product=task.product or say("review.no_product", lang), due=due)


def _documents(plan: Plan, lang: Lang) -> list[Node]:
    """The documents the plan stands on; the units' own reports are in the ledger, beside their numbers."""
    chosen = [one for one in plan.documents if one.symbol and one.kind not in {"Báo cáo", "Công văn"}]
    return [paragraph("document", lang, "item", kind=one.kind, symbol=one.symbol or "", title=one.title,
                      issuer=one.issuer, day=f"{one.issued_on:%d/%m/%Y}" if one.issued_on else "–")
            for one in chosen]
