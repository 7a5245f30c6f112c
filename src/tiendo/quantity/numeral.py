"""Small numbers written out in words: `ba`, `mười lăm`, `hai mươi mốt`, `một trăm linh năm`.

The words stand in `numerals.toml`. Only whole numbers below a thousand are read; larger ones are written with
digits and a scale word (`12 nghìn`), which `unit` knows. `mười năm` is no number: it is ten years.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _words() -> Mapping[str, Mapping[str, int]]:
    return tomllib.loads(files(__package__).joinpath("numerals.toml").read_text(encoding="utf-8"))


@cache
def _shape() -> re.Pattern[str]:
    """Hundreds, tens and ones, each word with a space behind it; after hundreds a lone digit needs its gap word."""
    words = _words()
    digit, after_ten = "|".join(words["digits"]), "|".join([*words["after_ten"], *words["digits"]])
    no_five = "".join(f"(?!{word} )" for word in words["not_after_ten"])
    tens = rf"(?:(?P<ten>{'|'.join(words['ten'])})|(?P<tens>{digit}) (?:{'|'.join(words['tens'])}))"
    return re.compile(
        rf"(?:(?P<hundreds>{digit}) (?:{'|'.join(words['hundreds'])}) )?"
        rf"(?:{tens}(?: {no_five}(?P<ones>{after_ten}))? "
        rf"|(?(hundreds)(?:{'|'.join(words['gap'])}) )(?P<digit>{digit}) )?",
    )


def parse_numeral(text: str) -> int | None:
    """The number that words spell (`hai mươi lăm` is 25); None when they spell none."""
    words = " ".join(unicodedata.normalize("NFC", text).lower().split())
    found = _shape().fullmatch(words + " ") if words else None
    if not found:
        return None
    value = {**_words()["digits"], **_words()["after_ten"]}
    hundreds, tens, ones, digit = (
        value[word] if (word := found[part]) else 0 for part in ("hundreds", "tens", "ones", "digit")
    )
    return 100 * hundreds + 10 * (1 if found["ten"] else tens) + ones + digit
