"""A country nobody lives in: real units and their mergers, invented targets and figures, the same for the same seed."""

from tiendo.assessing.many.simulation.country import Size, Table, simulated

__all__ = ["Size", "Table", "simulated"]
