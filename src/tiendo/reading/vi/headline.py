"""Headlines: a figure told in a heading is told again in the text, and the text says of when it is."""

from collections.abc import Sequence
from dataclasses import replace

from tiendo.reading.records import Claim


def dated(headlines: Sequence[Claim], told: Sequence[Claim]) -> list[Claim]:
    """The claims of headings, each with the period of the same figure in the text where it names none itself."""
    return [_dated(claim, told) for claim in headlines]


def _dated(claim: Claim, told: Sequence[Claim]) -> Claim:
    """A claim that took its period from elsewhere, or has none, with that of the first claim of the same number."""
    inherits = any(source.startswith("period:") for source in claim.inherited)
    if claim.value is None or (claim.period and not inherits):
        return claim
    same = next((one for one in told if one.period and (one.value, one.unit) == (claim.value, claim.unit)), None)
    if same is None:
        return claim
    others = tuple(source for source in claim.inherited if not source.startswith("period:"))
    rules = (*(rule for rule in claim.rules if not rule.startswith("period.")), "period.told_again")
    return replace(claim, period=same.period, rules=rules, inherited=(*others, f"period: text '{same.quote}'"))
