"""Citations against their own symbols: every vector of domain.md 3.4, and the near misses that must stay silent."""

import pytest

from checking.texts import codes, findings, says, told


def test_kind_contradicts_symbol_and_the_registered_document_is_suggested() -> None:
    """Ban hành Chương trình hành động thực hiện Nghị quyết số 15-CT/TW của Bộ Chính trị về phát triển Thủ đô."""
    text = test_kind_contradicts_symbol_and_the_registered_document_is_suggested.__doc__
    assert told(text) == [("C101", "error", "Nghị quyết số 15-CT/TW của Bộ Chính trị", "15-NQ/TW")]
    assert says(text) == {"named": "Nghị quyết", "symbol": "15-CT/TW", "letters": "CT", "means": "Chỉ thị"}


@pytest.mark.parametrize(("text", "suggestion"), [
    ("Chương trình số 06-CT/TU ngày 17/3/2021 của Thành ủy", "06-CTr/TU"),
    ("Kế hoạch số 21-KL/TU của Ban Thường vụ Tỉnh ủy", "21-KH/TU"),
    ("Nghị định số 45/2019/TT-CP của Chính phủ", "45/2019/NĐ-CP"),
    ("Chỉ thị số 16/QĐ-TTg của Thủ tướng Chính phủ", "16/CT-TTg"),
    ("Quy định số 12/2020/QĐ-UBND của UBND Thành phố", "Quyết định số 12/2020/QĐ-UBND"),
    ("Nghị định số 98/2023/QH15 của Quốc hội", None),
    ("Quyết định số 77/UBND-KT của UBND quận", None),
])
def test_kind_is_corrected_to_the_letters_of_the_kind_that_was_named(text: str, suggestion: str | None) -> None:
    assert [(code, tip) for code, _, _, tip in told(text)] == [("C101", suggestion)]


@pytest.mark.parametrize("text", [
    "Quy định 366-QĐ/TW của Bộ Chính trị",
    "Quyết định số 42-QĐ/TU của Ban Thường vụ Thành ủy",
    "Nghị quyết số 39/2026/QH16",
    "Nghị quyết số 388/NQ-UBTVQH16",
    "Quyết định số 2179/QĐ-TTg",
    "Công văn số 10072-CV/BTCTW",
    "Chương trình số 06-CTr/TU ngày 17/3/2021 của Thành ủy",
    "Chương trình hành động số 16-CTr/TU của Thành ủy",
    "Thông báo kết luận số 186-TB/QU của Ban Thường vụ Quận ủy",
    "Nghị quyết số 30a/2008/NQ-CP của Chính phủ",
    "Luật Đất đai số 31/2024/QH15",
    "Pháp lệnh số 02/2020/UBTVQH14 của Ủy ban Thường vụ Quốc hội",
    "Văn bản số 77/UBND-KT của UBND quận",
    "chậm cụ thể hóa 19-NQ/TW tại cơ sở",
    "Kế hoạch số 45/KH-BCĐ của Ban Chỉ đạo",
    "Quyết định số 1500/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án 06",
])
def test_right_citations_are_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(("text", "form"), [
    ("Nghị quyết số 07/NQ-TW", "07-NQ/TW"),
    ("Quyết định số 15-QĐ/UBND", "15/QĐ-UBND"),
    ("Nghị quyết số 13-NQ/HĐND của HĐND huyện", "13/NQ-HĐND"),
    ("Kế hoạch số 40/KH/ĐU", "40-KH/ĐU"),
])
def test_separators_follow_the_organ(text: str, form: str) -> None:
    assert [(code, severity, tip) for code, severity, _, tip in told(text)] == [("C102", "error", form)]


@pytest.mark.parametrize("text", ["Kế hoạch số 40 – KH / ĐU", "Kết luận 71–KL/TW", "Quyết định số 09/QĐ/BQLDA"])
def test_dashes_spaces_and_unknown_organs_are_no_wrong_separators(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(("text", "organ"), [
    ("Kế hoạch số 08-KH/TU của Quận ủy", "TU"),
    ("Quyết định số 99-QĐ/TW của Ban Tổ chức Trung ương", "TW"),
    ("Nghị quyết số 23/NQ-HĐND của Quốc hội", "HĐND"),
])
def test_issuer_named_behind_a_symbol_of_another_organ(text: str, organ: str) -> None:
    (found,) = findings(text)
    assert (found.problem.code, found.problem.severity, found.problem.values["organ"]) == ("C103", "error", organ)


@pytest.mark.parametrize("text", [
    "Nghị quyết số 02-NQ/QU của Ban Thường vụ Quận ủy",
    "Thông báo số 187-TB/QU của Văn phòng Quận ủy",
    "Thông báo số 123/TB-VPCP của Văn phòng Chính phủ",
    "Kết luận số 71-KL/TW ngày 10/01/2020 của Bộ Chính trị, Ban Bí thư",
    "Ngày 20/7/2023, Hội đồng nhân dân tỉnh thông qua Kế hoạch số 11-KH/TU",
    "Chỉ thị số 14-CT/TƯ của Thành uỷ",
])
def test_issuers_that_fit_or_are_not_known_raise_no_question_of_organ(text: str) -> None:
    assert [code for code in codes(text) if code == "C103"] == []


def test_press_spelling_is_noted_and_its_meaning_suggested() -> None:
    """Đặc biệt là Nghị quyết số 15-NQ/TƯ của Bộ Chính trị."""
    assert told(test_press_spelling_is_noted_and_its_meaning_suggested.__doc__) == [
        ("C104", "info", "Nghị quyết số 15-NQ/TƯ của Bộ Chính trị", "15-NQ/TW")]


def test_press_spelling_of_a_city_committee_means_tu() -> None:
    """Chỉ thị số 14-CT/TƯ ngày 22/9/2021 của Thành ủy."""
    assert [tip for *_, tip in told(test_press_spelling_of_a_city_committee_means_tu.__doc__)] == ["14-CT/TU"]


def test_cthd_is_seen_in_practice_but_ctr_is_the_abbreviation() -> None:
    """Chương trình hành động số 147-CTHĐ/TU."""
    assert told(test_cthd_is_seen_in_practice_but_ctr_is_the_abbreviation.__doc__) == [
        ("C105", "info", "Chương trình hành động số 147-CTHĐ/TU", "147-CTr/TU")]


def test_number_below_ten_takes_a_zero() -> None:
    """Kế hoạch số 5-KH/ĐU của Đảng ủy phường."""
    assert told(test_number_below_ten_takes_a_zero.__doc__) == [
        ("C106", "info", "Kế hoạch số 5-KH/ĐU của Đảng ủy phường", "05-KH/ĐU")]


def test_year_of_the_symbol_is_the_year_of_the_day() -> None:
    """Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ về công tác văn thư."""
    assert told(test_year_of_the_symbol_is_the_year_of_the_day.__doc__) == [
        ("C107", "error", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ",
         "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020")]


def test_district_issued_nothing_after_its_last_day() -> None:
    """Kế hoạch số 25-KH/QU ngày 15/8/2025 của Quận ủy; Kế hoạch số 24-KH/QU ngày 30/6/2025 của Quận ủy."""
    assert told(test_district_issued_nothing_after_its_last_day.__doc__) == [
        ("C108", "warning", "Kế hoạch số 25-KH/QU ngày 15/8/2025 của Quận ủy", None)]


@pytest.mark.parametrize(("issuer", "found"), [
    ("UBND quận Sông Tô", ["C108"]), ("Uỷ ban nhân dân huyện Lam Trà", ["C108"]), ("UBND phường Sông Tô", []),
    ("UBND thành phố Sông Hậu", []),
])
def test_ended_peoples_committees_are_known_by_name(issuer: str, found: list[str]) -> None:
    assert codes(f"Quyết định số 12/QĐ-UBND ngày 02/7/2025 của {issuer}") == found


def test_place_is_the_paragraph_and_the_very_words() -> None:
    text = "Quận ủy Sông Tô\n\nThực hiện Nghị quyết số 15-CT/TW của Bộ Chính trị.\n"
    (found,) = findings(text)
    place = found.problem.place
    assert place is not None
    assert (place.file, place.paragraph, text[place.start:place.end]) == ("bc.txt", 2, found.quote)


def test_finding_says_place_problem_code_and_suggestion_in_one_line() -> None:
    (found,) = findings("Nghị quyết số 15-CT/TW")
    assert found.say("en") == (
        "bc.txt, paragraph 1: the kind “Nghị quyết” contradicts the symbol 15-CT/TW: CT stands for Chỉ thị; compare "
        "the original and correct the kind or the symbol [C101] → perhaps meant: 15-NQ/TW")
