"""A record revised: what `dataclasses.replace` gives, and nothing else changed."""

from dataclasses import FrozenInstanceError, replace

import pytest

from tiendo.reading import Claim, ClaimKind
from tiendo.reading.engine.records import revised

CLAIM = Claim(ClaimKind.TALLY, "3 xã", 4, 8, "Có 3 xã.", ("tally.judged",), count=3, outcome="met")


def test_revised_is_what_replace_gives() -> None:
    assert revised(CLAIM, start=0, of=12) == replace(CLAIM, start=0, of=12)
    assert CLAIM.start == 4


def test_revised_record_is_as_frozen_as_the_first() -> None:
    with pytest.raises(FrozenInstanceError):
        revised(CLAIM, of=12).of = 13  # type: ignore[misc]  # frozen - that is the test


def test_revised_refuses_a_field_there_is_not() -> None:
    with pytest.raises(KeyError, match="height"):
        revised(CLAIM, height=3)
