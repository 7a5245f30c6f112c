"""An explained document: every sentence with its words and tags, its claims, the rules that made them."""

import unicodedata
from collections.abc import Iterator

from tiendo.reading import Block, Document, read_claims
from tiendo.reading.explain import Explained, Fired, Inherited, explain, inherited_of

REPORT = """Năm 2022, thu ngân sách đạt 1.250 tỷ đồng. Công tác tuyên truyền chưa thường xuyên.
Chủ tịch UBND huyện yêu cầu các xã rà soát hộ nghèo theo Nghị quyết 42; báo cáo trước ngày 30/6/2023."""


def document(text: str) -> Document:
    def blocks() -> Iterator[Block]:
        at = 0
        for line in text.split("\n"):
            yield Block(at, at + len(line))
            at += len(line) + 1
    return Document("bao-cao.txt", "", text, tuple(blocks()))


def explained(text: str) -> tuple[Explained, ...]:
    read = document(text)
    return explain(read, read_claims(read))


def test_sentences_come_in_order_with_their_places() -> None:
    assert [REPORT[one.start:one.end] for one in explained(REPORT)] == [
        "Năm 2022, thu ngân sách đạt 1.250 tỷ đồng.", "Công tác tuyên truyền chưa thường xuyên.", REPORT.split("\n")[1]]


def test_claims_stand_under_the_sentence_they_start_in() -> None:
    assert [[claim.quote for claim in one.claims] for one in explained(REPORT)] == [
        ["đạt 1.250 tỷ đồng"], ["Công tác tuyên truyền chưa thường xuyên"],
        ["rà soát hộ nghèo theo Nghị quyết 42", "Nghị quyết 42", "báo cáo trước ngày 30/6/2023"]]


def test_words_carry_the_tags_of_the_lexicon() -> None:
    words = {word.text: word.tags for word in explained(REPORT)[0].words}
    assert (words["thu ngân sách"], words["tỷ"], words["đồng"], words["1.250"]) == (
        ("head=flow",), ("scale=tỷ",), ("unit=đồng",), ())


def test_rule_of_the_lexicon_is_told_with_its_words_and_an_example() -> None:
    (fired,) = explained(REPORT)[1].fired
    assert fired == (Fired("not_yet", "chưa thường xuyên", "Công tác tuyên truyền chưa thường xuyên."),)


def test_rule_of_place_matches_no_words() -> None:
    *_, last = explained(REPORT)[2].fired
    assert [(one.rule, one.words) for one in last] == [("next_clause", None)]


def test_inherited_is_taken_apart() -> None:
    *_, last = explained(REPORT)[2].claims
    assert inherited_of(last) == (Inherited("assignee", "telling", "các xã"),)


def test_inherited_of_a_list_has_no_words() -> None:
    first = explained("Các Chỉ thị số 12-CT/TW, số 13-CT/TW của Ban Bí thư.")[0].claims[0]
    assert inherited_of(first) == (Inherited("issuer", "list"),)


def test_text_in_nfd_keeps_its_own_offsets() -> None:
    text = unicodedata.normalize("NFD", REPORT)
    pieces = [unicodedata.normalize("NFC", text[one.start:one.end]) for one in explained(text)]
    assert pieces == [REPORT[one.start:one.end] for one in explained(REPORT)]
    assert explained(text)[1].fired[0][0].words == "chưa thường xuyên"


def test_document_without_claims_is_explained_too() -> None:
    (only,) = explained("Kính gửi các đơn vị.")
    assert (only.claims, only.fired, only.words[-1].text) == ((), (), ".")
