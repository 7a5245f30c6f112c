"""Every part of the design system on one page: to check contrast, wording and states before a page is built."""

import re
from functools import cache

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from tiendo.assessing import Standing
from tiendo.store.states import State
from tiendo.web import asking

COLOURS = ("paper", "surface", "sunken", "ink", "work", "over", "met", "late", "miss", "none", "lacquer")
SIZES = ("12", "13", "14", "16", "20", "26", "36")


@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """The page of parts; it belongs to no plan."""
    return asking.page(request, "components.html", standings=tuple(Standing), states=tuple(State), colours=COLOURS,
                       sizes=SIZES, icons=icons())


@cache
def icons() -> tuple[str, ...]:
    """The names of the sprite's icons."""
    path = finders.find("tiendo/icons.svg")
    if not isinstance(path, str):
        raise FileNotFoundError("tiendo/icons.svg")
    with open(path, encoding="utf-8") as sprite:  # noqa: PTH123 - what the finder found is a plain path
        return tuple(re.findall(r'id="i-([\w-]+)"', sprite.read()))
