"""Programmes, investment, emulation, limitations, tasks, documents: what is known by the day, and no more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from review.reviews import MID_TERM, YEAR_BEFORE, example, gathered, review_of, table, texts
from tiendo.plan import Disbursement, Plan


def plan() -> Plan:
    return gathered().plan


def paid(year: int, change: Callable[[Disbursement], Disbursement]) -> Plan:
    """The plan with the first project's disbursement of a year changed."""
    return replace(plan(), disbursements=tuple(
        change(one) if (one.project, one.year) == ("DA-01", year) else one for one in plan().disbursements))


def test_programmes_are_counted_with_what_they_implement() -> None:
    assert texts(example(), "CHƯƠNG TRÌNH, ĐỀ ÁN, KẾ HOẠCH") == [
        ("Đã ban hành và triển khai 3 chương trình, 3 đề án công tác toàn khóa; 9 kế hoạch thực hiện 10 kế hoạch công "
         "tác "
         "của cấp trên.")]
    assert table(example(), "Chương trình, đề án")[9] == [
        "10", "Kế hoạch số 11-KH/QU ngày 19/5/2021", "Quản lý chất thải và chỉnh trang tuyến phố, thoát nước",
        "Kế hoạch 19-KH/TU; Kế hoạch 22-KH/TU"]


def test_programmes_not_yet_issued_are_left_out() -> None:
    said = texts(review_of(plan(), date(2021, 3, 31)), "CHƯƠNG TRÌNH, ĐỀ ÁN, KẾ HOẠCH")
    assert said == [("Đã ban hành và triển khai 3 chương trình, 3 đề án công tác toàn khóa; 1 kế hoạch thực hiện 1 kế "
                     "hoạch công tác của cấp trên.")]


def test_a_year_of_investment_names_its_denominator() -> None:
    assert texts(example(), "ĐẦU TƯ CÔNG")[1] == (
        "Năm 2022: kế hoạch vốn (UBND quận giao) là 612 tỷ đồng; đến ngày 31/01/2023 giải ngân 586,9692 tỷ đồng, đạt "
        "95,91% kế hoạch vốn.")


def test_a_year_before_31_january_is_provisional() -> None:
    early = replace(plan(), disbursements=tuple(
        replace(one, as_of=date(2022, 12, 31)) for one in plan().disbursements if one.year == 2022))
    assert texts(review_of(early), "ĐẦU TƯ CÔNG")[0].endswith(
        "đạt 95,91% kế hoạch vốn (số tạm tính, chưa hết thời hạn giải ngân).")


def test_a_project_without_a_figure_is_counted_out_and_said() -> None:
    assert texts(review_of(paid(2022, lambda one: replace(one, disbursed=None))), "ĐẦU TƯ CÔNG")[1] == (
        "Năm 2022: kế hoạch vốn (UBND quận giao) là 470 tỷ đồng; đến ngày 31/01/2023 giải ngân 460,8 tỷ đồng, đạt "
        "98,04% "
        "kế hoạch vốn. Số liệu của 7/8 dự án đã báo cáo.")


def test_a_year_nobody_reported_has_no_share() -> None:
    silent = replace(plan(), disbursements=tuple(replace(one, disbursed=None) for one in plan().disbursements))
    assert texts(review_of(silent), "ĐẦU TƯ CÔNG")[0] == (
        "Năm 2021: chưa có số liệu giải ngân kế hoạch vốn (UBND quận giao).")


def test_two_denominators_are_never_added() -> None:
    said = texts(review_of(paid(2022, lambda one: replace(one, plan_basis="Thủ tướng giao"))), "ĐẦU TƯ CÔNG")
    assert [text.split(";")[0] for text in said if text.startswith("Năm 2022")] == [
        "Năm 2022: kế hoạch vốn (Thủ tướng giao) là 142 tỷ đồng",
        "Năm 2022: kế hoạch vốn (UBND quận giao) là 470 tỷ đồng",
    ]


def test_a_plan_of_nothing_has_no_share_to_divide() -> None:
    none = replace(plan(), disbursements=tuple(
        replace(one, plan=Decimal(0), disbursed=Decimal(0)) for one in plan().disbursements))
    assert texts(review_of(none), "ĐẦU TƯ CÔNG")[0] == "Năm 2021: chưa giao kế hoạch vốn (UBND quận giao)."


def test_projects_show_their_latest_year_and_their_notes_numbers() -> None:
    assert table(example(), "Các dự án")[0] == [
        "1", "Tuyến đường vành đai phía Tây, đoạn qua quận", "Giải phóng mặt bằng", "12/2024", "142", "126,1692",
        "88,85%", "Chậm: còn 214/486 hộ chưa bàn giao mặt bằng."]


def test_ranks_have_their_streak_and_their_document() -> None:
    said = texts(example(), "THI ĐUA, KHEN THƯỞNG, XẾP HẠNG")
    assert said[0] == (
        "Phòng Giáo dục và Đào tạo 8 năm liên tiếp xếp thứ 1/24 về thi đua ngành giáo dục và đào tạo của Thành phố, "
        "gần "
        "nhất là năm 2022 (Thông báo số 1904/TB-SGDĐT ngày 30/9/2022 của Sở Giáo dục và Đào tạo Thành phố).")
    assert said[1].startswith("Phòng Giáo dục và Đào tạo đạt 13/13 tiêu chí 6 năm liên tiếp, xếp thứ 1/24")


def test_awards_not_yet_decided_are_left_out() -> None:
    assert len(texts(example(MID_TERM), "THI ĐUA, KHEN THƯỞNG, XẾP HẠNG")) == 7
    assert len(texts(example(YEAR_BEFORE), "THI ĐUA, KHEN THƯỞNG, XẾP HẠNG")) == 2


def test_limitations_have_their_owner_and_closed_ones_their_proof() -> None:
    said = texts(example(), "HẠN CHẾ, NGUYÊN NHÂN")
    assert said[3] == (
        "Một bộ phận người dân còn để rác không đúng chỗ, không đúng giờ thu gom. Nguyên nhân: Điểm tập kết thiếu, giờ "
        "thu "
        "gom chưa phù hợp với khu nhà trọ. Giải pháp: Điều chỉnh giờ thu gom, lắp camera ở điểm nóng, xử phạt. Chịu "
        "trách "
        "nhiệm: Phòng Tài nguyên và Môi trường; theo dõi từ ngày 12/4/2022.")
    assert said[-1] == (
        "Số liệu hộ nghèo, việc làm báo cáo chậm so với thời hạn: khắc phục ngày 15/12/2022 (Quyết định phê duyệt kết "
        "quả "
        "rà soát hộ nghèo tháng 12/2022; báo cáo quý đúng hạn hai kỳ liên tiếp).")


def test_a_limitation_closed_later_is_still_open() -> None:
    said = texts(review_of(plan(), date(2022, 6, 30)), "HẠN CHẾ, NGUYÊN NHÂN")
    assert len([text for text in said if "Chịu trách nhiệm" in text]) == 4
    assert [text for text in said if "khắc phục ngày" in text] == []


def test_tasks_add_up_and_the_open_ones_have_who_what_when_product() -> None:
    assert texts(example(), "NHIỆM VỤ TIẾP TỤC THỰC HIỆN") == [
        ("Có 8 nhiệm vụ được giao (Thông báo số 186-TB/QU ngày 12/4/2022 của Ban Thường vụ Quận ủy): 5 nhiệm vụ đã "
         "hoàn "
         "thành, gồm 4 đúng hạn và 1 quá hạn; 3 nhiệm vụ đang thực hiện, gồm 2 trong hạn và 1 quá hạn.")]
    assert table(example(), "Các nhiệm vụ đang thực hiện")[1] == [
        "2", "Di chuyển hạ tầng ngầm trên đường hướng tâm số 6",
        "Ban Quản lý dự án đầu tư xây dựng quận (Giám đốc); phối hợp: Phòng Quản lý đô thị",
        "Biên bản bàn giao mặt bằng sạch toàn tuyến", "30/6/2023", "Trong hạn"]


def test_a_task_without_product_or_day_says_so() -> None:
    bare = replace(plan(), tasks=(replace(plan().tasks[0], product=None, due_on=None),))
    assert table(review_of(bare), "Các nhiệm vụ")[0][3:] == ["chưa nêu", "–", "Thường xuyên"]


def test_numbers_in_a_task_are_bound_to_its_document() -> None:
    entry = next(entry for entry in example().ledger if entry.shown == "486 hộ")
    assert (entry.value, entry.unit, entry.document) == (
        Decimal(486), "hộ", "Thông báo số 186-TB/QU ngày 12/4/2022 của Ban Thường vụ Quận ủy")


def test_documents_are_those_issued_by_the_day_without_the_units_reports() -> None:
    rows = table(example(YEAR_BEFORE), "Văn bản làm căn cứ")
    assert [row[1] for row in rows if row[1].startswith(("Báo cáo", "Công văn"))] == []
    assert rows[0] == ["1", "Nghị quyết 05-NQ/ĐH", "14/10/2020", "Đại hội đại biểu Đảng bộ Thành phố",
                       "Nghị quyết Đại hội đại biểu Đảng bộ Thành phố, nhiệm kỳ 2020–2025"]


def test_the_table_of_targets_has_a_row_a_target() -> None:
    rows = table(example(), "Kết quả thực hiện")
    assert len(rows) == 17
    assert rows[1][3:] == ["–", "theo từng phần", "2022", "65,6 – 33,9 – 0,5", "Bảo đảm tiến độ"]
    assert rows[2] == ["3", "Thu ngân sách nhà nước trên địa bàn so với dự toán Thành phố giao", "tỷ đồng", "–",
                       "≥ 105%", "2022", "2.914,7 (109,78%)", "Vượt"]


def test_a_structure_has_a_table_of_its_parts() -> None:
    assert table(example(), "Cơ cấu kinh tế chuyển dịch theo hướng dịch vụ: từng thành phần, 2022 (%)") == [
        ["Thương mại – dịch vụ", "63,2", "≥ 68,0", "65,6", "Bảo đảm tiến độ"],
        ["Công nghiệp – xây dựng", "36,1", "≤ 31,6", "33,9", "Bảo đảm tiến độ"],
        ["Nông nghiệp", "0,7", "≤ 0,4", "0,5", "Bảo đảm tiến độ"],
    ]


def test_a_target_without_a_figure_shows_a_dash_never_nought() -> None:
    row = next(row for row in table(example(YEAR_BEFORE), "Kết quả thực hiện") if row[1].startswith("Số lao động"))
    assert row[5:] == ["–", "–", "Chưa có số liệu"]
