"""Words of a PDF page to lines, and lines to the text they say.

First words that were drawn one after the other on one level become a stretch; stretches on one level become a line
only once `pdf_columns` knows that no column ends between them. Raised figures are sorted out here: the 2 of km² belongs
to its unit, the 1 behind a sentence is the mark of a note and must not make 94,1% into 94,1%1.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tiendo.reading.sources.legacy import ONLY_VIETNAMESE, is_syllable, looks_legacy
from tiendo.reading.sources.pdf_words import Word

LEVEL = 0.3  # of the size: words farther up or down stand on another line
WIDEST_SPACE = 1.2  # of the size: a wider gap may part columns
SPACE = 0.12  # of the size: a gap this wide is a space even where none was drawn
SMALLER = 0.87  # of the size: how small a raised or lowered mark is at most
RAISED = (0.12, 0.8)  # of the size
LOWERED = (0.05, 0.5)
NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?[,.;:]?")
LENGTH_UNIT = re.compile(r"(?:^|[\d\s/(])(?:[kcdm]|da|h)?m$")
POWER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LINE_HYPHEN = re.compile(r"(?<=[^\W_])[-‐‑–—/\x02]$")
LAST_LETTERS = re.compile(r"[^\W\d_]+$")
FIRST_LETTERS = re.compile(r"[^\W\d_]+")

__all__ = ["FIRST_LETTERS", "LAST_LETTERS", "Line", "joined", "merged", "stretches"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a stretch of one: its text, its place in points, the height of its font, whether it is all bold.

    `first` and `final` are the widths of its first and last word, `hang` where its second word begins, `note` whether
    it opens with the raised mark of a note, `order` the place of its first word in the drawing.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    first: float
    final: float
    hang: float
    note: bool
    order: int

    @property
    def top(self) -> float:
        """The upper edge of its letters."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of its letters."""
        return self.base + 0.25 * self.size


def stretches(words: Iterable[Word]) -> Iterator[Line]:
    """Words drawn one after the other on one level, without a gap that may part columns."""
    held: list[Word] = []
    for word in words:
        if held and not _follows(held, word):
            yield _line(held)
            held = []
        held.append(word)
    if held:
        yield _line(held)


def _follows(held: Sequence[Word], word: Word) -> bool:
    main = _main(held)
    gap = word.left - held[-1].right
    size = max(main.size, word.size)
    if not -0.5 * size <= gap <= WIDEST_SPACE * size:
        return False
    return abs(word.base - main.base) <= LEVEL * size or _off_level(main, word) or _off_level(word, main)


def _main(words: Sequence[Word]) -> Word:
    """The word that says on which level a stretch stands: its first of full size."""
    return max(words, key=lambda word: word.size)


def _off_level(main: Word, word: Word) -> bool:
    """Whether a word is a raised or lowered mark beside the main one."""
    step = (main.base - word.base) / main.size
    smaller = word.size <= SMALLER * main.size
    return smaller and (RAISED[0] <= step <= RAISED[1] or LOWERED[0] <= -step <= LOWERED[1])


def _line(words: Sequence[Word]) -> Line:
    main = _main(words)
    marked = _off_level(main, words[0]) and bool(NOTE_MARK.fullmatch(words[0].text))
    return Line(
        _text(words, main), words[0].left, max(word.right for word in words), main.base, main.size,
        all(word.bold for word in words), words[0].right - words[0].left, words[-1].right - words[-1].left,
        words[1].left if len(words) > 1 else words[0].left, marked, words[0].order,
    )


def _text(words: Sequence[Word], main: Word) -> str:
    parts: list[str] = []
    for at, word in enumerate(words):
        before = words[at - 1] if at else None
        spaced = before is not None and (word.spaced or word.left - before.right > SPACE * main.size)
        said = word.text
        if before is not None and not spaced and main.base - word.base > 0 and _off_level(main, word):
            said = _raised(before.text, word.text)
        parts += [" "] if spaced and parts else []
        parts.append(said)
    return "".join(parts).strip()


def _raised(before: str, mark: str) -> str:
    """What a raised mark adds to the word before it: a power, letters, or nothing where it only points to a note."""
    if not NOTE_MARK.fullmatch(mark) or (mark in {"2", "3"} and LENGTH_UNIT.search(before)):
        return mark
    return mark.translate(POWER) if before == "10" else ""


def merged(lines: Sequence[Line]) -> Line:
    """Stretches of one line, from left to right, as that line."""
    if len(lines) == 1:
        return lines[0]
    lines = sorted(lines, key=lambda line: line.left)
    first = lines[0]
    return Line(
        " ".join(line.text for line in lines), first.left, max(line.right for line in lines),
        median(line.base for line in lines), max(line.size for line in lines), all(line.bold for line in lines),
        first.first, lines[-1].final, first.hang if first.hang > first.left else lines[1].left, first.note,
        min(line.order for line in lines),
    )


def joined(texts: Sequence[str]) -> str:
    """The text of a paragraph's lines: words broken at a line's end made whole, other ends a space."""
    legacy = looks_legacy("".join(texts).replace("\xad", "").replace("\x02", ""))
    text = ""
    for line in texts:
        text = _appended(text, line, legacy=legacy) if text else line
    return _clean(text, legacy=legacy)


def _appended(text: str, line: str, *, legacy: bool) -> str:
    if text.endswith("\xad") and not legacy:
        return text[:-1] + line
    if not LINE_HYPHEN.search(text) or not line[0].isalnum():
        return f"{text} {line}"
    if text[-1] in "-‐\x02" and _is_hyphenation(text[:-1], line):
        return text[:-1] + line
    return text + line


def _is_hyphenation(before: str, after: str) -> bool:
    """Whether a hyphen only breaks a word: small letters around it that are not two Vietnamese syllables."""
    left, right = LAST_LETTERS.search(before), FIRST_LETTERS.match(after)
    if not left or not right or not right[0].islower() or not left[0][1:].islower():
        return False
    return not (is_syllable(left[0]) and is_syllable(right[0]))


def _clean(text: str, *, legacy: bool) -> str:
    """Hyphens of PDFium back to hyphens, soft ones away, Eth to the Đ it is drawn for."""
    if legacy:
        return text.replace("\x02", "-")
    text = text.replace("\x02", "-").replace("\xad", "")
    return text.replace("Ð", "Đ") if "Ð" in text and ONLY_VIETNAMESE.search(text) else text
