"""Targets: a lasting code, and versions that are added and never changed, each with its parts and its path."""

from django.db import models

from tiendo.store.fields import ExactDecimalField, OptionalDecimalField, PeriodField
from tiendo.store.models.bodies import Body
from tiendo.store.models.plans import Document, Plan


class Target(models.Model):
    """A target of a plan by its code; what it asks for stands in its versions, the last one counts."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="targets")
    code = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "code"], name="target_code"),)

    def __str__(self) -> str:
        return self.code


class TargetVersion(models.Model):
    """What a target asks for from `since` on; append-only: an amendment is a new version with its basis and why."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    since = models.DateField(null=True)  # the amendment's day; the first version counts from the start
    why = models.TextField(default="")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    name_vi = models.TextField()
    name_en = models.TextField()
    unit = models.TextField()
    direction = models.TextField()
    kind = models.TextField()
    goal = OptionalDecimalField(null=True)
    due_on = models.DateField()
    lead_body = models.ForeignKey(Body, models.PROTECT, related_name="led_targets")
    lead_position = models.TextField()
    sector = models.TextField()
    source_document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    source_place = models.TextField()
    goal_upper = OptionalDecimalField(null=True)
    baseline = OptionalDecimalField(null=True)
    baseline_on = models.DateField(null=True)
    weight = ExactDecimalField()
    frequency = models.TextField()
    end_rule = models.TextField()
    strict = models.BooleanField()
    scale = models.TextField(null=True)
    sector_en = models.TextField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["target", "number"], name="target_version_number"),)


class TargetCoBody(models.Model):
    """A body that answers beside the lead body, in the plan's order."""

    version = models.ForeignKey(TargetVersion, models.PROTECT, related_name="co_links")
    body = models.ForeignKey(Body, models.PROTECT, related_name="co_targets")


class Component(models.Model):
    """One part of a structure target."""

    version = models.ForeignKey(TargetVersion, models.PROTECT, related_name="components")
    code = models.TextField()
    name_vi = models.TextField()
    name_en = models.TextField()
    direction = models.TextField()
    goal = ExactDecimalField()
    goal_upper = OptionalDecimalField(null=True)
    baseline = OptionalDecimalField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["version", "code"], name="component_code"),)


class Milestone(models.Model):
    """One point of a target's path."""

    version = models.ForeignKey(TargetVersion, models.PROTECT, related_name="milestones")
    on = models.DateField()
    value = ExactDecimalField()
    value_upper = OptionalDecimalField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["version", "on"], name="milestone_day"),)


class Assignment(models.Model):
    """A plan figure assigned for one period, known only from `assigned_on`."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="assignments")
    period = PeriodField()
    value = ExactDecimalField()
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    assigned_on = models.DateField()
    assigned_by = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["target", "period", "assigned_on"], name="assignment_once"),
        )
