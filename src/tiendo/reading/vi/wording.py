"""How the words of a lexicon file become rules over folded text.

The finders of awards, limitations and directives keep their words and patterns in `lexicon/*.toml`, so that
a rule is read, added and changed without touching code. A file holds

* `[words]`: named lists of plain phrases, in the modern spelling (`hòa`, `ủy`);
* `[[rules]]`: `name`, `says` (what it reads, in one line), `pattern`, and marks its finder knows.

A pattern is a regular expression over *folded* text in which `{list}` stands for any phrase of that list.
A space matches a run of spaces, both spellings of a tone mark are accepted (`hoà`, `uỷ`), and the pattern
must begin and end at the edge of a syllable ("triển khai nhiệm vụ" holds no "hai nhiệm vụ").
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Rule", "Wording", "fold", "wording"]

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_TONES = ("òa/oà", "óa/oá", "ỏa/oả", "õa/oã", "ọa/oạ", "òe/oè", "óe/oé", "ỏe/oẻ", "ọe/oẹ",
          "ùy/uỳ", "úy/uý", "ủy/uỷ", "ũy/uỹ", "ụy/uỵ", "tỷ lệ/tỉ lệ", "kỳ/kì")


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: what it reads, its pattern over folded text, and the marks that its finder knows."""

    name: str
    says: str
    pattern: re.Pattern[str]
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """One lexicon file: its rules in their order, and its named lists of phrases."""

    rules: tuple[Rule, ...]
    words: Mapping[str, tuple[str, ...]]

    def rule(self, name: str) -> Rule:
        """The rule of that name; an unknown name is a broken lexicon (KeyError)."""
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise KeyError(name)

    def phrases(self, text: str) -> str:
        """The source of a pattern that may begin and end anywhere, with the lists of this file in place."""
        return _expanded(text, self.words)

    def pattern(self, text: str) -> re.Pattern[str]:
        """A pattern over folded text, with the lists of this file in place of `{list}`."""
        return re.compile(rf"(?<!\w)(?:{self.phrases(text)})(?!\w)")


def fold(text: str) -> str:
    """The text in lower case with plain spaces, as long as it was: offsets stay true.

    Word-segmented text ("chỉ_tiêu") folds to the same; the dotted capital I is the one letter whose lower
    case is longer.
    """
    lowered = text.replace("İ", "I").lower()
    return lowered.replace("\u00a0", " ").replace("_", " ").replace("\n", " ").replace("\t", " ")


@cache
def wording(name: str) -> Wording:
    """The rules and words of `lexicon/<name>.toml`, compiled once; `prose.toml` gives the words all share."""
    data = tomllib.loads(_lexicon("prose"))
    own = tomllib.loads(_lexicon(name))
    words = {key: tuple(value) for key, value in {**data["words"], **own.get("words", {})}.items()}
    bare = Wording((), words)
    rules = [
        Rule(row["name"], row["says"], bare.pattern(row["pattern"]), frozenset(row.get("marks", ())))
        for row in own.get("rules", ())
    ]
    return Wording(tuple(rules), words)


def _lexicon(name: str) -> str:
    return files(__package__).joinpath("lexicon", f"{name}.toml").read_text(encoding="utf-8")


def _expanded(pattern: str, words: Mapping[str, Sequence[str]]) -> str:
    """The pattern with lists, spaces and spellings written out."""
    full = _PLACEHOLDER.sub(lambda found: _either(words[found[1]], words), pattern)
    for pair in _TONES:
        new, old = pair.split("/")
        full = full.replace(new, f"(?:{new}|{old})")
    return full.replace(" ", " +")


def _either(phrases: Sequence[str], words: Mapping[str, Sequence[str]]) -> str:
    """Any of the phrases, the longest first; a phrase that is `{list}` stands for all of that list's."""
    flat = [part for phrase in phrases for part in _named(phrase, words)]
    longest = sorted(flat, key=len, reverse=True)
    return "(?:" + "|".join(_PLACEHOLDER.sub(lambda f: _either(words[f[1]], words), phrase) for phrase in longest) + ")"


def _named(phrase: str, words: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The phrase itself, or the phrases of the list it names."""
    found = _PLACEHOLDER.fullmatch(phrase)
    return words[found[1]] if found else (phrase,)
