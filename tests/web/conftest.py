"""Both kinds of register for every test here."""

from registers import own_register, register, registers

__all__ = ["own_register", "register", "registers"]
