"""A small plan whose figures and documents the checks are asked about."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from small_plan import period, target
from tiendo.plan import Acceptance, Assignment, Body, Decision, Direction, Kind, Milestone, Plan, PlanDocument, Target
from tiendo.quantity import Figure, FigureStatus, Source

BODIES = (
    Body("TU", "Thành ủy", "City Committee", "city"), Body("UBTP", "UBND Thành phố", "City", "city"),
    Body("P", "Quận ủy Sông Tô", "District Committee", "district", "TU"),
    Body("VP", "Phòng Tài chính", "Finance", "unit", "P"),
)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def a_document(code: str, kind: str, symbol: str | None, issued: str | None, **rest: Any) -> PlanDocument:
    """A document of the plan; of the body under review unless `body` says otherwise."""
    usual: dict[str, Any] = {"issuer": "Ban Thường vụ Quận ủy", "title": f"Văn bản {code}", "body": "P"}
    return PlanDocument(code=code, kind=kind, symbol=symbol, issued_on=day(issued), **{**usual, **rest})


RESOLUTION = a_document("nq", "Nghị quyết", "01-NQ/ĐH", "2020-08-14", issuer="Đại hội đại biểu Đảng bộ quận",
                        term_from=date(2020, 8, 14), term_to=date(2025, 12, 31))


def a_figure(of: str, code: str, value: str | None, as_of: str | None = None, **rest: Any) -> Figure:
    """An approved figure of a target for a period, dated at the period's end unless `as_of` says otherwise."""
    span = period(code)
    usual: dict[str, Any] = {
        "body": "P", "status": FigureStatus.ACTUAL, "source": Source("bc", 2, f"Câu nêu {value}."), "reported_by": "VP",
        "approved_by": "Chánh Văn phòng", "approved_on": span.end,
    }
    return Figure(id=f"{of}/{code}/{value}", target=of, period=span, as_of=day(as_of) or span.end,
                  value=Decimal(value) if value else None, **{**usual, **rest})


def level(code: str, name: str, unit: str, goal: str, baseline: str | None = None) -> Target:
    """A target to be reached by the end of 2025, from a baseline at the end of 2020."""
    found = target(code, Kind.LEVEL_END, Direction.AT_LEAST, goal, unit)
    return replace(found, name_vi=name, baseline=Decimal(baseline) if baseline else None,
                   baseline_on=date(2020, 12, 31) if baseline else None)


def finance_plan(*figures: Figure) -> Plan:
    """A district's plan: revenue against what the city assigned, poverty, and one decision on a claim."""
    revenue = replace(target("THU", Kind.RELATIVE_TO_ASSIGNED, Direction.AT_LEAST, "105", "tỷ đồng"),
                      name_vi="Thu ngân sách nhà nước trên địa bàn")
    poverty = replace(level("HN", "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", "%", "0.20", "0.92"),
                      direction=Direction.AT_MOST)
    city = a_document("qd", "Quyết định", "4630/QĐ-UBND", "2022-12-08", issuer="UBND Thành phố", body="UBTP")
    report = a_document("bc", "Báo cáo", "27/BC-TC", "2023-02-10", issuer="Phòng Tài chính", body="VP")
    return Plan(
        bodies=BODIES, documents=(RESOLUTION, city, report), targets=(revenue, poverty), figures=figures,
        milestones=(Milestone("HN", date(2022, 12, 31), Decimal("0.55")),),
        assignments=(Assignment("THU", period("2023"), Decimal(2870), "qd", date(2022, 12, 8), "UBTP"),),
        body="P", document="nq",
    )


def decided(sha256: str, quote: str, start: int) -> Acceptance:
    """A person's refusal of a claim."""
    return Acceptance("A1", "bc.txt", sha256, quote, start, "HN", "P", None, None, None, Decision.REFUSED,
                      "Trưởng phòng", date(2023, 3, 1), reason="Nhầm kỳ")
