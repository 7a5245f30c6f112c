"""Drafts of a review and every edit of them; when a person last looked at a plan; the file a person has just sent."""

from django.db import models

from tiendo.store.models.people import Account
from tiendo.store.models.plans import Plan


class ReviewDraft(models.Model):
    """A review as it was composed when somebody began to write on it. Append-only: what was edited stands beside it."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="drafts")
    as_of = models.DateField()
    form = models.TextField()  # party, state
    lang = models.CharField(max_length=2)
    begun_at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")  # none: the command line
    position = models.TextField()
    pieces = models.JSONField()  # review.manuscript: piece_json
    bounds = models.JSONField()  # bound_json of every number


class DraftEdit(models.Model):
    """One edit of one place of a draft; the last by number stands. Append-only: undoing is an edit too."""

    draft = models.ForeignKey(ReviewDraft, models.PROTECT, related_name="edits")
    place = models.TextField()
    number = models.PositiveIntegerField()  # of this place; two people who edit one state meet here
    text = models.TextField(null=True)  # none: struck out
    kind = models.TextField()  # typed, taken, number, bound, restored, added
    origin = models.PositiveIntegerField()  # the edit whose text this is; its own number but for what was restored
    bounds = models.JSONField(default=list)  # numbers that came with it
    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    position = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["draft", "place", "number"], name="draft_edit_once"),)


class Look(models.Model):
    """When a person last said "seen" of a plan: what changed since is news to them, on whatever machine."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="looks")
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="looks")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["account", "plan"], name="look_once"),)


class PendingUpload(models.Model):
    """The plan file a person sent and has not confirmed yet; one a person, gone when it is confirmed."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="pending")
    name = models.TextField()
    data = models.BinaryField()
    at = models.DateTimeField()
