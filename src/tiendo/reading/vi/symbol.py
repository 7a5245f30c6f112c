"""Symbols of documents: "15-NQ/TW", "2179/QĐ-TTg", "30/2020/NĐ-CP", "06/2022/QH15", "125/SGDĐT-VP".

A symbol is read leniently (en dashes, spaces, swapped separators, "TƯ") and kept both as written and in the
form its organ's rules ask for (domain.md 3.2-3.4), so a reader finds a wrong symbol and a checker can say
what is wrong with it. Kinds and organs are data: `lexicon/citation.toml`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tiendo.reading.vi.citation_lexicon import document_kinds, known_organs, party_organs

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_NUMBER = r"(?<![\w/.,–-])(?P<number>\d{1,5}[a-c]?)"
_SLASH = r"\s{0,2}/\s{0,2}"
_MARK = r"\s{0,2}[-–—‑/]\s{0,2}"
_ORGAN = r"(?:TTg|TTr|ThU|Tw|Tư|[A-ZĐƯ][A-ZĐƯ&]{1,13}(?:\d{1,2})?)"
_MIXED = ("TTg", "TTr", "ThU")  # organs' codes that hold small letters
_UNIT = r"(?:-[A-ZĐƯ][A-ZĐƯ&a-z]{1,9}\d{0,2}){0,3}"
_END = r"(?!\w)"


class Family(StrEnum):
    """The family of a symbol, by its organ; each has its own separators and numbering (domain.md 3.3)."""

    PARTY = "party"  # 15-NQ/TW
    STATE = "state"  # 15/QĐ-UBND
    LEGAL = "legal"  # 30/2020/NĐ-CP
    NA = "na"  # 06/2022/QH15
    LETTER = "letter"  # 125/SGDĐT-VP


_FAMILIES = {"na": Family.NA, "legal": Family.LEGAL, "letter": Family.LETTER}  # group of a match -> family
SEPARATORS = {Family.PARTY: "-/", Family.STATE: "/-"}  # where a writer can get them wrong


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart.

    `kind` is the kind's abbreviation, `organ` the organ's code with its number of term off ("QH"); None where
    the symbol has none ("07/NQ" stops before its organ). `separators` are the two marks as written, dashes as
    hyphens, or "" where the family has no such pair; `family` follows the organ where its code is known, else
    the separators. `tail` is what follows the organ ("15" of QH15, "-VP" of a letter).
    """

    text: str
    number: str
    kind: str | None
    organ: str | None
    family: Family
    separators: str = ""
    year: int | None = None
    tail: str = ""

    @property
    def normal(self) -> str:
        """The symbol as its family writes it: "07/NQ-TW" -> "07-NQ/TW", "15-NQ/TƯ" -> "15-NQ/TW"."""
        number = self.number if self.number[-1].isalpha() else self.number.zfill(2)
        organ = f"{self.organ or ''}{self.tail}"
        if self.family is Family.NA:
            return f"{number}/{self.year}/{organ}"
        if self.family is Family.LEGAL:
            return f"{number}/{self.year}/{self.kind}-{organ}"
        if self.family is Family.LETTER:
            return f"{number}/{organ}"
        marks = SEPARATORS[self.family]
        first, second = marks[0], marks[1]
        return f"{number}{first}{self.kind}" + (f"{second}{organ}" if organ else "")

    @property
    def organ_known(self) -> bool:
        """Whether the organ's code is one the lexicon knows: what is unknown is never called wrong."""
        return self.organ in known_organs()

    @property
    def spelled_tu(self) -> bool:
        """Whether the organ was written with the press spelling "TƯ"."""
        return "TƯ" in self.text.upper()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of document the symbol may name: ("Quyết định", "Quy định") for a Party "QĐ"."""
        party = self.family is Family.PARTY
        return tuple(kind.name for kind in document_kinds() if self._names(kind.party if party else kind.state)
                     or self._names(kind.seen) or (kind.letter and self.family is Family.LETTER)
                     or (self.family is Family.NA and (kind.law or kind.name == "Nghị quyết")))

    def _names(self, abbreviations: tuple[str, ...]) -> bool:
        return self.kind is not None and self.kind in abbreviations


@cache
def _kind_codes() -> dict[str, str]:
    """Every abbreviation as written by anyone (in capitals too), to its standard writing."""
    codes = {code for kind in document_kinds() for code in kind.abbreviations}
    return {code.upper(): code for code in sorted(codes)} | {code: code for code in codes}


@cache
def symbol_patterns() -> dict[str, str]:
    """Regular expressions of a symbol, by name; `whole` stands by itself, the others need a kind before them.

    `whole` finds National Assembly, legal, Party and State symbols; `letter` number/organ-unit; `stump` a
    symbol that stops before its organ ("07/NQ").
    """
    kind = f"(?:{'|'.join(sorted(map(re.escape, _kind_codes()), key=len, reverse=True))})"
    assembly = r"(?P<na>(?:UBTV)?QH\d{1,2})"
    legal = rf"(?P<legal_kind>{kind})\s?[-–]\s?(?P<legal>{_ORGAN}{_UNIT})"
    yearly = rf"{_SLASH}{_YEAR}{_SLASH}(?:{assembly}|{legal})"
    plain = rf"(?P<one>{_MARK}|\s)(?P<kind>{kind})(?P<two>{_MARK})(?P<plain>{_ORGAN}{_UNIT})"
    return {
        "whole": rf"{_NUMBER}(?:{yearly}|{plain}){_END}",
        "letter": rf"{_NUMBER}{_SLASH}(?P<letter>{_ORGAN}(?:\s?[-–]\s?[A-ZĐƯ&]{{1,9}}){{1,2}}){_END}",
        "stump": rf"{_NUMBER}(?P<one>{_MARK})(?P<kind>{kind}){_END}",
    }


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(symbol_patterns()[name])


def parse_symbol(text: str) -> Symbol | None:
    """The parts of a symbol in NFC text, or None where the text is not one symbol and nothing else."""
    for name in ("whole", "letter", "stump"):
        found = _compiled(name).fullmatch(text.strip())
        if found:
            return symbol_of(found)
    return None


def symbol_of(found: re.Match[str]) -> Symbol:
    """The symbol of a match of one of `symbol_patterns`."""
    part = {name: value for name, value in found.groupdict().items() if value is not None}
    text = " ".join(re.sub(r"(?<!\s)\s*\n\s*", "", found[0]).split())
    written = next((part[name] for name in ("na", "legal", "letter", "plain") if name in part), "")
    organ, tail = _organ(re.sub(r"\s", "", written).replace("–", "-"))
    kind = part.get("legal_kind") or part.get("kind")
    separators = "".join(_separator(part[name]) for name in ("one", "two") if name in part)
    family = next((_FAMILIES[name] for name in _FAMILIES if name in part), None) or _family(organ, separators)
    return Symbol(text, part["number"], _kind_codes()[kind] if kind else None, organ, family, separators,
                  int(part["year"]) if "year" in part else None, tail)


def _separator(written: str) -> str:
    return re.sub(r"[–—‑]", "-", written.strip()) or " "


def _organ(written: str) -> tuple[str | None, str]:
    """An organ's code and what follows it: "QH15" -> ("QH", "15"), "TƯ" -> ("TW", "")."""
    found = re.fullmatch(r"([^\d-]+)(.*)", written)
    if not found:
        return None, ""
    code = found[1] if found[1] in _MIXED else found[1].upper()
    return re.sub(r"TƯ$", "TW", code), found[2]


def _family(organ: str | None, separators: str) -> Family:
    """Party or State by the organ where its code is known, else by the first separator."""
    if organ in known_organs():
        return Family.PARTY if organ in party_organs() else Family.STATE
    return Family.PARTY if separators.startswith("-") else Family.STATE
