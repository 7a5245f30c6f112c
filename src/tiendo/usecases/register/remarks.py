"""Beside a figure: a remark, a file that proves it, another value with motive and method."""

from decimal import Decimal

from tiendo.errors import Place, Problem, RegisterError
from tiendo.store import places, remark_rows
from tiendo.usecases.register.call import Call, doing
from tiendo.usecases.register.files import check_file

__all__ = ["attach_evidence", "comment", "give_opinion"]


def comment(*, call: Call, figure: int, text: str) -> int:
    """Add a remark to a figure; gives its number. S210 without words."""
    with doing("comment", call, places.of_figure(figure), f"figure {figure}") as now:
        return remark_rows.add_comment(figure, _words(text, "text"), now.stamp)


def attach_evidence(*, call: Call, figure: int, name: str, data: bytes, limit: int) -> int:
    """Add a file that proves a figure; gives its number.

    The file is judged by its bytes (a document, a picture, a sheet), kept under a name of ours, and never opened.
    Raises RegisterError: S501 empty, S502 larger than `limit` bytes, S503 of a kind that is not taken.
    """
    with doing("attach_evidence", call, places.of_figure(figure), f"figure {figure}", name) as now:
        kind = check_file(name, data, limit)
        return remark_rows.add_evidence(figure, name[-200:], kind, data, now.stamp)


def give_opinion(*, call: Call, figure: int, value: Decimal, motive: str, method: str) -> int:
    """Put another value beside a figure, with motive and method; neither value is ever erased. Gives its number."""
    with doing("give_opinion", call, places.of_figure(figure), f"figure {figure}", motive) as now:
        words = _words(motive, "motive"), _words(method, "method")
        return remark_rows.add_opinion(figure, value, *words, now.stamp)


def _words(text: str, column: str) -> str:
    if not text.strip():
        raise RegisterError([Problem("S210", Place("form", column=column))])
    return text.strip()
