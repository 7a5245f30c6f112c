"""The one catalogue of shown words: Vietnamese first, English beside it.

A key is `room.name`; the words of a room stand in `vi/<room>.toml` and `en/<room>.toml`, which hold the
same keys and the same placeholders (a test keeps that). Nothing is loaded before it is said.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = ("vi", "en")

__all__ = ["LANGS", "Lang", "catalogue", "say"]


@cache
def catalogue(room: str, lang: Lang) -> Mapping[str, str]:
    """The words of one room in one language, by key without the room's name."""
    text = files(__package__).joinpath(lang, f"{room}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


class _Count(int):
    """A number that chooses a word's form: `{count} {count:finding|findings}`."""

    def __format__(self, spec: str) -> str:
        """The one form or the other where the spec holds two; the number itself otherwise."""
        one, bar, more = spec.partition("|")
        return (one if self == 1 else more) if bar else int(self).__format__(spec)


def say(key: str, lang: Lang, **values: object) -> str:
    """The words of `room.name` with its placeholders filled; an unknown key is a broken contract (KeyError).

    `{count:finding|findings}` is the one form where `count` is 1, else the other.
    """
    room, _, name = key.partition(".")
    counted = {key: _Count(value) if type(value) is int else value for key, value in values.items()}
    return catalogue(room, lang)[name].format(**counted)
