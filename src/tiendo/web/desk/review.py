"""The review: begin a draft to write on, go on with one, or get the files at once as the register writes them."""

import tempfile
from pathlib import Path
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tiendo.errors import Problem, RegisterError, ReviewError
from tiendo.store import places
from tiendo.store.queries.drafts import drafts_of
from tiendo.usecases.register.call import allow
from tiendo.usecases.register.drafts import begin_draft
from tiendo.usecases.register.review import write_register_review
from tiendo.web import asking
from tiendo.web.answers import STRAIGHT
from tiendo.web.desk.fields import day_said
from tiendo.web.desk.nav import Desk, desk_of

KINDS = MappingProxyType({
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "md": "text/markdown; charset=utf-8",
})  # the end of the name of a file a review writes -> its media type
FORMS = ("party", "state")


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, name: str) -> HttpResponse:
    """Choose, and write or get the file; a file is always to keep, never shown inside the page."""
    desk, who = desk_of(request, name), asking.of(request)
    allow(who.call, "write_review", places.of_plan(desk.view.number))
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            return _begun(request, desk) if request.POST.get("act") == "begin" else _written(
                request, desk.view.number, name)
        except STRAIGHT:
            raise
        except (RegisterError, ReviewError) as error:
            problems = error.problems
    return asking.page(
        request, "review.html", 422 if problems else 200, desk=desk, problems=problems, kinds=tuple(KINDS),
        forms=FORMS, typed=request.POST, today=who.at.date(), drafts=drafts_of(desk.view.number),
        may_edit=who.may("edit_draft", desk.where),
    )


def _begun(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A new draft, opened; in the language of the page."""
    day, form, who = day_said(request.POST, "as_of"), request.POST.get("form", ""), asking.of(request)
    if isinstance(day, Problem):
        raise RegisterError([day])
    number = begin_draft(call=who.call, plan=desk.view.number, as_of=day, form=form if form in FORMS else FORMS[0],
                         lang=who.lang)
    return HttpResponseRedirect(reverse("draft", args=[desk.view.name, number]))


def _written(request: HttpRequest, plan: int, name: str) -> HttpResponse:
    day = day_said(request.POST, "as_of")
    if isinstance(day, Problem):
        raise RegisterError([day])
    kind, form = request.POST.get("kind", ""), request.POST.get("form", "")
    kind = kind if kind in KINDS else "docx"
    with tempfile.TemporaryDirectory() as room:
        written = write_register_review(call=asking.of(request).call, plan=plan, as_of=day, out=Path(room),
                                        form=form if form in FORMS else FORMS[0])
        data = next(path for path in written.files if path.suffix == f".{kind}").read_bytes()
    answer = HttpResponse(data, content_type=KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}-{day:%Y-%m-%d}.{kind}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
