"""Every regular expression of the reading rooms, and texts made to hurt each one.

`main` runs in a process of its own: it notes what `re` compiles for `tiendo.reading` and `tiendo.quantity`, and
whether it is searched for or only matched at one place, while all their modules are imported, every pattern kept by a
`cache` is made, and the rules read the tests' passages and phrases. Each pattern is then used so on texts made from its
own parts: for every repeat without end, the shortest text that leads to it, then what it repeats, n characters long,
then a letter that ends the match. A pattern is bounded if twice the text takes about twice the time; one that
backtracks takes four times, or does not end before its limit.
"""

import importlib
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _constants, _parser  # private - the parser is not public
from typing import Any

sre: Any = _constants
HERE = Path(__file__).parent
ROOMS = ("tiendo.reading", "tiendo.quantity")
FOLDERS = tuple(f"/{room.replace('.', '/')}/" for room in ROOMS)
SIZE = 4_000  # characters; a quadratic pattern takes eight million steps
NOTED = 0.01  # seconds at twice the size: what takes less needs no second look
GROWTH = 3.0  # times the time for twice the text; linear is 2, quadratic 4
LIMIT = 2.0  # seconds of processor time for one text: a pattern that never ends is ended
ENDS = "¡"  # in no pattern
ENDLESS = 500  # a repeat that may go on for so many is as good as endless
_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
_SAMPLES = {sre.CATEGORY_DIGIT: "7", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_DIGIT: "a",
            sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_WORD: ","}


class Watched:
    """A compiled pattern that notes whether it is searched for."""

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self.compiled, self.searched = compiled, False

    def __getattr__(self, name: str) -> Any:
        self.searched |= name in {"search", "finditer", "findall", "sub", "subn", "split"}
        return getattr(self.compiled, name)


def noted() -> list[Watched]:
    """Every pattern that the rooms compile, in the order they do, after it was used."""
    found: dict[tuple[str, int], Watched] = {}
    compile_ = re._compile  # type: ignore[attr-defined]  # private - every door of `re` goes through it

    def note(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(2)
        if not isinstance(pattern, str) or not any(folder in frame.f_code.co_filename for folder in FOLDERS):
            return compile_(pattern.compiled if isinstance(pattern, Watched) else pattern, flags)
        return found.setdefault((pattern, int(flags)), Watched(compile_(pattern, flags)))

    re._compile = note  # type: ignore[attr-defined]  # private - see above
    modules = [importlib.import_module(name) for room in ROOMS for name in _modules(room)]
    for module in modules:
        for value in list(vars(module).values()):
            if hasattr(value, "cache_info") and not value.__wrapped__.__code__.co_argcount:
                value()
    _read_everything()
    re._compile = compile_  # type: ignore[attr-defined]  # private - see above
    return list(found.values())


def _modules(room: str) -> Iterator[str]:
    package = importlib.import_module(room)
    yield from (found.name for found in pkgutil.walk_packages(package.__path__, f"{room}."))


def _read_everything() -> None:
    """The rules read every passage and every phrase that stands for or against one."""
    from tiendo.reading import Block, Document, read_claims
    from tiendo.reading import vi as language

    texts = [path.read_text(encoding="utf-8") for path in sorted(HERE.glob("corpus*/*.txt"))]
    texts += [line for path in sorted(Path(language.__path__[0]).glob("corpus/*.tsv"))
              for line in path.read_text(encoding="utf-8").splitlines()]
    for text in texts:
        lines = re.finditer(r"\S[^\n]*", text)
        read_claims(Document("", "", text, tuple(Block(line.start(), line.end()) for line in lines)))


def shortest(tree: Any) -> str:
    """The shortest text that a part of a pattern matches, as far as it can be told."""
    return "".join(_shortest(op, value) for op, value in tree)


def _shortest(op: Any, value: Any) -> str:
    if op in _REPEATS:
        return shortest(value[2]) * int(value[0])
    made: Callable[[], str] | None = {
        sre.LITERAL: lambda: chr(value), sre.NOT_LITERAL: lambda: "a" if value != ord("a") else "b",
        sre.ANY: lambda: "a", sre.IN: lambda: _sample(value), sre.SUBPATTERN: lambda: shortest(value[-1]),
        sre.BRANCH: lambda: min((shortest(branch) for branch in value[1]), key=len),
        sre.ATOMIC_GROUP: lambda: shortest(value),
    }.get(op)
    return made() if made else ""


def _sample(choices: Any) -> str:
    """A letter of a set; of one that leaves letters out, one it may take."""
    first, rest = choices[0], choices
    if first[0] is sre.NEGATE:
        taken = {value for op, value in rest[1:] if op is sre.LITERAL}
        return next(letter for letter in "a 7,x" if ord(letter) not in taken)
    op, value = first
    if op is sre.LITERAL:
        return chr(value)
    return chr(value[0]) if op is sre.RANGE else _SAMPLES[value]


def pumps(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """For every endless repeat the text that leads to it and the texts it repeats."""
    for op, value in tree:
        if op in _REPEATS:
            _, high, body = value
            if high is sre.MAXREPEAT or high >= ENDLESS:
                yield from ((before, piece) for piece in _pieces(body) if piece)
            yield from pumps(body, before)
        elif op is sre.BRANCH:
            for branch in value[1]:
                yield from pumps(branch, before)
        elif op is sre.SUBPATTERN:
            yield from pumps(value[-1], before)
        elif op is sre.ATOMIC_GROUP:
            yield from pumps(value, before)
        before += _shortest(op, value)


def _pieces(body: Any) -> set[str]:
    """What a repeat's body may be: its shortest text, each of its first choices, and some letters of a set."""
    found = {shortest(body)}
    for op, value in body:
        if op is sre.BRANCH:
            found |= {shortest(branch) for branch in value[1][:4]}
        if op is sre.SUBPATTERN:
            found |= _pieces(value[-1])
        if op is sre.IN:
            found |= {_sample([choice]) for choice in value if choice[0] is not sre.NEGATE}
            found |= set("a ,7") if value[0][0] is sre.NEGATE else set()
    return found


class EndlessError(Exception):
    """A text took longer than its limit."""


def seconds(watched: Watched, lead: str, piece: str, size: int) -> float:
    """The least processor time of three uses; the limit where it takes longer."""
    text = lead + piece * (size // len(piece)) + ENDS
    use = watched.compiled.search if watched.searched else watched.compiled.match
    best = LIMIT
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        for _ in range(3):
            began = time.process_time()
            use(text)
            best = min(best, time.process_time() - began)
    except EndlessError:
        return LIMIT
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return best


def _stop(_signal: int, _frame: object) -> None:
    raise EndlessError


def grows(watched: Watched, lead: str, piece: str) -> bool:
    """Whether twice the text takes much more than twice the time."""
    long = seconds(watched, lead, piece, 2 * SIZE)
    return long >= LIMIT or (long > NOTED and long > GROWTH * seconds(watched, lead, piece, SIZE))


def main() -> None:
    """Print each pattern that grows faster than its text, as JSON; last how many patterns and texts were tried."""
    signal.signal(signal.SIGVTALRM, _stop)
    patterns, tried = noted(), 0
    for watched in patterns:
        tree = _parser.parse(watched.compiled.pattern, watched.compiled.flags)
        for lead, piece in sorted(set(pumps(tree))):
            tried += 1
            if grows(watched, lead, piece):
                _tell({"pattern": watched.compiled.pattern, "lead": lead, "piece": piece, "searched": watched.searched})
                break
    _tell({"patterns": len(patterns), "texts": tried})


def _tell(found: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
