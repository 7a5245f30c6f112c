"""So many of so many: the `17/17` of a tally, told from dates and document numbers."""

import re
from dataclasses import dataclass

from tiendo.quantity.mention import period_spans
from tiendo.quantity.nfc import to_nfc

RATIO = re.compile(r"(?<![\w/.,-])(?P<count>[0-9]{1,6})\s?/\s?(?P<of>[0-9]{1,6})(?![\w/]|[.,][0-9]|-[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Ratio:
    """`count` of `of`, which is never less; offsets are those of the text as given."""

    start: int
    end: int
    count: int
    of: int


def find_ratios(text: str) -> tuple[Ratio, ...]:
    """Every `count/of` of a text in its order; dates are left out (`5/4`, `ngày 3/4`)."""
    nfc = to_nfc(text)
    taken = period_spans(nfc.text)
    return tuple(
        Ratio(nfc.original(m.start()), nfc.original(m.end()), int(m["count"]), int(m["of"]))
        for m in RATIO.finditer(nfc.text)
        if int(m["count"]) <= int(m["of"]) and not any(start <= m.start() < end for start, end in taken)
    )
