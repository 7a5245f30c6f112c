"""The plan's own fields: its name, and the body and the resolution under review."""

import re
from collections.abc import Iterator

from tiendo.errors import Problem
from tiendo.plan.draft import Draft
from tiendo.plan.outline import outline_problems
from tiendo.plan.rules.references import dangling

_SLUG = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*")  # what a Data Package's name may be
_NEEDED = frozenset({"title_vi", "body", "document"})
_TABLES = {"body": "bodies", "document": "documents"}


def head_problems(draft: Draft) -> Iterator[Problem]:
    """A name fit for a file, a Vietnamese title, a known body and document, and an outline that can be drawn.

    Fields that could not be read have no place in the draft; they are problems already.
    """
    for field, place in draft.head_places.items():
        value = getattr(draft.head, field)
        if field == "name" and not _SLUG.fullmatch(value):
            yield Problem("P308", place, {"name": value})
        elif field in _NEEDED and not value:
            yield Problem("P201", place)
        elif field in _TABLES:
            yield from dangling(value, _TABLES[field], draft.known(_TABLES[field]), place)
    if draft.head.outline:
        yield from outline_problems(draft.head.outline)
