"""The scoreboard in a terminal: the tally that adds up, then every target by sector with its basis."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tiendo.assessing import Assessment, Standing, Tally, reason_text, sum_parts, tally
from tiendo.errors import Lang
from tiendo.plan import Direction, Target, amount_text, part_names, value_text
from tiendo.quantity import say_day
from tiendo.review.latest import latest_of
from tiendo.words import say

if TYPE_CHECKING:
    from tiendo.usecases.review_folder import Assessed

MARKS: dict[Standing, tuple[str, str]] = {
    Standing.EXCEEDED: ("⇈", "bold blue"),
    Standing.MET: ("✓", "green"),
    Standing.ON_PATH: ("→", "cyan"),
    Standing.BEHIND: ("◔", "yellow"),
    Standing.MISSED: ("✗", "red"),
    Standing.UNPROVEN: ("◌", "dim"),
    Standing.NOT_ASSESSABLE: ("–", "dim"),
}
ATTENTION = (Standing.MISSED, Standing.BEHIND, Standing.UNPROVEN, Standing.NOT_ASSESSABLE)
SIGNS = {Direction.AT_LEAST: "≥ ", Direction.AT_MOST: "≤ ", Direction.WITHIN: "", Direction.DONE: ""}


def print_scoreboard(assessed: "Assessed", lang: Lang, console: Console) -> None:
    """Print the tally with its sum, what needs attention and why, and the targets grouped by sector."""
    plan = assessed.plan
    console.print(Text(plan.title_vi if lang == "vi" else plan.title_en, style="bold"))
    console.print(say("cli.as_of", lang, day=say_day(assessed.as_of, lang)))
    console.print()
    console.print(_bar(assessed.assessments))
    console.print(Text("  ").append(_sum(assessed.tally, lang)))
    console.print()
    console.print(_attention(assessed, lang), end="")
    console.print(_targets(assessed, lang))


def _bar(assessments: Iterable[Assessment]) -> Text:
    """One mark a target, in the order of the standings."""
    order = list(Standing)
    bar = Text("  ")
    for assessment in sorted(assessments, key=lambda one: order.index(one.standing)):
        mark, style = MARKS[assessment.standing]
        bar.append(f"{mark} ", style=style)
    return bar


def _sum(counts: Tally, lang: Lang) -> Text:
    """The parts that add up to the whole, in writing; parts of none are left out but the whole stays."""
    line = Text()
    for number, (standing, count, word) in enumerate(sum_parts(counts, lang)):
        line.append(" + " if number else "")
        line.append(f"{count} {word}", style=MARKS[standing][1])
    return line.append(f" = {counts.total}", style="bold")


def _attention(assessed: "Assessed", lang: Lang) -> Text:
    """What lags and what nobody can prove, each with its reason; nothing when all is well."""
    targets = {target.code: target for target in assessed.plan.targets}
    lines = Text()
    for standing in ATTENTION:
        for verdict in (one for one in assessed.assessments if one.standing is standing):
            target = targets[verdict.target]
            mark, style = MARKS[standing]
            lines.append(f"  {mark} ", style=style).append(f"{target.code} {_name(target, lang)}. ")
            parts = part_names(assessed.plan, target.code, lang)
            lines.append(reason_text(target, verdict, lang, parts) + "\n", style="dim")
    return Text.assemble((say("cli.attention", lang) + "\n", "bold"), lines, "\n") if lines else lines


def _targets(assessed: "Assessed", lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0), expand=True)
    table.add_column(say("cli.column_standing", lang), no_wrap=True)
    table.add_column(say("cli.column_target", lang), ratio=1)
    for name in ("latest", "goal", "attainment"):
        table.add_column(say(f"cli.column_{name}", lang), justify="right", max_width=20)
    verdicts = {assessment.target: assessment for assessment in assessed.assessments}
    for sector in dict.fromkeys(target.sector for target in assessed.plan.targets):
        inside = [target for target in assessed.plan.targets if target.sector == sector]
        counts = tally([verdicts[target.code] for target in inside])
        name = sector if lang == "vi" else inside[0].sector_en or sector
        table.add_row("", Text.assemble((f"{name}: ", "bold"), _sum(counts, lang)))
        for target in inside:
            table.add_row(*_target_row(target, verdicts[target.code], lang))
    return table


def _target_row(target: Target, verdict: Assessment, lang: Lang) -> tuple[Text, ...]:
    mark, style = MARKS[verdict.standing]
    early = " ★" if "early" in verdict.flags else ""
    basis = say(f"assessing.basis_{verdict.basis}", lang)
    figure = verdict.figure
    day = say("cli.data_on", lang, day=say_day(figure.as_of, lang)) if figure else say("cli.no_data", lang)
    return (
        Text(f"{mark} {say(f'assessing.standing_{verdict.standing}', lang)}{early}", style=style),
        Text.assemble(f"{target.code} {_name(target, lang)}\n", (f"{basis[:1].lower()}{basis[1:]}; {day}", "dim")),
        _latest(target, verdict, lang),
        Text(_goal(target, verdict, lang)),
        Text("" if verdict.attainment is None else value_text(round(verdict.attainment, 1), None, lang) + " %"),
    )


def _name(target: Target, lang: Lang) -> str:
    return target.name_vi if lang == "vi" else target.name_en


def _latest(target: Target, verdict: Assessment, lang: Lang) -> Text:
    """The figure, below it the rate or mean it is judged by (`latest_of`); a structure by its parts."""
    latest = latest_of(target, verdict)
    if not latest.figures:
        return Text(say("cli.no_data", lang), style="bold")
    if latest.judged is None:
        values = (value_text(one.value, target.scale, lang) for one in latest.figures if one.value is not None)
        return Text(" – ".join(values), style="bold")
    value = latest.figures[0].value or Decimal(0)
    judged = amount_text(latest.judged, verdict.unit, None, lang)
    beside = say(f"review.page_beside_{latest.judged_by}", lang, value=judged)
    return Text.assemble((amount_text(value, target.unit, None, lang), "bold"), (f"\n{beside}", "dim"))


def _goal(target: Target, verdict: Assessment, lang: Lang) -> str:
    """The goal with its sign, and the unit it is judged in."""
    if target.goal is None:
        return say("cli.by_parts", lang)
    sign, unit = SIGNS[target.direction], verdict.unit or target.unit
    if target.goal_upper is None:
        return sign + amount_text(target.goal, unit, target.scale, lang)
    low = value_text(target.goal, target.scale, lang)
    return f"{sign}{low} – {amount_text(target.goal_upper, unit, target.scale, lang)}"
