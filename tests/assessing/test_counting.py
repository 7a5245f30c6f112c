"""The labels share out the set: nothing is counted twice, nothing is left unsaid."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assessing.stories import a_figure, a_target, judged
from tiendo.assessing import Standing, sum_parts, sum_text, tally
from tiendo.plan import Kind

ONE = judged(a_target(Kind.LEVEL_END, "9"), a_figure("2022", "9"))


@given(st.lists(st.sampled_from(Standing)))
def test_tally_partitions_the_set(standings: list[Standing]) -> None:
    """22 đạt và vượt + 2 xấp xỉ + 2 chưa đạt = 26."""
    count = tally([replace(ONE, standing=standing) for standing in standings])
    assert [standing for standing, _ in count.counts] == list(Standing)
    assert sum(number for _, number in count.counts) == count.total == len(standings)
    assert [count.of(standing) for standing in Standing] == [standings.count(standing) for standing in Standing]


def test_tally_of_several_standings_adds_them() -> None:
    count = tally([ONE, replace(ONE, standing=Standing.EXCEEDED), replace(ONE, standing=Standing.MISSED)])
    assert count.of(Standing.MET, Standing.EXCEEDED) == 2


def test_the_sum_is_written_once_for_every_door() -> None:
    """The sentence "9 vượt + 3 đạt = 12" is put together in three places."""
    count = tally([ONE, ONE, replace(ONE, standing=Standing.MISSED)])
    assert (sum_text(count, "vi"), sum_text(count, "en")) == ("2 đạt + 1 không đạt", "2 met + 1 missed")
    assert [(standing, number) for standing, number, _ in sum_parts(count, "vi", zeros=True)] == list(count.counts)
