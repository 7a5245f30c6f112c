"""Who may sign in, which roles they hold where, and what was done: roles and positions, never a personal file."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from tiendo.store.models.bodies import Body


class AccountManager(BaseUserManager["Account"]):
    """How sign-in finds an account."""


class Account(AbstractBaseUser):
    """Somebody who signs in: a name to sign in by, an address for reminders, nothing else about the person."""

    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True, default="")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    objects = AccountManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]  # noqa: RUF012 - Django wants a list

    def __str__(self) -> str:
        return self.username


class RoleGrant(models.Model):
    """An account holds a role at a body from a day to a day, in a position ("Chánh Văn phòng")."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="grants")
    role = models.TextField()  # a role of permissions.toml
    body = models.ForeignKey(Body, models.PROTECT, related_name="grants")
    position = models.TextField()
    from_on = models.DateField()
    to_on = models.DateField(null=True)  # the first day it no longer holds


class ApiToken(models.Model):
    """A secret by which a program speaks for an account; only its SHA-256 is kept."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="tokens")
    name = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    ends_on = models.DateField()
    revoked_at = models.DateTimeField(null=True)


class Act(models.Model):
    """One line of the log: who did what, when, to what, why. Append-only."""

    at = models.DateTimeField()
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="acts")  # none: the command line
    position = models.TextField()
    name = models.TextField()  # an act of permissions.toml
    plan_body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    subject = models.TextField()  # "figure 12"
    why = models.TextField(default="")
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = (models.Index(fields=["subject"], name="act_subject"),)
