"""The bulletin: a headline, a lead that says it all, a paragraph a sector, what is left to do."""

from dataclasses import replace
from datetime import date

from review.reviews import MID_TERM, YEAR_BEFORE, example, gathered, review_of
from tiendo.review.bulletin import bulletin


def paragraphs(day: date = MID_TERM) -> list[str]:
    return bulletin(example(day)).split("\n\n")


def test_headline_and_lead_have_the_tally() -> None:
    head, lead = paragraphs()[:2]
    assert head == "# Quận ủy Sông Tô: 17/17 chỉ tiêu chủ yếu đạt, vượt hoặc bảo đảm tiến độ"
    assert lead == (
        "**Đến ngày 31/3/2023, 17/17 chỉ tiêu chủ yếu của Nghị quyết Đại hội đại biểu Đảng bộ quận Sông Tô lần thứ V, "
        "nhiệm kỳ 2020–2025 đạt, vượt hoặc bảo đảm tiến độ, trong đó 9/17 chỉ tiêu vượt.** Cụ thể: 9/17 chỉ tiêu vượt; "
        "3/17 chỉ tiêu đạt; 5/17 chỉ tiêu bảo đảm tiến độ.")


def test_values_of_one_time_stand_in_one_sentence() -> None:
    city = next(text for text in paragraphs() if text.startswith("**Đô thị"))
    assert city == (
        "**Đô thị – môi trường.** 2/3 chỉ tiêu đạt; 1/3 chỉ tiêu bảo đảm tiến độ. Đến ngày 15/3/2023, rác thải sinh "
        "hoạt "
        "được thu gom, vận chuyển trong ngày đạt 100%; rác thải sinh hoạt được phân loại tại nguồn đạt 31,8%. Khu vực "
        "hồ "
        "Tô Giang được công nhận không gian công cộng kiểu mẫu của Thành phố: được công nhận ngày 26/12/2022 (Quyết "
        "định "
        "số 4871/QĐ-UBND ngày 26/12/2022 của UBND Thành phố).")


def test_what_has_no_data_is_named_never_given_a_value() -> None:
    society = next(text for text in paragraphs(YEAR_BEFORE) if text.startswith("**Văn hóa"))
    assert society.endswith(
        "Chưa có đủ số liệu được phê duyệt: tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều; số lao động được giải quyết việc "
        "làm hằng năm; tỷ lệ tăng dân số tự nhiên.")


def test_what_is_not_due_yet_is_not_called_missing() -> None:
    """In the bulletin of 31/3/2021 targets whose first report is due in December stand under "Chưa có đủ số liệu"."""
    said = paragraphs(date(2021, 3, 31))
    assert [text for text in said if "Chưa có đủ số liệu" in text] == []
    city = next(text for text in said if text.startswith("**Đô thị"))
    assert city.endswith(
        "Chưa đến kỳ báo cáo đầu tiên: rác thải sinh hoạt được thu gom, vận chuyển trong ngày; khu vực hồ Tô Giang "
        "được công nhận không gian công cộng kiểu mẫu của Thành phố.")


def test_a_years_growth_is_not_told_as_the_mean_of_years() -> None:
    """"Tốc độ tăng … bình quân hằng năm tăng 11,3%": 11,3% is one year's growth, the mean is 7,38%."""
    economy = next(text for text in paragraphs() if text.startswith("**Kinh tế"))
    assert economy.endswith(
        "Tốc độ tăng giá trị sản xuất bình quân hằng năm: năm 2022 tăng 11,3%, bình quân 2 năm 2021–2022 tăng "
        "7,38%/năm.")


def test_what_lags_is_said_and_nothing_where_nothing_does() -> None:
    said = [[text for text in paragraphs(day) if text.startswith("Chậm tiến độ")] for day in (MID_TERM, YEAR_BEFORE)]
    assert [len(texts) for texts in said] == [0, 1]
    assert said[1][0].count(";") == 4  # five of them


def test_limitations_and_next_tasks_close_it() -> None:
    said = paragraphs()
    assert said[said.index("Những hạn chế còn phải khắc phục:") + 1].count("\n- ") == 3
    assert said[said.index("Việc làm tiếp theo:") + 1].splitlines() == [
        ("- Rà soát, công khai danh sách hộ chưa bàn giao mặt bằng tuyến vành đai phía Tây; thống nhất đơn giá với "
         "từng "
         "tổ dân phố (Ban Quản lý dự án đầu tư xây dựng quận, hạn 31/12/2022, đã quá hạn)."),
        "- Di chuyển hạ tầng ngầm trên đường hướng tâm số 6 (Ban Quản lý dự án đầu tư xây dựng quận, hạn 30/6/2023).",
        "- Xây dựng nguồn kết nạp đảng viên ở khu vực ngoài nhà nước (Ban Tổ chức Quận ủy, hạn 31/12/2023).",
    ]


def test_a_year_before_there_was_neither_limitation_nor_task() -> None:
    said = paragraphs(YEAR_BEFORE)
    assert [text for text in said if text.startswith(("Những hạn chế", "Việc làm"))] == []


def test_it_is_short() -> None:
    """A news item, not a dump: under 700 words for seventeen targets."""
    assert [len(bulletin(example(day)).split()) < 700 for day in (MID_TERM, YEAR_BEFORE)] == [True, True]


def test_at_most_five_tasks_are_named() -> None:
    plan = gathered().plan
    many = replace(plan, tasks=tuple(replace(plan.tasks[1], code=f"N{number}") for number in range(9)))
    said = bulletin(review_of(many)).split("\n\n")
    assert len(said[said.index("Việc làm tiếp theo:") + 1].splitlines()) == 5


def test_english_bulletin_is_english() -> None:
    head = bulletin(example(MID_TERM, "en")).splitlines()[0]
    assert head == "# Sông Tô District Party Committee: 17/17 targets met, exceeded or on path"
