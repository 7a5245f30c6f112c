"""The filters of the scoreboard as they stand in its address: sector, lead body, standing, flag."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from tiendo.assessing import Flag, Standing
from tiendo.web.board.scene import Row, Scene

__all__ = ["Choice", "Filters", "choices_of", "filters_of"]

KEYS = ("sector", "owner", "standing", "flag")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to choose: as it stands in the address, in words, and how many targets have it."""

    value: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What was chosen; empty is everything. `attention` as a standing is all that lags."""

    sector: str = ""
    owner: str = ""
    standing: str = ""
    flag: str = ""

    @property
    def on(self) -> bool:
        """Whether anything is left out."""
        return any(getattr(self, key) for key in KEYS)

    def keeps(self, row: Row) -> bool:
        """Whether a target is shown."""
        target, verdict = row.line.target, row.line.assessment
        return (self.sector in {"", target.sector} and self.owner in {"", target.lead_body}
                and self.standing in {"", verdict.standing} and self.flag in {"", *verdict.flags})

    def address(self, scene: Scene, **changed: str) -> str:
        """The query of an address with the same choices, some of them changed."""
        chosen = {"day": scene.on.isoformat(), **{key: getattr(self, key) for key in KEYS}, **changed}
        return "?" + urlencode({key: value for key, value in chosen.items() if value})


def filters_of(request: HttpRequest) -> Filters:
    """The choices of an address; a standing or flag that is none is left aside."""
    asked = {key: request.GET.get(key, "").strip() for key in KEYS}
    if asked["standing"] not in set(Standing):
        asked["standing"] = ""
    if asked["flag"] not in set(Flag):
        asked["flag"] = ""
    return Filters(**asked)


def choices_of(scene: Scene) -> dict[str, tuple[Choice, ...]]:
    """What there is to choose on a day, in the order of the page."""
    lines = [(row.line.target, row.line.assessment, row.view) for row in scene.rows]
    named = {
        "sector": [(target.sector, view.sector) for target, _, view in lines],
        "owner": sorted(((target.lead_body, view.owner) for target, _, view in lines), key=lambda one: one[1]),
        "standing": sorted(((str(verdict.standing), view.standing_word) for _, verdict, view in lines),
                           key=lambda one: list(Standing).index(Standing(one[0]))),
        "flag": [(str(flag), word) for _, verdict, view in lines
                 for flag, word in zip(verdict.flags, view.flags, strict=True)],
    }
    return {key: tuple(Choice(value, word, found.count((value, word))) for value, word in dict.fromkeys(found))
            for key, found in named.items()}
