"""What rules work on, and how a record is revised fast."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from tiendo.reading.records import Block

NO_TAGS: Mapping[str, str] = MappingProxyType({})
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its text (NFC) and its offset in the document's NFC text, with the block it stands in."""

    text: str
    start: int
    block: Block
    heading: str | None = None


class Token(NamedTuple):
    """A word, a phrase of the lexicon or a shape (number, date, mark) of a sentence.

    `text` is the lower-case text from `start` to `end` of the sentence, `kind` the name of the shape that found
    it ("word" for words and phrases), `tags` what the lexicon says of it: tag -> value.
    """

    start: int
    end: int
    text: str
    kind: str
    tags: Mapping[str, str]


def revised(record: Record, **changes: object) -> Record:
    """The record with some fields changed: `dataclasses.replace` for records with slots and no `__post_init__`.

    A claim has thirty fields and is revised as often as it learns something; this copies them three times as fast.
    KeyError names a field there is not.
    """
    kind: Any = type(record)
    values, setters = _slots(kind)
    new: Record = object.__new__(kind)
    for put, value in zip(setters.values(), values(record), strict=True):
        put(new, value)
    for name, value in changes.items():
        setters[name](new, value)
    return new


@cache
def _slots(kind: Any) -> tuple[Callable[[object], tuple[object, ...]], dict[str, Callable[[object, object], None]]]:
    """How all fields of a class of records are read at once, and how each is written."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), {name: kind.__dict__[name].__set__ for name in names}
