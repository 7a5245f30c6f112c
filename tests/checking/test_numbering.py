"""Numbers of Party documents against their days."""

from dataclasses import replace

import pytest

from checking.plans import RESOLUTION, a_document, finance_plan
from checking.texts import codes, findings, says
from tiendo.plan import Plan

KNOWN = a_document("kh8", "Kế hoạch", "08-KH/QU", "2021-04-07")
PLAN = replace(finance_plan(), documents=(RESOLUTION, KNOWN))


def test_higher_number_of_an_earlier_day() -> None:
    """Kế hoạch số 14-KH/QU ngày 07/3/2021 của Ban Thường vụ Quận ủy."""
    text = test_higher_number_of_an_earlier_day.__doc__
    assert says(text, PLAN) == {
        "symbol": "14-KH/QU", "day": "07/3/2021", "known": "08-KH/QU", "known_day": "07/4/2021", "source": "kh8"}


@pytest.mark.parametrize(("text", "plan"), [
    ("Kế hoạch số 14-KH/QU ngày 05/8/2021 của Ban Thường vụ Quận ủy", PLAN),
    ("Kế hoạch số 05-KH/QU ngày 05/3/2021 của Ban Thường vụ Quận ủy", PLAN),
    ("Kế hoạch số 190-KH/QU ngày 07/9/2020 của Ban Thường vụ Quận ủy", PLAN),
    ("Kế hoạch số 14-KH/QU ngày 07/3/2016 của Ban Thường vụ Quận ủy", PLAN),
    ("Chỉ thị số 14-CT/QU ngày 07/3/2021 của Ban Thường vụ Quận ủy", PLAN),
    ("Kế hoạch số 14/KH-UBND ngày 07/3/2021 của UBND quận", PLAN),
    ("Kế hoạch số 14-KH/QU ngày 07/3/2021 của Ban Thường vụ Quận ủy", None),
    ("Kế hoạch số 14-KH/QU ngày 07/3/2021 của Ban Thường vụ Quận ủy", finance_plan()),
])
def test_order_kept_old_series_other_series_and_unknown_terms_are_left_alone(text: str, plan: Plan | None) -> None:
    assert codes(text, plan) == []


def test_number_out_of_order_is_only_noted() -> None:
    (found,) = findings("Kế hoạch số 05-KH/QU ngày 05/8/2021 của Ban Thường vụ Quận ủy", PLAN)
    assert (found.problem.code, found.problem.severity) == ("C109", "info")
