"""The reference page is the definition: every example in its tables is carried out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assessing.stories import a_figure, a_part, a_target, decimal, judged, period
from tiendo.assessing import Evidence, Standing
from tiendo.plan import Assignment, Component, Direction, EndRule, Kind, Milestone, Target, scales
from tiendo.quantity import Figure
from tiendo.words import say

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "standing.md"
WORDS = {"at least": Direction.AT_LEAST, "over": Direction.AT_LEAST, "at most": Direction.AT_MOST,
         "under": Direction.AT_MOST, "within": Direction.WITHIN, "done": Direction.DONE}
SCALES = {Kind.RATING: "vn.xep_loai", Kind.MILESTONE: "vn.cong_nhan"}
UNITS = {Kind.GROWTH_AVG: "%/năm", Kind.RELATIVE_TO_ASSIGNED: "tỷ đồng", Kind.CUMULATIVE: "trường"}
NOTHING = "–"
PARTS = "AB"


@dataclass(frozen=True, slots=True)
class Example:
    """One row of the page, its cells as written, under the heading of its kind."""

    kind: Kind
    name: str
    goal: str
    baseline: str
    path: str
    figures: str
    day: str
    standing: str
    basis: str
    flags: str


def examples() -> Iterator[Example]:
    kind = None
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("### "):
            kind = Kind(line.removeprefix("### ").split(":")[0])
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if kind and len(cells) == 9 and cells[0] not in {"example", "---"}:
            yield Example(kind, *cells)


def amount(text: str, kind: Kind) -> Decimal | None:
    """A number, a level of the kind's scale, or nothing."""
    if text in {NOTHING, "no data"}:
        return None
    place = scales()[SCALES[kind]].ordinal(text) if kind in SCALES else None
    return Decimal(text) if place is None else place


def goal_of(text: str, kind: Kind) -> tuple[str, Decimal | None, Decimal | None]:
    """The word of direction, the goal, and the upper end of a band."""
    word = next(word for word in WORDS if text.startswith(word))
    low, _, high = text.removeprefix(word).strip().partition("–")
    return word, amount(low, kind), amount(high, kind) if high else None


def rows(cell: str) -> Iterator[tuple[str, str, str]]:
    """`2021: 85; 2022: 86 @2023-01-15` as (period, value, data day or nothing)."""
    for part in () if cell == NOTHING else cell.split(";"):
        code, _, rest = part.strip().partition(":")
        value, _, day = rest.partition("@")
        yield code, value.strip(), day.strip()


def target_of(one: Example) -> Target:
    text, _, rule = one.goal.partition(", ")
    if one.kind is Kind.STRUCTURE:
        return a_target(one.kind, None, direction=Direction.WITHIN, unit="%")
    word, low, high = goal_of(text, one.kind)
    return a_target(
        one.kind, low, goal_upper=high, direction=WORDS[word], strict=word in {"over", "under"},
        baseline=amount(one.baseline, one.kind), end_rule=EndRule(rule or "all_years"),
        scale=SCALES.get(one.kind), unit=UNITS.get(one.kind, "%"),
    )


def figures_of(one: Example) -> Iterator[Figure]:
    for number, (code, value, day) in enumerate(rows(one.figures)):
        estimate = value.endswith("estimate")
        values = value.removesuffix("estimate").strip().split(" / ")
        for part, text in zip(PARTS, values, strict=False):
            figure = a_figure(code, decimal(amount(text, one.kind)), estimate=estimate, id=f"{number}{part}",
                              component=part if one.kind is Kind.STRUCTURE else None,
                              **({"as_of": day} if day else {}))
            yield figure


def parts_of(one: Example) -> Iterator[Component]:
    for code, goal, baseline in zip(PARTS, one.goal.split(" / "), one.baseline.split(" / "), strict=True):
        word, low, _ = goal_of(goal, one.kind)
        yield a_part(code, WORDS[word], str(low), baseline)


def evidence_of(one: Example) -> Evidence:
    if one.kind is Kind.STRUCTURE:
        return Evidence(tuple(figures_of(one)), components=tuple(parts_of(one)))
    path = [(period(code), amount(value, one.kind) or Decimal(0), day) for code, value, day in rows(one.path)]
    if one.kind is Kind.RELATIVE_TO_ASSIGNED:
        known = tuple(Assignment("T", of, value, "qd", date.fromisoformat(day or f"{of.start.year - 1}-12-08"), "UBND")
                      for of, value, day in path)
        return Evidence(tuple(figures_of(one)), assignments=known)
    return Evidence(tuple(figures_of(one)), tuple(Milestone("T", of.end, value) for of, value, _ in path))


@pytest.mark.parametrize("one", tuple(examples()), ids=lambda one: f"{one.kind}: {one.name}")
def test_example_of_the_reference_page(one: Example) -> None:
    evidence = evidence_of(one)
    found = judged(target_of(one), *evidence.figures, as_of=date.fromisoformat(one.day), milestones=evidence.milestones,
                   assignments=evidence.assignments, components=evidence.components)
    flags = set() if one.flags == NOTHING else set(one.flags.split())
    assert (found.standing.value, found.basis.value, {flag.value for flag in found.flags}) == \
        (one.standing, one.basis, flags)


def test_page_has_examples_of_every_kind() -> None:
    assert {one.kind for one in examples()} == set(Kind)


def test_page_names_every_standing_as_it_is_shown() -> None:
    page = PAGE.read_text(encoding="utf-8")
    shown = [f"| `{one}` | {say(f'assessing.standing_{one}', 'vi')} |" for one in Standing]
    assert [row for row in shown if row not in page] == []
