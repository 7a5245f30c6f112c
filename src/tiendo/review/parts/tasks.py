"""Tasks from earlier conclusions: how many are done and on time, and the open ones with who, what, when, product."""

from collections.abc import Sequence
from datetime import date

from tiendo.plan import Plan, Task
from tiendo.review.naming import Naming
from tiendo.review.prose import Runs
from tiendo.review.records import Node, Number, Paragraph, Table
from tiendo.review.writer import Writer

HEADS = ("order", "task", "owner", "product", "due", "state")
WIDTHS = (8, 48, 44, 32, 22, 14)


def known_tasks(plan: Plan, names: Naming, as_of: date) -> list[Task]:
    """The tasks given by a day: their document was issued by then."""
    def given(task: Task) -> bool:
        document = names.record(task.source_document)
        return document is None or document.issued_on is None or document.issued_on <= as_of

    return [task for task in plan.tasks if given(task)]


def open_tasks(tasks: Sequence[Task], as_of: date) -> list[Task]:
    """Those not done by a day."""
    return [task for task in tasks if task.done_on is None or task.done_on > as_of]


def task_nodes(writer: Writer) -> list[Node]:
    """The count with its parts, then the table of open tasks."""
    known = known_tasks(writer.plan, writer.names, writer.as_of)
    if not known:
        return []
    still = open_tasks(known, writer.as_of)
    nodes: list[Node] = [_counted(writer, known, still)]
    return [*nodes, _table(writer, still)] if still else nodes


def _counted(writer: Writer, known: Sequence[Task], still: Sequence[Task]) -> Node:
    """Done on time + done late + running in time + overdue = all (domain.md 4.2)."""
    done = [task for task in known if task not in still]
    late = sum(bool(task.due_on and task.done_on and task.done_on > task.due_on) for task in done)
    overdue = sum(is_overdue(task, writer.as_of) for task in still)
    sources = dict.fromkeys(writer.names.document(task.source_document) for task in known)
    counts = {"tasks": len(known), "tasks_done": len(done), "tasks_in_time": len(done) - late, "tasks_late": late,
              "tasks_open": len(still), "tasks_running": len(still) - overdue, "tasks_overdue": overdue}
    numbers = {key: _count(writer, key, count) for key, count in counts.items()}
    return Paragraph(writer.runs("tasks", documents="; ".join(sources), **numbers))


def _count(writer: Writer, key: str, count: int) -> Number:
    return writer.ledger.count(key, writer.said(f"label_{key}"), count, writer.said("unit_task"))


def is_overdue(task: Task, as_of: date) -> bool:
    """Whether a task's day has passed."""
    return task.due_on is not None and task.due_on < as_of


def _table(writer: Writer, still: Sequence[Task]) -> Table:
    rows = [_row(writer, number, task) for number, task in enumerate(still, 1)]
    return Table(writer.said("table_tasks"), tuple(writer.said(f"column_{head}") for head in HEADS), tuple(rows),
                 "clllcc", WIDTHS)


def _row(writer: Writer, number: int, task: Task) -> tuple[Runs, ...]:
    label = writer.said("label_quoted_task")
    owner = f"{writer.names.body(task.owner_body)} ({task.owner_position})"
    others = ", ".join(map(writer.names.body, task.co_bodies))
    product = writer.ledger.quoted(task.product, task.source_document, label) if task.product else \
        (writer.said("no_product"),)
    state = "no_deadline" if task.due_on is None else "overdue" if is_overdue(task, writer.as_of) else "running"
    return (
        (str(number),), writer.ledger.quoted(task.text, task.source_document, label),
        (writer.said("task_owners", owner=owner, others=others) if others else owner,), product,
        (writer.day(task.due_on),), (writer.said(f"task_{state}"),),
    )
