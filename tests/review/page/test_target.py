"""One target as the page shows it."""

from reviews import example
from tiendo.review import LedgerEntry
from tiendo.review.page.scene import Scene, scene_of
from tiendo.review.page.target import TargetView, target_view
from tiendo.review.prose import plain


def view(code: str, day: str = "2023-03-31") -> tuple[Scene, TargetView]:
    scene = scene_of(example(day), "vi")
    places = {line.target.code: place for place, line in enumerate(scene.review.lines)}
    return scene, target_view(scene, scene.review.lines[places[code]], places[code])


def facts(code: str, day: str = "2023-03-31") -> dict[str, str]:
    return {name: plain(said) for name, said in view(code, day)[1].facts}


def entry(scene: Scene, number: str) -> LedgerEntry:
    return next(one for one in scene.anchors.ledger if one.id == number)


def test_row_shows_the_figure_and_beside_it_the_rate_its_label_rests_on() -> None:
    _, found = view("KT-03")
    assert (plain(found.value), found.unit, plain(found.beside), found.judged_unit) == (
        "2.914,7", "tỷ đồng", "bằng 109,78% dự toán được giao", "%")


def test_attainment_is_not_cut_at_the_goal_and_says_how_it_was_computed() -> None:
    scene, found = view("VX-01")
    assert found.way
    assert found.way.shown.shown == "112,5%"
    proof = entry(scene, found.way.shown.entry)
    assert proof.computed == "(thực hiện − đầu kỳ) : (mục tiêu − đầu kỳ), nhân 100; không cắt ở 100"
    assert [entry(scene, one).shown for one in proof.inputs] == ["9 trường", "0 trường", "8 trường"]


def test_attainment_below_the_baseline_is_negative() -> None:
    _, found = view("VX-03", "2022-03-31")
    assert found.way
    assert (found.way.shown.shown, round(found.way.gone, 2)) == ("-19,4%", -19.44)


def test_facts_say_what_the_path_asks_for_and_what_is_still_needed() -> None:
    found = facts("KT-05")
    assert (found["Lộ trình cần đến"], found["Còn cần"]) == (
        "78,5 triệu đồng/người/năm", "thêm 4,87 triệu đồng/người/năm mỗi năm còn lại")


def test_step_between_two_shares_is_in_points() -> None:
    assert facts("DT-02")["Còn cần"] == "thêm 6,5 điểm % mỗi năm còn lại"


def test_where_no_attainment_can_be_computed_the_reason_stands_in_its_place() -> None:
    _, found = view("KT-01")
    assert (found.way, facts("KT-01")["Mức hoàn thành"]) == (None, "Kế hoạch không nêu số gốc")


def test_target_without_data_shows_no_value_and_keeps_its_picture() -> None:
    _, found = view("VX-02", "2022-03-31")
    assert (found.value, found.period) == ((), "")
    assert "c-gap" in found.drawing.spark


def test_structure_is_drawn_as_bars_and_has_no_single_value() -> None:
    _, found = view("KT-02")
    assert (found.value, found.drawing.shapes, len(found.parts)) == ((), "", 3)
    assert found.drawing.spark.count("<rect") == 3 + 1 + 3 + 3  # baseline, 2021 incomplete, 2022, goal
