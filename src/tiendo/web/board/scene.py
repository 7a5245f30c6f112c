"""What a page of a plan shows: the plan as of a day in the reader's language, made once a version of the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest

from tiendo.assessing import Break
from tiendo.errors import Lang, Place, Problem
from tiendo.plan import Plan
from tiendo.quantity import check_day
from tiendo.review.page.rest import SourceView
from tiendo.review.page.target import TargetView
from tiendo.review.records import Line, Review
from tiendo.store import places
from tiendo.store.queries.plans import Skeleton
from tiendo.store.queries.versions import Evidence
from tiendo.usecases.register.board import Board, board_of, evidence_for_board, plan_as_of
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.outlooks import breaks_in, outlooks_of
from tiendo.web import asking
from tiendo.web.board.outlook import OutlookView, outlook_view
from tiendo.web.known import Known, known_of, plan_named
from tiendo.web.memory import Memory

__all__ = ["Row", "Scene", "forget", "scene_of", "scene_on", "wanted_day"]

EVIDENCE: Memory[Evidence] = Memory(32)  # by plan and version


@dataclass(frozen=True, slots=True)
class Row:
    """One target: its record with verdict and figures, how it is shown, its outlook, and where its series breaks."""

    line: Line
    view: TargetView
    outlook: OutlookView
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A plan as of a day in one language, and the version of the register it was made from."""

    version: str
    skeleton: Skeleton
    on: date
    lang: Lang
    plan: Plan
    board: Board
    rows: tuple[Row, ...]
    proofs: Mapping[str, SourceView]  # by the entry of a number

    @property
    def number(self) -> int:
        """The plan's number."""
        return self.skeleton.number

    @property
    def review(self) -> Review:
        """The review behind the page."""
        return self.board.review

    def row(self, code: str) -> Row:
        """The row of a target; raises NotThereError."""
        found = next((row for row in self.rows if row.line.target.code == code), None)
        if found is None:
            raise places.missing("target", code)
        return found

    def body(self, code: str) -> str:
        """A body's name; words that are no code stay as they are."""
        found = next((one for one in self.plan.bodies if one.code == code), None)
        return code if found is None else found.name_vi if self.lang == "vi" else found.name_en

    def document(self, code: str) -> str:
        """A document as people cite it."""
        found = next((one for one in self.plan.documents if one.code == code), None)
        return code if found is None else f"{found.kind} {found.symbol}" if found.symbol else found.title


SCENES: Memory[Scene] = Memory(64)


def scene_of(request: HttpRequest, name: str) -> Scene:
    """The scene a page asks for: `?day=`, today without one or where it is none (`wanted_day` says why).

    A demonstration, whose figures are old, opens on the day of its newest one.
    """
    who = asking.of(request)
    day = wanted_day(request, "day")
    today = who.at.date()
    known = known_of(request, name)
    scene = _kept(who.call, known, day if isinstance(day, date) else today, who.lang)
    if isinstance(day, date) or not settings.TIENDO["demo"]:
        return scene
    newest = max((one.as_of for one in scene.plan.figures if one.approved_by), default=today)
    return _kept(who.call, known, newest, who.lang)


def scene_on(call: Call, name: str, on: date, lang: Lang) -> Scene:
    """The scene of a plan by its name as of a day; raises NotThereError, ReviewError for a day before the term."""
    return _kept(call, plan_named(name), on, lang)


def _kept(call: Call, known: Known, on: date, lang: Lang) -> Scene:
    return SCENES.get((known.name, known.version, on, lang), lambda: _made(call, known, on, lang))


def _made(call: Call, known: Known, on: date, lang: Lang) -> Scene:
    """A scene from the plan as it stood on the day; all days and languages share what the verdicts rest on."""
    skeleton = known.skeleton
    evidence = EVIDENCE.get((known.name, known.version), lambda: evidence_for_board(call=call, skeleton=skeleton))
    plan = plan_as_of(skeleton=skeleton, evidence=evidence, as_of=on)
    board = board_of(plan=plan, as_of=on, lang=lang)
    breaks = breaks_in(skeleton=skeleton, record=plan)
    outlooks = outlooks_of(plan=plan, as_of=on, breaks=breaks)
    rows = tuple(
        Row(line, view, outlook_view(line.target, outlook, plan.components, lang), breaks[line.target.code])
        for line, view, outlook in zip(board.review.lines, board.page.targets, outlooks, strict=True))
    return Scene(known.version, skeleton, on, lang, plan, board, rows, {one.id: one for one in board.page.sources})


def forget() -> None:
    """Keep nothing any more: another database is asked."""
    for memory in (EVIDENCE, SCENES):
        memory.forget()


def wanted_day(request: HttpRequest, key: str) -> date | Problem | None:
    """The day of the address; None without one, a problem where it is no day."""
    text = request.GET.get(key, "").strip()
    return check_day(text, Place("address", column=key)) if text else None
