"""Both kinds of register for every test here; what pages keep in memory is forgotten between them."""

import pytest

from registers import own_register, register, registers
from tiendo.web import known
from tiendo.web.board import public, scene, shared, target

__all__ = ["own_register", "register", "registers"]


@pytest.fixture(autouse=True)
def _forget() -> None:
    for memory in (known, public, scene, shared, target):
        memory.forget()
