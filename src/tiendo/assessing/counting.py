"""The tally: how many targets stand where. Its parts add up to the whole, always (domain.md 2.1), also in words."""

from collections import Counter
from collections.abc import Iterable

from tiendo.assessing.records import Assessment, Standing, Tally
from tiendo.words import Lang, say


def tally(assessments: Iterable[Assessment]) -> Tally:
    """The number of targets at each of the seven standings, in their fixed order, zeros included."""
    counts = Counter(one.standing for one in assessments)
    return Tally(tuple((standing, counts[standing]) for standing in Standing), counts.total())


def sum_parts(counts: Tally, lang: Lang, *, zeros: bool = False) -> tuple[tuple[Standing, int, str], ...]:
    """The parts of a sum in writing: standing, count and its word ("9", "vượt"); `zeros` takes in parts of none."""
    words = {standing: say(f"assessing.standing_{standing}", lang) for standing, _ in counts.counts}
    return tuple((standing, count, words[standing][:1].lower() + words[standing][1:])
                 for standing, count in counts.counts if count or zeros)


def sum_text(counts: Tally, lang: Lang) -> str:
    """The parts that add up, in writing: "9 vượt + 3 đạt + 5 bảo đảm tiến độ"."""
    return " + ".join(f"{count} {word}" for _, count, word in sum_parts(counts, lang))
