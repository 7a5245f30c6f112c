"""The fields of a Word template: what an office can place in its own file (docs/guide/template lists them)."""

from datetime import date

from tiendo.plan import Body, PlanDocument, Target
from tiendo.quantity import say_day
from tiendo.review.naming import Naming
from tiendo.review.records import Review
from tiendo.words import say

FIELDS = (
    "co_quan_cap_tren", "co_quan", "so_ky_hieu", "dia_danh_ngay", "ten_loai", "trich_yeu", "ngay_so_lieu",
    "quyen_han", "chuc_vu", "noi_nhan", "nam", "noi_dung", "so_so_lieu",
)
MIDDLE = (0.4, 0.6)  # between these shares of a term a review is the mid-term one


def fields(review: Review, form: str) -> dict[str, object]:
    """Every field's words in the review's language.

    Number, place and the day of signing are left for the office to fill in by hand.
    """
    plan, lang = review.plan, review.lang
    names = Naming(plan, lang)
    body = next((one for one in plan.bodies if one.code == plan.body), None)
    name = names.body(plan.body)
    return {
        "co_quan_cap_tren": names.body(body.parent).upper() if body and body.parent else "",
        "co_quan": name.upper(),
        "so_ky_hieu": say(f"review.form_number_{form}", lang, body=plan.body),
        "dia_danh_ngay": say("review.form_day", lang, place=say("review.form_place", lang), year=review.as_of.year),
        "ten_loai": say("review.form_kind", lang),
        "trich_yeu": summary(review),
        "ngay_so_lieu": say_day(review.as_of, lang),
        "quyen_han": say(f"review.form_authority_{form}", lang, body=name.upper()),
        "chuc_vu": say(f"review.form_office_{form}", lang),
        "noi_nhan": _receivers(review, names, body, form),
        "nam": str(review.as_of.year),
    }


def summary(review: Review) -> str:
    """The report's summary line (trích yếu): mid-term, final, or under way, by how much of the term has passed."""
    document = next((one for one in review.plan.documents if one.code == review.plan.document), None)
    title = review.plan.title_vi if review.lang == "vi" else review.plan.title_en
    stage = _stage(document, review.as_of)
    return say(f"review.form_summary_{stage}", review.lang, title=title)


def _stage(document: PlanDocument | None, as_of: date) -> str:
    if document is None or document.term_from is None or document.term_to is None:
        return "running"
    if as_of >= document.term_to:
        return "final"
    share = (as_of - document.term_from) / (document.term_to - document.term_from)
    return "middle" if MIDDLE[0] <= share <= MIDDLE[1] else "running"


def _receivers(review: Review, names: Naming, body: Body | None, form: str) -> list[str]:
    """The superior, then every body that leads a target, once, in the plan's order; then the file copy."""
    lang = review.lang
    first = [say("review.form_receiver_first", lang, body=names.body(body.parent))] if body and body.parent else []
    leads = dict.fromkeys(_lead(target) for target in review.plan.targets)
    return [*first, *(say("review.form_receiver", lang, body=names.body(code)) for code in leads),
            say(f"review.form_filing_{form}", lang, body=names.body(review.plan.body))]


def _lead(target: Target) -> str:
    return target.lead_body
