"""The language of a call, help pages, and wrong calls."""

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
    (["review"], "Thiếu FOLDER.\nXem cách dùng: tiendo review --help\n"),
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
