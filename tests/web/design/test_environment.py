"""How pages show values: in the reader's language, never more exact than what is known."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
from jinja2 import Environment

import registers
from small_plan import target
from tiendo.plan import Direction, Kind
from tiendo.web.design.environment import environment, rounded

assert registers  # Django is ready


def shown(template: str, lang: str = "vi", **values: object) -> str:
    made: Environment = environment()
    return made.from_string(template).render(asking=SimpleNamespace(lang=lang), **values)


@pytest.mark.parametrize(("goal", "given", "found"), [
    ("50", "29.96712328767", "30"), ("50", "29.93", "29.9"), ("7.25", "6.6666", "6.67"), ("100", "100.0000", "100"),
])
def test_a_computed_value_has_as_many_places_as_the_target(goal: str, given: str, found: str) -> None:
    assert str(rounded(Decimal(given), target("A", Kind.LEVEL_END, Direction.AT_LEAST, goal))) == found


@pytest.mark.parametrize(("lang", "words"), [("vi", "34,5%"), ("en", "34.5%")])
def test_an_amount_is_written_in_the_readers_language(lang: str, words: str) -> None:
    assert shown("{{ value | amount('%') }}", lang, value=Decimal("34.5")) == words


def test_no_data_is_words_and_never_zero() -> None:
    assert shown("{{ none_here | amount('%') }}", none_here=None) == "chưa có số liệu"


def test_what_people_wrote_is_escaped() -> None:
    assert shown("{{ text }}", text="<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_a_standing_is_icon_word_and_colour() -> None:
    chip = shown("{{ 'behind' | standing }}")
    assert ('class="chip behind"' in chip, "#i-behind" in chip, "Chậm" in chip) == (True, True, True)
