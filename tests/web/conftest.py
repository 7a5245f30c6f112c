"""Both kinds of register for every test here; what pages keep in memory is forgotten between them."""

import pytest

from registers import own_register, register, registers
from tiendo.web.board import public, scene, shared, target
from tiendo.web.desk import nav

__all__ = ["own_register", "register", "registers"]


@pytest.fixture(autouse=True)
def _forget() -> None:
    for memory in (nav, public, scene, shared, target):
        memory.forget()
