"""The one file a person has sent and not yet confirmed; gone when it is."""

from datetime import datetime

from tiendo.store import models as rows
from tiendo.store.transactions import reachable, whole

__all__ = ["drop", "keep", "kept"]


def keep(account: int, name: str, data: bytes, at: datetime) -> None:
    """Keep a file in the place of the one that waited."""
    with whole():
        rows.PendingUpload.objects.update_or_create(
            account_id=account, defaults={"name": name, "data": data, "at": at})


@reachable()
def kept(account: int | None) -> tuple[str, bytes] | None:
    """The name and bytes of the file that waits; None without one."""
    row = rows.PendingUpload.objects.filter(account=account).first()
    return (row.name, bytes(row.data)) if row else None


def drop(account: int | None) -> None:
    """Forget the file that waits."""
    with whole():
        rows.PendingUpload.objects.filter(account=account).delete()
