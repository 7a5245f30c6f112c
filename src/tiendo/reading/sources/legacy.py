"""Vietnamese text from before Unicode: TCVN3 (.VnTime fonts), VNI and VISCII, recognised and converted.

The tables stand in `legacy.tsv`, one letter a line: TCVN 5712:1993, the VNI font encoding (a base letter followed
by a mark) and RFC 1456. A charset is recognised by what comes out: with the right table nearly every word with a
mark is a possible Vietnamese syllable (`syllables.toml`), with a wrong one few are. Nothing is converted on a guess.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
ONLY_VIETNAMESE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300\u0301\u0303\u0309\u0323]")
HIGH = re.compile("[\x80-ÿ−∙μ]")
TRIM = "\"'“”‘’().,;:!?…/%+-–—[]*"
ENOUGH = 0.85  # of the words with a mark are possible syllables
AS_FONT = {0x2212: "\xad", 0x2219: "\xb7", 0x3BC: "\xb5"}  # what a PDF's font table makes of three TCVN3 letters
SAMPLE = 20_000  # characters that are enough to decide

__all__ = [
    "ONLY_VIETNAMESE", "Charset", "charsets", "from_bytes", "from_font", "is_syllable", "looks_legacy", "recognise",
    "syllables",
]


@dataclass(frozen=True, slots=True)
class Charset:
    """An old encoding: its name, what each sequence of characters stands for, how its bytes become characters."""

    name: str
    letters: Mapping[str, str]
    pattern: re.Pattern[str]
    control_bytes: bool  # VISCII uses the bytes 0x80-0x9F and some control bytes for letters


@cache
def charsets() -> tuple[Charset, ...]:
    """The old charsets, from `legacy.tsv`."""
    lines = files(__package__).joinpath("legacy.tsv").read_text(encoding="utf-8").splitlines()
    head, *rows = [line.split("\t") for line in lines]
    return tuple(_charset(name, rows, column) for column, name in enumerate(head) if column)


def _charset(name: str, rows: list[list[str]], column: int) -> Charset:
    codes = {bytes.fromhex(row[column]).decode("latin-1"): row[0] for row in rows if row[column]}
    pattern = re.compile("|".join(re.escape(code) for code in sorted(codes, key=len, reverse=True)))
    return Charset(name.upper(), codes, pattern, name == "viscii")


def from_bytes(content: bytes, charset: Charset) -> str:
    """The text of bytes in this charset, NFC."""
    text = content.decode("latin-1")
    if not charset.control_bytes:
        text = text.translate(_windows_punctuation())
    return from_font(text, charset)


@cache
def _windows_punctuation() -> Mapping[int, str]:
    """Quotes and dashes that Windows keeps between 0x80 and 0x9F."""
    pairs = ((code, bytes([code]).decode("cp1252", "ignore")) for code in range(0x80, 0xA0))
    return {code: char for code, char in pairs if char}


def from_font(text: str, charset: Charset) -> str:
    """Text typed in an old font (each code shown as a Latin letter) in Unicode, NFC."""
    known = text.translate(AS_FONT) if charset.name == "TCVN3" else text
    converted = charset.pattern.sub(lambda match: charset.letters[match[0]], known)
    if charset.name == "TCVN3":
        converted = re.sub(r"\w+", _capitals, converted)
    return unicodedata.normalize("NFC", converted)


def _capitals(match: re.Match[str]) -> str:
    """TCVN3 has no capitals with a tone; its capital fonts draw them. "CéNG HßA" is "CỘNG HÒA"."""
    word = match[0]
    plain = [char for char in word if char.isascii()]
    return word.upper() if len(plain) > 1 and all(char.isupper() for char in plain) else word


def looks_legacy(text: str) -> bool:
    """Whether a text might be in an old font: high Latin characters, and no letter only Unicode Vietnamese has."""
    return bool(HIGH.search(text)) and not ONLY_VIETNAMESE.search(text)


def recognise(text: str) -> Charset | None:
    """The charset a text of high Latin characters was typed in, or None where none fits well and alone."""
    sample = text[:SAMPLE]
    if not HIGH.search(sample):
        return None
    scored = [(syllables(from_font(sample, charset)), charset) for charset in charsets()]
    (best, charset), (second, _) = sorted(scored, key=lambda pair: -pair[0])[:2]
    return charset if best >= ENOUGH and best > second and best > syllables(sample) else None


def syllables(text: str) -> float:
    """The share of possible Vietnamese syllables among the words beyond ASCII; 0 where there is none."""
    words = [word for word in (raw.strip(TRIM) for raw in text.split()) if not word.isascii()]
    return sum(map(_is_possible, words)) / len(words) if words else 0.0


def _is_possible(word: str) -> bool:
    parts = [part for part in re.split(r"[-–/]", word.lower()) if not part.isascii()]
    return bool(parts) and all(map(is_syllable, parts))


def is_syllable(word: str) -> bool:
    """Whether letters could be one Vietnamese syllable, with at most one tone."""
    marks = unicodedata.normalize("NFD", word.lower())
    tones = sum(char in TONES for char in marks)
    plain = unicodedata.normalize("NFC", "".join(char for char in marks if char not in TONES))
    return tones <= 1 and bool(_syllable().fullmatch(plain))


@cache
def _syllable() -> re.Pattern[str]:
    parts = tomllib.loads(files(__package__).joinpath("syllables.toml").read_text(encoding="utf-8"))
    longest_first = {name: "|".join(sorted(found, key=len, reverse=True)) for name, found in parts.items()}
    return re.compile("(?:{onsets})?(?:{rimes})(?:{finals})?".format(**longest_first))
