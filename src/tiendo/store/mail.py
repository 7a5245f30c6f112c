"""Letters out of the register, by the mail server of the settings (printed where it is `console:`)."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from tiendo.errors import Problem, RegisterError

__all__ = ["remind_days", "send_all"]


def send_all(letters: list[tuple[str, str, str]]) -> int:
    """Send letters (address, subject, text); gives how many went. RegisterError (S601) when the server refuses."""
    try:
        return get_connection().send_messages([EmailMessage(subject, text, to=[to]) for to, subject, text in letters])
    except (OSError, SMTPException) as error:
        raise RegisterError([Problem("S601", values={"reason": str(error)})]) from error


def remind_days() -> tuple[int, ...]:
    """On how many days before closing reminders go out, as the settings say."""
    return tuple(settings.TIENDO["remind_days"])
