"""What people say beside a figure: remarks, proof, another value. Added, never changed."""

from decimal import Decimal

from tiendo.store import models as rows
from tiendo.store.decision_rows import keep_bytes
from tiendo.store.stamp import Stamp

__all__ = ["add_comment", "add_evidence", "add_opinion"]


def add_comment(figure: int, text: str, stamp: Stamp) -> int:
    """Add a remark; gives its number."""
    return rows.Comment.objects.create(
        figure_id=figure, text=text, at=stamp.at, by_id=stamp.account, position=stamp.position).pk


def add_evidence(figure: int, name: str, kind: str, data: bytes, stamp: Stamp) -> int:
    """Add a file that proves a figure; gives its number."""
    return rows.Evidence.objects.create(
        figure_id=figure, name=name, kind=kind, blob_id=keep_bytes(data), at=stamp.at, by_id=stamp.account,
        position=stamp.position).pk


def add_opinion(figure: int, value: Decimal, motive: str, method: str, stamp: Stamp) -> int:
    """Put another value beside a figure, in the name of the body that acts; gives its number."""
    body = rows.Body.objects.filter(code=stamp.body).first() or rows.Figure.objects.get(pk=figure).body
    return rows.SecondOpinion.objects.create(
        figure_id=figure, body=body, value=value, motive=motive, method=method, at=stamp.at, by_id=stamp.account,
        position=stamp.position).pk
