"""The tally: how many targets stand where. Its parts add up to the whole, always (domain.md 2.1)."""

from collections import Counter
from collections.abc import Iterable

from tiendo.assessing.records import Assessment, Standing, Tally


def tally(assessments: Iterable[Assessment]) -> Tally:
    """The number of targets at each of the seven standings, in their fixed order, zeros included."""
    counts = Counter(one.standing for one in assessments)
    return Tally(tuple((standing, counts[standing]) for standing in Standing), counts.total())
