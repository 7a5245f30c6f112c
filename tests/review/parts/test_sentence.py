"""Each kind of target in the words an office would sign."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from review.reviews import example, gathered, review_of, stretches
from small_plan import figure, small_plan
from tiendo.plan import Plan
from tiendo.quantity import Figure, FigureStatus
from tiendo.review.prose import plain
from tiendo.review.records import Review

SENTENCES: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))


def sentence(review: Review, code: str) -> str:
    """What stands after the target's name in its own paragraph."""
    name = next(line.target.name_vi for line in review.lines if line.target.code == code)
    return next(text.removeprefix(f"{name}: ") for text in map(plain, stretches(review))
                if text.startswith(f"{name}: ") and "Đánh giá:" in text)


@pytest.mark.parametrize(("day", "code"), [(day, code) for day in SENTENCES for code in SENTENCES[day]])
def test_a_kind_of_target_has_its_own_sentence(day: str, code: str) -> None:
    assert sentence(example(date.fromisoformat(day)), code) == SENTENCES[day][code]


def changed(plan: Plan, identity: str, change: Callable[[Figure], Figure]) -> Plan:
    """A plan in which one figure says something else."""
    return replace(plan, figures=tuple(change(one) if one.id == identity else one for one in plan.figures))


def test_an_estimate_says_that_it_is_one() -> None:
    plan = changed(small_plan(), "TN/22b", lambda one: replace(one, status=FigureStatus.ESTIMATE))
    assert sentence(review_of(plan), "TN").startswith("năm 2022 ước đạt 79,1 triệu đồng/người/năm, cao hơn lộ trình")


def test_a_fall_is_said_as_a_fall() -> None:
    plan = changed(gathered().plan, "KT-01/2021", lambda one: replace(one, value=Decimal("-2.4")))
    assert sentence(review_of(plan), "KT-01").startswith("năm 2022 tăng 11,3%, năm 2021 giảm 2,4%; bình quân 2 năm")


def test_a_year_without_data_is_named() -> None:
    plan = gathered().plan
    gone = replace(plan, figures=tuple(one for one in plan.figures if one.id != "KT-04/2021"))
    assert sentence(review_of(gone), "KT-04") == (
        "thiếu số liệu năm 2021; mục tiêu hằng năm từ 95% trở lên. Đánh giá: chưa có số liệu (cơ sở: từng năm đã "
        "khép).")


def test_an_old_figure_is_said_with_why_it_proves_nothing() -> None:
    assert sentence(review_of(small_plan(), date(2025, 3, 31)), "TN").startswith(
        "năm 2022 đạt 79,1 triệu đồng/người/năm; số liệu gần nhất của ngày 31/12/2022, từ đó đã thiếu 2 kỳ báo cáo;")


def test_a_broken_level_says_how_often_it_held() -> None:
    plan = changed(gathered().plan, "DT-01/2022-H1", lambda one: replace(one, value=Decimal(98)))
    assert sentence(review_of(plan), "DT-01").startswith(
        "đến ngày 15/3/2023 đạt 100%; giữ được 4 trong 5 kỳ báo cáo; mục tiêu thường xuyên từ 100% trở lên.")


def test_a_goal_that_must_be_passed_is_said_so() -> None:
    plan = small_plan()
    strict = replace(plan, targets=tuple(replace(one, strict=True) for one in plan.targets))
    assert "mục tiêu đến hết năm 2025 trên 95 triệu đồng/người/năm" in sentence(review_of(strict), "TN")


def test_two_figures_that_differ_are_both_named() -> None:
    plan = small_plan()
    rival = figure("TN/22c", "TN", "80", "2022-12-31")
    review = review_of(replace(plan, figures=(*plan.figures, rival)))
    assert sentence(review, "TN").startswith(
        "hai số liệu đã duyệt của cùng kỳ năm 2022 khác nhau: 79,1 triệu đồng/người/năm và 80 triệu đồng/người/năm;")


def test_every_flag_of_the_verdict_is_read_beside_it() -> None:
    """A corrected figure is said to be one."""
    assert sentence(review_of(small_plan()), "TN").endswith("(cơ sở: lộ trình của kế hoạch); số đã đính chính.")
