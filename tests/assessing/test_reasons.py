"""The sentence beside a label, as each language writes numbers, days, periods and levels."""

from datetime import date
from pathlib import Path

from assessing.stories import a_figure, a_path, a_target, assigned, figures, judged
from tiendo.assessing import Assessment, Basis, Flag, Standing, reason_text
from tiendo.plan import Direction, Kind
from tiendo.words import LANGS, catalogue

SOURCE = Path(__file__).parents[2] / "src" / "tiendo" / "assessing"
BUILT = ("growth_", "end_", "parts_")  # keys put together from a standing or an end rule


def test_vietnamese_and_english_write_numbers_their_own_way() -> None:
    target = a_target(Kind.LEVEL_END, "95", baseline="90", unit="%")
    found = judged(target, a_figure("2022", "93.4"), milestones=a_path(y2022="92.8"))
    assert [reason_text(target, found, lang) for lang in LANGS] == \
        ["Đến ngày 31/12/2022 là 93,4%; lộ trình cần 92,8%.", "93.4% on 31 December 2022; the path asks for 92.8%."]


def test_reported_values_are_shown_as_reported_and_computed_ones_with_two_decimals() -> None:
    target = a_target(Kind.RELATIVE_TO_ASSIGNED, "105", unit="tỷ đồng")
    found = judged(target, *figures(y2021="2618.9"), assignments=(assigned("2021", "2480", "2020-12-08"),),
                   as_of=date(2022, 3, 31))
    assert reason_text(target, found, "vi") == "1/1 năm đã khép đều đạt; năm 2021 là 105,6%, mục tiêu từ 105% trở lên."
    assert dict(found.reason_values)["value"] == "105.6"


def test_amounts_beside_a_share_keep_their_own_unit() -> None:
    target = a_target(Kind.RELATIVE_TO_ASSIGNED, "105", unit="tỷ đồng")
    pair = (a_figure("2021", "2200", id="a"), a_figure("2021", "2100", id="b"))
    assert reason_text(target, judged(target, *pair, as_of=date(2022, 3, 31)), "vi") == \
        "Hai số liệu đã duyệt của cùng kỳ năm 2021 khác nhau: 2.100 tỷ đồng và 2.200 tỷ đồng."


def test_levels_of_a_scale_are_said_in_words() -> None:
    target = a_target(Kind.RATING, "2", scale="vn.xep_loai", unit="mức")
    found = judged(target, *figures(y2021="2", y2022="1"))
    assert reason_text(target, found, "vi") == (
        "Số của năm 2022 là Hoàn thành nhiệm vụ, mục tiêu từ Hoàn thành tốt nhiệm vụ trở lên; đạt 1/2 năm đã khép."
    )


def test_band_and_strict_goals_are_said_as_they_stand() -> None:
    band = a_target(Kind.LEVEL_END, "8", goal_upper="10", unit="km")
    inside = a_target(Kind.LEVEL_END, "8", goal_upper="10", unit="km", direction=Direction.WITHIN)
    under = a_target(Kind.LEVEL_END, "1", unit="%", direction=Direction.AT_MOST, strict=True)
    said = [reason_text(one, judged(one, a_figure("2025", value), as_of=date(2026, 1, 1)), "vi")
            for one, value in ((band, "9"), (inside, "9"), (under, "1"))]
    assert said == [
        "Đến ngày 31/12/2025 là 9 km; mục tiêu 8–10 km.",
        "Đến ngày 31/12/2025 là 9 km; mục tiêu trong khoảng 8–10 km.",
        "Đến hạn 31/12/2025 là 1%; mục tiêu dưới 1%.",
    ]


def test_periods_are_said_in_words() -> None:
    target = a_target(Kind.MAINTAIN, "100", unit="%", frequency="half")
    found = judged(target, a_figure("2021-H1", "100"), a_figure("2022-H2", "100"))
    assert reason_text(target, found, "vi") == (
        "Chưa thể nói là luôn giữ được từ 100% trở lên: "
        "thiếu số liệu 6 tháng cuối năm 2021, 6 tháng đầu năm 2022."
    )


def test_every_label_has_its_words() -> None:
    kinds = (("standing", Standing), ("basis", Basis), ("flag", Flag))
    keys = [f"{name}_{one}" for name, labels in kinds for one in labels]
    assert [key for key in keys if key not in catalogue("assessing", "vi")] == []


def test_every_worded_reason_is_given_by_some_rule() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    names = [key.removeprefix("reason_") for key in catalogue("assessing", "vi") if key.startswith("reason_")]
    assert [name for name in names if f'"{name}"' not in source and not name.startswith(BUILT)] == []


def test_what_a_path_asks_of_counted_things_is_whole() -> None:
    """"Lộ trình cần 3,41 trường": nobody builds 0.41 of a school."""
    up = a_target(Kind.CUMULATIVE, "8", baseline="0", unit="trường")
    down = a_target(Kind.LEVEL_END, "4", baseline="12", unit="vụ", direction=Direction.AT_MOST)
    rising, falling = a_path(y2022="3.41"), a_path(y2022="9.7")
    told = [reason_text(one, judged(one, a_figure("2022", value), milestones=path), "vi")
            for one, value, path in ((up, "3", rising), (up, "4", rising), (down, "10", falling), (down, "9", falling))]
    assert told == [
        "Đến ngày 31/12/2022 là 3 trường, chưa bằng lộ trình (4 trường).",
        "Đến ngày 31/12/2022 là 4 trường; lộ trình cần 4 trường.",
        "Đến ngày 31/12/2022 là 10 vụ, chưa bằng lộ trình (9 vụ).",
        "Đến ngày 31/12/2022 là 9 vụ; lộ trình cần 9 vụ.",
    ]


def test_parts_are_named_where_their_names_are_given() -> None:
    """The terminal says "chậm: CN, NN": nobody outside the office knows these codes."""
    target = a_target(Kind.STRUCTURE, None)
    found = Assessment("KT", date(2023, 3, 31), Standing.BEHIND, Basis.PARTS, "reason_parts_behind",
                       (("period", "2022"), ("met", "1"), ("of", "3"), ("parts", "CN, NN")))
    names = {"CN": "công nghiệp – xây dựng", "NN": "nông nghiệp"}
    assert reason_text(target, found, "vi", names) == (
        "Kỳ năm 2022: 1/3 thành phần đạt mục tiêu; chậm: công nghiệp – xây dựng, nông nghiệp.")
