"""A call of the command line as a user makes it: words in, exit code, standard output and standard error out."""

from dataclasses import dataclass

import pytest

from tiendo.cli import main


@dataclass(frozen=True)
class Call:
    """What a user sees of one call."""

    code: int
    out: str
    err: str


def call(capsys: pytest.CaptureFixture[str], *words: object) -> Call:
    with pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    seen = capsys.readouterr()
    return Call(int(left.value.code or 0), seen.out, seen.err)
