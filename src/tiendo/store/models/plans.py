"""Plans and their documents. Codes are a plan's own; bodies are the register's, a plan lists those it names."""

from django.db import models

from tiendo.store.models.bodies import Body


class Plan(models.Model):
    """One plan folder: a body's resolution and everything that hangs on it."""

    name = models.TextField(unique=True)
    title_vi = models.TextField()
    title_en = models.TextField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="plans")
    document = models.ForeignKey("Document", models.PROTECT, null=True, related_name="plans")
    units = models.JSONField(default=list)  # counted nouns of this plan that quantity does not know
    outline = models.TextField(default="")  # the body's border as GeoJSON, letter for letter

    def __str__(self) -> str:
        return self.name


class PlanBody(models.Model):
    """A body a plan names, in the plan's order."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="listed")
    body = models.ForeignKey(Body, models.PROTECT, related_name="listed_in")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "body"], name="plan_lists_body_once"),)


class Document(models.Model):
    """A document a plan stands on or cites."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="documents")
    code = models.TextField()
    kind = models.TextField()
    symbol = models.TextField(null=True)
    title = models.TextField()
    issuer = models.TextField()
    issued_on = models.DateField(null=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="documents")
    term_from = models.DateField(null=True)
    term_to = models.DateField(null=True)
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaces")
    replaced_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "code"], name="document_code"),)

    def __str__(self) -> str:
        return self.code


class DocumentLink(models.Model):
    """`document` implements `implements`, in the order the plan names them."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="links")
    implements = models.ForeignKey(Document, models.PROTECT, related_name="implemented_by")
