"""One thing with two values, in one document and between documents."""

import pytest

from checking.texts import between, codes, findings, says, tell, told

NEWS = "Năm 2022, thu ngân sách nhà nước đạt 2.914,7 tỷ đồng. Đánh giá chung, năm 2022 thu ngân sách nhà nước đạt {}."


def test_one_measure_with_two_values() -> None:
    text = NEWS.format("2.941,7 tỷ đồng")
    assert told(text) == [("C401", "warning", "đạt 2.941,7 tỷ đồng", None)]
    assert says(text) == {"subject": "thu ngân sách nhà nước", "period": "2022", "here": "2.941,7 tỷ đồng",
                          "there": "2.914,7 tỷ đồng"}


def test_other_place_is_that_of_the_first_value() -> None:
    text = NEWS.format("2.941,7 tỷ đồng")
    (found,) = findings(text)
    assert found.other is not None
    assert text[found.other.start:found.other.end] == "đạt 2.914,7 tỷ đồng"


def test_output_at_one_kind_of_prices_has_one_value() -> None:
    """Theo giá so sánh, năm 2022 giá trị sản xuất đạt 400 tỷ đồng; chỗ khác, cũng theo giá so sánh, 300 tỷ đồng."""
    text = "Theo giá so sánh, năm 2022 tổng giá trị sản xuất đạt {} tỷ đồng."
    assert codes(text.format("400") + " Nhắc lại: " + text.format("300")) == ["C401"]


def test_third_value_is_asked_about_once() -> None:
    first = "Năm 2022, thu ngân sách nhà nước đạt 100 tỷ đồng. "
    second = "Nhắc lại, năm 2022 thu ngân sách nhà nước đạt 100 tỷ đồng. "
    third = "Tóm lại, năm 2022 thu ngân sách nhà nước đạt 200 tỷ đồng."
    assert codes(first + second + third) == ["C401"]


@pytest.mark.parametrize("text", [
    NEWS.format("2.915 tỷ đồng"),
    NEWS.format("2,9147 nghìn tỷ đồng"),
    NEWS.format("gần 3.000 tỷ đồng"),
    "Năm 2022, thu ngân sách nhà nước đạt 2.914,7 tỷ đồng. Năm 2021, thu ngân sách nhà nước đạt 2.618,9 tỷ đồng.",
    "Năm 2022, thu ngân sách nhà nước ước đạt 2.900 tỷ đồng. Năm 2022, thu ngân sách nhà nước đạt 2.914,7 tỷ đồng.",
    "Năm 2022, kế hoạch thu ngân sách là 2.655 tỷ đồng. Năm 2022, phấn đấu thu ngân sách đạt 2.700 tỷ đồng.",
    "Năm 2021, thương mại – dịch vụ đạt 4.162 tỷ đồng. Nhìn chung năm 2021, thương mại – dịch vụ đạt 1.397 tỷ đồng.",
    "Năm 2022, giá trị sản xuất đạt 400 tỷ đồng. Theo giá so sánh, giá trị sản xuất năm 2022 đạt 300 tỷ đồng.",
    "Năm 2022, giá trị sản xuất đạt 400 tỷ đồng. Tóm lại, giá trị sản xuất năm 2022 đạt 300 tỷ đồng.",
    "Năm 2022, quận cải tạo 2 dự án. Năm 2022, quận khởi công 5 dự án.",
    "Năm 2022, tổng vốn đầu tư là 12 tỷ đồng. Công trình kia năm 2022 có tổng vốn đầu tư là 30 tỷ đồng.",
    "Thu ngân sách nhà nước đạt 100 tỷ đồng. Thu ngân sách nhà nước đạt 200 tỷ đồng.",
])
def test_rounded_values_and_other_things_are_left_alone(text: str) -> None:
    assert [code for code in codes(text) if code.startswith("C4")] == []


def test_one_set_counted_in_two_ways() -> None:
    """Năm 2022 có 9/17 chỉ tiêu vượt kế hoạch. Như vậy, năm 2022 có 8/17 chỉ tiêu vượt kế hoạch."""
    text = test_one_set_counted_in_two_ways.__doc__
    assert told(text) == [("C403", "warning", "8/17 chỉ tiêu", None)]
    assert (says(text)["here"], says(text)["there"]) == ("8/17", "9/17")


@pytest.mark.parametrize("text", [
    "Năm 2022 có 9/17 chỉ tiêu vượt kế hoạch. Năm 2022 có 8/17 chỉ tiêu đạt kế hoạch.",
    "Năm 2022 có 9/17 chỉ tiêu vượt kế hoạch. Về kinh tế, năm 2022 có 3/5 chỉ tiêu vượt kế hoạch.",
])
def test_other_outcomes_and_other_sets_are_left_alone(text: str) -> None:
    assert codes(text) == []


def test_two_documents_of_one_body_with_two_values() -> None:
    first = "Năm 2022, thu ngân sách nhà nước của quận Sông Tô đạt 2.914,7 tỷ đồng."
    second = "Năm 2022, thu ngân sách nhà nước của quận Sông Tô đạt 2.941,7 tỷ đồng."
    (found,) = between(first, second)
    assert tell([found]) == [("C402", "warning", "đạt 2.941,7 tỷ đồng", None)]
    assert found.problem.place
    assert found.other
    assert (found.problem.place.file, found.other.file) == ("bc2.txt", "bc1.txt")


@pytest.mark.parametrize(("first", "second"), [
    ("Năm 2022, thu ngân sách nhà nước của quận Sông Tô đạt 2.914,7 tỷ đồng.",
     "Năm 2022, thu ngân sách nhà nước của quận Lam Trà đạt 1.020 tỷ đồng."),
    ("Năm 2022, thu ngân sách nhà nước đạt 2.914,7 tỷ đồng.", "Năm 2022, thu ngân sách nhà nước đạt 1.020 tỷ đồng."),
])
def test_documents_of_other_or_unsaid_bodies_are_not_compared(first: str, second: str) -> None:
    assert between(first, second) == ()


def test_what_one_document_says_against_itself_is_not_said_twice() -> None:
    assert between(NEWS.format("2.941,7 tỷ đồng"), "Không có số liệu.") == ()
