"""The log: who did what, when, where and why, newest first."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from tiendo.store.queries.log import acts_of
from tiendo.usecases.register.call import allow
from tiendo.web import asking
from tiendo.web.desk.nav import desk_of


@require_GET
def log(request: HttpRequest, name: str) -> HttpResponse:
    """The last lines of this plan's part of the tree."""
    desk = desk_of(request, name)
    allow(asking.of(request).call, "view_log", desk.where)
    return asking.page(request, "log.html", desk=desk, acts=acts_of(desk.where.plan))
