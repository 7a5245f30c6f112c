"""What the number of targets says towards a yearly classification, and what it cannot say (domain.md 1.3, 1.4).

A classification is never computed. The rule set in force for the period is chosen by its date; its shares of targets
are compared in whole numbers (`count * 100 >= pct * total`); whatever else it asks for is listed as not evidenced.
Rule sets are data with source and grade: `rules/*.toml`.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from tiendo.assessing.records import Standing, Tally
from tiendo.words import Lang

COUNTED = {
    "good": (Standing.EXCEEDED, Standing.MET, Standing.ON_PATH),
    "exceeded": (Standing.EXCEEDED,),
}  # what a share of a rule set counts


class Eligible(StrEnum):
    """What the targets alone say; never a classification."""

    YES = "yes"  # đủ điều kiện về chỉ tiêu để xem xét
    NO = "no"  # chưa đủ điều kiện về chỉ tiêu
    OPEN = "open"  # the text read states no share, or there are no targets


@dataclass(frozen=True, slots=True)
class Share:
    """At least `pct` per cent of the targets must be `of` (good, exceeded)."""

    of: str
    pct: int
    grade: str


@dataclass(frozen=True, slots=True)
class Condition:
    """What the rule set asks for besides, in both languages, with the grade of its evidence."""

    vi: str
    en: str
    grade: str

    def text(self, lang: Lang) -> str:
        """The condition in words."""
        return self.vi if lang == "vi" else self.en


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One rule set: whom it rates (collective, person), at which level, for which days, by which source."""

    id: str
    subject: str
    level: str
    applies_from: date
    applies_to: date | None
    grade: str
    source: str
    vi: str
    en: str
    shares: tuple[Share, ...]
    conditions: tuple[Condition, ...]

    def title(self, lang: Lang) -> str:
        """The documents of the rule set as cited."""
        return self.vi if lang == "vi" else self.en


@dataclass(frozen=True, slots=True)
class ShareTest:
    """One share compared in whole numbers: `count * 100` with `pct * total`."""

    share: Share
    count: int
    total: int

    @property
    def left(self) -> int:
        """What is compared: the count times 100."""
        return self.count * 100

    @property
    def right(self) -> int:
        """With what: the per cent asked for times the number of targets."""
        return self.share.pct * self.total

    @property
    def passed(self) -> bool:
        """Whether the share is reached."""
        return self.left >= self.right


@dataclass(frozen=True, slots=True)
class Eligibility:
    """What one rule set says of a tally: its tests, and the conditions nobody has evidenced here."""

    rules: RuleSet
    tests: tuple[ShareTest, ...]

    @property
    def eligible(self) -> Eligible:
        """Whether the targets allow the level to be considered."""
        if not self.tests or any(test.total == 0 for test in self.tests):
            return Eligible.OPEN
        return Eligible.YES if all(test.passed for test in self.tests) else Eligible.NO


def eligibility(counts: Tally, day: date) -> tuple[Eligibility, ...]:
    """What each rule set in force on a day of the period says of a tally, collectives first."""
    return tuple(
        Eligibility(rules, tuple(ShareTest(share, counts.of(*COUNTED[share.of]), counts.total)
                                 for share in rules.shares))
        for rules in rule_sets() if rules.applies_from <= day <= (rules.applies_to or date.max)
    )


@cache
def rule_sets() -> tuple[RuleSet, ...]:
    """Every rule set, collectives first, then by its first day."""
    folder = files(__package__) / "rules"
    texts = [one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".toml")]
    return tuple(sorted((_rules(tomllib.loads(text)) for text in texts),
                        key=lambda rules: (rules.subject, rules.applies_from)))


def _rules(data: dict[str, Any]) -> RuleSet:
    return RuleSet(
        data["id"], data["subject"], data["level"], data["from"], data.get("to"), data["grade"], data["source"],
        data["vi"], data["en"], tuple(Share(**share) for share in data["shares"]),
        tuple(Condition(**condition) for condition in data["conditions"]),
    )
