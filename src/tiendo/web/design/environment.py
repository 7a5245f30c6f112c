"""How templates see the world: words, icons, and how numbers, days and standings are shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from tiendo.errors import Lang, Problem
from tiendo.plan import Target, amount_text, scale_named, value_text
from tiendo.quantity import say_period
from tiendo.review.writer import goal_unit
from tiendo.store.queries import people
from tiendo.store.queries.people import GrantView
from tiendo.usecases.register.demo import NAMES, PASSWORD
from tiendo.words import say

__all__ = ["environment"]


def environment(**options: Any) -> Environment:
    """The Jinja2 environment of every page; autoescaping stays on, an unknown name is an error."""
    from jinja2 import StrictUndefined  # noqa: PLC0415 - named here alone

    options.update(undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made = Environment(**options)  # noqa: S701 - autoescape stands in the options
    made.globals.update(static=static, url=reverse, icon=icon, csrf_token_of=get_token, messages_of=get_messages)
    made.globals.update(t=words, field_problem=field_problem, sign_in_ways=sign_in_ways, levels=levels,
                        demonstration=demonstration, lock_minutes=lock_minutes, goal_unit=goal_unit)
    filters: dict[str, Callable[..., Any]] = {
        "day": day, "moment": moment, "period": period, "amount": amount, "value": value, "standing": standing,
        "problem": problem, "name": name, "rounded": rounded,
    }
    made.filters.update(filters)
    return made


def _lang(context: Context) -> Lang:
    lang: Lang = context["asking"].lang
    return lang


@pass_context
def words(context: Context, key: str, **values: object) -> str:
    """The words `web.<key>`, or of another room where the key names one ("assessing.basis_path")."""
    return say(key if "." in key else f"web.{key}", _lang(context), **values)


def icon(name: str, label: str = "") -> Markup:
    """An icon of the sprite; without a label it is decoration and hidden from screen readers."""
    hidden = Markup(' aria-hidden="true"') if not label else Markup(' role="img" aria-label="{}"').format(label)
    return Markup('<svg class="ic"{} focusable="false"><use href="{}#i-{}"/></svg>').format(
        hidden, static("tiendo/icons.svg"), name)


def day(given: date | None) -> str:
    """A day as people write it: 31/03/2023; nothing for none."""
    return f"{given:%d/%m/%Y}" if given else ""


def moment(given: datetime | None) -> str:
    """An instant in the register's own zone: 31/03/2023 16:40."""
    return f"{given.astimezone():%d/%m/%Y %H:%M}" if given else ""


@pass_context
def period(context: Context, given: object) -> str:
    """A period in words: "quý I năm 2023"."""
    return say_period(getattr(given, "code", str(given)), _lang(context))


@pass_context
def amount(context: Context, given: Decimal | None, unit: str, scale: str | None = None) -> str:
    """A value with its unit; the words for "no data" where there is none."""
    return say("web.no_data", _lang(context)) if given is None else amount_text(given, unit, scale, _lang(context))


@pass_context
def value(context: Context, given: Decimal | None, scale: str | None = None) -> str:
    """A value without its unit."""
    return say("web.no_data", _lang(context)) if given is None else value_text(given, scale, _lang(context))


def rounded(given: Decimal, target: Target) -> Decimal:
    """A computed value (a point of a path, an end of a range) with as many places as the target's own, one at least."""
    own = [one for one in (target.goal, target.baseline, target.goal_upper) if one is not None]
    places = max([1, *(-int(one.as_tuple().exponent) for one in own)])
    shown = given.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown.normalize()


@pass_context
def standing(context: Context, given: str) -> Markup:
    """A standing as a chip: icon, word, colour."""
    label = say(f"assessing.standing_{given}", _lang(context))
    return Markup('<span class="chip {0}">{1}{2}</span>').format(given, icon(given), label)


@pass_context
def problem(context: Context, given: Problem) -> str:
    """What is wrong and what is allowed, without the place."""
    return given.message(_lang(context))


@pass_context
def name(context: Context, given: Any) -> str:
    """A record's name in the language: `name_vi`, `name_en`."""
    return str(getattr(given, f"name_{_lang(context)}"))


def levels(scale: str) -> tuple[tuple[str, Decimal], ...]:
    """The levels of a scale by its name, lowest first, each with its place on it: what a field of it offers."""
    found = scale_named(scale)
    return tuple((level, Decimal(place)) for place, level in enumerate(found.levels)) if found else ()


@dataclass(frozen=True, slots=True)
class Way:
    """A provider people may sign in through: what it is called, where its door is."""

    name: str
    address: str


def sign_in_ways() -> tuple[Way, ...]:
    """The providers the settings name; none in an office with local accounts only."""
    apps: list[dict[str, str]] = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]  # type: ignore[assignment]  # - a plain dict
    return tuple(Way(app["name"], reverse("openid_connect_login", args=[app["provider_id"]])) for app in apps)


@dataclass(frozen=True, slots=True)
class Demonstration:
    """The accounts of a demonstration, as its sign-in page shows them."""

    members: tuple[GrantView, ...]
    password: str


@pass_context
def demonstration(context: Context) -> Demonstration | None:
    """The accounts to try things with; None anywhere but in a demonstration."""
    if not settings.TIENDO["demo"]:
        return None
    known = people.grants_of(context["asking"].at.date())
    names = tuple(NAMES.values())
    members = sorted((one for one in known if one.username in names), key=lambda one: names.index(one.username))
    return Demonstration(tuple(members), PASSWORD)


def lock_minutes() -> int:
    """For how long a name is locked out after too many wrong passwords."""
    wait: timedelta = settings.AXES_COOLOFF_TIME
    return int(wait.total_seconds() // 60)


def field_problem(problems: tuple[Problem, ...], column: str) -> Problem | None:
    """The first problem at a field, if any: shown beside it."""
    return next((one for one in problems if one.place and one.place.column == column), None)
