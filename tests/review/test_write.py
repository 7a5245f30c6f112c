"""All files or none: what stood in the output folder stays as it was when something fails."""

from pathlib import Path

import pytest

from review.reviews import example
from tiendo.errors import OutputError, ReviewError
from tiendo.review import FILES, write_review
from tiendo.review.write import Maker, write_files


def quiet(_what: str, _done: int, _of: int) -> None:
    """Show no progress."""


def text(words: str) -> Maker:
    return lambda path: path.write_text(words, encoding="utf-8")


def tree(folder: Path) -> dict[str, str | None]:
    """Everything below a folder: a file's words, None for a folder."""
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") if path.is_file() else None
            for path in sorted(folder.rglob("*"))}


def fails(_path: Path) -> None:
    raise OSError(28, "ENOSPC")


def test_review_writes_its_four_files(tmp_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    out = tmp_path / "kết quả" / "quý 1"
    paths = write_review(example(), out, form="party", template=None, on_step=lambda *step: steps.append(step))
    assert paths == tuple(out / name for name in FILES)
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    assert steps == [*((name, number, 4) for number, name in enumerate(FILES)), ("", 4, 4)]


def test_files_replace_those_of_before(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("cũ", encoding="utf-8")
    (tmp_path / "khac").write_text("không đụng", encoding="utf-8")
    write_files(tmp_path, (("a", text("mới")), ("b", text("thêm"))), quiet)
    assert tree(tmp_path) == {"a": "mới", "b": "thêm", "khac": "không đụng"}


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("cũ", encoding="utf-8")
    with pytest.raises(OutputError) as error:
        write_files(tmp_path, (("a", text("mới")), ("b", fails)), quiet)
    assert [(problem.code, problem.values["reason"]) for problem in error.value.problems] == \
        [("V401", "ENOSPC")]
    assert tree(tmp_path) == {"a": "cũ"}


def test_a_file_that_cannot_be_placed_takes_the_placed_ones_back(tmp_path: Path) -> None:
    """The third name lies in a folder that is not there: the first two are already in their places."""
    (tmp_path / "a").write_text("cũ", encoding="utf-8")

    def elsewhere(path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mới", encoding="utf-8")

    with pytest.raises(OutputError):
        write_files(tmp_path, (("a", text("mới")), ("b", text("mới")), ("khong/co", elsewhere)), quiet)
    assert tree(tmp_path) == {"a": "cũ"}


def test_a_name_no_disk_takes_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("cũ", encoding="utf-8")
    with pytest.raises(OutputError):
        write_files(tmp_path, (("a", text("mới")), ("ten" * 200, text("mới"))), quiet)
    assert tree(tmp_path) == {"a": "cũ"}


def test_an_output_that_is_a_file_is_refused_and_kept(tmp_path: Path) -> None:
    taken = tmp_path / "out"
    taken.write_text("một tệp", encoding="utf-8")
    for out in (taken, taken / "duoi"):
        with pytest.raises(OutputError) as error:
            write_files(out, (("a", text("mới")),), quiet)
        assert [problem.code for problem in error.value.problems] == ["V401"]
    assert tree(tmp_path) == {"out": "một tệp"}


def test_a_bad_template_leaves_no_folder_behind(tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(b"hong")
    with pytest.raises(ReviewError):
        write_review(example(), tmp_path / "moi" / "out", form="party", template=tmp_path / "mau.docx", on_step=quiet)
    assert sorted(tree(tmp_path)) == ["mau.docx"]


def test_a_folder_that_bears_a_files_name_is_refused_and_kept(tmp_path: Path) -> None:
    """A folder of somebody's own is called review.html: it is not ours to move."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "quy").write_text("của tôi", encoding="utf-8")
    with pytest.raises(OutputError) as error:
        write_files(tmp_path, (("a", text("mới")), ("b", text("mới"))), quiet)
    assert [problem.code for problem in error.value.problems] == ["V401"]
    assert tree(tmp_path) == {"b": None, "b/quy": "của tôi"}


def test_a_stopped_run_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("cũ", encoding="utf-8")

    def stopped(_path: Path) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, (("a", text("mới")), ("b", stopped)), quiet)
    assert (tree(tmp_path), [path.name for path in tmp_path.iterdir()]) == ({"a": "cũ"}, ["a"])
