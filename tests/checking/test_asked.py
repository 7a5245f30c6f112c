"""Whom the questions about a document go to."""

import pytest

from checking.plans import finance_plan
from checking.texts import read
from tiendo.checking.asked import unit_of
from tiendo.checking.case import Case
from tiendo.plan import Plan

LETTER = "UBND QUẬN SÔNG TÔ\nPHÒNG NỘI VỤ\nSố: {}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nBáo cáo công tác."


def unit(text: str, plan: Plan | None = None) -> str | None:
    document, claims = read(text)
    return unit_of(Case(document, tuple(claims), plan))


@pytest.mark.parametrize(("text", "plan", "asked"), [
    (LETTER.format("27/BC-TC"), finance_plan(), "Phòng Tài chính"),
    (LETTER.format("99/BC-NV"), finance_plan(), "PHÒNG NỘI VỤ"),
    (LETTER.format("27/BC-TC"), None, "PHÒNG NỘI VỤ"),
    ("Báo cáo số 27/BC-TC ngày 10/02/2023 của Phòng Tài chính", finance_plan(), "Phòng Tài chính"),
    ("Chiều 5/4, quận tổ chức hội nghị theo Kế hoạch số 27/BC-TC.", finance_plan(), None),
    ("QUẬN ỦY SÔNG TÔ\n\nChiều 5/4, quận tổ chức hội nghị.", None, None),
])
def test_unit_is_known_by_its_own_number_or_its_letterhead(text: str, plan: Plan | None, asked: str | None) -> None:
    assert unit(text, plan) == asked
