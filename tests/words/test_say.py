"""The words of the catalogue with their placeholders filled."""

import pytest

from tiendo.words import say


@pytest.mark.parametrize(("count", "vietnamese", "english"), [
    (0, "0 phát hiện", "0 findings"), (1, "1 phát hiện", "1 finding"), (2, "2 phát hiện", "2 findings"),
])
def test_a_count_chooses_the_form_of_its_word(count: int, vietnamese: str, english: str) -> None:
    """"1 findings" in the English terminal."""
    assert (say("cli.findings_title", "vi", count=count), say("cli.findings_title", "en", count=count)) == (
        vietnamese, english)
