"""The ledger hands out numbers with their source, once each, and never two values under one name."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.reviews import gathered
from small_plan import figure, small_plan
from tiendo.assessing import rounded
from tiendo.review.ledger import Ledger
from tiendo.review.prose import plain
from tiendo.review.records import LedgerEntry, Number


def ledger() -> Ledger:
    return Ledger(small_plan(), "vi")


def test_a_figure_keeps_its_sentence_page_reporter_and_approver() -> None:
    made = ledger()
    number = made.figure(small_plan().targets[0], small_plan().figures[1])
    entry = made.entries[0]
    assert number == Number("S001", "79,1 triệu đồng/người/năm")
    assert (entry.label, entry.value, entry.sentence, entry.page) == (
        "Chỉ tiêu TN, năm 2022", Decimal("79.1"), "Câu có số liệu.", 2)
    assert (entry.document, entry.reported_by, entry.approved_by) == (
        "Báo cáo năm 2022", "Văn phòng", "Chánh Văn phòng")


def test_the_same_figure_is_one_entry_whatever_unit_it_is_said_in() -> None:
    made, target, given_ = ledger(), small_plan().targets[3], figure("HN/21", "HN", "-0.4", "2021-12-31")
    assert (made.figure(target, given_), made.figure(target, given_, "điểm %")) == (
        Number("S001", "-0,4%"), Number("S001", "0,4 điểm %"))
    assert len(made.entries) == 1


def test_a_figure_without_a_value_has_no_number() -> None:
    with pytest.raises(ValueError, match="HN/22"):
        ledger().figure(small_plan().targets[3], small_plan().figures[4])


def test_two_values_under_one_name_are_a_broken_contract() -> None:
    made = ledger()
    made.computed("total", "Tổng", Decimal(4), "chỉ tiêu")
    with pytest.raises(ValueError, match="total"):
        made.computed("total", "Tổng", Decimal(5), "chỉ tiêu")


def test_a_count_is_shown_without_its_unit_and_kept_with_it() -> None:
    made = ledger()
    assert (made.count("total", "Tổng", 1700, "chỉ tiêu"), made.entries[0].shown) == (
        Number("S001", "1.700"), "1.700 chỉ tiêu")


def test_inputs_are_named_once_each() -> None:
    made = ledger()
    one = made.stated("x", LedgerEntry("", "x", "1", Decimal(1), "%"))
    made.computed("total", "Tổng", Decimal(2), "%", [one, one])
    assert made.entries[1].inputs == ("S001",)


@pytest.mark.parametrize(("text", "numbers"), [
    ("Bảng phương án được phê duyệt cho 486 hộ", ["486 hộ"]), ("còn 214/486 hộ chưa bàn giao", ["214/486"]),
    ("Di chuyển hạ tầng ngầm trên đường hướng tâm số 6", []), ("từ ngày 01/01/2022, dịch COVID-19", []),
    ("thu 2.618,9 tỷ đồng, đạt 95% dự toán", ["2.618,9 tỷ đồng", "95%"]),
])
def test_numbers_in_a_documents_own_words_are_bound_to_it(text: str, numbers: list[str]) -> None:
    made = Ledger(gathered().plan, "vi")
    words = made.quoted(text, "tb-ket-luan-2022", "Nhiệm vụ")
    assert plain(words) == text
    assert [run.shown.strip() for run in words if isinstance(run, Number)] == numbers
    assert {(entry.sentence, entry.document) for entry in made.entries} <= {
        (text, "Thông báo số 186-TB/QU ngày 12/4/2022 của Ban Thường vụ Quận ủy")}


@given(st.decimals(min_value=-10**9, max_value=10**9, allow_nan=False, places=6))
def test_rounding_stays_within_half_a_cent_and_drops_idle_zeros(value: Decimal) -> None:
    made = rounded(value)
    assert abs(made - value) <= Decimal("0.005")
    assert -int(made.as_tuple().exponent) <= 2
    assert made == made.to_integral_value() or not str(made).endswith("0")
