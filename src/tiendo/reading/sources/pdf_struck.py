"""Letters that are struck through: text a unit deleted with changes tracked, and printed with them shown.

"89 trường" was 8, is 9, and stands in the print as a struck 8 beside a 9. A line drawn at half the height of letters
and no longer than what it strikes takes them away; a chart's grid, a table's border, an underline do not.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tiendo.reading.sources.pdf_rules import Rule
from tiendo.reading.sources.pdf_words import Letters, Word

HEIGHT = (0.15, 0.45)  # of the size above the line the letters stand on
COVERED = 0.8  # of the line's length stands in what it strikes
STEP = 4.0  # points, the grain of the search

__all__ = ["unstruck"]


def unstruck(words: Sequence[Word], across: Sequence[Rule], letters: Letters) -> list[Word]:
    """The words without what is struck through."""
    struck = {index: stretches for index, stretches in _struck(words, across).items() if stretches}
    if not struck:
        return list(words)
    kept: list[Word] = []
    for index, word in enumerate(words):
        kept += letters.without(word, struck[index]) if index in struck else [word]
    return kept


def _struck(words: Sequence[Word], across: Sequence[Rule]) -> Mapping[int, list[tuple[float, float]]]:
    """For each word, by its index, the stretches of lines that strike it."""
    by_level: dict[int, list[Rule]] = defaultdict(list)
    for rule in across:
        by_level[int(rule.at // STEP)].append(rule)
    crossed: dict[Rule, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        for rule in _behind(word, by_level):
            crossed[rule].append(index)
    found: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for rule, indexes in crossed.items():
        left = max(rule.start, min(words[index].left for index in indexes))
        right = min(rule.end, max(words[index].right for index in indexes))
        if right - left >= COVERED * (rule.end - rule.start):
            for index in indexes:
                found[index].append((rule.start, rule.end))
    return found


def _behind(word: Word, by_level: Mapping[int, list[Rule]]) -> list[Rule]:
    """The lines drawn at half the height of a word's letters."""
    if word.turned:
        return []
    high, low = (word.base - share * word.size for share in HEIGHT)
    return [
        rule for level in range(int(low // STEP), int(high // STEP) + 1) for rule in by_level.get(level, ())
        if low <= rule.at <= high and rule.start < word.right and rule.end > word.left
    ]
