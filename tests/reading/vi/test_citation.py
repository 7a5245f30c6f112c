"""Citations are found in right and wrong forms, with day and issuer; counts and bare names are left alone."""

import time
from importlib.resources import files

import pytest

from tiendo.reading.engine import Sentence
from tiendo.reading.records import Block, Claim
from tiendo.reading.vi.citation import NUMBER_ONLY, find_citations


def cited(text: str, start: int = 0) -> tuple[Claim, ...]:
    return find_citations([Sentence(text, start, Block(start, start + len(text), page=3))])


def corpus() -> list[tuple[str, str, str, str]]:
    path = files("tiendo.reading.vi") / "corpus" / "citation.tsv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [(*line.split("\t"), "")[:4] for line in lines]
    return [(rule, sign, phrase.replace("⏎", "\n"), expected) for rule, sign, phrase, expected in rows]


@pytest.mark.parametrize(("rule", "sign", "phrase", "expected"), corpus())
def test_citation_corpus_phrase_is_read_as_written_there(rule: str, sign: str, phrase: str, expected: str) -> None:
    claims = cited(phrase)
    if sign == "-":
        assert claims == ()
    else:
        made = [claim for claim in claims if claim.rules == (rule,)]
        assert [claim.symbol or claim.number or "law" for claim in made] == expected.split(" | ")


def test_citation_corpus_has_phrases_for_and_against() -> None:
    assert {sign for _, sign, _, _ in corpus()} == {"+", "-"}


def test_citation_says_type_number_symbol_day_and_issuer() -> None:
    """Kế hoạch số 07-KH/ĐU ngày 09 tháng 3 năm 2022 của Đảng ủy phường Bến Gỗ về chuyển đổi số."""
    text = "Kế hoạch số 07-KH/ĐU ngày 09 tháng 3 năm 2022 của Đảng ủy phường Bến Gỗ về chuyển đổi số"
    (claim,) = cited(text, start=100)
    assert (claim.type, claim.number, claim.symbol) == ("Kế hoạch", "07", "07-KH/ĐU")
    assert (claim.date, claim.issuer) == ("2022-03-09", "Đảng ủy phường Bến Gỗ")
    assert claim.quote == text.removesuffix(" về chuyển đổi số")
    assert (claim.start, claim.end, claim.page) == (100, 100 + len(claim.quote), 3)


def test_citation_takes_day_and_issuer_that_lead_the_sentence() -> None:
    (claim,) = cited("Ngày 20/7/2023, Hội đồng nhân dân tỉnh đã ban hành Nghị quyết số 11/NQ-HĐND về giá đất")
    assert (claim.quote, claim.date) == ("Nghị quyết số 11/NQ-HĐND", "2023-07-20")
    assert claim.issuer == "Hội đồng nhân dân tỉnh"


@pytest.mark.parametrize(("text", "issuer"), [
    ("Thông tư số 05/2021/TT-BGDĐT của Bộ Giáo dục và Đào tạo quy định về thi", "Bộ Giáo dục và Đào tạo"),
    ("Thông tư số 05/2021/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("Quyết định số 9/QĐ-UBND của Chủ tịch UBND thành phố Sông Hậu phê duyệt", "Chủ tịch UBND thành phố Sông Hậu"),
    ("Nghị quyết số 04-NQ/HU của Ban Chấp hành Đảng bộ huyện khóa XX", "Ban Chấp hành Đảng bộ huyện khóa XX"),
    ("Kết luận số 3-KL/TU của Ban Thường vụ Thành uỷ tại hội nghị", "Ban Thường vụ Thành uỷ"),
    ("Nghị quyết số 30/NQ-CP của Chính phủ, của các bộ", "Chính phủ"),
    ("Nghị quyết số 30/NQ-CP của đơn vị", None),
])
def test_citation_issuer_ends_where_its_name_ends(text: str, issuer: str | None) -> None:
    assert [claim.issuer for claim in cited(text)] == [issuer]


def test_citation_list_shares_type_and_issuer_and_says_so() -> None:
    first, second = cited("các Chỉ thị số 12-CT/TW ngày 01/02/2022, số 13-CT/TW ngày 03/4/2022 của Ban Bí thư")
    assert [(claim.type, claim.date, claim.issuer) for claim in (first, second)] == [
        ("Chỉ thị", "2022-02-01", "Ban Bí thư"), ("Chỉ thị", "2022-04-03", "Ban Bí thư")]
    assert (first.inherited, second.inherited) == (("issuer: list",), ())


def test_citation_of_number_only_is_doubtful() -> None:
    (claim,) = cited("Nghị quyết 42 của Quốc hội")
    assert (claim.number, claim.symbol, claim.doubt) == ("42", None, NUMBER_ONLY)


def test_citation_impossible_day_is_no_day() -> None:
    (claim,) = cited("Nghị quyết số 42-NQ/TW ngày 31/02/2022")
    assert claim.date is None


@pytest.mark.parametrize("text", [
    "Nghị quyết số" + " " * 50_000 + "x", "Luật A " + "b " * 30_000 + "2019", "Nghị quyết của Bộ " * 4_000 + "1",
    "ngày " * 15_000 + "1", "1/" * 20_000,
])
def test_citation_reading_of_hostile_text_ends_soon(text: str) -> None:
    begun = time.process_time()
    cited(text)
    assert time.process_time() - begun < 2
