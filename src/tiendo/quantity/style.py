"""Which way a document separates thousands and decimals, told from the numbers that leave no choice.

`7,4%` alone shows a decimal comma, but writers who put a comma before decimals do put one between thousands as
well (`65,624 tỷ, bằng 19,20%`). So a document counts as Vietnamese in style only when dotted thousands are seen
beside decimal commas; then a comma before three digits cannot mean thousands.
"""

import re
from collections.abc import Iterator

from tiendo.quantity.nfc import to_nfc
from tiendo.quantity.number import NUMBER, Style
from tiendo.quantity.unit import read_unit

_NUMBER = re.compile(rf"(?<![\w.,/-]){NUMBER}")

_SHAPES = (  # what one number shows; the first that fits
    (re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+"), ("dot thousands", "comma decimals")),
    (re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+"), ("comma thousands", "dot decimals")),
    (re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}"), ("dot thousands",)),
    (re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}"), ("comma thousands",)),
    (re.compile(r"[1-9]\d{0,2}\.\d{3}"), ("open dot",)),
    (re.compile(r"[1-9]\d{0,2},\d{3}"), ()),
    (re.compile(r"\d+,\d+"), ("comma decimals",)),
    (re.compile(r"\d+\.\d+"), ("dot decimals",)),
)


def style_of(text: str) -> Style | None:
    """The style a document's own numbers show; None when they show too little.

    Only numbers with a unit beside them may show a decimal dot: `1.2` is more often a heading's number.
    """
    seen = set(_shown(to_nfc(text).text))
    if "open dot" in seen:
        seen.add("dot thousands")
    vietnamese, english = {"dot thousands", "comma decimals"}, {"comma thousands", "dot decimals"}
    if seen & vietnamese and seen & english:
        return Style.MIXED
    if vietnamese <= seen:
        return Style.VIETNAMESE
    return Style.ENGLISH if seen & english else None


def _shown(text: str) -> Iterator[str]:
    """What every number of NFC text shows about separators."""
    for found in _NUMBER.finditer(text):
        shown = next((what for shape, what in _SHAPES if shape.fullmatch(found[0])), ())
        if shown != ("dot decimals",) or read_unit(text, found.end()):
            yield from shown
