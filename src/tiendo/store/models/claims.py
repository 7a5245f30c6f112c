"""Units' reports, what a machine read in them, and what named people decided on it."""

from django.db import models

from tiendo.store.fields import OptionalDecimalField, OptionalPeriodField
from tiendo.store.models.bodies import Body
from tiendo.store.models.figures import Blob, Figure
from tiendo.store.models.people import Account
from tiendo.store.models.plans import Plan
from tiendo.store.models.targets import Target


class Report(models.Model):
    """A document a unit handed in. `name` is its name in a saved folder's `reports/`; its bytes are a blob."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reports")
    name = models.TextField()
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="reports")  # none: a folder does not say
    period = OptionalPeriodField(null=True)
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="reports")
    received_at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="reports")
    text = models.TextField(null=True)
    blocks = models.JSONField(default=list)  # the text's stretches with their places
    problems = models.JSONField(default=list)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "name"], name="report_name"),)

    def __str__(self) -> str:
        return self.name


class Claim(models.Model):
    """One fact read in a report, as `claim_record` gives it, with the targets proposed for it, best first."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="claims")
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    quote = models.TextField()
    record = models.JSONField()
    proposals = models.JSONField(default=list)

    class Meta:
        ordering = ("start", "pk")


class ClaimDecision(models.Model):
    """A person's decision on a claim (a plan's `Acceptance`); an undone one stays, with who undid it. Append-only."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="decisions")
    code = models.TextField()
    report = models.ForeignKey(Report, models.PROTECT, related_name="decisions")
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, related_name="decisions")
    sha256 = models.CharField(max_length=64)
    quote = models.TextField()
    start = models.BigIntegerField()
    target = models.ForeignKey(Target, models.PROTECT, null=True, related_name="decisions")
    body = models.ForeignKey(Body, models.PROTECT, related_name="decisions")
    period = OptionalPeriodField(null=True)
    as_of = models.DateField(null=True)
    value = OptionalDecimalField(null=True)
    decision = models.TextField()  # plan.Decision
    decided_by = models.TextField()
    decided_on = models.DateField()
    status = models.TextField()
    component = models.TextField(null=True)
    reason = models.TextField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    figure = models.OneToOneField(Figure, models.PROTECT, null=True, related_name="decision")
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "code"], name="decision_code"),)
