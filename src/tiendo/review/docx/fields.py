"""The fields of a Word template: what an office can place in its own file (docs/guide lists them)."""

from tiendo.plan import Body, Plan
from tiendo.review.records import Review
from tiendo.words import say


def fields(review: Review, form: str) -> dict[str, object]:
    """Every field's words, in Vietnamese: the national form is in the national language.

    Number, place and the day of signing are left for the office to fill in by hand.
    """
    plan = review.plan
    body = _body(plan, plan.body)
    superior = _body(plan, body.parent) if body and body.parent else None
    document = next((one for one in plan.documents if one.code == plan.document), None)
    return {
        "co_quan_cap_tren": superior.name_vi.upper() if superior else "",
        "co_quan": body.name_vi.upper() if body else "",
        "so_ky_hieu": say(f"review.form_number_{form}", "vi", body=plan.body),
        "dia_danh_ngay": say("review.form_day", "vi", year=review.as_of.year),
        "ten_loai": say("review.form_kind", "vi"),
        "trich_yeu": say("review.form_summary", "vi", title=document.title if document else plan.title_vi),
        "ngay_so_lieu": f"{review.as_of:%d/%m/%Y}",
        "quyen_han": say(f"review.form_authority_{form}", "vi", body=body.name_vi.upper() if body else ""),
        "chuc_vu": say(f"review.form_office_{form}", "vi"),
        "noi_nhan": [f"- {superior.name_vi} (để báo cáo)," if superior else "", *_receivers(plan), _filing(form)],
        "nam": str(review.as_of.year),
    }


def _body(plan: Plan, code: str) -> Body | None:
    return next((one for one in plan.bodies if one.code == code), None)


def _receivers(plan: Plan) -> list[str]:
    """Every body that leads a target, once, in the plan's order."""
    leads = dict.fromkeys(target.lead_body for target in plan.targets)
    names = {body.code: body.name_vi for body in plan.bodies}
    return [f"- {names[code]}," for code in leads if code in names]


def _filing(form: str) -> str:
    return say(f"review.form_filing_{form}", "vi")
