"""A claim as one JSON object: the fields of its kind, then where it stands and why it was made.

The shape is the corpus's own (docs/reference/claims.md): every line has `kind`, `quote`, `start`, `end`,
`subject`, `period`, `organisation`; numbers are JSON numbers, never strings.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from tiendo.reading.records import Claim, ClaimKind

EVERY = ("kind", "quote", "start", "end", "subject", "period", "organisation")
OWN: Mapping[ClaimKind, tuple[str, ...]] = MappingProxyType({
    ClaimKind.MEASURE: ("value", "value_to", "unit", "relation", "bound", "status", "against", "plan",
                        "assigned_by"),
    ClaimKind.TALLY: ("count", "of", "outcome", "status"),
    ClaimKind.RANK: ("rank", "of", "streak", "status"),
    ClaimKind.CITATION: ("type", "number", "symbol", "date", "issuer"),
    ClaimKind.AWARD: ("what", "years", "issuer"),
    ClaimKind.LIMITATION: (),
    ClaimKind.DIRECTIVE: ("assignee", "deadline"),
})
ORIGIN = ("file", "page", "rules", "doubt", "inherited", "sentence")


def claim_record(claim: Claim) -> dict[str, object]:
    """The claim's JSON object, fields in their documented order; absent values are null."""
    names = (*EVERY, *OWN[claim.kind], *ORIGIN)
    return {name: _plain(getattr(claim, name)) for name in names}


def _plain(value: object) -> object:
    """A value JSON can hold: an exact whole number stays whole."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value
