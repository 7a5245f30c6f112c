"""The sentence that says why a target stands where it stands.

A verdict keeps the key of its sentence and the values in machine form ("7.4", "2023-03-31"), so that it can be
stored, compared and said in any language; here it is said. Values computed on the way are shown with two
decimals; values somebody reported are shown as reported.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.exact import decimal, plain
from tiendo.assessing.forecast.records import Outlook
from tiendo.assessing.records import Assessment
from tiendo.assessing.shown import asked_shown
from tiendo.plan import Direction, Target, amount_text, value_text
from tiendo.quantity import say_day, say_period
from tiendo.words import Lang, say

_BAND = ".."  # between the ends of a band: "8..10"
_PERIODS = frozenset({"period", "periods", "failed"})
_JUDGED = frozenset({"value", "expected", "needed", "mean", "plain", "sum", "low", "high"})  # in the verdict's unit
_PLAIN = frozenset({"ahead", "span"})  # numbers of years
_REPORTED = frozenset({"reported", "first", "second", "assigned"})  # in the target's unit


@dataclass(frozen=True, slots=True)
class Reason:
    """A key of words/*/assessing.toml and the values of its placeholders, in machine form."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


def why(key: str, **values: Decimal | Fraction | date | str | int) -> Reason:
    """A reason; a placeholder named `on` or `…_on` holds a day, one named `period…` or `failed` period codes."""
    return Reason(f"reason_{key}", tuple((name, _machine(value)) for name, value in values.items()))


def goal_words(target: Target) -> str:
    """A target's goal in machine form: "90", or "8..10" for a band."""
    ends = (target.goal, target.goal_upper)
    return _BAND.join(_machine(end) for end in ends if end is not None)


def _machine(value: Decimal | Fraction | date | str | int) -> str:
    if isinstance(value, Fraction):
        value = round(decimal(value), 2)
    if isinstance(value, Decimal):
        return f"{plain(value):f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def reason_text(target: Target, assessment: Assessment, lang: Lang, parts: Mapping[str, str] | None = None) -> str:
    """Why the target stands where it stands, in one sentence; numbers, days and periods as the language writes them.

    `parts` are the names of a structure's parts by their codes (`plan.part_names`).
    """
    shown = reason_shown(target, assessment, lang)
    if parts and "parts" in shown:
        shown["parts"] = ", ".join(parts.get(code, code) for code in shown["parts"].split(", "))
    text = say(f"assessing.{assessment.reason}", lang, **shown)
    return text[:1].upper() + text[1:]


def reason_shown(target: Target, assessment: Assessment, lang: Lang) -> dict[str, str]:
    """The values of a verdict's reason as the language writes them, by the name of their placeholder."""
    return dict(map(_Voice(target, assessment.unit, lang).shown, assessment.reason_values))


def outlook_text(target: Target, outlook: Outlook, lang: Lang) -> str:
    """Why the outlook of a target is what it is, in one sentence or two."""
    shown = dict(map(_Voice(target, outlook.unit, lang).shown, outlook.reason_values))
    return say(f"assessing.{outlook.reason}", lang, **shown)


@dataclass(frozen=True, slots=True)
class _Voice:
    """How the values of one verdict are written."""

    target: Target
    unit: str
    lang: Lang

    def shown(self, pair: tuple[str, str]) -> tuple[str, str]:
        """A placeholder with its value in words."""
        name, value = pair
        if name == "on" or name.endswith("_on"):
            return name, say_day(date.fromisoformat(value), self.lang)
        if name in _PERIODS:
            return name, ", ".join(say_period(code, self.lang) for code in value.split(", "))
        return name, self._goal(value) if name == "goal" else self._number(name, value)

    def _number(self, name: str, value: str) -> str:
        """A number in the unit its placeholder is in; what is no number stays as it is."""
        if name == "expected" and not self.target.scale:
            return self._amount(str(asked_shown(self.target, Decimal(value))))
        if name in _REPORTED:
            return amount_text(Decimal(value), self.target.unit, self.target.scale, self.lang)
        if name in _PLAIN:
            return value_text(Decimal(value), None, self.lang)
        return self._amount(value) if name in _JUDGED else value

    def _amount(self, value: str) -> str:
        return amount_text(Decimal(value), self.unit, self.target.scale, self.lang)

    def _goal(self, value: str) -> str:
        if _BAND in value:
            low, high = value.split(_BAND)
            key = "within" if self.target.direction is Direction.WITHIN else "band"
            ends = f"{value_text(Decimal(low), self.target.scale, self.lang)}–{self._amount(high)}"
            return say(f"assessing.goal_{key}", self.lang, goal=ends)
        one_way = self.target.direction in {Direction.AT_LEAST, Direction.AT_MOST}
        strict = "_strict" if self.target.strict and one_way else ""
        return say(f"assessing.goal_{self.target.direction}{strict}", self.lang, goal=self._amount(value))
