"""Which reminders went out, so that nobody is reminded twice for the same day before closing."""

from datetime import datetime

from tiendo.store import models as rows

__all__ = ["keep_sent", "sent_before"]


def sent_before(period: int, unit: str, days_before: int) -> bool:
    """Whether a unit was reminded of a period for that many days before closing, or for fewer."""
    return rows.Reminder.objects.filter(period=period, body__code=unit, days_before__lte=days_before).exists()


def keep_sent(period: int, unit: str, days_before: int, at: datetime) -> None:
    """Keep that a unit was reminded."""
    rows.Reminder.objects.create(
        period_id=period, body=rows.Body.objects.get(code=unit), days_before=days_before, sent_at=at)
