"""The reference page names every finding there is, with its severity; every code has words in both languages."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import tiendo.checking
from tiendo.checking.case import Rule
from tiendo.words import LANGS, Lang, catalogue

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "findings.md"
KINDS = {"1": {"miscitation"}, "2": {"tally", "arithmetic"}, "3": {"arithmetic"}, "4": {"contradiction"},
         "5": {"outlier", "cascade"}}


def rules() -> Iterator[Rule]:
    """Every rule of every module of the room."""
    for module in iter_modules(tiendo.checking.__path__):
        names = vars(import_module(f"tiendo.checking.{module.name}"))
        yield from (value for value in names.values() if isinstance(value, Rule))


RULES = {rule.code: rule for rule in rules()}


def test_page_names_every_finding_with_its_severity() -> None:
    rows = re.findall(r"^\| (C\d{3}) \| (\w+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [(code, RULES[code].severity) for code in sorted(RULES)]


def test_a_code_has_one_rule_of_the_kind_its_hundred_says() -> None:
    assert len(list({id(rule) for rule in rules()})) == len(RULES)
    assert {code: rule.kind for code, rule in RULES.items() if rule.kind not in KINDS[code[1]]} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_every_rule_has_words_and_no_words_are_idle(lang: Lang) -> None:
    assert {key for key in catalogue("checking", lang) if re.fullmatch(r"C\d{3}", key)} == set(RULES)


def test_every_finding_has_a_test_of_its_own() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [code for code in sorted(RULES) if f'"{code}"' not in tests] == []


def test_page_says_how_it_differs_from_limits_of_two_deviations_as_measured() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [number for number in ("24 lần", "134 lần", "956 lần") if number not in text] == []
