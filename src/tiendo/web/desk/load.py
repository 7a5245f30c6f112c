"""Loading a plan: send a workbook or a packed folder, see every error or what it would bring, then confirm."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tiendo.errors import NotAllowedError, Place, PlanError, Problem, RegisterError, ReviewError
from tiendo.usecases.register.plan_upload import Preview, confirm_upload, drop_upload, may_load, preview_upload
from tiendo.web import asking
from tiendo.web.answers import STRAIGHT
from tiendo.web.desk.steps import said
from tiendo.words import say


@require_http_methods(["GET", "POST"])
def load(request: HttpRequest) -> HttpResponse:
    """The page; nothing is in the register before the preview is confirmed."""
    who = asking.of(request)
    if not may_load(who.actor):
        raise NotAllowedError([Problem("S301", values={"who": who.actor.name, "act": "load_plan"})])
    preview: Preview | None = None
    problems: tuple[Problem, ...] = ()
    try:
        if said(request, "act") == "confirm":
            return _confirmed(request)
        if said(request, "act") == "drop":
            drop_upload(call=who.call)
            return HttpResponseRedirect(reverse("load"))
        if request.method == "POST":
            preview = _previewed(request)
    except STRAIGHT:
        raise
    except (PlanError, ReviewError, RegisterError) as error:
        problems = error.problems
    return asking.page(request, "load.html", 422 if problems else 200, preview=preview, problems=problems,
                       limit=settings.TIENDO["upload_bytes"] // 2**20)


def _previewed(request: HttpRequest) -> Preview:
    sent = request.FILES.get("plan")
    if sent is None:
        raise RegisterError([Problem("S501", Place("form", column="plan"))])
    limit = settings.TIENDO["upload_bytes"]
    data = sent.read(limit + 1)
    return preview_upload(call=asking.of(request).call, name=sent.name or "", data=data, limit=limit)


def _confirmed(request: HttpRequest) -> HttpResponse:
    who = asking.of(request)
    done = confirm_upload(call=who.call, token=said(request, "token"), limit=settings.TIENDO["upload_bytes"])
    key = "load_done" if done.new else "load_same"
    messages.success(request, say(f"web.{key}", who.lang, figures=done.figures, reports=done.reports))
    return HttpResponseRedirect(reverse("today", args=[done.name]))
