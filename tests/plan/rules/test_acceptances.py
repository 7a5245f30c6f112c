"""Acceptances: a decision is whole, and a report is a file of the folder and nothing else."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from small_plan import Told, small_plan, tell
from tiendo.plan import Decision, plan_problems


def changed(**changes: Any) -> list[Told]:
    plan = small_plan()
    return tell(plan_problems(replace(plan, acceptances=(replace(plan.acceptances[0], **changes),))))


@pytest.mark.parametrize(("changes", "code", "column"), [
    ({"report": "../bc.docx"}, "P307", "report"),
    ({"report": "reports/bc.docx"}, "P307", "report"),
    ({"report": "C:\\bc.docx"}, "P307", "report"),
    ({"report": "/etc/passwd"}, "P307", "report"),
    ({"report": ".."}, "P307", "report"),
    ({"sha256": "00"}, "P514", "sha256"),
    ({"sha256": "A" * 64}, "P514", "sha256"),
    ({"start": -1}, "P603", "start"),
    ({"target": None}, "P512", "target"),
    ({"period": None}, "P512", "period"),
    ({"as_of": None}, "P512", "as_of"),
    ({"value": None}, "P512", "value"),
    ({"decision": Decision.CHANGED}, "P513", "reason"),
    ({"decision": Decision.REFUSED}, "P513", "reason"),
    ({"decided_on": date(2021, 12, 30)}, "P515", "as_of"),
    ({"as_of": date(2020, 12, 31)}, "P511", "as_of"),
    ({"target": "CC"}, "P501", "component"),
    ({"component": "DV"}, "P502", "component"),
    ({"status": "plan"}, "P202", "status"),
])
def test_a_decision_that_cannot_stand_is_told(changes: dict[str, Any], code: str, column: str) -> None:
    assert changed(**changes) == [(code, "acceptances.csv", 2, column)]


def test_a_refusal_needs_a_reason_and_nothing_else() -> None:
    nothing = {"target": None, "period": None, "as_of": None, "value": None}
    assert changed(decision=Decision.REFUSED, reason="Số của quận, không phải của phường", **nothing) == []
