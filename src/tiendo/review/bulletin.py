"""ban-tin.md: the short news item of a review, what an office puts on its page the same afternoon.

Headline, a lead with the tally, one paragraph a sector, what still falls short, what comes next. The numbers are the
report's own.
"""

from collections.abc import Iterator, Sequence

from tiendo.assessing import Standing
from tiendo.plan import Kind
from tiendo.quantity import Figure
from tiendo.review.parts.clauses import VERBS, level
from tiendo.review.parts.limitations import open_limitations
from tiendo.review.parts.milestone import decision_words, step_time
from tiendo.review.parts.overall import exceeded_number, good_number, lines_of, partition_parts, sector_words
from tiendo.review.parts.structure import part_figures
from tiendo.review.parts.tasks import is_overdue, known_tasks, open_tasks
from tiendo.review.parts.years import growth_number, mean_so_far, rate_so_far, rated
from tiendo.review.prose import Runs, capital, lower, plain, together, when
from tiendo.review.records import Line, Review
from tiendo.review.writer import Writer

NEXT_TASKS = 5  # a news item names the next few
LAGGING = (Standing.BEHIND, Standing.MISSED)


def bulletin(review: Review) -> str:
    """The bulletin as Markdown in the review's language; ends with a newline."""
    writer = Writer.of(review.plan, review.as_of, review.lang)
    return "\n\n".join(_paragraphs(review, writer)) + "\n"


def _paragraphs(review: Review, writer: Writer) -> Iterator[str]:
    plan, counts = review.plan, review.tally
    good = good_number(writer, counts)
    title = plan.title_vi if review.lang == "vi" else plan.title_en
    yield "# " + plain(writer.runs("bulletin_title", body=writer.names.body(plan.body), good=good))
    lead = writer.runs("bulletin_lead", day=writer.day(review.as_of), title=title, good=good,
                       exceeded=exceeded_number(writer, counts))
    detail = writer.runs("bulletin_partition", parts=partition_parts(writer, counts))
    yield f"**{plain(lead)}** {plain(detail)}"
    yield from _sectors(review, writer)
    behind = lines_of(review.lines, *LAGGING)
    if behind:
        names = [lower(writer.names.target(line.target)) for line in behind]
        yield writer.said("bulletin_lagging", names="; ".join(names))
    yield from _left_to_do(review, writer)
    yield writer.said("bulletin_source", body=writer.names.body(plan.body), day=writer.day(review.as_of))


def _sectors(review: Review, writer: Writer) -> Iterator[str]:
    """One paragraph a sector: its tally, then every target's value, those of the same time in one sentence."""
    for sector, counts in review.by_sector:
        lines = [line for line in review.lines if line.target.sector == sector]
        name = writer.names.sector(lines[0].target)
        sentences = " ".join([plain(sector_words(writer, name, counts)), *_values(writer, lines)])
        yield writer.said("bulletin_sector", sector=name, sentences=sentences)


def _values(writer: Writer, lines: Sequence[Line]) -> Iterator[str]:
    """`Năm 2022, tỷ lệ hộ nghèo còn 0,16%; …` a time; then levels of scales; then what has no data."""
    timed: dict[str, list[str]] = {}
    silent = [lower(writer.names.target(line.target)) for line in lines if _figures(line) == []]
    for line in sorted(lines, key=lambda line: line.target.kind is Kind.GROWTH_AVG):  # its mean names more years: last
        figures = _figures(line)
        if figures and not line.target.scale:
            timed.setdefault(when(figures[0].period, writer.lang), []).append(plain(_value(writer, line, figures)))
    for time, values in timed.items():
        yield plain(capital(writer.runs("bulletin_time", when=time, values="; ".join(values))))
    for line in lines:
        if line.target.scale and _figures(line):
            yield plain(_level(writer, line, _figures(line)[0])) + "."
    if silent:
        yield writer.said("bulletin_no_data", names="; ".join(silent))


def _left_to_do(review: Review, writer: Writer) -> Iterator[str]:
    """The limitations still open and the next tasks, the overdue ones first."""
    falls_short = open_limitations(review.plan, review.as_of)
    if falls_short:
        yield writer.said("bulletin_limitations")
        yield "\n".join(_item(writer.said("bulletin_limitation", text=one.text,
                                          owner=writer.names.body(one.owner_body))) for one in falls_short)
    tasks = open_tasks(known_tasks(review.plan, writer.names, review.as_of), review.as_of)
    if tasks:
        tasks.sort(key=lambda task: (task.due_on is None, task.due_on or review.as_of))
        yield writer.said("bulletin_tasks")
        yield "\n".join(_item(writer.said(
            "bulletin_task_overdue" if is_overdue(task, review.as_of) else "bulletin_task", text=task.text,
            owner=writer.names.body(task.owner_body), due=writer.day(task.due_on))) for task in tasks[:NEXT_TASKS])


def _item(text: str) -> str:
    """One line of a Markdown list."""
    return f"- {text}."


def _figures(line: Line) -> list[Figure]:
    """What a target's value is read from: its figure, or those of a structure's parts; nothing where none is known."""
    if line.target.kind is Kind.STRUCTURE:
        return part_figures(line) if line.assessment.part_results else []
    figure = line.assessment.figure
    return [figure] if figure is not None and figure.value is not None else []


def _value(writer: Writer, line: Line, figures: Sequence[Figure]) -> Runs:
    """`tỷ lệ hộ nghèo … còn 0,16%`, with what the figure was judged by where that is another number."""
    target, figure = line.target, figures[0]
    if target.kind is Kind.STRUCTURE:
        return together([writer.runs("part", name=writer.names.part(target.code, one.component), goal="",
                                     value=writer.ledger.figure(target, one)) for one in figures], ", ")
    key, value = VERBS[target.direction], writer.ledger.figure(target, figure)
    if target.kind is Kind.CUMULATIVE:
        key = "total"
    elif target.kind is Kind.GROWTH_AVG:
        key, value = ("grown" if (figure.value or 0) >= 0 else "fallen"), growth_number(writer, target, figure)
    said = writer.runs("bulletin_value", name=lower(writer.names.target(target)), value=value,
                       verb=writer.said(f"bulletin_verb_{key}"))
    beside = _beside(writer, line)
    return together([said, ", ", beside]) if beside else said


def _beside(writer: Writer, line: Line) -> Runs:
    """What the figure was judged by where that is another number: a rate of the assigned plan, a mean so far."""
    if line.target.kind is Kind.GROWTH_AVG:
        return mean_so_far(writer, line)
    return rate_so_far(writer, line) if line.target.kind is Kind.RELATIVE_TO_ASSIGNED else ()


def _level(writer: Writer, line: Line, figure: Figure) -> Runs:
    """A level of a scale with its time: a rating with its decision, a step with its day."""
    target, name = line.target, writer.names.target(line.target)
    if target.kind is Kind.RATING:
        return writer.runs("bulletin_rated", name=name, rated=rated(writer, target, figure))
    value = level(writer.ledger.figure(target, figure), target)
    return writer.runs("bulletin_step", name=name, value=value, when=step_time(writer, target, figure),
                       by=decision_words(writer, figure))
