"""The file of period phrases: every rule with its examples, both normal forms."""

import tomllib
import unicodedata
from importlib.resources import files

import pytest

from tiendo.quantity import PeriodMention, find_periods
from tiendo.quantity.phrase import count, phrases

RULES = tomllib.loads((files("tiendo.quantity") / "periods.toml").read_text(encoding="utf-8"))["rules"]
EXAMPLES: list[tuple[str, str, str, int | None]] = [
    (rule["name"], text, code, None) for rule in RULES for text, code in rule.get("examples", {}).items()
]
WITHOUT: list[tuple[str, str, str, int | None]] = [
    (rule["name"], text, code, 2023) for rule in RULES for text, code in rule.get("without", {}).items()
]


def read(text: str, year: int | None) -> list[tuple[str, str]]:
    return [(mention.rule, mention.code) for mention in find_periods(text, year=year)]


@pytest.mark.parametrize(("rule", "text", "code", "year"), EXAMPLES + WITHOUT)
def test_phrase_reads_its_examples(rule: str, text: str, code: str, year: int | None) -> None:
    sentence = f"Kết quả {text}, toàn quận phấn đấu."
    assert read(text, year) == [(rule, code)]
    assert read(sentence, year) == [(rule, code)]
    assert read(unicodedata.normalize("NFD", sentence), year) == [(rule, code)]


@pytest.mark.parametrize(("rule", "text", "code", "year"), WITHOUT)
def test_phrase_without_a_year_needs_the_readers(rule: str, text: str, code: str, year: int) -> None:
    assert find_periods(text) == ()
    (mention,) = find_periods(text, year=year)
    assert (mention.rule, mention.code, mention.relative) == (rule, code, True)


def test_every_rule_has_an_example() -> None:
    assert [rule["name"] for rule in RULES if not rule.get("examples") and not rule.get("without")] == []


def test_phrases_keep_the_order_of_the_file() -> None:
    assert list(dict.fromkeys(phrase.rule for phrase in phrases())) == [rule["name"] for rule in RULES]


def test_count_reads_digits_roman_numbers_and_words() -> None:
    assert [count(word) for word in ("03", "IV", "tư", "mười  hai", "sáu")] == [3, 4, 4, 12, 6]


def test_a_mention_says_where_it_stands() -> None:
    assert find_periods("đến quý I/2023.") == (PeriodMention(4, 14, "2023-Q1", "quarter", as_at=True),)
