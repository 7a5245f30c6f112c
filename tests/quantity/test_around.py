"""The words around an amount."""

import pytest

from tiendo.quantity.around import bound_around, is_name, per_after, range_sign, sign_before


def test_bound_around_takes_words_before_and_behind() -> None:
    text = "ước khoảng từ 5 ha trở lên"
    at, end = text.index("5"), text.index(" trở")
    assert bound_around(text, at - 3, end) == ("over", 0, len(text))


def test_bound_around_stops_at_the_line() -> None:
    assert bound_around("hơn\n5 ha", 4, 8) == ("exact", 4, 8)


@pytest.mark.parametrize(("between", "sign"), [
    ("-", 1), (" – ", 1), (" đến ", 1), (" tới -", -1), (" và ", None), (", ", None), (" lên ", None),
])
def test_range_sign_knows_what_joins_a_range(between: str, sign: int | None) -> None:
    assert range_sign(f"3{between}5", 1, 1 + len(between)) == sign


@pytest.mark.parametrize(("text", "expected"), [
    ("đạt -5", (-1, 4, None)), ("đạt - 5", (-1, 4, None)), ("gồm - 5", (1, 6, None)), ("-5", (-1, 0, None)),
    ("-5 xã", (1, 1, "leading_dash")), ("A-5", (1, 2, None)), ("+5", (1, 0, None)),
])
def test_sign_before_belongs_to_the_number_or_not(text: str, expected: tuple[int, int, str | None]) -> None:
    at = text.index("5")
    assert sign_before(text, at, at + 1) == expected


def test_is_name_knows_words_that_make_a_number_a_name() -> None:
    assert [is_name(f"{word} 16", len(word) + 1) for word in ("thứ", "Điều", "số", "trồng")] == [
        True, True, True, False,
    ]


def test_per_after_reads_per_parts_in_words() -> None:
    assert [per_after(text, 4) for text in ("7,1% mỗi năm", "7,1% một tháng", "7,1% năm 2020")] == [
        "năm", "tháng", None,
    ]
