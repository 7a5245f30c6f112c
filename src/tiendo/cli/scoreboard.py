"""The scoreboard in a terminal: the tally that adds up, then every target by sector with its basis."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tiendo.assessing import Assessment, Standing, tally
from tiendo.errors import Lang
from tiendo.plan import Direction, Target, value_text
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
SIGNS = {Direction.AT_LEAST: "≥ ", Direction.AT_MOST: "≤ ", Direction.WITHIN: "", Direction.DONE: ""}


def print_scoreboard(assessed: "Assessed", lang: Lang, console: Console) -> None:
    """Print the tally, its sum in writing, and the targets grouped by sector."""
    plan = assessed.plan
    console.print(Text(plan.title_vi if lang == "vi" else plan.title_en, style="bold"))
    console.print(say("cli.as_of", lang, day=f"{assessed.as_of:%d/%m/%Y}"))
    console.print()
    console.print(_bar(assessed.assessments))
    console.print(_sum(assessed, lang))
    console.print()
    console.print(_targets(assessed, lang))


def save_picture(assessed: "Assessed", lang: Lang, path: Path) -> None:
    """The scoreboard as an SVG picture that asks for nothing from outside."""
    from rich.terminal_theme import MONOKAI  # noqa: PLC0415 - only for a picture

    console = Console(record=True, width=132, file=path.open("w", encoding="utf-8"), highlight=False)
    print_scoreboard(assessed, lang, console)
    console.file.close()
    path.write_text(console.export_svg(title="tiendo", theme=MONOKAI, code_format=_SVG), encoding="utf-8")


def _bar(assessments: Iterable[Assessment]) -> Text:
    """One mark a target, in the order of the standings."""
    order = list(Standing)
    bar = Text("  ")
    for assessment in sorted(assessments, key=lambda one: order.index(one.standing)):
        mark, style = MARKS[assessment.standing]
        bar.append(f"{mark} ", style=style)
    return bar


def _sum(assessed: "Assessed", lang: Lang) -> Text:
    """The parts that add up to the whole, in writing; parts of none are left out but the whole stays."""
    line = Text("  ")
    for number, (standing, count) in enumerate(pair for pair in assessed.tally.counts if pair[1]):
        line.append(" + " if number else "")
        line.append(f"{count} {say(f'assessing.standing_{standing}', lang).lower()}", style=MARKS[standing][1])
    line.append(f" = {assessed.tally.total}", style="bold")
    return line


def _targets(assessed: "Assessed", lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name, justify in (("target", "left"), ("unit", "left"), ("goal", "right"), ("latest", "right"),
                          ("attainment", "right"), ("standing", "left"), ("basis", "left"), ("data_on", "right")):
        table.add_column(say(f"cli.column_{name}", lang), justify="right" if justify == "right" else "left")
    sector = None
    verdicts = {assessment.target: assessment for assessment in assessed.assessments}
    for target in sorted(assessed.plan.targets, key=lambda one: _sectors(assessed).index(one.sector)):
        if target.sector != sector:
            sector = target.sector
            table.add_row(*_sector_row(assessed, target, lang))
        table.add_row(*_target_row(target, verdicts[target.code], lang))
    return table


def _sectors(assessed: "Assessed") -> list[str]:
    return list(dict.fromkeys(target.sector for target in assessed.plan.targets))


def _sector_row(assessed: "Assessed", target: Target, lang: Lang) -> tuple[Text, ...]:
    codes = {one.code for one in assessed.plan.targets if one.sector == target.sector}
    part = tally([one for one in assessed.assessments if one.target in codes])
    name = target.sector if lang == "vi" else target.sector_en or target.sector
    return (Text(f"{name} ({part.total})", style="bold"),)


def _target_row(target: Target, verdict: Assessment, lang: Lang) -> tuple[Text, ...]:
    mark, style = MARKS[verdict.standing]
    early = " ★" if "early" in verdict.flags else ""
    return (
        Text(f"  {target.code} {target.name_vi if lang == 'vi' else target.name_en}"),
        Text(target.unit if target.scale is None else ""),
        Text(_goal(target, lang)),
        Text(_shown(target, verdict.value, lang), style="bold"),
        Text("" if verdict.attainment is None else value_text(round(verdict.attainment, 1), None, lang) + " %"),
        Text(f"{mark} {say(f'assessing.standing_{verdict.standing}', lang)}{early}", style=style),
        Text(say(f"assessing.basis_{verdict.basis}", lang), style="dim"),
        Text(f"{verdict.figure.as_of:%d/%m/%Y}" if verdict.figure else "", style="dim"),
    )


def _goal(target: Target, lang: Lang) -> str:
    if target.goal is None:
        return say("cli.by_parts", lang)
    upper = "" if target.goal_upper is None else f" – {_shown(target, target.goal_upper, lang)}"
    return f"{SIGNS[target.direction]}{_shown(target, target.goal, lang)}{upper}"


def _shown(target: Target, value: Decimal | None, lang: Lang) -> str:
    return say("cli.no_data", lang) if value is None else value_text(value, target.scale, lang)


_SVG = """<svg class="rich-terminal" viewBox="0 0 {terminal_width} {terminal_height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: {char_height}px;
line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>{lines}</defs>
<rect width="100%" height="100%" rx="6" fill="#fafaf7"/>
<g transform="translate(9, 9)" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""
