"""How fast claims are read from plain text, on one core: beside the bare `re` scan, underthesea and duckling.

The text is the project's own, twice: report prose (the passages of `tests/reading/corpus_spans` and the reports of
`examples`: paragraphs with and without figures) and figures (the passages of `tests/reading/corpus`: nearly every
sentence has some). The bare scan finds the reader's own patterns (token shapes, every phrase of the numeric lexicon,
the longest first) in one alternation and keeps nothing; with the patterns of citations and of prose it is slower, and
told beside it. Peers read the same sentences of report prose, cut beforehand. Each pair is timed in turns, in
processor time; the figure is the median of the ratios of the turns, for machines are noisy.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiendo.reading import Document

ROOT = Path(__file__).parents[1]
ROUNDS = 9
FEW_ROUNDS = 3
SAMPLE = 20_000  # characters that slow peers read
ZONES = Path("/usr/share/zoneinfo")  # where duckling looks for time zones
LIMITS = {"scan": 1 / 3, "underthesea": 50.0, "duckling": 5.0, "twice": 2.2, "nfd": 1.3, "page": 0.6}
Act = Callable[[], object]


def texts() -> dict[str, list[str]]:
    """The passages of the tests and the reports of the examples, as plain text."""
    from tiendo.reading.files import read_document  # noqa: PLC0415 - a measured process imports what it needs

    tests = ROOT / "tests" / "reading"
    reports = [path for path in sorted((ROOT / "examples").rglob("*")) if path.suffix in {".docx", ".pdf", ".txt"}]
    paths = {"report prose": [*sorted((tests / "corpus_spans").glob("*.txt")), *reports],
             "figures": sorted((tests / "corpus").glob("*.txt"))}
    return {name: [read_document(path).text for path in found] for name, found in paths.items()}


def reader() -> Callable[[list[str]], int]:
    """Ours: every text to a document to claims; how many there are."""
    from tiendo.reading import read_claims  # noqa: PLC0415

    return lambda given: sum(len(read_claims(_document(text))) for text in given)


def _document(text: str) -> "Document":
    """A plain text as the reader of text files cuts it: a paragraph a line."""
    from tiendo.reading import Block, Document  # noqa: PLC0415

    lines = re.finditer(r"[^\n]*\S[^\n]*", text)
    return Document("", "", text, tuple(Block(line.start(), line.end()) for line in lines))


def cut(given: list[str]) -> list[str]:
    """The sentences of the texts: peers read one at a time, which is faster for them than whole texts."""
    from tiendo.reading.engine.sentences import split_sentences  # noqa: PLC0415
    from tiendo.reading.vi.sentence import RULES  # noqa: PLC0415

    return [one.text for text in given for one in split_sentences(text, _document(text).blocks, RULES)]


def scan() -> re.Pattern[str]:
    """The numeric reader's patterns in one alternation."""
    from tiendo.reading.vi.lexicon import SHAPES, phrases  # noqa: PLC0415

    longest = sorted({phrase for phrase, _, _ in phrases()}, key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)|{_unnamed(SHAPES.pattern)}")


def scan_of_all() -> re.Pattern[str]:
    """... with the patterns of citations, awards, limitations and directives."""
    from tiendo.reading.vi.citation_rules import _patterns  # noqa: PLC0415 - what is scanned for
    from tiendo.reading.vi.wording import wording  # noqa: PLC0415

    prose = [rule.pattern.pattern for name in ("award", "limitation", "directive") for rule in wording(name).rules]
    cited = [_patterns()[name].pattern for name in ("whole", "letter", "stump", "kind", "law", "plenum")]
    return re.compile("|".join(_unnamed(one) for one in (*cited, *prose, scan().pattern)))


def _unnamed(pattern: str) -> str:
    """A pattern without the names of its groups: in one alternation they would be said twice."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def underthesea() -> Callable[[list[str]], int]:
    from underthesea import ner  # noqa: PLC0415 - an extra of the benchmarks

    return lambda given: sum(len(ner(text)) for text in given)


def duckling() -> Callable[[list[str]], int]:
    import duckling as peer  # noqa: PLC0415 - an extra of the benchmarks

    zones = peer.load_time_zones(str(ZONES))
    when = peer.parse_ref_time(zones, "Asia/Ho_Chi_Minh", 1_680_000_000)
    place = peer.parse_locale("VI_XX", peer.default_locale_lang(peer.parse_lang("VI")))
    context = peer.Context(when, place)
    kinds = peer.parse_dimensions(["number", "ordinal", "amount-of-money", "time", "duration", "quantity"])
    return lambda given: sum(len(json.loads(peer.parse_text(text, context, kinds, False))) for text in given)


def paired(ours: Act, other: Act, rounds: int = ROUNDS) -> tuple[float, float, float]:
    """Median seconds of both, timed in turns, and the median of the turns' ratios (other / ours)."""
    ours()
    other()
    turns = [(_timed(ours), _timed(other)) for _ in range(rounds)]
    return median(a for a, _ in turns), median(b for _, b in turns), median(b / a for a, b in turns)


def _timed(act: Act) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def sample(given: list[str]) -> list[str]:
    """Texts from all over, as many as slow peers read in a few seconds."""
    picked, size = [], 0
    for text in given[::3]:
        if size < SAMPLE:
            picked.append(text)
            size += len(text)
    return picked


def _said(name: str, value: str, limit: str, *, well: bool) -> None:
    print(f"{name:46} {value:>28}   {limit:20} {'yes' if well else 'NO'}", flush=True)


def beside_scan(kind: str, given: list[str], read: Callable[[list[str]], int]) -> None:
    sentences = cut(given)
    figures = sum(any(sign.isdigit() for sign in one) for one in sentences)
    print(f"\n{kind}: {len(given)} texts, {sum(map(len, given)):,} characters, {len(sentences):,} sentences,"
          f" {figures / len(sentences):.0%} with a digit; {read(given):,} claims")
    whole = "\n".join(given).lower()
    size = len("\n".join(given).encode()) / 1e6
    for name, pattern in (("numeric lexicon", scan()), ("... citations, prose", scan_of_all())):
        ours, bare, ratio = paired(lambda: read(given), lambda found=pattern: sum(1 for _ in found.finditer(whole)))
        said = f"{size / ours:.2f} / {size / bare:.2f} MB/s = {ratio:.2f}"
        _said(f"ours / `re` scan: {name}", said, f"at least {LIMITS['scan']:.2f}", well=ratio >= LIMITS["scan"])


def beside_peers(given: list[str], read: Callable[[list[str]], int]) -> None:
    few = sample(given)
    sentences = cut(few)
    size = len("".join(few).encode()) / 1e3
    for name, make in (("underthesea", underthesea), ("duckling", duckling)):
        try:
            peer = make()
        except ImportError as error:
            print(f"{name}: not measured: {error} (an extra of the benchmarks; duckling has wheels for Linux x86-64)")
            continue
        ours, theirs, ratio = paired(lambda: read(few), lambda act=peer: act(sentences), FEW_ROUNDS)
        said = f"{size / ours:.0f} / {size / theirs:.1f} kB/s = {ratio:.0f}"
        _said(f"ours / {name}", said, f"at least {LIMITS[name]:.0f}", well=ratio >= LIMITS[name])


def beside_itself(given: list[str], read: Callable[[list[str]], int]) -> None:
    one = "\n\n".join(given)
    decomposed = [unicodedata.normalize("NFD", text) for text in given]
    for name, label, ours, other in (
            ("twice", "twice the text / the text, one document", [one], [f"{one}\n\n{one}"]),
            ("nfd", "NFD / NFC", given, decomposed)):
        _, _, ratio = paired(lambda texts=ours: read(texts), lambda texts=other: read(texts))
        _said(label, f"{ratio:.2f}", f"at most {LIMITS[name]:.1f}", well=ratio <= LIMITS[name])


def alone() -> None:
    """All that one process measures, on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    given, read = texts(), reader()
    print(f"{'one core, processor time':46} {'measured':>28}   {'wanted':20}")
    for kind, passages in given.items():
        beside_scan(kind, passages, read)
    print("\nreport prose")
    beside_peers(given["report prose"], read)
    beside_itself(given["report prose"], read)


def _call(words: list[str], folder: Path) -> float:
    tiendo = str(Path(sys.executable).with_name("tiendo"))
    began = time.perf_counter()
    with (folder / "out.jsonl").open("w", encoding="utf-8") as out:
        subprocess.run([tiendo, "read", *words, "--format", "jsonl"], check=True, stdout=out, timeout=600)
    return time.perf_counter() - began


def commands() -> None:
    """The command from start to end: a page, then many files with one process and with two."""
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as place:
        folder = Path(place)
        page = folder / "page.txt"
        page.write_text("\n".join(islice(_lines(), 20)), encoding="utf-8")
        calls = [_call([str(page)], folder) for _ in range(ROUNDS)]
        _said(f"`tiendo read`, a page of {page.stat().st_size:,} bytes", f"{median(calls):.2f} s",
              f"under {LIMITS['page']:.1f} s", well=median(calls) < LIMITS["page"])
        files = [str(path) for path in _copies(folder)]
        turns = [(_call([*files, "--jobs", "1"], folder), _call([*files, "--jobs", "2"], folder))
                 for _ in range(FEW_ROUNDS)]
        one, two = (median(column) for column in zip(*turns, strict=True))
        print(f"`tiendo read` of {len(files)} files: --jobs 1 {one:.2f} s, --jobs 2 {two:.2f} s:"
              f" {median(a / b for a, b in turns):.2f} times as fast on {len(os.sched_getaffinity(0))} cores")


def _lines() -> Iterator[str]:
    return (line for text in texts()["report prose"] for line in text.splitlines() if line.strip())


def _copies(folder: Path) -> Iterator[Path]:
    sources = sorted((ROOT / "tests" / "reading" / "corpus").glob("*.txt"))
    for turn in range(6):
        for source in sources:
            yield Path(shutil.copy(source, folder / f"{turn}-{source.name}"))


def run() -> None:
    """Print the table: one process for what one core does, then the command as a person calls it."""
    subprocess.run([sys.executable, __file__, "--alone"], check=True, timeout=1200)
    commands()


if __name__ == "__main__":
    if sys.argv[1:] == ["--alone"]:
        alone()
    else:
        run()
