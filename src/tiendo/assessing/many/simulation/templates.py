"""The thirty invented targets (targets.toml), and the rows each gives the `targets` table."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from tiendo.assessing.many.assess import RULES
from tiendo.plan import Direction, Kind

YEARLY = frozenset({Kind.GROWTH_AVG, Kind.ANNUAL_REPEAT, Kind.RATING, Kind.RELATIVE_TO_ASSIGNED})


@dataclass(frozen=True, slots=True)
class Template:
    """One target of the simulated country: words, rules, and the shape of its series (in its unit)."""

    vi: str
    en: str
    unit: str
    sector: str
    kind: Kind
    direction: Direction
    goal: float
    upper: float | None = None
    start: float | None = None
    amount: float = 0.0  # a usual yearly amount, of targets held to an assigned plan
    spread: float = 0.5
    season: float = 0.0
    places: int = 0
    path: bool = False
    scale: str | None = None
    end_rule: str = "all_years"
    merged: bool = False  # before the merger the communes of then told it, not those of now

    @property
    def per_unit(self) -> int:
        """How many steps make one unit; a structure is asked for a sum of 100 ± 0.1."""
        return 10 ** max(self.places, 1 if self.kind is Kind.STRUCTURE else 0)

    @property
    def rule(self) -> str:
        """The share of the figures it is judged from."""
        return RULES[self.kind]

    def steps(self, value: float) -> int:
        """A number in whole steps."""
        return round(value * self.per_unit)


def templates(count: int) -> tuple[Template, ...]:
    """The first `count` targets; beyond the thirtieth they begin anew with a number in their name."""
    text = (files("tiendo.assessing.many.simulation") / "targets.toml").read_text(encoding="utf-8")
    known = tomllib.loads(text)["target"]
    return tuple(_template(known[number % len(known)], number // len(known)) for number in range(count))


def _template(row: Mapping[str, Any], turn: int) -> Template:
    again = f" ({turn + 1})" if turn else ""
    words = {"vi": f"{row['vi']}{again}", "en": f"{row['en']}{again}"}
    return Template(**{**row, **words, "kind": Kind(row["kind"]), "direction": Direction(row["direction"])})


def target_row(template: Template, begins_on: date, due_on: date) -> dict[str, object]:
    """What all bodies' rows of one target share."""
    structure = template.kind is Kind.STRUCTURE
    low, high = (99.9, 100.1) if structure else (template.goal, template.goal
        if template.upper is None else template.upper)
    return {
        "plan": "mo-phong", "indicator": template.vi, "name_en": template.en, "sector": template.sector,
        "unit": template.unit, "kind": template.kind.value, "rule": template.rule,
        "direction": template.direction.value,
        "strict": False, "end_rule": template.end_rule, "frequency": "month", "low": template.steps(low),
        "high": template.steps(high), "per_unit": template.per_unit,
        "top": template.unit == "%" and low == 100, "compound": template.unit in {"%", "%/năm"},
        "begins_on": begins_on, "due_on": due_on, "has_milestones": template.path, "weight": 1_000_000,
    }
