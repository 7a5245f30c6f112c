"""Values as people read them, in both languages."""

from decimal import Decimal

import pytest

from tiendo.plan import amount_text, unit_text, value_text
from tiendo.words import Lang


@pytest.mark.parametrize(("value", "unit", "scale", "lang", "shown"), [
    ("95.91", "%", None, "vi", "95,91%"),
    ("95.91", "%", None, "en", "95.91%"),
    ("2618.9", "tỷ đồng", None, "vi", "2.618,9 tỷ đồng"),
    ("2618.9", "tỷ đồng", None, "en", "2,618.9 billion VND"),
    ("80.4", "triệu đồng/người/năm", None, "en", "80.4 million VND/person/year"),
    ("7.2", "%/năm", None, "en", "7.2%/year"),
    ("6.5", "điểm %", None, "en", "6.5 percentage points"),
    ("3", "cây cầu", None, "en", "3 cây cầu"),
    ("2", "mức", "vn.xep_loai", "vi", "Hoàn thành tốt nhiệm vụ"),
    ("2", "mức", "vn.xep_loai", "en", "Tasks completed well"),
])
def test_an_amount_is_shown_with_its_unit(value: str, unit: str, scale: str | None, lang: Lang, shown: str) -> None:
    assert amount_text(Decimal(value), unit, scale, lang) == shown


def test_a_value_is_shown_without_unit() -> None:
    assert value_text(Decimal("-1234.5"), None, "vi") == "-1.234,5"
    assert value_text(Decimal("-1234.5"), None, "en") == "-1,234.5"
    assert value_text(Decimal(1), "vn.cong_nhan", "vi") == "Đã trình hồ sơ"


@pytest.mark.parametrize(("unit", "lang", "shown"), [
    ("tỷ đồng", "vi", "tỷ đồng"), ("tỷ đồng", "en", "billion VND"), ("%", "en", "%"), ("m2/người", "en", "m²/person"),
])
def test_a_unit_is_said_in_the_language_piece_by_piece(unit: str, lang: Lang, shown: str) -> None:
    assert unit_text(unit, lang) == shown
