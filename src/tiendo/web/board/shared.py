"""What is the same for everybody on a page, drawn once a version of the register; the rest is the reader's own."""

from collections.abc import Callable, Mapping
from sys import getsizeof
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from markupsafe import Markup

from tiendo.web.board.scene import Scene
from tiendo.web.memory import Memory

__all__ = ["forget", "shared"]

BODIES: Memory[Markup] = Memory(64 * 2**20, getsizeof)


def forget() -> None:
    """Keep nothing any more: another database is asked."""
    BODIES.forget()


def shared(
    request: HttpRequest, template: str, scene: Scene, shown: Callable[[], Mapping[str, Any]], *, beside: str = "",
) -> Markup:
    """The part of a page a template draws from `shown`, kept by its address, day, language and version.

    Nothing in it may depend on who asks but what `beside` says; a form's token never.
    """
    key = (template, request.get_full_path(), scene.plan.name, scene.version, scene.on, scene.lang, beside)
    return BODIES.get(key, lambda: Markup(  # noqa: S704 - our own template, which escapes
        render_to_string(template, {"scene": scene, **shown()}, request)))
