"""The commands. Each makes one call and shows a value; exit codes stand in one table (`exits`)."""

from tiendo.cli.app import main

__all__ = ["main"]
