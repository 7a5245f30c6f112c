"""Back the register up, restore it, and name its content by a hash."""

from pathlib import Path

from tiendo.errors import NotAllowedError, Problem
from tiendo.store import places
from tiendo.store.permissions import permitting
from tiendo.store.safekeeping import Kept, content_hash, read_backup, write_backup
from tiendo.usecases.register.call import Call

__all__ = ["Kept", "backup", "hash_register", "restore"]


def backup(*, call: Call, path: Path) -> Kept:
    """Write the whole register as one file; what stood there is replaced only when the new one is whole.

    The log keeps no line of it: a backup shows the register as it is. Raises NotAllowedError, RegisterError (S701).
    """
    _allow(call, "backup")
    return write_backup(path)


def restore(*, call: Call, path: Path) -> Kept:
    """Restore an empty register, all of it or nothing, and only when its content hash agrees (S702 to S705)."""
    _allow(call, "restore")
    return read_backup(path)


def hash_register(*, call: Call) -> Kept:
    """The hash of everything the register holds: the same after a restore."""
    _allow(call, "backup")
    return content_hash()


def _allow(call: Call, act: str) -> None:
    if permitting(call.actor, act, places.nowhere()) is None:
        raise NotAllowedError([Problem("S301", values={"who": call.actor.name, "act": act})])
