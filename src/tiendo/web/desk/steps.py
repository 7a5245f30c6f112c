"""Forms of a page that carry out acts: which one was sent, what went wrong, what is said when it went well."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVarTuple

from django.contrib import messages
from django.http import HttpRequest

from tiendo.errors import Problem, RegisterError
from tiendo.web import asking
from tiendo.web.answers import STRAIGHT, status_of
from tiendo.words import say

__all__ = ["NOTHING", "Outcome", "Step", "carried_out", "number_said", "said"]

Step = Callable[[HttpRequest, int], None]
Subject = TypeVarTuple("Subject")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a form: which act it named, its problems and the page's HTTP status; `done` when it went well."""

    act: str = ""
    problems: tuple[Problem, ...] = ()
    done: bool = False
    status: int = 200


NOTHING = Outcome()


def carried_out(
    request: HttpRequest, steps: Mapping[str, Callable[[HttpRequest, *Subject], None]], *subject: *Subject,
) -> Outcome:
    """Carry out the act a form names (`act`) on what the page is about; what it says is `web.done_<act>`."""
    act = said(request, "act")
    if request.method != "POST" or act not in steps:
        return NOTHING
    try:
        steps[act](request, *subject)
    except STRAIGHT:
        raise
    except RegisterError as error:
        return Outcome(act, error.problems, status=status_of(error))
    messages.success(request, say(f"web.done_{act}", asking.of(request).lang))
    return Outcome(act, done=True)


def said(request: HttpRequest, name: str) -> str:
    """What was typed in a field, without the spaces around it; NUL, which no database keeps, is one of them."""
    return request.POST.get(name, "").replace("\x00", " ").strip()


def number_said(request: HttpRequest, name: str) -> int:
    """The row's number in a hidden field; 0, which names nothing, when it is none."""
    text = said(request, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0
