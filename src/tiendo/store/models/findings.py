"""Findings of the checks, the questions put to a unit, and the units' answers."""

from django.db import models

from tiendo.store.models.bodies import Body
from tiendo.store.models.claims import Report
from tiendo.store.models.people import Account
from tiendo.store.models.plans import Plan


class Finding(models.Model):
    """One thing the checks found; `mark` tells the same finding of two runs apart from a new one."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="findings")
    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="findings")
    mark = models.CharField(max_length=64)
    code = models.CharField(max_length=4)
    severity = models.TextField()
    kind = models.TextField()
    quote = models.TextField()
    suggestion = models.TextField(null=True)
    place = models.JSONField(null=True)
    values = models.JSONField(default=dict)
    found_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_why = models.TextField(default="")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "mark"], name="finding_once"),)


class Question(models.Model):
    """A unit is asked to explain a finding until a day."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="questions")
    body = models.ForeignKey(Body, models.PROTECT, related_name="questions")
    message = models.TextField()
    due_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    position = models.TextField()


class Answer(models.Model):
    """What the unit says."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    position = models.TextField()
