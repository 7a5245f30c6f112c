"""Letters to units whose figures are missing, a set number of days before a period closes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tiendo.store import mail, places, reminder_rows
from tiendo.store.permissions import Role
from tiendo.store.queries import periods as period_queries
from tiendo.store.queries import plans as plan_queries
from tiendo.store.queries.people import accounts_at
from tiendo.usecases.register.call import Call, doing
from tiendo.words import Lang, say

__all__ = ["Due", "remind"]


@dataclass(frozen=True, slots=True)
class Due:
    """A unit that owes figures of a period: how many days are left, and who is to be written to."""

    period: period_queries.PeriodView
    unit: period_queries.UnitState
    days_before: int
    addresses: tuple[str, ...]


def remind(*, call: Call, plan: int, days: Sequence[int], lang: Lang = "vi") -> tuple[Due, ...]:
    """Write to each unit that still owes figures, once for each of the `days` before closing; gives who was due.

    A unit none of whose people has an address is in the answer with none: somebody has to call. A letter counts as
    sent only when the mail server took it (RegisterError S601 otherwise, and it goes out next time).
    """
    with doing("remind", call, places.of_plan(plan), f"plan {plan}") as now:
        found = tuple(_due(plan, sorted(days), now.stamp.on))
        mail.send_all([_letter(one, to, lang) for one in found for to in one.addresses])
        for one in found:
            if one.addresses:
                reminder_rows.keep_sent(one.period.number, one.unit.unit, one.days_before, call.at)
        now.detail = {"units": [one.unit.unit for one in found]}
    return found


def _due(plan: int, days: list[int], today: date) -> Iterator[Due]:
    skeleton = plan_queries.skeleton(plan)
    for period in period_queries.periods_of(plan, today):
        left = (period.closes_on - today).days
        step = next((day for day in days if 0 <= left <= day), None)
        if step is None or not period.open:
            continue
        for unit in period_queries.overview(skeleton, (period,))[period.period.code]:
            if not (unit.missing or unit.sent_back) or reminder_rows.sent_before(period.number, unit.unit, step):
                continue
            people = accounts_at(skeleton.paths[unit.unit], frozenset({Role.REPORTER, Role.APPROVER}), today)
            yield Due(period, unit, step, tuple(address for _, address in people if address))


def _letter(due: Due, to: str, lang: Lang) -> tuple[str, str, str]:
    values = {
        "unit": due.unit.unit_name, "period": due.period.period.code, "closes": f"{due.period.closes_on:%d/%m/%Y}",
        "missing": ", ".join(due.unit.missing) or "–", "count": len(due.unit.missing), "back": due.unit.sent_back,
    }
    return to, say("store.letter_subject", lang, **values), say("store.letter_text", lang, **values)
