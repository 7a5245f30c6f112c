"""Projects with what was planned, what was paid and what share that is."""

from dataclasses import replace
from datetime import date

from reviews import example, review_of
from small_plan import small_plan
from tiendo.review.page.investment import projects, years
from tiendo.review.page.scene import scene_of
from tiendo.review.prose import plain


def test_share_is_paid_of_planned_and_bound_to_both() -> None:
    scene = scene_of(example("2023-03-31"), "vi")
    first = next(projects(scene))
    assert first.share
    assert (plain(first.planned), plain(first.paid), first.share.shown) == ("142", "126,1692", "88,85%")
    proof = next(one for one in scene.anchors.ledger if one.id == first.share.entry)
    assert len(proof.inputs) == 2


def test_project_past_its_day_and_not_finished_is_late() -> None:
    plan = small_plan()
    project = replace(plan.projects[0], planned_end_on=date(2022, 6, 30))
    done = replace(project, code="DA2", phase="ban_giao")
    found = projects(scene_of(review_of(replace(plan, projects=(project, done)), "2023-03-31"), "vi"))
    assert [one.late for one in found] == [True, False]


def test_project_without_disbursement_has_no_share() -> None:
    review = review_of(replace(small_plan(), disbursements=()), "2023-03-31")
    assert [(one.share, plain(one.paid)) for one in projects(scene_of(review, "vi"))] == [(None, "–")]


def test_two_projects_of_one_name_keep_their_own_shares() -> None:
    plan = small_plan()
    project, paid = plan.projects[0], plan.disbursements[0]
    twice = replace(plan, projects=(project, replace(project, code="DA2")),
                    disbursements=(paid, replace(paid, project="DA2", disbursed=paid.plan)))
    found = projects(scene_of(review_of(twice, "2023-03-31"), "vi"))
    assert [one.share.shown for one in found if one.share] == ["95,91%", "100%"]


def test_years_are_the_reports_own_sentences() -> None:
    found = years(scene_of(example("2023-03-31"), "vi"))
    assert [plain(one.runs)[:8] for one in found] == ["Năm 2021", "Năm 2022", "Vốn kế h"]
