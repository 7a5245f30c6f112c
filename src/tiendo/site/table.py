"""The settings, one declared table: name, what it holds, what it is when unset. `docs/reference/settings.md` shows it.

Everything comes from the environment. Wrong values stop the start, all of them named at once.
"""

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tiendo.errors import Problem, SettingsError

__all__ = ["TABLE", "Setting", "read_settings"]

Database = dict[str, Any]
_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


class WrongError(ValueError):
    """A value a setting cannot take; the text says what it takes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its environment name, how its text is read, and its text when unset."""

    name: str
    read: Callable[[str], Any]
    default: str
    secret: bool = False


def _text(text: str) -> str:
    return text.strip()


def _flag(text: str) -> bool:
    if text.strip().casefold() not in _TRUE | _FALSE:
        raise WrongError("true, false")
    return text.strip().casefold() in _TRUE


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.strip().isascii() or not text.strip().isdigit() or not least <= int(text) <= most:
            raise WrongError(f"{least} … {most}")
        return int(text)
    return read


def _wholes(text: str) -> tuple[int, ...]:
    return tuple(sorted({_whole(0, 365)(part) for part in _listed(text)}, reverse=True))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _zone(text: str) -> str:
    try:
        ZoneInfo(text.strip())
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise WrongError("Asia/Ho_Chi_Minh, …") from error
    return text.strip()


def _secret(text: str) -> str:
    """A key of 32 signs or more; unset, one for this run only (every sign-in ends with the server)."""
    if text and len(text) < 32:
        raise WrongError("32 … ")
    return text or secrets.token_urlsafe(48)


def _address(text: str) -> str:
    if text and urlsplit(text).scheme not in {"http", "https"}:
        raise WrongError("https://…")
    return text.strip().rstrip("/")


def _mail(text: str) -> dict[str, Any]:
    """`console:` prints mail, `smtp://user:password@host:587`, `smtps://` for TLS from the first byte."""
    parts = urlsplit(text.strip())
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise WrongError("console:, smtp://user:password@host:587, smtps://…")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""), "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps", "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
        "EMAIL_TIMEOUT": 20,
    }


def database(text: str) -> Database:
    """Django's description of `sqlite:///PATH` (relative) or `sqlite:////PATH`, or `postgresql://user@host/name`."""
    parts = urlsplit(text.strip())
    if parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1:
        return _sqlite(Path(unquote(parts.path[1:])))
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgresql", "postgres"} or not name or "/" in name:
        raise WrongError("sqlite:///tiendo.db, postgresql://user:password@host:5432/name")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql", "NAME": name, "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""), "HOST": unquote(query.pop("host", parts.hostname or "")),
        "PORT": str(parts.port or ""), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 10, **query}, "ATOMIC_REQUESTS": False,
    }


def _sqlite(path: Path) -> Database:
    """SQLite for many people: a log beside the file, writers in a queue, and every commit on the disk."""
    return {
        "ENGINE": "django.db.backends.sqlite3", "NAME": str(path.absolute()), "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 60,  # opening the file anew costs more than most pages do
        "OPTIONS": {
            "timeout": 30, "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


TABLE: tuple[Setting, ...] = (
    Setting("DATABASE_URL", database, "sqlite:///tiendo.db", secret=True),
    Setting("TIENDO_SECRET_KEY", _secret, "", secret=True),
    Setting("TIENDO_DEMO", _flag, "false"),
    Setting("TIENDO_HOSTS", _listed, "localhost,127.0.0.1,[::1]"),
    Setting("TIENDO_ADDRESS", _address, ""),
    Setting("TIENDO_TIME_ZONE", _zone, "Asia/Ho_Chi_Minh"),
    Setting("TIENDO_MAIL_URL", _mail, "console:", secret=True),
    Setting("TIENDO_MAIL_FROM", _text, "tiendo@localhost"),
    Setting("TIENDO_UPLOAD_MB", _whole(1, 200), "20"),
    Setting("TIENDO_REMIND_DAYS", _wholes, "7,3,1"),
    Setting("TIENDO_SESSION_HOURS", _whole(1, 720), "10"),
    Setting("TIENDO_LOCK_AFTER", _whole(3, 100), "5"),
    Setting("TIENDO_LOCK_MINUTES", _whole(1, 1440), "30"),
    Setting("TIENDO_OIDC_ISSUER", _address, ""),
    Setting("TIENDO_OIDC_CLIENT", _text, ""),
    Setting("TIENDO_OIDC_SECRET", _text, "", secret=True),
    Setting("TIENDO_OIDC_NAME", _text, "OIDC"),
)


def read_settings(environment: Mapping[str, str]) -> dict[str, Any]:
    """Every setting's value by name; raises SettingsError naming each wrong one, and each unknown `TIENDO_` name."""
    values: dict[str, Any] = {}
    problems: list[Problem] = list(_unknown(environment))
    for setting in TABLE:
        text = environment.get(setting.name, setting.default)
        try:
            values[setting.name] = setting.read(text)
        except WrongError as wrong:
            shown = "…" if setting.secret else text
            problems.append(Problem("S901", values={"name": setting.name, "text": shown, "allowed": str(wrong)}))
    problems += _together(values, environment) if not problems else []
    if problems:
        raise SettingsError(problems)
    return values


def _unknown(environment: Mapping[str, str]) -> Iterator[Problem]:
    known = [setting.name for setting in TABLE]
    for name in sorted(environment):
        if name.startswith("TIENDO_") and name not in known:
            yield Problem("S902", values={"name": name, "allowed": ", ".join(known)})


def _together(values: Mapping[str, Any], environment: Mapping[str, str]) -> Iterator[Problem]:
    """What must hold between settings: a real register keeps its key, a provider is named whole."""
    if values["TIENDO_ADDRESS"] and not environment.get("TIENDO_SECRET_KEY"):
        yield Problem("S903")
    parts = [name for name in ("TIENDO_OIDC_ISSUER", "TIENDO_OIDC_CLIENT", "TIENDO_OIDC_SECRET") if values[name]]
    if parts and len(parts) < 3:
        yield Problem("S904", values={"names": ", ".join(parts)})
