"""What reports really do with numbers, told as the issue tells it, in other sentences; and what a claim inherits."""

import time
import unicodedata
from decimal import Decimal

import pytest

from reading.numeric_phrases import read, value
from tiendo.reading.records import Claim


def told(claim: Claim) -> str:
    """A claim in one line: what it says, its number, what it is held to, its status."""
    said = claim.relation or claim.outcome or "rank"
    return " ".join(filter(None, (said, value(claim), claim.against, "" if claim.status == "actual" else claim.status)))


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("14/15 chỉ tiêu đạt kế hoạch, chỉ tiêu không đạt là số doanh nghiệp thành lập mới",
                 ["met 14/15"], id="the missed one is named, not counted"),
    pytest.param("Toàn huyện có 19 chỉ tiêu đạt và vượt, 2 chỉ tiêu không đạt",
                 ["met_or_exceeded 19", "not_met 2"], id="counts without denominator"),
    pytest.param("Trong 26 chỉ tiêu có 9 chỉ tiêu vượt, 14 chỉ tiêu đạt, 3 chỉ tiêu không đạt",
                 ["exceeded 9/26", "met 14/26", "not_met 3/26"], id="three-way split"),
    pytest.param("Sáng 9/12, hội nghị thông qua Nghị quyết 17/NQ-HĐND", [], id="N/M that is a date or a symbol"),
    pytest.param("Chỉ số cải cách hành chính xếp thứ 7/22", ["rank 7/22"], id="N/M that is a rank"),
    pytest.param("Giải ngân được 120/340 tỷ đồng", ["level 120 tỷ đồng"], id="N/M that is a quota"),
    pytest.param("Thu nội địa đạt 108,2% dự toán Trung ương giao và 91,4% dự toán tỉnh giao",
                 ["attainment 108.2 % plan", "attainment 91.4 % plan"], id="one amount with two denominators"),
    pytest.param("Doanh thu vận tải tăng 8,7%", ["growth 8.7 %"], id="growth with no base named"),
    pytest.param("Lượng khách bằng 221% so với cùng kỳ", ["attainment 221 % same_period"],
                 id="221% of the same period"),
    pytest.param("Tỷ lệ đô thị hóa tăng 1,4 điểm phần trăm so với đầu nhiệm kỳ", ["growth 1.4 điểm % previous"],
                 id="percentage points"),
    pytest.param("Thu phí được 4,2 tỷ đồng (kế hoạch 4 tỷ đồng)", ["level 4.2 tỷ đồng", "level 4 tỷ đồng target"],
                 id="the plan in brackets"),
    pytest.param("Sản lượng ước đạt 12 nghìn tấn, tăng 5% so với cùng kỳ",
                 ["level 12 nghìn tấn estimate", "growth 5 % same_period estimate"], id="ước carried over"),
    pytest.param("Thời gian giải quyết giảm từ 12 ngày; hộ nghèo từ 9,8% xuống 6,1%", ["from_to 9.8..6.1 %"],
                 id="from a value down to another"),
    pytest.param("Tăng trưởng 6,5 - 7%, dư nợ tăng 8 – 9%, giá từ 15 đến 18 nghìn đồng",
                 ["growth 6.5..7 %", "growth 8..9 %", "level 15..18 nghìn đồng"], id="hyphen, en dash, from-to"),
    pytest.param("Chỉ số tăng 3 bậc, đứng thứ nhất trong vùng, ba năm liên tiếp",
                 ["growth 3 bậc", "rank 1 (3)"], id="moves, ranks and years in words"),
    pytest.param("Đơn vị 5 năm liền xếp thứ hai khối thi đua", ["rank 2 (5)"], id="a streak"),
    pytest.param("Xã triển khai nhiệm vụ và hoàn thành hai nhiệm vụ", ["done 2"], id="number words at their bounds"),
    pytest.param("Hộ nghèo còn 0,16%, thấp hơn mức 0,20% Nghị quyết đề ra cho năm 2025",
                 ["level 0.16 %", "level 0.2 % target"], id="the level a plan set"),
    pytest.param("Ngân hàng Chính sách xã hội cho 1.745 lao động vay", ["level 1745 lao động"], id="who lends"),
])
def test_sentence_says(text: str, expected: list[str]) -> None:
    assert [told(claim) for claim in read(text)] == expected


@pytest.mark.parametrize(("text", "plans"), [
    ("Thu nội địa đạt 104,24% dự toán Trung ương giao và 85,63% dự toán tỉnh giao",
     [("dự toán Trung ương giao", "Trung ương"), ("dự toán tỉnh giao", "tỉnh")]),
    ("Giải ngân đạt 45,2% kế hoạch Thủ tướng Chính phủ giao, 43% kế hoạch vốn được HĐND tỉnh phân bổ",
     [("kế hoạch Thủ tướng Chính phủ giao", "Thủ tướng Chính phủ"),
      ("kế hoạch vốn được HĐND tỉnh phân bổ", "HĐND tỉnh")]),
    ("Thu phí đạt 75% dự toán huyện giao, 71% dự toán HĐND xã quyết nghị",
     [("dự toán huyện giao", "huyện"), ("dự toán HĐND xã quyết nghị", "HĐND xã")]),
    ("Thu phí vượt dự toán HĐND tỉnh giao 12%", [("dự toán HĐND tỉnh giao", "HĐND tỉnh")]),
    ("Tổn thất điện thấp hơn kế hoạch Tổng công ty giao 0,15%", [("kế hoạch Tổng công ty giao", "Tổng công ty")]),
    ("So với dự toán HĐND thành phố giao, thu phí đạt 102%", [("dự toán HĐND thành phố giao", "HĐND thành phố")]),
    ("Bao phủ bảo hiểm vượt 1,5% so với Nghị quyết HĐND tỉnh", [("Nghị quyết HĐND tỉnh", "HĐND tỉnh")]),
    ("Sản lượng đạt 80% kế hoạch cả năm", [("kế hoạch cả năm", None)]),
    ("Sản lượng đạt 75% kế hoạch năm", [("kế hoạch năm", None)]),
    ("Thu nhập đạt 96% chỉ tiêu đề ra", [("chỉ tiêu đề ra", None)]),
    ("Dự toán Trung ương giao 1.250 tỷ đồng, HĐND tỉnh giao 1.400 tỷ đồng",
     [("Dự toán Trung ương giao", "Trung ương"), ("HĐND tỉnh giao", "HĐND tỉnh")]),
    ("Sản lượng tăng 5% so với cùng kỳ", [(None, None)]),
])
def test_plan_and_who_assigned_it_are_kept(text: str, plans: list[tuple[str | None, str | None]]) -> None:
    """Một số thu, hai mẫu số: dự toán của ai giao."""
    assert [(claim.plan, claim.assigned_by) for claim in read(text)] == plans


def test_period_shifts_inside_a_sentence() -> None:
    """Quý trước, rồi chín tháng, rồi cả nhiệm kỳ."""
    claims = read("Nhiệm kỳ 2020-2025 đã qua nửa chặng. Quý III/2022 thu 120 tỷ đồng, 9 tháng thu 340 tỷ đồng, "
                  "từ đầu nhiệm kỳ thu 2.100 tỷ đồng")
    assert [claim.period for claim in claims] == ["2022-Q3", "2022-01/2022-09", "2020/2025"]


def test_year_of_a_goal_does_not_run_on() -> None:
    first, _, last = read("Năm 2023, hộ nghèo còn 0,16%, thấp hơn mức 0,20% Nghị quyết đề ra cho năm 2025. "
                          "Hộ cận nghèo còn 0,9%")
    assert (first.period, last.period, last.status) == ("2023", "2023", "actual")


def test_who_lends_is_not_what_is_lent() -> None:
    (claim,) = read("Trong năm, Ngân hàng Chính sách xã hội cho 1.745 lao động vay")
    assert (claim.subject, claim.organisation) == ("lao động vay", "Ngân hàng Chính sách xã hội")


def test_run_of_names_takes_one_number_each() -> None:
    claims = read("Hai thị trường lớn là Mỹ và Nhật Bản giảm lần lượt 31% và 17%")
    assert [(claim.subject, claim.value) for claim in claims] == [("Mỹ", Decimal(-31)), ("Nhật Bản", Decimal(-17))]


def test_bare_scale_counts_what_its_name_counts() -> None:
    (claim,) = read("Tổng số khách hàng là 4,62 triệu")
    assert claim.unit == "triệu khách hàng"


def test_figures_of_a_heading_are_read() -> None:
    claims = read("## Thu ngân sách quý I/2023 đạt 5.480 tỷ đồng⏎Chi ngân sách 3.210 tỷ đồng")
    assert [(claim.subject, claim.value, claim.period) for claim in claims] == [
        ("Thu ngân sách", Decimal(5480), "2023-Q1"), ("Chi ngân sách", Decimal(3210), "2023-Q1")]


def test_claim_says_what_it_inherited_and_from_where() -> None:
    claims = read("UBND HUYỆN ĐÔNG LĨNH⏎## I. Kết quả quý I/2023⏎Thu ngân sách đạt 640 tỷ đồng⏎"
                  "## II. Mục tiêu năm 2023⏎Thu ngân sách 2.700 tỷ đồng⏎Chi ngân sách 2.100 tỷ đồng. Tăng 7%")
    opening = "organisation: opening 'UBND HUYỆN ĐÔNG LĨNH'"
    goal = ("period: heading 'II. Mục tiêu năm 2023'", "status: heading 'II. Mục tiêu năm 2023'", opening)
    assert [claim.inherited for claim in claims] == [
        ("period: heading 'I. Kết quả quý I/2023'", opening), goal, goal, ("subject: earlier 'Chi ngân sách'", *goal)]


def test_period_of_a_sentence_runs_on() -> None:
    _, second = read("Trong quý I/2023, thu ngân sách đạt 640 tỷ đồng. Chi ngân sách 410 tỷ đồng")
    assert (second.period, second.inherited) == ("2023-Q1", ("period: earlier 'quý I/2023'",))


@pytest.mark.parametrize(("text", "doubt"), [
    ("Năm 2023, xã Tân Hòa thu ngân sách 5 tỷ đồng", "place_ambiguous"),
    ("Năm 2023, huyện Châu Thành thu ngân sách 5 tỷ đồng", "place_ambiguous"),
    ("Năm 2023, huyện Châu Thành, tỉnh Bến Tre thu ngân sách 5 tỷ đồng", None),
    ("Năm 2023, xã Đắk Nuông Thượng thu ngân sách 5 tỷ đồng", None),
])
def test_body_with_namesakes_is_doubted(text: str, doubt: str | None) -> None:
    (claim,) = read(text)
    assert (claim.doubt, claim.number_doubt) == (doubt, None)


def test_province_needs_no_word_before_its_name() -> None:
    (claim,) = read("Năm 2020, Đồng Nai thu ngân sách 54.000 tỷ đồng")
    assert claim.organisation == "Đồng Nai"


def test_word_segmented_text_reads_like_plain_text() -> None:
    plain = "Tổng thu ngân sách ước đạt 920 tỷ đồng, tăng 7% so với cùng kỳ; có 15/17 chỉ tiêu hoàn thành"
    joined = (plain.replace("ngân sách", "ngân_sách").replace("tỷ đồng", "tỷ_đồng").replace("cùng kỳ", "cùng_kỳ")
              .replace("chỉ tiêu", "chỉ_tiêu").replace("hoàn thành", "hoàn_thành"))
    assert [(told(claim), (claim.subject or "").replace("_", " ")) for claim in read(joined)] == [
        (told(claim), claim.subject) for claim in read(plain)]


def test_decomposed_text_reads_like_composed_text() -> None:
    text = "Tổng thu ngân sách ước đạt 920 tỷ đồng, tăng 7% so với cùng kỳ"
    decomposed = unicodedata.normalize("NFD", text)
    claims = read(decomposed)
    assert [told(claim) for claim in claims] == [told(claim) for claim in read(text)]
    assert [decomposed[claim.start:claim.end] for claim in claims] == [claim.quote for claim in claims]


@pytest.mark.parametrize("unit", [
    "1/", "(", "từ 5% xuống ", "trong đó ", "năm 2020 ", "chỉ tiêu 5/6 ", "lần lượt 5%, ", "của 5 xã ", "và thứ 3 ",
    "\u200f1\u200b ",
])
def test_long_line_takes_time_in_step_with_its_length(unit: str) -> None:
    """Four times the line, at most a dozen times the time: no rule looks back over everything."""
    def seconds(times: int) -> float:
        start = time.process_time()
        read(unit * times)
        return time.process_time() - start
    seconds(50)
    assert seconds(1_600) < 12 * (seconds(400) + 0.1)
