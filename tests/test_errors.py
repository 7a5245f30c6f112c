"""Problems as values: their reasons are said in the language of the message."""

import errno
import os

import pytest

from tiendo.errors import Place, Problem, reason_of


@pytest.mark.parametrize(("number", "vietnamese", "english"), [
    (errno.EEXIST, "đã có tệp hoặc thư mục trùng tên", "a file or folder of that name is there"),
    (errno.ENOSPC, "hết chỗ trên đĩa", "no room on the disk"),
    (errno.EPROTO, "lỗi hệ thống EPROTO", "system error EPROTO"),
])
def test_what_the_system_refused_is_said_in_the_language_asked_for(
    number: int, vietnamese: str, english: str,
) -> None:
    """--lang vi answers "không mở được tệp: File exists"."""
    problem = Problem("P120", Place("a.csv"), {"why": reason_of(OSError(number, os.strerror(number)))})
    assert (problem.say("vi"), problem.say("en")) == (
        f"a.csv: không mở được tệp: {vietnamese} [P120]", f"a.csv: the file cannot be opened: {english} [P120]")


def test_a_reason_that_is_no_systems_stays_as_it_is() -> None:
    assert Problem("P120", None, {"why": "vì thế"}).say("vi") == "không mở được tệp: vì thế [P120]"
