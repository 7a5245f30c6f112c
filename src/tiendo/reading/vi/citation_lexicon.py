"""The citation lexicon as records: kinds of documents, organs, and the words around a citation.

One reader of `lexicon/citation.toml` for the symbol, the citation and the checking rooms.
"""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: its abbreviations in Party and State symbols; `seen` ones are met but not standard.

    A `letter` is numbered number/organ-unit, a `law` number/year/organ; `vague` kinds ("Văn bản") name no
    kind of their own, so no symbol contradicts them.
    """

    name: str
    party: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    letter: bool = False
    law: bool = False
    vague: bool = False
    grade: str = "U"

    @property
    def abbreviations(self) -> tuple[str, ...]:
        """Every abbreviation that may stand for the kind."""
        return self.party + self.state + self.seen


@dataclass(frozen=True, slots=True)
class Organ:
    """An issuing organ: its code in symbols, whether it is a Party organ, and what prose calls it."""

    code: str
    party: bool
    names: tuple[str, ...]
    grade: str = "U"


@cache
def _raw() -> dict[str, Any]:
    path = files("tiendo.reading.vi") / "lexicon" / "citation.toml"
    return tomllib.loads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")))


def words(section: str, name: str) -> tuple[str, ...]:
    """A word list of the sections `reading` and `issuer`."""
    return tuple(_raw()[section][name])


@cache
def short_kinds() -> dict[str, str]:
    """Type words as people shorten them, to the kind's name: "NQ" -> "Nghị quyết"."""
    return dict(_raw()["reading"]["short"])


@cache
def ordinals() -> dict[str, int]:
    """Ordinal words to numbers: "bảy" -> 7."""
    return dict(_raw()["reading"]["ordinals"])


@cache
def document_kinds() -> tuple[DocumentKind, ...]:
    """Every kind of document, in the lexicon's order."""
    return tuple(_kind(row) for row in _raw()["kind"])


def _kind(row: dict[str, Any]) -> DocumentKind:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return DocumentKind(**fields)


@cache
def kind_named(name: str) -> DocumentKind | None:
    """The kind of a name in any case ("NGHỊ QUYẾT")."""
    wanted = name.casefold()
    return next((kind for kind in document_kinds() if kind.name.casefold() == wanted), None)


@cache
def organs() -> tuple[Organ, ...]:
    """Every organ with a code and names of its own, in the lexicon's order."""
    return tuple(Organ(row["code"], row["family"] == "party", tuple(row["names"]), row["grade"])
                 for row in _raw()["organ"])


@cache
def party_organs() -> frozenset[str]:
    """The codes of Party organs: those of the list, and offices with their level ("BTCTU")."""
    party = _raw()["party"]
    offices = {office + level for office in party["offices"] for level in party["levels"]}
    return frozenset(offices | {organ.code for organ in organs() if organ.party})


@cache
def known_organs() -> frozenset[str]:
    """Every organ's code the lexicon knows."""
    return party_organs() | {organ.code for organ in organs()} | frozenset(_raw()["reading"]["state_codes"])
