"""Numbers written out in words."""

import pytest

from tiendo.quantity.numeral import parse_numeral


@pytest.mark.parametrize(("words", "number"), [
    ("một", 1), ("Hai", 2), ("ba", 3), ("năm", 5), ("bẩy", 7), ("mười", 10), ("mười lăm", 15), ("mười hai", 12),
    ("hai mươi", 20), ("hai mươi mốt", 21), ("hai mươi tư", 24), ("hai  mươi nhăm", 25), ("ba chục", 30),
    ("một trăm", 100), ("một trăm linh năm", 105), ("một trăm lẻ bốn", 104), ("một trăm mười", 110),
    ("chín trăm chín mươi chín", 999), ("không", 0),
])
def test_parse_numeral_reads_small_numbers(words: str, number: int) -> None:
    assert parse_numeral(words) == number


@pytest.mark.parametrize("words", [
    "", "mười năm", "trăm", "mươi", "lăm", "linh năm", "một trăm năm", "hai mười", "một số", "mườilăm", "hai ba",
])
def test_parse_numeral_refuses_what_spells_no_number(words: str) -> None:
    """The words "mười năm" are ten years, "một trăm năm" are a hundred years."""
    assert parse_numeral(words) is None


ONES = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def spell(number: int) -> str:
    """The plain spelling of a number below a hundred."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return ONES[ones]
    last = {0: "", 5: "lăm"}.get(ones, ONES[ones])
    return f"{'mười' if tens == 1 else ONES[tens] + ' mươi'} {last}".strip()


def test_parse_numeral_reads_back_every_number_below_a_hundred() -> None:
    assert [parse_numeral(spell(number)) for number in range(1, 100)] == list(range(1, 100))
