"""Writing the review: the draft beside its ledger, one paragraph open at a time; every edit kept, nothing typed over.

Without script a paragraph is a form that is sent; with it, what is typed is saved as it is typed (htmx), and a token
is taken whole (`draft.js`).
"""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tiendo.errors import ConflictError, Problem, RegisterError
from tiendo.review.naming import Naming
from tiendo.store import places
from tiendo.store.queries.drafts import edits_of
from tiendo.usecases.register import drafting
from tiendo.usecases.register.drafting import At, Source
from tiendo.usecases.register.drafts import Open, open_draft, write_draft_files
from tiendo.web import asking
from tiendo.web.answers import STRAIGHT
from tiendo.web.desk.draft_view import candidates, entries, history, places_of
from tiendo.web.desk.nav import Desk, desk_of
from tiendo.web.desk.review import KINDS
from tiendo.web.desk.steps import number_said, said
from tiendo.words import say

Act = Callable[[HttpRequest, At], str]  # carries an act out; gives the place to show afterwards


@dataclass(frozen=True, slots=True)
class Wrong:
    """What could not be saved: at which place, why, what was typed; nothing of it is lost."""

    place: str = ""
    problems: tuple[Problem, ...] = ()
    typed: str | None = None
    met: bool = False  # somebody else was faster

    @property
    def status(self) -> int:
        """The page's HTTP status."""
        return 409 if self.met else 422 if self.problems else 200


def _type(request: HttpRequest, at: At) -> str:
    drafting.type_text(call=asking.of(request).call, at=at, text=said(request, "text"))
    return at.place


def _strike(request: HttpRequest, at: At) -> str:
    drafting.type_text(call=asking.of(request).call, at=at, text="")
    return at.place


def _add(request: HttpRequest, at: At) -> str:
    return drafting.add_paragraph(call=asking.of(request).call, at=at, text=said(request, "text"))


def _back(request: HttpRequest, at: At) -> str:
    to = number_said(request, "to") if said(request, "to") else None
    drafting.go_back(call=asking.of(request).call, at=at, to=to)
    return at.place


def _take_number(request: HttpRequest, at: At) -> str:
    drafting.take_numbers(call=asking.of(request).call, draft=at.draft, at=at)
    return at.place


def _take_numbers(request: HttpRequest, at: At) -> str:
    drafting.take_numbers(call=asking.of(request).call, draft=at.draft)
    return ""


def _take_text(request: HttpRequest, at: At) -> str:
    return drafting.take_paragraph(call=asking.of(request).call, at=at)


def _take_offer(request: HttpRequest, at: At) -> str:
    return drafting.take_paragraph(call=asking.of(request).call, at=at, offer=number_said(request, "offer"))


def _bind(request: HttpRequest, at: At) -> str:
    source = Source(said(request, "entry"), said(request, "document"), said(request, "where"))
    drafting.bind_number(call=asking.of(request).call, at=at, start=number_said(request, "start"),
                         words=request.POST.get("words", ""), source=source)
    return at.place


ACTS: Mapping[str, Act] = MappingProxyType({
    "type": _type, "strike": _strike, "add": _add, "back": _back, "take_number": _take_number,
    "take_numbers": _take_numbers, "take_text": _take_text, "take_offer": _take_offer, "bind": _bind,
})
OPEN_AFTER = frozenset({"bind", "back"})  # acts after which the paragraph stays open


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """The draft; a form of it carries out one act on one place."""
    desk = desk_of(request, name)
    opened = _own(request, desk, number)
    wrong = Wrong()
    if request.method == "POST":
        at = At(number, said(request, "place"), number_said(request, "base"))
        wrong, place = _done(request, at)
        if not request.headers.get("HX-Request") and not wrong.problems:
            return HttpResponseRedirect(_address(name, number, place, stay=said(request, "act") in OPEN_AFTER))
        opened = _own(request, desk, number)
    return _shown(request, desk, opened, wrong)


def _own(request: HttpRequest, desk: Desk, number: int) -> Open:
    """The draft, if it is this plan's; raises NotThereError."""
    return open_draft(call=asking.of(request).call, draft=number, plan=desk.view.number)


def _done(request: HttpRequest, at: At) -> tuple[Wrong, str]:
    """Carry out the act a form names; what went wrong, and the place to show."""
    act = said(request, "act")
    if act not in ACTS:
        raise places.missing("act", act)  # never "saved" of what was not done
    try:
        place = ACTS[act](request, at)
    except STRAIGHT:
        raise
    except RegisterError as error:
        typed = request.POST.get("text") if act in {"type", "add"} else None
        return Wrong(at.place, error.problems, typed, isinstance(error, ConflictError)), at.place
    if not request.headers.get("HX-Request"):
        messages.success(request, say(f"web.draft_done_{act}", asking.of(request).lang))
    return Wrong(), place


def _address(name: str, number: int, place: str, *, stay: bool) -> str:
    whole = reverse("draft", args=[name, number])
    return f"{whole}?edit={place}#{place}" if stay else f"{whole}#{place}" if place else whole


def _shown(request: HttpRequest, desk: Desk, opened: Open, wrong: Wrong) -> HttpResponse:
    """The page, or, for what is saved while it is typed, what stands below the field."""
    who, ledger = asking.of(request), entries(opened)
    whole = places_of(opened, edits_of(opened.view.number))
    part = bool(request.headers.get("HX-Request"))
    edit = wrong.place or (said(request, "place") if part else request.GET.get("edit", ""))
    names = Naming(opened.review.plan, opened.view.lang)
    return asking.page(
        request, "draft_state.html" if part else "draft.html", wrong.status, desk=desk, draft=opened.view,
        places=whole, edit=edit, now=next((one for one in whole if one.piece.key == edit), None), wrong=wrong,
        ledger=ledger, candidates=candidates, kinds=tuple(KINDS), at=who.at, adding=said(request, "act") == "add",
        may_edit=who.may("edit_draft", desk.where), stale=[one for one in whole if one.stale],
        loose=[one for one in whole if one.loose], rewritten=[one for one in whole if one.rewritten],
        offered=[one for one in whole if one.offers],
        documents=[(one.code, names.document(one.code)) for one in opened.review.plan.documents],
    )


@require_GET
def draft_history(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Who changed what, when: the newest first."""
    desk = desk_of(request, name)
    opened = _own(request, desk, number)
    return asking.page(request, "draft_history.html", desk=desk, draft=opened.view,
                       edits=history(edits_of(number), opened.begun))


@require_GET
def draft_file(request: HttpRequest, name: str, number: int, kind: str) -> HttpResponse:
    """A file of the draft as it stands; always to keep, never shown inside the page."""
    desk = desk_of(request, name)
    view = _own(request, desk, number).view
    if kind not in KINDS:
        raise places.missing("file", kind)
    with tempfile.TemporaryDirectory() as room:
        path, = write_draft_files(call=asking.of(request).call, draft=number, out=Path(room), kinds=(kind,))
        data = path.read_bytes()
    answer = HttpResponse(data, content_type=KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}-{view.as_of:%Y-%m-%d}-{number}.{kind}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


