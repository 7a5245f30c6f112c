"""Symbols are taken apart whatever their spelling, and normalised as their organ's rules ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.reading.vi.symbol import Family, parse_symbol


@pytest.mark.parametrize(("text", "family", "kind", "organ", "normal"), [
    ("15-CT/TW", Family.PARTY, "CT", "TW", "15-CT/TW"),
    ("15-NQ/TƯ", Family.PARTY, "NQ", "TW", "15-NQ/TW"),
    ("07/NQ-TW", Family.PARTY, "NQ", "TW", "07-NQ/TW"),
    ("126–KL/TW", Family.PARTY, "KL", "TW", "126-KL/TW"),
    ("06-CTr/TU", Family.PARTY, "CTr", "TU", "06-CTr/TU"),
    ("147-CTHĐ/TU", Family.PARTY, "CTHĐ", "TU", "147-CTHĐ/TU"),
    ("10072-CV/BTCTW", Family.PARTY, "CV", "BTCTW", "10072-CV/BTCTW"),
    ("15 - NQ / TW", Family.PARTY, "NQ", "TW", "15-NQ/TW"),
    ("15 NQ/TW", Family.PARTY, "NQ", "TW", "15-NQ/TW"),
    ("2179/QĐ-TTg", Family.STATE, "QĐ", "TTg", "2179/QĐ-TTg"),
    ("13-NQ/HĐND", Family.STATE, "NQ", "HĐND", "13/NQ-HĐND"),
    ("388/NQ-UBTVQH16", Family.STATE, "NQ", "UBTVQH", "388/NQ-UBTVQH16"),
    ("9/CTR-UBND", Family.STATE, "CTr", "UBND", "09/CTr-UBND"),
    ("30/2020/NĐ-CP", Family.LEGAL, "NĐ", "CP", "30/2020/NĐ-CP"),
    ("12/2013/TTLT-BTC-BNV", Family.LEGAL, "TTLT", "BTC", "12/2013/TTLT-BTC-BNV"),
    ("39/2026/QH16", Family.NA, None, "QH", "39/2026/QH16"),
    ("125/SGDĐT-VP", Family.LETTER, None, "SGDĐT", "125/SGDĐT-VP"),
    ("7/NQ", Family.STATE, "NQ", None, "07/NQ"),
])
def test_symbol_is_taken_apart(text: str, family: Family, kind: str | None, organ: str | None, normal: str) -> None:
    symbol = parse_symbol(text)
    assert symbol is not None
    assert (symbol.family, symbol.kind, symbol.organ, symbol.normal) == (family, kind, organ, normal)


@pytest.mark.parametrize(("text", "kinds"), [
    ("15-CT/TW", ("Chỉ thị",)),
    ("366-QĐ/TW", ("Quyết định", "Quy định")),
    ("366/QĐ-UBND", ("Quyết định",)),
    ("05/2021/TT-BTC", ("Thông tư",)),
    ("05-TT/TW", ("Thông tri",)),
    ("06/2022/QH15", ("Nghị quyết", "Luật", "Bộ luật", "Pháp lệnh")),
    ("125/SGDĐT-VP", ("Công văn", "Văn bản")),
])
def test_symbol_says_which_kinds_it_may_name(text: str, kinds: tuple[str, ...]) -> None:
    symbol = parse_symbol(text)
    assert symbol is not None
    assert symbol.kinds == kinds


@pytest.mark.parametrize("text", ["17/17", "05/5/2022", "15-NQ/TW và", "NQ/TW", "", "30/2020", "1.300-NQ/TW"])
def test_symbol_is_not_read_from_other_things(text: str) -> None:
    assert parse_symbol(text) is None


def test_symbol_keeps_what_was_written_wrong() -> None:
    symbol = parse_symbol("07/NQ-TƯ")
    assert symbol is not None
    assert (symbol.text, symbol.separators, symbol.spelled_tu, symbol.organ_known) == ("07/NQ-TƯ", "/-", True, True)


@given(number=st.integers(1, 99_999), kind=st.sampled_from(["NQ", "QĐ", "CT", "KH", "TB", "BC"]),
       organ=st.sampled_from(["TW", "TU", "HU", "ĐU", "UBND", "TTg", "CP"]), shape=st.sampled_from(["-/", "/-", "–/"]))
def test_symbol_normal_form_is_read_back_as_itself(number: int, kind: str, organ: str, shape: str) -> None:
    symbol = parse_symbol(f"{number}{shape[0]}{kind}{shape[1]}{organ}")
    assert symbol is not None
    again = parse_symbol(symbol.normal)
    assert again is not None
    assert again.normal == symbol.normal
