"""Composed text that remembers where its letters stood."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tiendo.quantity.nfc import to_nfc

VIETNAMESE = st.text(alphabet="aăâbdđeêgiơưộễấửạỹ ,.0123456789\n", max_size=40)


def test_to_nfc_leaves_composed_text_alone() -> None:
    assert to_nfc("tỷ đồng").text == "tỷ đồng"
    assert to_nfc("tỷ đồng").offsets is None


def test_to_nfc_leads_back_to_the_text_as_given() -> None:
    given_text = unicodedata.normalize("NFD", "đạt 5 tỷ")
    nfc = to_nfc(given_text)
    at = nfc.text.index("5")
    assert nfc.text == "đạt 5 tỷ"
    assert given_text[nfc.original(at):nfc.original(len(nfc.text))] == unicodedata.normalize("NFD", "5 tỷ")


@given(VIETNAMESE)
def test_to_nfc_composes_and_keeps_every_stretch(text: str) -> None:
    given_text = unicodedata.normalize("NFD", text)
    nfc = to_nfc(given_text)
    assert nfc.text == unicodedata.normalize("NFC", text)
    assert [given_text[nfc.original(i):nfc.original(i + 1)] for i in range(len(nfc.text))] == [
        unicodedata.normalize("NFD", letter) for letter in nfc.text
    ]
