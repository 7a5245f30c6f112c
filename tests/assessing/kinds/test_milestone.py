"""milestone: there or not there by a day."""

from datetime import date
from decimal import Decimal

from assessing.stories import a_figure, a_path, a_target, judged
from tiendo.assessing import Assessment, Flag, Standing
from tiendo.plan import Direction, Kind, Milestone

NOT_YET, SUBMITTED, RECOGNISED = "0", "1", "2"
DUE = date(2023, 12, 31)
PARK = a_target(
    Kind.MILESTONE, RECOGNISED, baseline=NOT_YET, direction=Direction.DONE, unit="tình trạng", scale="vn.cong_nhan",
    due_on=DUE, frequency="half",
)
PATH = (Milestone("T", date(2022, 6, 30), Decimal(SUBMITTED)),)


def told(found: Assessment) -> tuple[str, str, str]:
    return found.standing.value, found.reason.removeprefix("reason_"), found.basis.value


def test_recognised_before_the_due_day_is_met_early() -> None:
    """Quyết định công nhận ngày 26/12/2022, hạn 31/12/2023."""
    found = judged(PARK, a_figure("2022-12-26", RECOGNISED))
    assert (told(found), found.flags) == (("met", "done", "scale"), (Flag.EARLY,))


def test_done_stays_done_without_further_reports() -> None:
    found = judged(PARK, a_figure("2021-12-26", RECOGNISED), as_of=date(2024, 6, 30))
    assert (found.standing, found.flags) == (Standing.MET, (Flag.EARLY, Flag.STALE))


def test_recognised_on_the_due_day_is_met_and_not_early() -> None:
    found = judged(PARK, a_figure("2023", RECOGNISED), as_of=DUE)
    assert (told(found), found.flags) == (("met", "done", "scale"), ())


def test_beyond_the_place_asked_for_is_met_and_not_exceeded() -> None:
    target = a_target(Kind.MILESTONE, SUBMITTED, baseline=NOT_YET, direction=Direction.AT_LEAST, scale="vn.cong_nhan")
    assert judged(target, a_figure("2022", RECOGNISED)).standing is Standing.MET


def test_path_says_which_place_should_be_reached_by_now() -> None:
    kept, behind = (judged(PARK, a_figure("2022", place), milestones=PATH) for place in (SUBMITTED, NOT_YET))
    assert told(kept) == ("on_path", "step_kept", "path")
    assert told(behind) == ("behind", "step_behind", "path")


def test_there_is_nothing_between_two_places() -> None:
    """A fortnight before the file is due, "not yet" is no delay."""
    found = judged(PARK, a_figure("2022-06-15", NOT_YET), milestones=PATH, as_of=date(2022, 6, 15))
    assert (told(found), found.expected) == (("on_path", "step_kept", "path"), Decimal(0))


def test_without_a_path_what_has_moved_is_on_path() -> None:
    assert told(judged(PARK, a_figure("2022", SUBMITTED))) == ("on_path", "step_moved", "scale")


def test_without_a_path_nothing_can_be_said_of_what_has_not_moved() -> None:
    assert told(judged(PARK, a_figure("2022", NOT_YET))) == ("not_assessable", "step_unmoved", "scale")


def test_not_done_by_the_due_day_is_missed() -> None:
    assert told(judged(PARK, a_figure("2023", SUBMITTED), as_of=DUE)) == ("missed", "not_done", "scale")


def test_done_after_the_due_day_is_missed_and_says_when() -> None:
    found = judged(PARK, a_figure("2022", SUBMITTED), a_figure("2024-02-10", RECOGNISED), as_of=date(2024, 3, 31))
    assert told(found) == ("missed", "done_late", "scale")
    assert dict(found.reason_values)["on"] == "2024-02-10"


def test_still_not_done_after_the_due_day_is_missed() -> None:
    found = judged(PARK, a_figure("2024-02-10", SUBMITTED), as_of=date(2024, 3, 31))
    assert told(found) == ("missed", "not_done", "scale")


def test_done_in_time_is_not_undone_by_a_later_report() -> None:
    found = judged(PARK, a_figure("2023", RECOGNISED), a_figure("2024-02-10", RECOGNISED), as_of=date(2024, 3, 31))
    assert found.standing is Standing.MET


def test_due_day_passed_without_a_report_of_it_is_unproven() -> None:
    assert told(judged(PARK, a_figure("2022", SUBMITTED), as_of=DUE)) == ("unproven", "closing_missing", "scale")


def test_two_halves_without_a_report_are_unproven() -> None:
    found = judged(PARK, a_figure("2021-H1", SUBMITTED), milestones=PATH, as_of=date(2022, 12, 31))
    assert told(found) == ("unproven", "stale", "scale")


def test_no_report_at_all() -> None:
    assert told(judged(PARK, as_of=date(2021, 3, 31))) == ("not_assessable", "nothing_due", "scale")
    assert told(judged(PARK, as_of=date(2021, 6, 30))) == ("unproven", "no_figure", "scale")


def test_no_data_late_proves_nothing() -> None:
    found = judged(PARK, a_figure("2023", SUBMITTED), a_figure("2024-02-10", None), as_of=date(2024, 3, 31))
    assert told(found) == ("missed", "not_done", "scale")


def test_there_from_the_start_is_told() -> None:
    target = a_target(Kind.MILESTONE, SUBMITTED, baseline=SUBMITTED, direction=Direction.DONE, scale="vn.cong_nhan")
    found = judged(target, a_figure("2022", SUBMITTED), milestones=a_path(y2022="1"))
    assert found.flags == (Flag.EARLY, Flag.MET_AT_START)
