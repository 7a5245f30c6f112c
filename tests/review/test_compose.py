"""A review as one value: every number bound, every part in its place, nothing from after the day."""

import re
from dataclasses import replace
from datetime import date

import pytest

from review.reviews import DAYS, MID_TERM, YEAR_BEFORE, example, gathered, numbers, review_of, stretches, texts
from small_plan import small_plan
from tiendo.plan import Plan
from tiendo.review import Chart, Heading, Number, Review
from tiendo.words import LANGS, Lang

CASES = [(day, lang) for day in DAYS for lang in LANGS]
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
NOT_QUANTITIES = re.compile(
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"  # days
    r"|ngày [0-9]{1,2} tháng [0-9]{1,2}|tháng [0-9]{1,2}/[0-9]{4}|^[0-9]{2}/[0-9]{4}$|[0-9]{1,2} " + MONTH +
    r"|(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9.,]*[0-9])"  # years
    r"|[0-9]+ tháng (?:đầu|cuối) năm"  # periods
    r"|[0-9]+(?:-[A-ZĐa-z]{2,4}/[A-ZĐ]+|/[A-ZĐ]{2,4}-[A-ZĐ]+|/[0-9]{4}/NĐ-CP)"  # symbols of documents
    r"|(?:số|Điều|khoản|article) [0-9.]+(?![0-9]*[.,]?[0-9]*%)|COVID-19|\b5th\b"  # ordinals and names
)


def plain_digits(review: Review) -> list[str]:
    """Words of the report, outside bound numbers, in which a digit is no day, year, symbol or ordinal."""
    words = [run for stretch in stretches(review) for run in stretch if isinstance(run, str)]
    left = [(word, NOT_QUANTITIES.sub("", word)) for word in words]
    return [word for word, rest in left if re.search("[0-9]", rest) and not re.fullmatch("[0-9]{1,2}", word)]


@pytest.mark.parametrize(("day", "lang"), CASES)
def test_every_number_of_the_prose_is_bound_to_the_ledger(day: date, lang: Lang) -> None:
    """Bare ordinals of table rows ("1", "17") and heads of sections are not numbers of the report."""
    assert plain_digits(example(day, lang)) == []


@pytest.mark.parametrize("words", ["đạt 95% kế hoạch", "có 17 chỉ tiêu", "2.618,9 tỷ đồng", "số liệu 46/52", "12,5"])
def test_the_search_for_loose_numbers_finds_them(words: str) -> None:
    assert re.search("[0-9]", NOT_QUANTITIES.sub("", words))


@pytest.mark.parametrize(("day", "lang"), CASES)
def test_every_bound_number_stands_in_the_ledger(day: date, lang: Lang) -> None:
    review = example(day, lang)
    entries = {entry.id for entry in review.ledger}
    used = {number.entry for stretch in stretches(review) for number in numbers(stretch)}
    assert used - entries == set()
    assert {given for entry in review.ledger for given in entry.inputs} - entries == set()


@pytest.mark.parametrize(("day", "lang"), CASES)
def test_every_ledger_entry_says_what_it_stands_on(day: date, lang: Lang) -> None:
    """A document, or how it was computed; a reported figure also its reporter and approver."""
    ledger = example(day, lang).ledger
    assert [entry.id for entry in ledger if not (entry.document or entry.computed)] == []
    assert [entry.id for entry in ledger if entry.figure and not (entry.sentence and entry.approved_by)] == []
    assert [entry.label for entry in ledger if not entry.label] == []


def test_ledger_counts_on_without_a_gap() -> None:
    ledger = example().ledger
    assert [entry.id for entry in ledger] == [f"S{number:03d}" for number in range(1, len(ledger) + 1)]


def test_a_number_shown_twice_has_one_entry() -> None:
    """95,91% stands in the table, the sentence and the list of what was exceeded."""
    review = example()
    entry = next(entry for entry in review.ledger if entry.figure and entry.figure.id == "A10")
    places = [number for stretch in stretches(review) for number in numbers(stretch) if number.entry == entry.id]
    assert [number.shown for number in places] == ["95,91", "95,91%", "95,91%"]


@pytest.mark.parametrize(("day", "parts"), [
    (MID_TERM, ["I", "II", "III", "IV", "V", "VI", "VII"]), (YEAR_BEFORE, ["I", "II", "III", "IV", "V"]),
])
def test_parts_are_numbered_in_order_and_empty_ones_left_out(day: date, parts: list[str]) -> None:
    heads = [node.text.split(".")[0] for node in example(day).nodes if isinstance(node, Heading) and node.level == 1]
    assert heads == parts


@pytest.mark.parametrize("day", DAYS)
def test_sections_of_the_first_part_are_numbered_without_a_gap(day: date) -> None:
    heads = [int(node.text.split(".")[0]) for node in example(day).nodes
             if isinstance(node, Heading) and node.level == 2]
    assert heads == list(range(1, len(heads) + 1))


def test_both_languages_have_the_same_shape() -> None:
    vi, en = (example(MID_TERM, lang) for lang in LANGS)
    assert [type(node) for node in vi.nodes] == [type(node) for node in en.nodes]
    assert [(entry.id, entry.value) for entry in vi.ledger] == [(entry.id, entry.value) for entry in en.ledger]


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_from_after_the_day_is_spoken_of(lang: Lang) -> None:
    """As of 31/3/2022: the conclusions of 12/4/2022, the awards and ranks of 2022 are not known yet."""
    said = " ".join(run if isinstance(run, str) else run.shown
                    for stretch in stretches(example(YEAR_BEFORE, lang)) for run in stretch)
    later = [one.symbol for one in gathered().plan.documents
             if one.symbol and one.issued_on and one.issued_on > YEAR_BEFORE]
    assert [symbol for symbol in later if symbol in said] == []


def test_the_sum_of_the_labels_is_written_out() -> None:
    assert [text.replace("\u00a0", " ") for text in texts(example(YEAR_BEFORE), "Đánh giá chung")[:2]] == [
        ("Đến ngày 31/3/2022, 8/17 chỉ tiêu chủ yếu đạt, vượt hoặc bảo đảm tiến độ Nghị quyết đề ra, trong đó 3/17 chỉ "
         "tiêu vượt."),
        ("Cụ thể: 3/17 chỉ tiêu vượt; 3/17 chỉ tiêu đạt; 2/17 chỉ tiêu bảo đảm tiến độ; 5/17 chỉ tiêu chậm tiến độ; "
         "3/17 chỉ tiêu chưa có số liệu; 1/17 chỉ tiêu chưa đánh giá được (3 + 3 + 2 + 5 + 3 + 1 = 17)."),
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_a_small_plan_makes_a_whole_review(lang: Lang) -> None:
    review = review_of(small_plan(), MID_TERM, lang)
    assert (len(review.lines), review.tally.total) == (4, 4)
    assert plain_digits(review) == []


def test_a_plan_without_anything_makes_a_short_review() -> None:
    review = review_of(Plan(title_vi="Nghị quyết", title_en="Resolution"))
    heads = [node.text for node in review.nodes if isinstance(node, Heading) and node.level == 1]
    assert heads == ["I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHỦ YẾU"]


def test_without_a_way_to_show_there_is_no_chart() -> None:
    plan = small_plan()
    flat = replace(plan, targets=tuple(replace(one, baseline=None) for one in plan.targets), milestones=())
    assert [node for node in review_of(flat).nodes if isinstance(node, Chart)] == []


def test_the_tally_is_bound_as_a_count() -> None:
    review = example()
    first = next(number for stretch in stretches(review) for number in numbers(stretch))
    entry = next(entry for entry in review.ledger if entry.id == first.entry)
    assert (first, entry.shown, entry.computed) == (
        Number("S001", "17/17"), "17 chỉ tiêu", "đếm số chỉ tiêu có tình trạng vượt, đạt hoặc bảo đảm tiến độ")


def test_both_languages_say_their_numbers_in_the_same_order() -> None:
    """A reader with both pages open finds the same number at the same place."""
    vi, en = ([[number.entry for number in numbers(stretch)] for stretch in stretches(example(MID_TERM, lang))]
              for lang in LANGS)
    assert vi == en
