"""One claim in the reader's words: how it is drawn, what it states, what it took over, why it may be wrong."""

from decimal import Decimal

from tiendo.quantity import format_amount
from tiendo.reading import Claim, ClaimKind
from tiendo.reading.claim_json import OWN
from tiendo.reading.explain import Inherited, inherited_of
from tiendo.words import Lang, catalogue, say

__all__ = ["facts_of", "headline", "look_of", "reasons_of", "words_of"]

_LOOKS = {
    ClaimKind.CITATION: "cite", ClaimKind.AWARD: "award", ClaimKind.LIMITATION: "limit", ClaimKind.DIRECTIVE: "order",
}
_BY_STATUS = {"estimate": "estimate", "target": "plan"}
_SAID = ("value", "value_to", "unit", "count", "of", "rank", "what", "symbol")  # fields that the headline already says


def look_of(claim: Claim) -> str:
    """How a claim is drawn: figures by their status, the other kinds each in one way."""
    return _LOOKS.get(claim.kind) or _BY_STATUS.get(claim.status or "", "fact")


def headline(claim: Claim, lang: Lang) -> str:
    """What a claim states, in few words: its number, symbol or form; a clause for what is stated in words."""
    if claim.kind is ClaimKind.MEASURE and claim.value is not None:
        values = [claim.value] if claim.value_to is None else [claim.value, claim.value_to]
        return " → ".join(format_amount(value, claim.unit or "") for value in values)
    if claim.kind is ClaimKind.TALLY:
        return f"{claim.count}" if claim.of is None else f"{claim.count}/{claim.of}"
    if claim.kind is ClaimKind.RANK:
        place = words_of("rank", claim.rank, lang)
        return place if claim.of is None else f"{place}/{claim.of}"
    return claim.symbol or claim.what or claim.number or ""


def facts_of(claim: Claim, lang: Lang) -> tuple[tuple[str, str], ...]:
    """The fields of a claim that say something beside its headline, each with its name in words."""
    names = ("subject", *(name for name in OWN[claim.kind] if name not in _SAID), "period", "organisation")
    return tuple((say(f"reading.field_{name}", lang), words_of(name, value, lang))
                 for name in names if (value := getattr(claim, name)) not in (None, ()))


def words_of(field: str, value: object, lang: Lang) -> str:
    """A field's value in words: a choice by its name, a list with commas, the rest as it is."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    known = catalogue("reading", lang).get(f"value_{field}_{value}")
    return known or (f"{value:f}" if isinstance(value, Decimal) else str(value))


def reasons_of(claim: Claim, lang: Lang) -> tuple[tuple[str, str], ...]:
    """What a claim took over and why it might be wrong, each with what it is."""
    rows = [(say("reading.explain_inherited", lang), _source(one, lang)) for one in inherited_of(claim)]
    if claim.doubt:
        words = catalogue("reading", lang).get(f"doubt_{claim.doubt}", claim.doubt)
        rows.append((say("reading.explain_doubt", lang), words))
    return tuple(rows)


def _source(one: Inherited, lang: Lang) -> str:
    """A field and where it came from; a rule of the text before is named as such."""
    words = catalogue("reading", lang)
    place = words.get(f"place_{one.place}") or say("reading.place_before", lang, rule=one.place)
    return f"{words.get(f'field_{one.field}', one.field)}: {place}" + (f" “{one.words}”" if one.words else "")
