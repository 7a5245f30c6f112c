"""Text that nobody wrote: lines of 100,000 characters, letters that are not seen, letters that run the other way.

Whatever stands there, reading ends, gives claims in text order whose quotes are slices of the text, and finds what is
said in plain words beside it.
"""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.reading import Block, Claim, Document, read_claims

LINE = 100_000  # characters
HANGS = 30  # seconds of processor time that no reading comes near; one that walks again and again takes minutes
SAID = "Năm 2022, thu ngân sách đạt 1.250 tỷ đồng."


def claims_of(text: str) -> tuple[Claim, ...]:
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    return read_claims(Document("bc.txt", "", text, tuple(
        Block(start, start + len(line)) for start, line in zip(starts, lines, strict=True) if line.strip())))


def assert_hold(text: str, claims: tuple[Claim, ...]) -> None:
    """Every quote is where its claim says, and the claims are in text order."""
    assert [text[claim.start:claim.end] for claim in claims] == [claim.quote for claim in claims]
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)


@pytest.mark.parametrize("piece", [
    "7", " ", "\u00a0", ",", ".", "“", "1/", "5% ", "(5% ", "đạt 5%, ", "năm 2022 ", "2011-", "từ 5% đến 6% ", "# ",
    "xếp thứ 3/63 ", "lần lượt 5%, 6% và 7% ", "5 chỉ tiêu, ", "hoàn thành 5 chỉ tiêu, ", "một hai ba ", "ngày 5/6 ",
    "và ", "Xã Tân ", "một số  ", "còn 7", "chỉ ", "a\u0301\u0323", "\u202e5%\u202c\u200b ",
    "Kế hoạch số 12-KH/QU ngày 5/6/2022, ",
])
def test_line_of_one_thing_again_and_again_is_read_to_its_end(piece: str) -> None:
    text = piece * (LINE // len(piece)) + "\n" + SAID
    began = time.process_time()
    claims = claims_of(text)
    assert time.process_time() - began < HANGS
    assert_hold(text, claims)
    assert claims[-1].quote == "đạt 1.250 tỷ đồng"


UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202d\u202e\u202c\u2066\u2069\u0301\u0323\u0000"
words = st.sampled_from([
    "thu ngân sách", "đạt", "1.250", "tỷ đồng", "5%", "tăng", "13/14", "chỉ tiêu", "năm", "2022", ",", "(", ")",
    "Nghị quyết số 15-NQ/TW", "chưa", "yêu cầu", "UBND", "xã", "\n", "מספר", "٣٫٥", "İ", "ﬀ",
])


@given(st.lists(st.one_of(words, st.text(UNSEEN, min_size=1, max_size=3)), max_size=30))
def test_unseen_letters_anywhere_break_nothing(parts: list[str]) -> None:
    text = " ".join(parts)
    assert_hold(text, claims_of(text))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert_hold(text, claims_of(text))


@pytest.mark.parametrize("letter", list(UNSEEN))
def test_what_is_said_plainly_is_read_beside_an_unseen_letter(letter: str) -> None:
    text = f"{letter}\n{SAID}\n{letter}"
    claim, = claims_of(text)
    assert (claim.quote, claim.period) == ("đạt 1.250 tỷ đồng", "2022")


def test_unseen_letters_in_decomposed_text_keep_the_places() -> None:
    text = unicodedata.normalize("NFD", "\u202eThu ngân sách đạt 5,5%\u202c\u200b; " * 2)
    claims = claims_of(text)
    assert_hold(text, claims)
    assert [unicodedata.normalize("NFC", claim.quote) for claim in claims] == ["đạt 5,5%", "đạt 5,5%"]
