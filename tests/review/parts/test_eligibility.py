"""The note on classification: rules in force, whole numbers, what is not evidenced, never the classification."""

from dataclasses import replace
from datetime import date

from review.reviews import MID_TERM, YEAR_BEFORE, example, gathered, review_of, texts
from tiendo.plan import Plan

TITLE = "Điều kiện về chỉ tiêu khi xem xét xếp loại chất lượng"


def until(plan: Plan, end: str) -> Plan:
    """The same plan with a later due day, so that targets stay open."""
    return replace(plan, targets=tuple(replace(one, due_on=date.fromisoformat(end)) for one in plan.targets))


def test_mid_term_of_2023_stands_under_regulation_132_and_leaves_the_collective_open() -> None:
    said = texts(example(MID_TERM), TITLE)
    assert said[1] == (
        "Quy tắc áp dụng đối với tập thể: Quy định số 132-QĐ/TW ngày 08/3/2018, Hướng dẫn số 21-HD/BTCTW ngày "
        "18/10/2019; "
        "mức xem xét: “Hoàn thành xuất sắc nhiệm vụ”; hạng nguồn: A, văn bản hoặc trang của cơ quan có thẩm quyền.")
    assert said[2] == (
        "Kết luận: phần quy tắc đã đối chiếu không nêu tỷ lệ chỉ tiêu, nên từ số lượng chỉ tiêu chưa kết luận được về "
        "mức "
        "“Hoàn thành xuất sắc nhiệm vụ”.")


def test_those_who_lead_are_held_to_half_in_whole_numbers() -> None:
    said = texts(example(MID_TERM), TITLE)
    assert "Chỉ tiêu vượt: 9/17; quy tắc cần ít nhất 50%; so bằng số nguyên 900 ≥ 850: đáp ứng." in said
    assert ("Kết luận: đủ điều kiện về chỉ tiêu để xem xét mức “Hoàn thành xuất sắc nhiệm vụ”; đây chưa phải kết quả "
            "xếp loại.") in said


def test_a_year_before_they_were_not() -> None:
    said = texts(example(YEAR_BEFORE), TITLE)
    assert "Chỉ tiêu vượt: 3/17; quy tắc cần ít nhất 50%; so bằng số nguyên 300 < 850: chưa đáp ứng." in said
    assert "Kết luận: chưa đủ điều kiện về chỉ tiêu để xem xét mức “Hoàn thành xuất sắc nhiệm vụ”." in said


def test_conditions_without_evidence_are_listed_after_each_rule_set() -> None:
    said = texts(example(MID_TERM), TITLE)
    heads = [at for at, text in enumerate(said) if text == "Những điều kiện chưa có minh chứng trong hệ thống:"]
    assert len(heads) == 2
    assert "Quyết định xếp loại của cấp có thẩm quyền." in said[heads[0]:heads[1]]
    assert said[-1] == "Quyết định xếp loại của cấp có thẩm quyền."


def test_an_unsourced_condition_says_so() -> None:
    said = texts(example(MID_TERM), TITLE)
    assert [text for text in said if text.endswith("(U, chưa có nguồn).")] == [
        "Các tiêu chí về chính trị tư tưởng, đạo đức, lối sống, ý thức kỷ luật của từng cá nhân (U, chưa có nguồn)."]


def test_before_any_rule_set_there_is_no_section() -> None:
    assert texts(review_of(gathered().plan, date(2018, 1, 1)), TITLE) == []


def test_after_august_2025_the_new_regulation_is_named() -> None:
    said = " ".join(texts(review_of(until(gathered().plan, "2026-12-31"), date(2026, 3, 31)), TITLE))
    assert "Quy định số 366-QĐ/TW ngày 30/8/2025, Điều 11 khoản 1" in said
    assert "132-QĐ/TW" not in said
