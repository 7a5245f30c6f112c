"""The outlook of a target as the pages show it: beside the standing, in its own words, with its range and its past."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from tiendo.assessing import Outlook, Prospect, Stage, outlook_text
from tiendo.errors import Lang
from tiendo.plan import Component, Target, amount_text, value_text
from tiendo.review.charts.whisker import whisker
from tiendo.words import say

__all__ = ["OutlookView", "PartView", "outlook_view"]


@dataclass(frozen=True, slots=True)
class PartView:
    """The outlook of a structure's part in words."""

    name: str
    word: str
    reason: str


@dataclass(frozen=True, slots=True)
class OutlookView:
    """An outlook in words; `told` says whether there is one, `short` in a cell why there is none, where it fits."""

    outlook: Outlook
    told: bool
    word: str
    reason: str
    range: str
    whisker: Markup
    parts: tuple[PartView, ...]
    trial: str
    short: str


def outlook_view(target: Target, outlook: Outlook, components: Sequence[Component], lang: Lang) -> OutlookView:
    """The view of a target's outlook; of the plan's components those of the target name its parts."""
    names = {one.code: one.name_vi if lang == "vi" else one.name_en
             for one in components if one.target == target.code}
    end, goals = outlook.end, [one for one in (target.goal, target.goal_upper) if one is not None]
    return OutlookView(
        outlook, outlook.prospect is not Prospect.CANNOT_SAY, say(f"assessing.prospect_{outlook.prospect}", lang),
        outlook_text(target, outlook, lang), "" if end is None else _range(end, outlook.unit, lang),
        Markup("") if end is None else whisker(end, goals or [Decimal(100)], target.direction),
        tuple(PartView(names[code], say(f"assessing.prospect_{one.prospect}", lang), outlook_text(target, one, lang))
              for code, one in outlook.parts),
        _trial(outlook, lang), _short(outlook, lang))


def _range(end: Stage, unit: str, lang: Lang) -> str:
    """The ends of the range, per cent with their sign: "31,5–66,7%"."""
    share = "%" if unit.startswith("%") else ""
    return f"{value_text(end.low, None, lang)}–{value_text(end.high, None, lang)}{share}"


def _trial(outlook: Outlook, lang: Lang) -> str:
    """How the method did on the figures already known."""
    if outlook.trial is None:
        return ""
    error, naive = (amount_text(one, outlook.unit, None, lang) for one in (outlook.trial.error, outlook.trial.naive))
    return say("web.outlook_trial", lang, tries=outlook.trial.tries, error=error, naive=naive)


def _short(outlook: Outlook, lang: Lang) -> str:
    """How many figures there are of how many needed; nothing where another reason holds."""
    values = dict(outlook.reason_values)
    return say("web.outlook_few", lang, have=values["have"], need=values["need"]) if "need" in values else ""
