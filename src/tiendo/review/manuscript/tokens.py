"""Bound numbers inside plain text: `đạt [34,5%|S026]` reads on as prose, and no number is ever typed.

A token can be moved, copied and deleted. Typed over it is refused; `[S026]` alone is filled in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from tiendo.errors import Place, Problem
from tiendo.review.manuscript.records import Bound
from tiendo.review.prose import together
from tiendo.review.records import Number, Run

__all__ = ["blanked", "checked", "numbers_in", "runs_of", "signature", "text_of", "token"]

_TOKEN = re.compile(r"\[(?P<shown>[^\[\]|]*)\|(?P<entry>S[0-9]{3,6})\]")
_BARE = re.compile(r"\[(?P<entry>S[0-9]{3,6})\]")
_BROKEN = re.compile(r"\[[^\[\]]*\|\s*S?[0-9]*(?![0-9\]])|\|\s*S[0-9]+\]|\[S[0-9]*(?![0-9\]])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\u2063\ufffe\uffff]+")
_SPACES = re.compile(r" {2,}")
HIDDEN = "\u2063"  # stands where a token stood: no letter, no digit
LONGEST = 20_000


def token(number: Number) -> str:
    """A bound number as it stands in text."""
    return f"[{number.shown}|{number.entry}]"


def text_of(runs: Iterable[Run]) -> str:
    """Runs as text with tokens."""
    return "".join(token(run) if isinstance(run, Number) else run for run in runs)


def runs_of(text: str) -> tuple[Run, ...]:
    """Text with tokens as runs."""
    return together(_parts(text))


def _parts(text: str) -> Iterator[Run]:
    done = 0
    for found in _TOKEN.finditer(text):
        yield text[done:found.start()]
        yield Number(found["entry"], found["shown"])
        done = found.end()
    yield text[done:]


def numbers_in(text: str) -> tuple[Number, ...]:
    """The bound numbers of a text, in its order."""
    return tuple(Number(found["entry"], found["shown"]) for found in _TOKEN.finditer(text))


def blanked(text: str) -> str:
    """The text with every token hidden, all other words at the places they were."""
    return _TOKEN.sub(lambda found: HIDDEN * len(found[0]), text)


def signature(text: str) -> str:
    """The text less the values of its bound numbers: the same while only figures change."""
    return _TOKEN.sub(lambda found: f"[{found['entry']}]", text)


def checked(text: str, bounds: Mapping[str, tuple[Bound, ...]], column: str) -> tuple[str, list[Problem]]:
    """What was typed, tidied, with bare tokens filled in; and each token that names nothing or was typed over.

    V501 no such number, V502 another value than the bound one, V503 a token that was cut, V504 too long.
    """
    place = Place("form", column=column)
    if len(text) > LONGEST:  # nothing else is looked for: a million signs can hold a million faults
        return text, [Problem("V504", place, {"limit": f"{LONGEST}"})]
    problems: list[Problem] = []

    def filled(found: re.Match[str]) -> str:
        known = bounds.get(found["entry"])
        return f"[{known[-1].forms[0]}|{found['entry']}]" if known else found[0]

    tidy = _SPACES.sub(" ", _CONTROL.sub(" ", text)).strip()
    tidy = _BARE.sub(filled, tidy)
    for one in numbers_in(tidy):
        known = bounds.get(one.entry)
        if known is None:
            problems.append(Problem("V501", place, {"entry": one.entry}))
        elif one.shown not in {form for bound in known for form in bound.forms}:
            problems.append(Problem("V502", place, {
                "entry": one.entry, "typed": one.shown or "–", "bound": known[-1].forms[0]}))
    problems += [Problem("V503", place, {"text": found[0]}) for found in _BROKEN.finditer(blanked(tidy))]
    problems += [Problem("V501", place, {"entry": found["entry"]}) for found in _BARE.finditer(tidy)]
    if len(tidy) > LONGEST:
        problems.append(Problem("V504", place, {"limit": f"{LONGEST}"}))
    return tidy, problems
