"""Programmes, projects with plan and disbursement, tasks, limitations, awards and rankings of a plan."""

from django.db import models

from tiendo.store.fields import ExactDecimalField, OptionalDecimalField, PeriodField
from tiendo.store.models.bodies import Body
from tiendo.store.models.people import Account
from tiendo.store.models.plans import Document, Plan


class Programme(models.Model):
    """A programme, scheme or plan of work."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="programmes")
    code = models.TextField()
    kind = models.TextField()
    name = models.TextField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "code"], name="programme_code"),)


class ProgrammeLink(models.Model):
    """A superior's document a programme implements."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="links")
    implements = models.ForeignKey(Document, models.PROTECT, related_name="+")


class Project(models.Model):
    """A public investment project; `capital` in VND."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="projects")
    code = models.TextField()
    name = models.TextField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    investor = models.TextField()
    phase = models.TextField()
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, related_name="projects")
    planned_start_on = models.DateField(null=True)
    planned_end_on = models.DateField(null=True)
    capital = OptionalDecimalField(null=True)
    note = models.TextField(null=True)
    latitude = OptionalDecimalField(null=True)
    longitude = OptionalDecimalField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "code"], name="project_code"),)


class Disbursement(models.Model):
    """Capital planned and paid out for one project and budget year as of a day, in VND."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="disbursements")
    year = models.BigIntegerField()
    plan = ExactDecimalField()
    disbursed = OptionalDecimalField(null=True)
    as_of = models.DateField()
    plan_basis = models.TextField()
    source_document = models.ForeignKey(Document, models.PROTECT, related_name="+")


class Task(models.Model):
    """A task with its six clarities."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="tasks")
    code = models.TextField()
    text = models.TextField()
    owner_body = models.ForeignKey(Body, models.PROTECT, related_name="tasks")
    owner_position = models.TextField()
    product = models.TextField(null=True)
    due_on = models.DateField(null=True)
    source_document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    authority = models.TextField(null=True)
    responsibility = models.TextField(null=True)
    done_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "code"], name="task_code"),)


class TaskCoBody(models.Model):
    """A body that works on a task beside its owner, in the plan's order."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="co_links")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")


class Limitation(models.Model):
    """A shortcoming a review admitted; it returns until closed with proof."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="limitations")
    code = models.TextField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    text = models.TextField()
    owner_body = models.ForeignKey(Body, models.PROTECT, related_name="limitations")
    since_on = models.DateField()
    source_document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    cause = models.TextField(null=True)
    measure = models.TextField(null=True)
    closed_on = models.DateField(null=True)
    proof = models.TextField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "code"], name="limitation_code"),)


class Award(models.Model):
    """A commendation of a body."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="awards")
    body = models.ForeignKey(Body, models.PROTECT, related_name="awards")
    title = models.TextField()
    year = models.BigIntegerField()
    issuer = models.TextField()
    source_document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    decision = models.TextField(null=True)
    decided_on = models.DateField(null=True)


class Ranking(models.Model):
    """A body's place among its peers."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="rankings")
    body = models.ForeignKey(Body, models.PROTECT, related_name="rankings")
    subject = models.TextField()
    period = PeriodField()
    rank = models.BigIntegerField()
    ranked_by = models.TextField()
    source_document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    of = models.BigIntegerField(null=True)
    streak = models.BigIntegerField(null=True)
    criteria_met = models.BigIntegerField(null=True)
    criteria_total = models.BigIntegerField(null=True)


class WorkChange(models.Model):
    """A row of one of these tables as it was before a person changed it, and as it is since. Append-only."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="work_changes")
    table = models.TextField()  # of the plan: tasks, projects, ...
    row = models.BigIntegerField()
    before = models.JSONField(null=True)  # cells in the table's order, in their machine form; none: it was added
    after = models.JSONField()
    why = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    position = models.TextField()
