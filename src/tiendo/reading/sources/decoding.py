"""Bytes to text: UTF-8, UTF-16, and the encodings of the years before Unicode.

The order is from certain to probable: a byte order mark, zero bytes in every second place, valid UTF-8, then the
old Vietnamese charsets, of which one must fit clearly. What fits none is refused with the place of the first bad
byte: a report is never read with letters guessed.
"""

import codecs
import re
import unicodedata
from typing import NamedTuple

from tiendo.errors import Problem
from tiendo.reading.sources.guard import Source, problem, refuse
from tiendo.reading.sources.legacy import charsets, from_bytes, from_font, looks_legacy, recognise, syllables

BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 4096  # bytes that are enough to see zero bytes in every second place
CONTROL = re.compile(rb"[\x00\x01\x03\x04\x07\x08\x0e-\x13\x15-\x18\x1a-\x1d\x1f\x7f]")  # less VISCII's letters
MOST_CONTROL = 0.002  # of the bytes; more, and the file is no text
ENOUGH = 0.85  # of the words with a mark are possible syllables

__all__ = ["Decoded", "decoded", "universal"]


class Decoded(NamedTuple):
    """A file's text as it stands in the file, and what the reader must be told of how it was decoded."""

    text: str
    problems: tuple[Problem, ...] = ()


def universal(text: str) -> str:
    """The text with every line break as one newline, as Python's `read_text` gives it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(source: Source, declared: str | None = None) -> Decoded:
    """The text of a file's bytes, without byte order mark; `declared` is the encoding a page says it has.

    Raises ReadError R109 for bytes that are no text, R112 for text in no encoding that fits.
    """
    for mark, encoding in BOMS:
        if source.content.startswith(mark):
            return Decoded(_strict(source, source.content[len(mark):], encoding))
    wide = _wide(source.content[:SAMPLE])
    if wide:
        return Decoded(_strict(source, source.content, wide))
    if len(CONTROL.findall(source.content[:SAMPLE])) > max(1, MOST_CONTROL * len(source.content[:SAMPLE])):
        raise refuse(source, "R109")
    return _narrow(source, declared)


def _strict(source: Source, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise refuse(source, "R112", byte=error.start + 1, encoding=encoding) from error


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: among plain letters and spaces every second byte is zero."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    least = len(sample) * 0.1
    if odd > least and even * 10 < odd:
        return "utf-16-le"
    return "utf-16-be" if even > least and odd * 10 < even else None


def _narrow(source: Source, declared: str | None) -> Decoded:
    """Text of one byte a letter or more: valid UTF-8, an old charset that fits, or what the page declares."""
    try:
        text = source.content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _old(source, declared, error)
    charset = recognise(text) if looks_legacy(text) else None
    return _told(source, from_font(text, charset), charset.name) if charset else Decoded(text)


def _old(source: Source, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    texts = {charset.name: from_bytes(source.content, charset) for charset in charsets()}
    texts["Windows-1258"] = unicodedata.normalize("NFC", source.content.decode("cp1258", "replace"))
    best, second = sorted(texts, key=lambda name: -syllables(texts[name][:SAMPLE]))[:2]
    share = syllables(texts[best][:SAMPLE])
    if share >= ENOUGH and share > syllables(texts[second][:SAMPLE]):
        return _told(source, texts[best], best)
    if declared:
        return Decoded(_strict(source, source.content, declared))
    raise refuse(source, "R112", byte=error.start + 1, encoding="UTF-8")


def _told(source: Source, text: str, charset: str) -> Decoded:
    return Decoded(text, (problem(source, "R124", "info", charset=charset),))
