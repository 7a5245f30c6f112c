"""Bodies: one tree for the whole register, with days of validity, and who followed whom when bodies changed."""

from django.db import models
from treebeard.mp_tree import MP_Node

from tiendo.store.fields import ExactDecimalField


class Body(MP_Node):  # type: ignore[misc]  # untyped - treebeard ships no types
    """A public body; its place in the tree is `path` (treebeard): a body's part of the tree starts with its path."""

    steplen = 5  # 36^5 bodies under one parent

    code = models.TextField(unique=True)
    name_vi = models.TextField()
    name_en = models.TextField()
    level = models.TextField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    def __str__(self) -> str:
        return self.code


class Succession(models.Model):
    """From a day on, `after` carries on `weight` (0 to 1) of what `before` was: a merger has 1 each, a split shares."""

    before = models.ForeignKey(Body, models.PROTECT, related_name="successors")
    after = models.ForeignKey(Body, models.PROTECT, related_name="predecessors")
    on = models.DateField()
    weight = ExactDecimalField()
    basis = models.TextField()  # the act that says so, by symbol and day

    class Meta:
        constraints = (models.UniqueConstraint(fields=["before", "after", "on"], name="succession_once"),)
