"""ban-tin.md: the short news item of a review, what an office puts on its page the same afternoon.

Headline, a lead with the tally, one paragraph a sector, what still falls short, what comes next. The numbers are the
report's own.
"""

from collections.abc import Iterator, Sequence

from tiendo.assessing import Standing
from tiendo.plan import Kind
from tiendo.quantity import Figure
from tiendo.review.latest import latest_of
from tiendo.review.parts.clauses import VERBS, level, value_clause
from tiendo.review.parts.limitations import open_limitations
from tiendo.review.parts.milestone import decision_words, step_time
from tiendo.review.parts.overall import exceeded_number, good_number, lines_of, partition_parts, sector_words
from tiendo.review.parts.tasks import is_overdue, known_tasks, open_tasks
from tiendo.review.parts.years import grown, mean_so_far, rate_so_far, rated
from tiendo.review.prose import Runs, capital, lower, plain, together, when
from tiendo.review.records import Line, Review
from tiendo.review.writer import Writer

NEXT_TASKS = 5  # a news item names the next few
NOT_DUE = frozenset({"reason_nothing_due", "reason_no_closed_year"})  # nobody owes a figure yet
ALONE = frozenset({Kind.GROWTH_AVG, Kind.CUMULATIVE})  # their names speak of years: a sentence each, the name first
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
    known = [(line, latest_of(line.target, line.assessment).figures) for line in lines]
    for line, figures in known:
        if figures and not line.target.scale and line.target.kind not in ALONE:
            timed.setdefault(when(figures[0].period, writer.lang), []).append(plain(_value(writer, line, figures)))
    for time, values in timed.items():
        yield plain(capital(writer.runs("bulletin_time", when=time, values="; ".join(values))))
    for line, figures in known:
        if figures and line.target.kind in ALONE:
            yield plain(_alone(writer, line, figures[0])) + "."
        elif figures and line.target.scale:
            yield plain(_level(writer, line, figures[0])) + "."
    yield from _silent(writer, [line for line, figures in known if not figures])


def _silent(writer: Writer, lines: Sequence[Line]) -> Iterator[str]:
    """The targets without a value: those nothing was due of yet, and those whose figure is missing."""
    for key, chosen in (("not_due", [line for line in lines if line.assessment.reason in NOT_DUE]),
                        ("no_data", [line for line in lines if line.assessment.reason not in NOT_DUE])):
        if chosen:
            names = "; ".join(lower(writer.names.target(line.target)) for line in chosen)
            yield writer.said(f"bulletin_{key}", names=names)


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


def _value(writer: Writer, line: Line, figures: Sequence[Figure]) -> Runs:
    """`tỷ lệ hộ nghèo … còn 0,16%`, with what the figure was judged by where that is another number."""
    target, figure = line.target, figures[0]
    if target.kind is Kind.STRUCTURE:
        return together([writer.runs("part", name=writer.names.part(target.code, one.component), goal="",
                                     value=writer.ledger.figure(target, one)) for one in figures], ", ")
    key, value = VERBS[target.direction], writer.ledger.figure(target, figure)
    said = writer.runs("bulletin_value", name=lower(writer.names.target(target)), value=value,
                       verb=writer.said(f"bulletin_verb_{key}"))
    beside = rate_so_far(writer, line) if target.kind is Kind.RELATIVE_TO_ASSIGNED else ()
    return together([said, ", ", beside]) if beside else said


def _alone(writer: Writer, line: Line, figure: Figure) -> Runs:
    """`Tốc độ tăng … bình quân hằng năm: năm 2022 tăng 11,3%, bình quân 2 năm 2021–2022 tăng 7,38%/năm`."""
    if line.target.kind is Kind.CUMULATIVE:
        said = value_clause(writer, line.target, figure, key="total")
    else:
        year, mean = grown(writer, line.target, figure), mean_so_far(writer, line)
        said = together([year, ", ", mean]) if mean else year
    return writer.runs("bulletin_alone", name=writer.names.target(line.target), said=said)


def _level(writer: Writer, line: Line, figure: Figure) -> Runs:
    """A level of a scale with its time: a rating with its decision, a step with its day."""
    target, name = line.target, writer.names.target(line.target)
    if target.kind is Kind.RATING:
        return writer.runs("bulletin_rated", name=name, rated=rated(writer, target, figure))
    value = level(writer.ledger.figure(target, figure), target)
    return writer.runs("bulletin_step", name=name, value=value, when=step_time(writer, target, figure),
                       by=decision_words(writer, figure))
