"""Figures and what people say of them: every table here is append-only but `Slot`, which says what stands now."""

from django.db import models

from tiendo.store.fields import ExactDecimalField, OptionalDecimalField, PeriodField
from tiendo.store.models.bodies import Body
from tiendo.store.models.people import Account
from tiendo.store.models.plans import Document, Plan
from tiendo.store.models.targets import Target


class Blob(models.Model):
    """The bytes of a file, once, under their SHA-256; never under a name somebody sent."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    data = models.BinaryField()


class Figure(models.Model):
    """One reported value (a `quantity.Figure`). Never changed: a correction is a new row that supersedes it."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="figures")
    code = models.TextField()
    target = models.ForeignKey(Target, models.PROTECT, related_name="figures")
    body = models.ForeignKey(Body, models.PROTECT, related_name="figures")
    period = PeriodField()
    as_of = models.DateField()
    value = OptionalDecimalField(null=True)
    status = models.TextField()
    source_document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="figures")
    source_report = models.ForeignKey("Report", models.PROTECT, null=True, related_name="figures")
    source_page = models.BigIntegerField(null=True)
    source_sentence = models.TextField(null=True)
    reported_by = models.TextField()
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="superseded_by")
    why = models.TextField(null=True)
    component = models.TextField(default="")  # empty: the whole target
    note = models.TextField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="figures")
    way = models.TextField()  # folder, inbox, form, workbook, api

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "code"], name="figure_code"),
            models.CheckConstraint(
                condition=models.Q(source_document__isnull=False) | models.Q(source_report__isnull=False),
                name="figure_has_a_source",
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=False) | models.Q(note__isnull=False), name="no_data_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.code


class FigureStep(models.Model):
    """One step of a figure through its approval; the last one is where it stands."""

    figure = models.ForeignKey(Figure, models.PROTECT, related_name="steps")
    state = models.TextField()  # store.states.State
    at = models.DateTimeField()
    on = models.DateField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    position = models.TextField()
    message = models.TextField(default="")


class Slot(models.Model):
    """What stands now for one target, part, period and day: the last figure of its chain, and its state.

    The one place where two people meet: it is taken or moved under its unique row, so the second is told.
    """

    target = models.ForeignKey(Target, models.PROTECT, related_name="slots")
    component = models.TextField(default="")
    period = PeriodField()
    as_of = models.DateField()
    figure = models.OneToOneField(Figure, models.PROTECT, related_name="slot")
    state = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["target", "component", "period", "as_of"], name="slot_once"),
        )


class Comment(models.Model):
    """A remark on a figure."""

    figure = models.ForeignKey(Figure, models.PROTECT, related_name="comments")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    position = models.TextField()


class Evidence(models.Model):
    """A file that proves a figure; `name` is what the sender called it, shown and never used as a path."""

    figure = models.ForeignKey(Figure, models.PROTECT, related_name="evidence")
    name = models.TextField()
    kind = models.TextField()  # what its bytes say it is
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="evidence")
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    position = models.TextField()


class SecondOpinion(models.Model):
    """Another value beside the official one, with motive and method; neither is erased."""

    figure = models.ForeignKey(Figure, models.PROTECT, related_name="opinions")
    body = models.ForeignKey(Body, models.PROTECT, related_name="opinions")
    value = ExactDecimalField()
    motive = models.TextField()
    method = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    position = models.TextField()
