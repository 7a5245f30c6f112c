"""Numbers of the page: the report's entries under their own numbers, the page's after them."""

from decimal import Decimal

from reviews import review_of
from small_plan import small_plan
from tiendo.review.page.anchors import Anchors


def test_figure_of_the_report_keeps_its_number_and_another_gets_one_of_the_page() -> None:
    review = review_of(small_plan(), "2023-03-31")
    anchors = Anchors(review, "vi")
    target = review.plan.targets[0]
    old, new = (one for one in review.plan.figures if one.target == target.code)
    assert anchors.of(anchors.figure(target, new)).figure == new
    assert (anchors.in_report(new), anchors.in_report(old)) == (True, False)
    assert anchors.figure(target, old).entry == "T001"
    assert anchors.figure(target, old) == anchors.figure(target, old)


def test_ledger_holds_the_pages_computed_numbers_but_no_older_figure() -> None:
    review = review_of(small_plan(), "2023-03-31")
    anchors = Anchors(review, "vi")
    anchors.figure(review.plan.targets[0], review.plan.figures[0])
    number = anchors.computed("elapsed", "Đã qua", Decimal(49), "%")
    assert [one.id for one in anchors.ledger] == [*(one.id for one in review.ledger), number.entry]
    assert (number.entry, number.shown) == ("T002", "49%")
