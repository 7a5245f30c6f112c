"""`tiendo review` and `tiendo board` on the example, as a user sees them."""

from pathlib import Path

import pytest
from calls import call

from tiendo.plan import read_plan
from tiendo.review import FILES

EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"


def test_review_writes_four_files_and_says_where(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    seen = call(capsys, "review", EXAMPLE, "--as-of", "2023-03-31", "--out", out)
    assert seen.code == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    assert [line.strip() for line in seen.out.splitlines()[-4:]] == [str(out / name) for name in FILES]


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
