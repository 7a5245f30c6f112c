"""The addresses of the site."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

from tiendo.api.v1 import api
from tiendo.web.tongue import switch


def health(_request: HttpRequest) -> HttpResponse:
    """Say whether the register can be reached: 200, or Django's 500 when the database is gone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


urlpatterns: list[URLPattern | URLResolver] = [
    path("health", health, name="health"),
    path("api/v1/", api.urls),
    path("accounts/", include("allauth.urls")),
    path("tongue", switch, name="tongue"),
    path("desk/", include("tiendo.web.desk.urls")),
    path("", include("tiendo.web.board.urls")),
]

handler400 = "tiendo.web.broken.unreadable"
handler403 = "tiendo.web.broken.refused"
handler404 = "tiendo.web.broken.missing"
handler500 = "tiendo.web.broken.failed"
