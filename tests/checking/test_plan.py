"""Claims against the plan: approved figures, assigned amounts, the resolution's goals."""

from dataclasses import replace

import pytest

from checking.plans import a_figure, decided, finance_plan
from checking.texts import between, codes, document, findings, says, tell, told

PLAN = finance_plan(a_figure("HN", "2022", "0.16"))


def test_share_of_an_amount_only_the_plan_knows() -> None:
    """Quý I năm 2023, thu ngân sách nhà nước trên địa bàn đạt 65,624 tỷ đồng, bằng 19,20% dự toán Thành phố giao."""
    text = test_share_of_an_amount_only_the_plan_knows.__doc__
    assert told(text, PLAN) == [("C301", "error", "bằng 19,20% dự toán Thành phố giao", None)]
    assert says(text, PLAN)["base"] == "2.870 tỷ đồng (4630/QĐ-UBND)"
    assert codes(text) == []


@pytest.mark.parametrize("text", [
    "Quý I năm 2023, thu ngân sách nhà nước trên địa bàn đạt 551 tỷ đồng, bằng 19,20% dự toán Thành phố giao.",
    "Năm 2022, thu ngân sách nhà nước trên địa bàn đạt 65 tỷ đồng, bằng 19,20% dự toán Thành phố giao.",
    "Quý I năm 2023, thu ngân sách nhà nước trên địa bàn đạt 65 tỷ đồng, bằng 19,20% dự toán quận (338,5 tỷ đồng).",
    "Quý I năm 2023, thu phí và lệ phí đạt 65 tỷ đồng, bằng 19,20% dự toán.",
])
def test_right_share_other_years_other_plans_and_other_revenue_are_left_alone(text: str) -> None:
    assert codes(text, PLAN) == []


def test_approved_figure_has_another_value() -> None:
    """Năm 2022, tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều là 0,61%."""
    text = test_approved_figure_has_another_value.__doc__
    assert told(text, PLAN) == [("C404", "warning", "là 0,61%", None)]
    assert says(text, PLAN) == {
        "target": "HN", "period": "2022", "here": "0,61%", "approved": "0,16%", "source": "27/BC-TC"}


@pytest.mark.parametrize("text", [
    "Năm 2022, tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều là 0,16%.",
    "Năm 2022, tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều là 0,2%.",
    "Năm 2021, tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều là 0,61%.",
    "Năm 2022, tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều ước còn 0,61%.",
    "Năm 2022, tỷ lệ hộ cận nghèo còn 0,61%.",
])
def test_same_value_other_period_estimate_and_other_rate_are_left_alone(text: str) -> None:
    """A rate of "0,2%" is what 0.16 % rounds to."""
    assert codes(text, PLAN) == []


def test_superseded_and_unapproved_figures_are_not_held_against_a_report() -> None:
    old, draft = a_figure("HN", "2022", "0.61"), a_figure("HN", "2022", "0.70", approved_by=None)
    new = replace(a_figure("HN", "2022", "0.16"), supersedes=old.id, why="Cộng lại")
    text = "Năm 2022, tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều là 0,16%."
    assert [codes(text, finance_plan(*figures)) for figures in ((old, new), (draft,), (old,))] == [[], [], ["C404"]]


def test_what_a_person_decided_is_not_questioned_again() -> None:
    text = "Năm 2022, tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều là 0,61%."
    row = decided(document(text).sha256, "là 0,61%", text.index("là 0,61%"))
    assert codes(text, replace(PLAN, acceptances=(row,))) == []


def test_goal_that_is_not_the_resolutions() -> None:
    """Nghị quyết phấn đấu đến năm 2025 tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều còn 0,25%."""
    text = test_goal_that_is_not_the_resolutions.__doc__
    assert [(code, severity) for code, severity, _, _ in told(text, PLAN)] == [("C405", "warning")]
    assert says(text, PLAN) == {"target": "HN", "here": "0,25%", "goal": "0,2%", "source": "01-NQ/ĐH"}


@pytest.mark.parametrize("text", [
    "Nghị quyết phấn đấu đến năm 2025 tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều còn 0,20%.",
    "Theo Nghị quyết, phấn đấu đến năm 2025 tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều còn 0,55%.",
    "Phấn đấu năm 2023 tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều còn 0,30%.",
])
def test_goals_of_the_path_and_of_other_years_are_left_alone(text: str) -> None:
    assert codes(text, PLAN) == []


def test_plan_tells_that_two_documents_speak_of_one_target() -> None:
    first = "Năm 2022, tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều là 0,16%."
    second = "Tỷ lệ hộ nghèo đa chiều theo chuẩn nghèo năm 2022 còn 0,61%."
    assert [code for code, *_ in tell(between(first, second, plan=PLAN))] == ["C402"]
    assert between(first, second) == ()


def test_report_is_a_question_to_the_unit_that_wrote_it() -> None:
    text = "UBND QUẬN\nPHÒNG TÀI CHÍNH\nSố: 27/BC-TC\n\nCó 18/17 chỉ tiêu đạt."
    assert [one.unit for one in findings(text, PLAN)] == ["Phòng Tài chính"]
