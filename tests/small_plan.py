"""One small valid plan with a row or more in every table, and a short way to tell problems."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tiendo.errors import Problem
from tiendo.plan import (
    Acceptance,
    Assignment,
    Award,
    Body,
    Component,
    Decision,
    Direction,
    Disbursement,
    Kind,
    Limitation,
    Milestone,
    Plan,
    PlanDocument,
    Programme,
    Project,
    Ranking,
    Target,
    Task,
)
from tiendo.quantity import Figure, FigureStatus, Period, Source

Told = tuple[str, str, int | None, str | None]  # code, file, row, column
After = Callable[[str, str, str], list[Told]]  # file, words, other words: what reading then says


def day(text: str) -> date:
    return date.fromisoformat(text)


def period(code: str) -> Period:
    found = Period.parse(code)
    assert found
    return found


def target(code: str, kind: Kind, direction: Direction, goal: str | None, unit: str = "%") -> Target:
    return Target(
        code, "nq", "P", f"Chỉ tiêu {code}", f"Target {code}", unit, direction, kind, Decimal(goal) if goal else None,
        day("2025-12-31"), "VP", "Chánh Văn phòng", "Kinh tế", "nq", "Mục 2",
    )


def figure(code: str, of: str, value: str | None, as_of: str, note: str | None = None) -> Figure:
    return Figure(
        code, of, "P", period(as_of[:4]), day(as_of), Decimal(value) if value else None, FigureStatus.ACTUAL,
        Source("bc", 2, "Câu có số liệu."), "Văn phòng", "Chánh Văn phòng", day("2023-03-20"), note=note,
    )


def small_plan() -> Plan:
    """Rows, from line 2 on, are told apart in tests by where they stand: do not reorder."""
    rating = replace(target("XL", Kind.RATING, Direction.AT_LEAST, "2", "mức"), scale="vn.xep_loai")
    level = replace(
        target("TN", Kind.LEVEL_END, Direction.AT_LEAST, "95", "triệu đồng/người/năm"), baseline=Decimal("68.5"),
        baseline_on=day("2020-12-31"), co_bodies=("VP",),
    )
    correction = replace(figure("TN/22b", "TN", "79.1", "2022-12-31"), supersedes="TN/22", why="Cộng lại")
    part = replace(figure("CC/22", "CC", "66.2", "2022-12-31"), component="DV")
    return Plan(
        bodies=(Body("P", "Phường A", "Ward A", "ward"), Body("VP", "Văn phòng", "Office", "unit", "P")),
        documents=(
            PlanDocument("nq", "Nghị quyết", "01-NQ/ĐU", "Nghị quyết Đại hội", "Đại hội", day("2020-08-01"), "P",
                         term_from=day("2020-08-01"), term_to=day("2025-12-31")),
            PlanDocument("bc", "Báo cáo", None, "Báo cáo năm 2022", "Văn phòng", day("2023-01-10"), "VP", ("nq",)),
        ),
        targets=(
            level, target("CC", Kind.STRUCTURE, Direction.WITHIN, None), rating,
            target("HN", Kind.LEVEL_END, Direction.AT_MOST, "0.5"),
        ),
        components=(
            Component("CC", "DV", "Dịch vụ", "Services", Direction.AT_LEAST, Decimal(68)),
            Component("CC", "CN", "Công nghiệp", "Industry", Direction.WITHIN, Decimal(30), Decimal(32)),
        ),
        milestones=(Milestone("TN", day("2022-12-31"), Decimal("78.5")),),
        assignments=(Assignment("HN", period("2022"), Decimal("0.8"), "bc", day("2021-12-20"), "UBND quận"),),
        figures=(
            figure("TN/22", "TN", "78", "2022-12-31"), correction, figure("XL/22", "XL", "3", "2022-12-31"), part,
            figure("HN/22", "HN", None, "2022-12-31", "Chưa rà soát xong"),
        ),
        programmes=(Programme("CTr1", "programme", "Chương trình 1", "P", "nq", ("nq",)),),
        projects=(Project("DA1", "Cải tạo chợ", "P", "Ban QLDA", "thi_cong", "CTr1", day("2021-01-01"),
                          day("2023-06-30"), Decimal(12_000_000_000)),),
        disbursements=(Disbursement("DA1", 2022, Decimal(5_000_000_000), Decimal(4_795_500_000), day("2023-01-31"),
                                    "UBND quận giao", "bc"),),
        tasks=(Task("NV1", "Rà soát hộ nghèo", "VP", "Chánh Văn phòng", "Danh sách", day("2022-12-15"), "bc", ("P",)),),
        limitations=(Limitation("HC1", "P", "Vỉa hè bị lấn chiếm", "VP", day("2022-04-12"), "bc"),),
        awards=(Award("P", "Cờ thi đua", 2022, "UBND Thành phố", "bc", "12/QĐ-UBND", day("2023-02-06")),),
        rankings=(Ranking("P", "Thi đua", period("2022"), 1, "UBND quận", "bc", 13, 8, 13, 13),),
        acceptances=(Acceptance(
            "A1", "bc-vp.txt", "0" * 64, "đạt 73 triệu đồng", 9, "TN", "P", period("2021"), day("2021-12-31"),
            Decimal(73), Decision.ACCEPTED, "Chánh Văn phòng", day("2022-03-01"),
        ),),
        name="phuong-a-2020-2025", title_vi="Nghị quyết Phường A", title_en="Resolution of Ward A", body="P",
        document="nq",
    )


def tell(problems: Iterable[Problem]) -> list[Told]:
    """Problems as (code, file, row, column), to compare at a glance."""
    return [
        (each.code, each.place.file, each.place.row, each.place.column) if each.place else (each.code, "", None, None)
        for each in problems
    ]
