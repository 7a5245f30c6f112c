"""The switch between Vietnamese and English: a cookie, nothing about the person."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from tiendo.web.asking import COOKIE
from tiendo.words import LANGS

__all__ = ["switch"]


@csrf_exempt
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language and go back to the page it was chosen on.

    It needs no token: the worst another site could do is to change the language, and without one a public page is the
    same for everybody and can be kept (`board.public`).
    """
    lang, back = request.POST.get("lang", ""), request.POST.get("back", "/")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    answer = HttpResponseRedirect(back if safe else "/")
    if lang in LANGS:
        answer.set_cookie(COOKIE, lang, max_age=365 * 86400, samesite="Lax", httponly=True, secure=request.is_secure())
    return answer
