"""An exchange on disk: written whole, read back, everything wrong named before any number."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from assessing.stories import a_figure, a_target
from tiendo.assessing import Standing, assess_plan, tally
from tiendo.assessing.many.simulation import Size
from tiendo.errors import OutputError, PlanError
from tiendo.plan import Kind, Plan, read_plan
from tiendo.usecases.assess_country import assess_country
from tiendo.usecases.exchange_folder import export_plans, simulate_country

EXAMPLE = Path(__file__).parents[2] / "examples" / "63-tinh"
DAY = date(2015, 12, 31)


@pytest.fixture(scope="module")
def exchange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trao-doi") / "63-tinh"
    export_plans(plans=[read_plan(EXAMPLE)], target=folder)
    return folder


def copied(source: Path, target: Path, **changed: Any) -> Path:
    """The exchange with some tables changed: name=function of its rows."""
    for path in source.rglob("*.parquet"):
        name = path.stem if path.parent == source else "figures"
        table = pq.read_table(path, partitioning=None)
        if name in changed:
            table = pa.Table.from_pylist(changed[name](table.to_pylist()), schema=table.schema)
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(table, place)
    return target


def codes(folder: Path) -> list[str]:
    with pytest.raises(PlanError) as told:
        assess_country(folder=folder, as_of=DAY)
    return sorted({problem.code for problem in told.value.problems})


def test_country_says_what_the_definition_says(exchange: Path, tmp_path: Path) -> None:
    found = assess_country(folder=exchange, as_of=DAY, out=tmp_path / "ket-qua")
    meant = tally(assess_plan(read_plan(EXAMPLE), DAY))
    top = next(row for row in found.bodies.to_pylist() if row["body"] == "BTC")
    assert [top[one.value] for one in Standing] == [meant.of(one) for one in Standing]
    assert sorted(path.name for path in (tmp_path / "ket-qua").iterdir()) == \
        [f"{name}.parquet" for name in ("bodies", "criteria", "indicators", "series", "streaks", "values",
            "verdicts")]
    whole = next(row for row in found.values.to_pylist() if row["body"] == "BTC")
    shown = [row["value"] for row in found.verdicts.to_pylist() if row["value"] is not None]
    assert (whole["told"], whole["asked"], whole["averaged"]) == (len(shown), 63, True)
    assert whole["value"] == pytest.approx(sum(shown) / len(shown))  # rates of fulfilment: no weights, a plain mean
    assert found.indicators.num_rows == 63


def test_tree_with_a_ring_is_named(exchange: Path, tmp_path: Path) -> None:
    def ring(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**row, "parent": "AG" if row["code"] == "BTC" else row["parent"]} for row in rows]

    assert codes(copied(exchange, tmp_path / "x", bodies=ring)) == ["A114"]


def test_everything_wrong_is_named_at_once(exchange: Path, tmp_path: Path) -> None:
    """Số liệu không chỉ tiêu, hai số một kỳ, kỳ hạn ngược, trọng số 0, từ lạ: nêu cả, không đánh giá gì."""
    def figures(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [*rows, {**rows[0], "series": 9999, "no": 100001}, {**rows[0], "no": 100002}]

    def targets(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        odd = [{**rows[1], "begins_on": DAY, "due_on": DAY}, {**rows[2], "weight": 0}, {**rows[3], "end_rule": "best"}]
        return [rows[0], *odd, *rows[4:], rows[0]]

    def bodies(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [*rows, rows[1], {**rows[2], "code": "X", "parent": "nobody"}]

    found = codes(copied(exchange, tmp_path / "x", figures=figures, targets=targets, bodies=bodies))
    assert found == ["A105", "A107", "A108", "A109", "A110", "A112", "A115", "A116"]


def test_weights_of_bodies_make_a_whole_or_are_not_stated(exchange: Path, tmp_path: Path) -> None:
    """Trọng số của các tỉnh cộng lại 0,63 chứ không phải 1: không tính bình quân nào."""
    def some(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**row, "weight": None if row["parent"] is None else 10_000} for row in rows]

    with pytest.raises(PlanError) as told:
        assess_country(folder=copied(exchange, tmp_path / "x", bodies=some), as_of=DAY)
    assert [(problem.code, problem.values) for problem in told.value.problems] == \
        [("A117", {"body": "BTC", "sum": "0.63", "told": "63", "count": "63"})]


def test_facts_that_differ_from_their_columns_are_named(exchange: Path, tmp_path: Path) -> None:
    def estimate(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**rows[0], "actual": not rows[0]["actual"]}, *rows[1:]]

    assert codes(copied(exchange, tmp_path / "x", figures=estimate)) == ["A125"]


def test_shares_that_make_no_whole_are_named(exchange: Path, tmp_path: Path) -> None:
    def half(_: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{"predecessor": "AG", "successor": "BL", "on": DAY, "share": 500_000, "part": 1_000_000}]

    assert codes(copied(exchange, tmp_path / "x", successions=half)) == ["A113"]


def test_many_of_a_kind_are_counted_not_listed(exchange: Path, tmp_path: Path) -> None:
    folder = copied(exchange, tmp_path / "x", targets=lambda rows: [{**row, "weight": -1} for row in rows])
    with pytest.raises(PlanError) as told:
        assess_country(folder=folder, as_of=DAY)
    assert [problem.code for problem in told.value.problems] == ["A112"] * 20 + ["A119"]
    assert dict(told.value.problems[-1].values) == {"code": "A112", "more": "43"}


def test_missing_table_wrong_column_and_broken_file_are_named_together(exchange: Path, tmp_path: Path) -> None:
    folder = copied(exchange, tmp_path / "x")
    (folder / "bodies.parquet").unlink()
    (folder / "ties.parquet").write_bytes(b"PAR1 no")
    pq.write_table(pa.table({"series": ["a"]}), folder / "milestones.parquet")
    with pytest.raises(PlanError) as told:
        assess_country(folder=folder, as_of=DAY)
    assert {problem.code for problem in told.value.problems} == {"A103", "A104", "A124"}


@pytest.mark.parametrize(("value", "code"), [("NaN", "A101"), ("Infinity", "A101"), ("1e17", "A102"),
    ("0.123456789012345678", "A102")])
def test_number_columns_cannot_hold_is_named_and_nothing_written(value: str, code: str, tmp_path: Path) -> None:
    target = a_target(Kind.LEVEL_END, "90", baseline="80")
    with pytest.raises(PlanError) as told:
        export_plans(plans=[Plan(targets=(target,), figures=(a_figure("2022", value),))], target=tmp_path / "x")
    assert {problem.code for problem in told.value.problems} == {code}
    assert list(tmp_path.iterdir()) == []


def test_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "mine.txt").write_text("giữ nguyên", encoding="utf-8")
    with pytest.raises(OutputError) as told:
        export_plans(plans=[read_plan(EXAMPLE)], target=tmp_path / "x")
    assert [problem.code for problem in told.value.problems] == ["A120"]
    assert [path.name for path in tmp_path.rglob("*")] == ["x", "mine.txt"]


def test_empty_columns_and_units_without_steps_are_named(exchange: Path, tmp_path: Path) -> None:
    """Không chia cho số không, không so với ô trống: nêu tên trước khi có con số nào."""
    def targets(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**rows[0], "per_unit": 0}, {**rows[1], "direction": None, "due_on": None}, *rows[2:]]

    with pytest.raises(PlanError) as told:
        assess_country(folder=copied(exchange, tmp_path / "x", targets=targets), as_of=DAY)
    assert [(problem.code, problem.values) for problem in told.value.problems] == [
        ("A127", {"column": "direction", "count": "1"}), ("A127", {"column": "due_on", "count": "1"}),
        ("A126", {"code": "THU-AG", "per_unit": "0"}),
    ]


def test_bodies_nobody_tells_of_are_named(exchange: Path, tmp_path: Path) -> None:
    """Chỉ tiêu của đơn vị không có trong danh sách không được lặng lẽ rơi khỏi bảng xếp hạng."""
    def gone(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [row for row in rows if row["code"] != "AG"]

    assert codes(copied(exchange, tmp_path / "x", bodies=gone)) == ["A118"]


def test_merged_communes_carry_the_series_of_those_before(tmp_path: Path) -> None:
    """Xã sáp nhập tháng 7/2025: chuỗi trước đó là của các xã cũ, theo trọng số; từ đó là của chính xã."""
    merger = date(2025, 7, 1)
    for name in ("a", "b"):
        simulate_country(size=Size(bodies=6, targets=12, months=58, seed=7), target=tmp_path / name)
    found = assess_country(folder=tmp_path / "a", as_of=date(2025, 10, 31)).series
    again = assess_country(folder=tmp_path / "b", as_of=date(2025, 10, 31)).series
    assert found.equals(again)
    rows = found.to_pylist()
    assert {row["carried"] == (row["ends_on"] < merger) for row in rows} == {True}
    old = pq.read_table(tmp_path / "a" / "histories.parquet").to_pylist()
    changes = pq.read_table(tmp_path / "a" / "successions.parquet").to_pylist()
    assert len({(row["body"], row["indicator"]) for row in rows}) == 12
    for row in rows:
        if row["carried"]:
            assert (row["value"], row["covered"]) == pytest.approx(_by_hand(row, old, changes))


def _by_hand(row: dict[str, Any], old: list[dict[str, Any]], changes: list[dict[str, Any]]) -> tuple[float, float]:
    """One month of a merged commune from the communes before: amounts by share, rates by part."""
    told = {one["body"]: one for one in old
            if (one["ends_on"], one["indicator"]) == (row["ends_on"], row["indicator"])}
    into = [one for one in changes if one["successor"] == row["body"] and one["predecessor"] in told]
    covered = sum(one["part"] for one in into)
    averaged = next(iter(told.values()))["averaged"]
    weighed = sum(told[one["predecessor"]]["value"] / told[one["predecessor"]]["per_unit"]
                  * one["part" if averaged else "share"] for one in into)
    return weighed / (covered if averaged else 1_000_000), covered / 10_000


def test_simulation_is_the_same_for_the_same_seed_and_has_no_faults(tmp_path: Path) -> None:
    size = Size(bodies=12, targets=30, months=30, seed=7)
    counts = [simulate_country(size=size, target=tmp_path / name) for name in ("a", "b")]
    assert counts[0] == counts[1]
    told = [assess_country(folder=tmp_path / name, as_of=date(2023, 6, 30)).verdicts for name in ("a", "b")]
    assert told[0].equals(told[1])
    assert told[0].num_rows == 360
    assert {row["standing"] for row in told[0].to_pylist()} >= {"exceeded", "met", "on_path", "behind", "unproven"}
    other = simulate_country(size=Size(bodies=12, targets=30, months=30, seed=8), target=tmp_path / "c")
    assert other["figures"] != counts[0]["figures"]
