"""`tiendo review` and `tiendo board` on the example, as a user sees them."""

from pathlib import Path

import pytest
from calls import call
from docx import Document

from tiendo.plan import read_plan
from tiendo.review import FILES

EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"


def test_review_writes_four_files_and_says_where(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    seen = call(capsys, "review", EXAMPLE, "--as-of", "2023-03-31", "--out", out)
    assert seen.code == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    assert [line.strip() for line in seen.out.splitlines()[-4:]] == [str(out / name) for name in FILES]


def words_of(path: Path) -> list[str]:
    """What a Word file says: its head's lines, then its paragraphs."""
    word = Document(str(path))
    head = [one.text for table in word.tables[:1] for cell in table.rows[0].cells for one in cell.paragraphs]
    return [text for text in (*head, *(one.text for one in word.paragraphs)) if text]


def test_an_english_call_gives_an_english_report_of_the_same_structure(
    capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:
    """`tiendo review --lang en` leaves the Word report and the bulletin in Vietnamese."""
    for lang in ("vi", "en"):
        words = ["review", EXAMPLE, "--as-of", "2023-03-31", "--out", tmp_path / lang, "--lang", lang]
        assert call(capsys, *words).code == 0
    vi, en = (words_of(tmp_path / lang / "bao-cao.docx") for lang in ("vi", "en"))
    assert [text for text in en if text.startswith(("REPORT", "Mid-term review", "I. ", "VII. "))] == [
        "REPORT", "Mid-term review of Resolution of the 5th Party Congress of Sông Tô District, term 2020–2025",
        "I. RESULTS ON THE MAIN TARGETS", "VII. DOCUMENTS"]
    assert len(en) == len([text for text in vi if text not in {"*", "-----", "ĐẢNG CỘNG SẢN VIỆT NAM"}])
    assert (tmp_path / "en" / "ban-tin.md").read_text(encoding="utf-8").startswith(
        "# Sông Tô District Party Committee: 17/17 targets met, exceeded or on path\n")
    assert '<html lang="en" data-lang="en">' in (tmp_path / "en" / "review.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("form", "lang", "head"), [
    ("party", "vi", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("state", "vi", "Độc lập - Tự do - Hạnh phúc"),
    ("party", "en", "COMMUNIST PARTY OF VIET NAM"), ("state", "en", "Independence - Freedom - Happiness"),
    ("plain", "vi", "Số:       /BC"),
])
def test_every_form_is_there_in_both_languages(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str, lang: str, head: str,
) -> None:
    out = tmp_path / "out"
    words = ["review", EXAMPLE, "--as-of", "2023-03-31", "--out", out, "--form", form, "--lang", lang]
    assert call(capsys, *words).code == 0
    assert head in words_of(out / "bao-cao.docx")


def test_the_environments_language_does_not_change_an_official_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    seen = call(capsys, "review", EXAMPLE, "--as-of", "2023-03-31", "--out", tmp_path)
    assert ("The review is written:" in seen.out, "BÁO CÁO" in words_of(tmp_path / "bao-cao.docx")) == (True, True)


@pytest.mark.parametrize(("day", "adds_up"), [
    ("2023-03-31", "9 vượt + 3 đạt + 5 bảo đảm tiến độ = 17"),
    ("31/03/2022", ("3 vượt + 3 đạt + 2 bảo đảm tiến độ + 5 chậm tiến độ + 3 chưa có số liệu"
                    " + 1 chưa đánh giá được = 17")),
])
def test_board_prints_a_tally_whose_parts_add_up(capsys: pytest.CaptureFixture[str], day: str, adds_up: str) -> None:
    seen = call(capsys, "board", EXAMPLE, "--as-of", day)
    assert (seen.code, [line.strip() for line in seen.out.splitlines() if "= 17" in line]) == (0, [adds_up])


def test_board_shows_every_target_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    def shown(*words: str) -> str:
        return " ".join(call(capsys, *words, "board", EXAMPLE, "--as-of", "2023-03-31").out.split())

    targets = read_plan(EXAMPLE).targets
    assert [one.code for one in targets if f"{one.code} {one.name_vi[:20]}" not in shown("--lang", "vi")] == []
    assert [one.code for one in targets if f"{one.code} {one.name_en[:20]}" not in shown("--lang", "en")] == []
