"""The language of a call, help pages, and wrong calls."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from calls import call

from tiendo.cli.app import split_lang
from tiendo.cli.commands import COMMANDS


@pytest.mark.parametrize(("words", "environment", "lang", "rest"), [
    (["read", "a.txt"], {}, "vi", ["read", "a.txt"]),
    (["read", "a.txt"], {"LANG": "en_US.UTF-8"}, "en", ["read", "a.txt"]),
    (["read", "a.txt"], {"LANG": "C.UTF-8"}, "vi", ["read", "a.txt"]),
    (["read", "a.txt"], {"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN.UTF-8"}, "vi", ["read", "a.txt"]),
    (["read", "--lang", "en", "a.txt"], {"LANG": "vi_VN.UTF-8"}, "en", ["read", "a.txt"]),
    (["--lang=vi", "read", "a.txt"], {"LANG": "en_US.UTF-8"}, "vi", ["read", "a.txt"]),
    (["read", "a.txt", "--lang"], {}, None, ["read", "a.txt"]),
    (["--lang=fr", "read"], {}, None, ["read"]),
    (["--lang=", "read"], {}, None, ["read"]),
])
def test_language_is_asked_for_or_the_environments(
    words: list[str], environment: dict[str, str], lang: str | None, rest: list[str],
) -> None:
    assert split_lang(words, environment) == (lang, rest)


def test_unknown_language_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "--lang", "fr", "read", "a.txt").code == 2


@pytest.mark.parametrize(("lang", "panel", "own_help"), [
    ("vi", "Lệnh", "In trang này rồi thoát."), ("en", "Commands", "Show this page and leave."),
])
def test_help_names_every_command_in_the_language_of_the_call(
    capsys: pytest.CaptureFixture[str], lang: str, panel: str, own_help: str,
) -> None:
    seen = call(capsys, "--lang", lang)
    assert seen.code == 0
    assert [word for word in (*COMMANDS, panel, own_help) if word not in seen.out] == []


@pytest.mark.parametrize(("words", "says"), [
    (["review"], "Thiếu PLAN.\nXem cách dùng: tiendo review --help\n"),
    (["read", "a.txt", "--formt", "jsonl"], "Không có tùy chọn --formt.\nXem cách dùng: tiendo read --help\n"),
    (["read", "a.txt", "--format", "yaml"],
     "Giá trị của --format không đúng: chỉ nhận 'table', 'jsonl'\nXem cách dùng: tiendo read --help\n"),
    (["--lang", "en", "review", "--out", "x", "f"], "--as-of is missing.\nSee how to use it: tiendo review --help\n"),
])
def test_wrong_call_says_what_and_where_help_is(
    capsys: pytest.CaptureFixture[str], words: list[str], says: str,
) -> None:
    seen = call(capsys, *words)
    assert (seen.code, seen.out, seen.err) == (2, "", says)


@pytest.mark.parametrize(("words", "vietnamese", "english"), [
    (["revew", "x"], "Không có lệnh revew. Có phải là: 'review', 'serve'?",
     "There is no command revew. Did you mean 'review', 'serve'?"),
    (["validate", "a", "b"], "Thừa tham số: b.", "Too many words: b."),
    (["board", "x", "--as-of"], "--as-of cần một giá trị đi kèm.", "--as-of needs a value."),
    (["read", "--explain=3", "a"], "--explain không nhận giá trị.", "--explain takes no value."),
    (["simulate", "--out", "x", "--bodies", "abc"], "Giá trị của --bodies không đúng: phải là số nguyên từ 1 đến 3321",
     "The value of --bodies is wrong: it must be a whole number from 1 to 3321"),
    (["simulate", "--out", "x", "--bodies", "0"], "Giá trị của --bodies không đúng: phải là số nguyên từ 1 đến 3321",
     "The value of --bodies is wrong: it must be a whole number from 1 to 3321"),
    (["serve", "--port", "99999"], "Giá trị của --port không đúng: phải là số nguyên từ 1 đến 65535",
     "The value of --port is wrong: it must be a whole number from 1 to 65535"),
])
def test_a_wrong_call_is_told_in_one_language(
    capsys: pytest.CaptureFixture[str], words: list[str], vietnamese: str, english: str,
) -> None:
    """`tiendo --lang vi revew x` answers "Lệnh gọi không đúng: No such command 'revew'"."""
    for lang, says in (("vi", vietnamese), ("en", english)):
        seen = call(capsys, "--lang", lang, *words)
        assert (seen.code, seen.err.splitlines()[0]) == (2, says)


def test_a_help_page_says_how_to_use_it_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    seen = call(capsys, "--lang", "vi", "board", "--help")
    assert "Cách dùng: tiendo board [TÙY CHỌN] {PLAN}" in seen.out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """There is no `tiendo --version`: we cannot tell support which one we have."""
    seen = call(capsys, "--version")
    assert (seen.code, seen.out) == (0, f"tiendo {version('tiendo')}\n")


def test_ctrl_c_while_the_program_is_loaded_is_quiet(tmp_path: Path) -> None:
    """Ctrl+C right after Enter prints a traceback out of the imports."""
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", "from tiendo.cli import main; main()"], check=False, timeout=60,
                          env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
