"""Open SDG's measure at the points its methodology publishes, and the same in columns."""

from math import isclose

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.assessing.many.engines import duckdb
from tiendo.assessing.many.sdg import sdg_measures
from tiendo.assessing.methods import SdgProgress, SdgSeries, SdgStatus, sdg_indicator, sdg_progress

VALUES = st.integers(-40, 200).map(lambda tenth: tenth / 2)


def grown(rate: float, target: float | None = None) -> SdgSeries:
    """A series that grew by a rate a year from 2015 to 2020, rising wanted."""
    points = ((2015, 100.0), (2020, 100.0 * (1 + rate) ** 5))
    return SdgSeries(points, rising=True, target=target)


@pytest.mark.parametrize(("rate", "score"), [(-0.03, -5), (-0.02, -5), (0, -2.5), (0.005, 0), (0.015, 2.5), (0.02,
    5), (0.04, 5)])
def test_score_without_a_target_goes_through_the_published_points(rate: float, score: float) -> None:
    """Figure 1 of the methodology: −2 % is −5, 0 % is −2.5, 0.5 % is 0, 1.5 % is 2.5, 2 % is 5."""
    found = sdg_progress(grown(rate)).score
    assert found is not None
    assert isclose(found, score, abs_tol=1e-9)


@pytest.mark.parametrize(("ratio", "score"), [(-0.8, -5), (-0.6, -5), (0, -2.5), (0.6, 0), (0.95, 2.5), (1.3, 5)])
def test_score_with_a_target_goes_through_the_published_points(ratio: float, score: float) -> None:
    """Figure 2 of the methodology: R of −60 % is −5, of 60 % is 0, of 130 % is 5."""
    needed = 0.02
    target = 100 * (1 + needed) ** 15
    found = sdg_progress(grown(ratio * needed, target=target))
    assert found.value is not None
    assert isclose(found.value, ratio, abs_tol=1e-9)
    assert found.score is not None
    assert isclose(found.score, score, abs_tol=1e-6)


@pytest.mark.parametrize(("ratio", "status"), [
    (0.96, SdgStatus.SUBSTANTIAL), (0.94, SdgStatus.MODERATE), (0.61, SdgStatus.MODERATE), (0.59, SdgStatus.LIMITED),
    (0.001, SdgStatus.LIMITED), (-0.001, SdgStatus.DETERIORATION),
])
def test_status_with_a_target_changes_at_95_60_and_0_per_cent(ratio: float, status: SdgStatus) -> None:
    assert sdg_progress(grown(ratio * 0.02, target=100 * 1.02**15)).status is status


@pytest.mark.parametrize(("rate", "status"), [
    (0.0151, SdgStatus.SUBSTANTIAL), (0.0149, SdgStatus.MODERATE), (0.0051, SdgStatus.MODERATE),
    (0.0049, SdgStatus.LIMITED), (-0.0001, SdgStatus.DETERIORATION),
])
def test_status_without_a_target_changes_at_the_fixed_rates(rate: float, status: SdgStatus) -> None:
    assert sdg_progress(grown(rate)).status is status


def test_target_reached_is_achieved_with_full_score() -> None:
    found = sdg_progress(SdgSeries(((2015, 30.0), (2019, 20.0)), rising=False, target=25.0))
    assert (found.status, found.score) == (SdgStatus.TARGET_ACHIEVED, 5.0)


def test_less_is_better_where_it_is_stated() -> None:
    assert sdg_progress(SdgSeries(((2015, 10.0), (2020, 8.0)), rising=False)).status is SdgStatus.SUBSTANTIAL
    assert sdg_progress(SdgSeries(((2015, 10.0), (2020, 8.0)), rising=True)).status is SdgStatus.DETERIORATION


def test_near_a_limit_less_growth_is_enough() -> None:
    """Phủ sóng di động từ 99,4 % lên 99,5 %: sát trần thì không thể tăng 1,5 % mỗi năm."""
    points = ((2016, 99.4), (2019, 99.5))
    assert sdg_progress(SdgSeries(points, rising=True)).status is SdgStatus.LIMITED
    assert sdg_progress(SdgSeries(points, rising=True, limit=100.0)).status is SdgStatus.MODERATE


def test_kept_at_its_limit_is_on_track() -> None:
    found = sdg_progress(SdgSeries(((2015, 100.0), (2020, 100.0)), rising=True, limit=100.0))
    assert (found.status, found.score) == (SdgStatus.SUBSTANTIAL, 5.0)


def test_base_is_the_first_year_from_2015_on() -> None:
    found = sdg_progress(SdgSeries(((2010, 1.0), (2017, 50.0), (2020, 60.0)), rising=True))
    assert found.base == (2017, 50.0)


def test_zero_is_a_thousandth() -> None:
    found = sdg_progress(SdgSeries(((2015, 0.0), (2020, 1.0)), rising=True, target=0.0))
    assert found.value is None or found.status is SdgStatus.TARGET_ACHIEVED


@pytest.mark.parametrize("points", [(), ((2015, 1.0),), ((2010, 1.0), (2012, 2.0)), ((2015, -1.0), (2020, 1.0))])
def test_without_two_years_of_one_sign_nothing_is_said(points: tuple[tuple[int, float], ...]) -> None:
    assert sdg_progress(SdgSeries(points, rising=True)).status is SdgStatus.NOT_AVAILABLE


def test_indicator_is_the_mean_of_its_series() -> None:
    two = [SdgProgress(SdgStatus.TARGET_ACHIEVED, 1.0, 5.0), SdgProgress(SdgStatus.LIMITED, 0.1, -2.0)]
    assert (sdg_indicator(two).status, sdg_indicator(two).score) == (SdgStatus.MODERATE, 1.5)
    assert sdg_indicator(two[:1]).status is SdgStatus.TARGET_ACHIEVED
    assert sdg_indicator([]).status is SdgStatus.NOT_AVAILABLE


SERIES = st.builds(
    SdgSeries, st.dictionaries(st.integers(2013, 2024), VALUES, max_size=5).map(lambda told: tuple(told.items())),
    st.booleans(), st.none() | VALUES, st.none() | st.just(100.0),
)


@settings(max_examples=8, deadline=None)
@given(st.lists(SERIES, min_size=60, max_size=60))
def test_columns_say_the_same(many: list[SdgSeries]) -> None:
    backend = duckdb()
    asked = [{"series": n, "rising": one.rising, "target": one.target, "limit": one.limit, "base_year": one.base_year,
              "target_year": one.target_year} for n, one in enumerate(many)]
    points = [{"series": n, "year": year, "value": value} for n, one in enumerate(many) for year, value in one.points]
    number, real = pa.int64(), pa.float64()
    backend.con.register("asked", pa.Table.from_pylist(asked, schema=pa.schema([
        ("series", number), ("rising", pa.bool_()), ("target", real), ("limit", real), ("base_year", number),
        ("target_year", number)])))
    backend.con.register("points", pa.Table.from_pylist(points, schema=pa.schema([
        ("series", number), ("year", number), ("value", real)])))
    told = backend.to_pyarrow(sdg_measures(backend.table("points"),
        backend.table("asked")).order_by("series")).to_pylist()
    backend.disconnect()
    meant = [sdg_progress(one) for one in many]
    assert [row["status"] for row in told] == [one.status.value for one in meant]
    assert [_near(row["value"], one.value) and _near(row["score"], one.score)
            for row, one in zip(told, meant, strict=True)] == [True] * len(many)


def _near(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
