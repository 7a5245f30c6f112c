"""Tokens: text and runs say the same, and a number is never typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.review.manuscript.records import Bound
from tiendo.review.manuscript.tokens import checked, runs_of, signature, text_of
from tiendo.review.prose import together
from tiendo.review.records import LedgerEntry, Number

RATE = Bound(LedgerEntry("S026", "Tỷ lệ", "34,5%", Decimal("34.5"), "%"), ("34,5%", "34,5"))
KNOWN = {"S026": (RATE,)}

WORDS = st.text(st.characters(exclude_characters="[]|", exclude_categories=["Cs"]), min_size=1)
NUMBERS = st.builds(Number, st.sampled_from(["S001", "S026", "S1000"]), WORDS)


@given(st.lists(WORDS | NUMBERS).map(together))
def test_runs_come_out_of_text_as_they_went_in(runs: tuple[str | Number, ...]) -> None:
    assert runs_of(text_of(runs)) == runs


@pytest.mark.parametrize(("typed", "kept"), [
    ("Đạt [34,5%|S026],  bằng năm trước", "Đạt [34,5%|S026], bằng năm trước"),
    ("Đạt [S026]\r\nvà giữ vững", "Đạt [34,5%|S026] và giữ vững"),
    ("[34,5|S026] phần trăm", "[34,5|S026] phần trăm"),
    ("Không còn số nào ", "Không còn số nào"),
])
def test_what_was_typed_is_tidied_and_a_bare_token_filled_in(typed: str, kept: str) -> None:
    assert checked(typed, KNOWN, "text") == (kept, [])


@pytest.mark.parametrize(("typed", "codes"), [
    ("Đạt [35%|S026]", ["V502"]), ("Đạt [|S026]", ["V502"]), ("Đạt [34,5%|S027]", ["V501"]), ("[S099]", ["V501"]),
    ("Đạt [34,5%|S02 và", ["V503"]), ("Đạt 34,5%|S026]", ["V503"]), ("a" * 20_001, ["V504"]),
    ("[35%|S026] và [1%|S099]", ["V502", "V501"]),
])
def test_a_number_typed_over_and_a_broken_token_are_refused_all_at_once(typed: str, codes: list[str]) -> None:
    assert [one.code for one in checked(typed, KNOWN, "text")[1]] == codes


def test_a_signature_stays_while_only_values_change() -> None:
    assert signature("Đạt [34,5%|S026].") == signature("Đạt [35%|S026].") != signature("Còn [35%|S026].")


def test_a_million_signs_are_refused_in_one_line() -> None:
    """Found by an attack: 900 KB of "[S1" came back as 300,001 problems, each drawn on the page."""
    assert [one.code for one in checked("[S1" * 300_000, KNOWN, "text")[1]] == ["V504"]
