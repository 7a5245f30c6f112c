"""Citations against each other and against the register of documents."""

from datetime import date

import pytest

from checking.texts import codes, document, findings, told
from small_plan import small_plan
from tiendo.checking.citing import day_of


def test_one_resolution_cited_two_ways_is_found_at_both_places() -> None:
    """Triển khai Nghị quyết số 15-CT/TW của Bộ Chính trị. Đặc biệt là Nghị quyết số 15-NQ/TƯ của Bộ Chính trị."""
    text = test_one_resolution_cited_two_ways_is_found_at_both_places.__doc__
    assert told(text) == [
        ("C101", "error", "Nghị quyết số 15-CT/TW của Bộ Chính trị", "15-NQ/TW"),
        ("C104", "info", "Nghị quyết số 15-NQ/TƯ của Bộ Chính trị", "15-NQ/TW"),
        ("C111", "warning", "Nghị quyết số 15-NQ/TƯ của Bộ Chính trị", "15-NQ/TW")]


def test_two_ways_name_the_place_of_the_other() -> None:
    """Chương trình số 06-CT/TU của Thành ủy đã ban hành. Sơ kết Chương trình số 06-CTr/TU của Thành ủy."""
    text = test_two_ways_name_the_place_of_the_other.__doc__ or ""
    found = next(one for one in findings(text) if one.problem.code == "C111")
    assert found.other is not None
    assert (found.suggestion, text[found.other.start:found.other.end]) == (
        "06-CTr/TU", "Chương trình số 06-CT/TU của Thành ủy")


@pytest.mark.parametrize("text", [
    "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 và Nghị định số 30/2021/NĐ-CP ngày 26/3/2021 của Chính phủ",
    "Chỉ thị số 15-CT/TW của Ban Bí thư và Nghị quyết số 15-NQ/TW ngày 05/5/2022 của Bộ Chính trị",
    "Nghị quyết số 09/NQ-HĐND của HĐND huyện Bình Hà và Nghị quyết số 09/NQ-HĐND của HĐND huyện Lam Trà",
    "Kế hoạch số 07-KH/ĐU của Đảng ủy phường; Kế hoạch số 7-KH/QU của Quận ủy",
])
def test_other_documents_of_the_same_number_are_not_two_ways(text: str) -> None:
    assert [code for code in codes(text) if code == "C111"] == []


def test_one_symbol_with_two_days() -> None:
    """Kế hoạch số 15/KH-UBND ngày 05/4/2022 của UBND quận và Kế hoạch số 15/KH-UBND ngày 06/4/2022 của UBND quận."""
    assert told(test_one_symbol_with_two_days.__doc__) == [
        ("C112", "warning", "Kế hoạch số 15/KH-UBND ngày 06/4/2022 của UBND quận", None)]


@pytest.mark.parametrize("text", [
    "Kế hoạch số 07-KH/QU ngày 03/3/2016 của Quận ủy và Kế hoạch số 07-KH/QU ngày 05/4/2021 của Quận ủy",
    "Quyết định số 15/QĐ-UBND ngày 05/01/2021 của UBND quận và Quyết định số 15/QĐ-UBND ngày 04/01/2022 của UBND quận",
])
def test_numbers_that_begin_again_may_have_two_days(text: str) -> None:
    assert codes(text) == []


def test_day_differs_from_the_register() -> None:
    """Nghị quyết số 15-NQ/TW ngày 05/02/2022 của Bộ Chính trị."""
    text = test_day_differs_from_the_register.__doc__
    assert told(text) == [("C113", "warning", "Nghị quyết số 15-NQ/TW ngày 05/02/2022 của Bộ Chính trị",
                           "Nghị quyết số 15-NQ/TW ngày 05/5/2022")]
    (found,) = findings(text)
    assert found.problem.values["source"] == "haufo.hanoi.gov.vn, 13/5/2022 [B]"


def test_resolution_of_another_term_is_another_document() -> None:
    """Nghị quyết số 15-NQ/TW ngày 10/6/2012 của Ban Chấp hành Trung ương về chính sách xã hội."""
    assert codes(test_resolution_of_another_term_is_another_document.__doc__) == []


def test_day_that_some_source_prints_is_not_questioned() -> None:
    """Quyết định số 42/2014/QĐ-TTg ngày 07/7/2014 và Quyết định số 42/2014/QĐ-TTg ngày 27/7/2014 của Thủ tướng."""
    assert [code for code in codes(test_day_that_some_source_prints_is_not_questioned.__doc__) if code != "C112"] == []


@pytest.mark.parametrize(("text", "suggestion"), [
    ("Quyết định 366-QĐ/TW của Bộ Chính trị", "Quy định số 366-QĐ/TW ngày 30/8/2025"),
    ("Quyết định 66-QĐ/TW", "Quy định số 66-QĐ/TW ngày 06/02/2017"),
])
def test_kind_that_shares_its_letters_is_told_by_the_register(text: str, suggestion: str) -> None:
    """QĐ là cả Quyết định và Quy định của Đảng: chỉ sổ văn bản mới biết."""
    assert [(code, severity, tip) for code, severity, _, tip in told(text)] == [("C114", "warning", suggestion)]


def test_replaced_document_cited_after_its_end() -> None:
    text = "Sông Tô, ngày 05 tháng 12 năm 2025\n\nĐánh giá theo Quy định số 124-QĐ/TW ngày 04/10/2023 của Bộ Chính trị."
    assert told(text) == [
        ("C115", "warning", "Quy định số 124-QĐ/TW ngày 04/10/2023 của Bộ Chính trị", "366-QĐ/TW")]


@pytest.mark.parametrize("text", [
    "Sông Tô, ngày 05 tháng 12 năm 2024\n\nĐánh giá theo Quy định số 124-QĐ/TW ngày 04/10/2023 của Bộ Chính trị.",
    "Sông Tô, ngày 05 tháng 12 năm 2025\n\nQuy định số 366-QĐ/TW thay thế Quy định số 124-QĐ/TW của Bộ Chính trị.",
    "Đánh giá theo Quy định số 124-QĐ/TW ngày 04/10/2023 của Bộ Chính trị.",
])
def test_replaced_document_is_right_before_its_end_beside_its_successor_and_without_a_day(text: str) -> None:
    assert codes(text) == []


def test_what_nobody_compared_with_the_original_says_so() -> None:
    text = "Sông Tô, ngày 05 tháng 12 năm 2026\n\nTrình bày theo Hướng dẫn số 36-HD/VPTW."
    (found,) = findings(text)
    assert (found.problem.code, found.problem.values["source"]) == (
        "C115", "thuvienphapluat.vn 40E84 [C: chưa đối chiếu bản gốc / not checked against the original]")


def test_wrong_number_is_known_by_the_title() -> None:
    text = ("Nghị quyết số 51-NQ/TW của Bộ Chính trị về phương hướng, nhiệm vụ phát triển Thủ đô Hà Nội đến năm 2030, "
            "tầm nhìn đến năm 2045.")
    assert told(text) == [("C116", "warning", "Nghị quyết số 51-NQ/TW của Bộ Chính trị",
                           "Nghị quyết số 15-NQ/TW ngày 05/5/2022")]


@pytest.mark.parametrize("text", [
    "Nghị quyết số 11-NQ/TW của Bộ Chính trị về phương hướng, nhiệm vụ phát triển Thủ đô Hà Nội giai đoạn 2011-2020",
    "Nghị quyết số 51-NQ/TW của Bộ Chính trị về nhiệm vụ quốc phòng",
])
def test_similar_title_of_another_document_is_left_alone(text: str) -> None:
    assert codes(text) == []


def test_plan_knows_its_own_documents() -> None:
    """Nghị quyết số 01-NQ/ĐU ngày 10/8/2020 của Đảng ủy phường; ban hành ngày 01/8/2020."""
    assert [(code, tip) for code, _, _, tip in told("Nghị quyết số 01-NQ/ĐU ngày 10/8/2020", small_plan())] == [
        ("C113", "Nghị quyết số 01-NQ/ĐU ngày 01/8/2020")]


@pytest.mark.parametrize(("head", "day"), [
    ("ĐẢNG BỘ QUẬN\n\nSông Tô, ngày 05 tháng 4 năm 2023\n\nBÁO CÁO", date(2023, 4, 5)),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Sông Tô, ngày 20 tháng 3 năm 2023 BÁO CÁO",
     date(2023, 3, 20)),
    ("Căn cứ Quyết định số 12/QĐ-UBND, ngày 05 tháng 4 năm 2023 của UBND quận", None),
    ("Sông Tô, ngày 31 tháng 2 năm 2023", None),
])
def test_day_of_a_document_is_its_dateline(head: str, day: date | None) -> None:
    assert day_of(document(head)) == day
