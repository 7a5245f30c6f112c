"""Periods of collection: when figures of a period are taken, until when, and what was sent to remind."""

from django.db import models

from tiendo.store.fields import PeriodField
from tiendo.store.models.bodies import Body
from tiendo.store.models.people import Account
from tiendo.store.models.plans import Plan


class CollectionPeriod(models.Model):
    """Figures of `period` are taken from `opens_on` to `closes_on`, and late for `grace_days` more; then it is shut.

    `state` is open or closed as the last event says.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="periods")
    period = PeriodField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    grace_days = models.PositiveIntegerField(default=0)
    state = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "period"], name="period_once"),)


class PeriodEvent(models.Model):
    """A period was opened, closed or opened again, by whom and why. Append-only."""

    period = models.ForeignKey(CollectionPeriod, models.PROTECT, related_name="events")
    event = models.TextField()  # opened, closed, reopened
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    position = models.TextField()
    why = models.TextField(default="")


class Reminder(models.Model):
    """A unit was reminded of a period: once for each day before closing that reminders go out."""

    period = models.ForeignKey(CollectionPeriod, models.PROTECT, related_name="reminders")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    days_before = models.IntegerField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["period", "body", "days_before"], name="reminder_once"),
        )
