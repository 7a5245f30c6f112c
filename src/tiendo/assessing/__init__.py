"""Standing of targets by their figures as of a day. See README.md."""

from tiendo.assessing.records import Assessment, Basis, Flag, Standing, Tally, YearResult

__all__ = ["Assessment", "Basis", "Flag", "Standing", "Tally", "YearResult"]
