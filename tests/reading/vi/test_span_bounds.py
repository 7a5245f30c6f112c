"""No span rule walks a hostile sentence again and again: text of 100,000 characters is read, whatever it repeats."""

import time

import pytest

from tiendo.reading import Block
from tiendo.reading.engine import Sentence
from tiendo.reading.vi.award import find_awards
from tiendo.reading.vi.citation import find_citations
from tiendo.reading.vi.directive import find_directives
from tiendo.reading.vi.limitation import find_limitations
from tiendo.reading.vi.setting import settings

HANGS = 30  # seconds of processor time that no reading comes near; a rule that backtracks takes hours


@pytest.mark.parametrize("text", [
    "Yêu cầu " + "tất cả các " * 9_000 + "xã rà soát",
    "Tuy nhiên, " + "chưa đạt, " * 9_000,
    "Tình trạng " + "a " * 30_000 + "vẫn",
    "nhưng chưa " * 9_000,
    "Yêu cầu các xã rà soát; " * 4_000,
    "Được tặng Bằng khen, " * 4_000,
    "Yêu cầu các xã " + "rà soát việc cấp đất ở tại xã và kiểm tra việc giao đất ở các xã " * 1_500,
    "Giao Sở " + "Xây Dựng " * 12_000,
    'danh hiệu "' * 8_000,
    "Tuy nhiên " + "số thu " * 14_000,
    "(" * 50_000,
    "Huân chương Lao động hạng Nhất, " + "hạng Nhì, " * 8_000,
    "Đề nghị Sở Y tế " + ", UBND các xã rà soát hồ sơ" * 3_000,
])
def test_span_rules_end_on_hostile_text(text: str) -> None:
    sentences = [Sentence(text, 0, Block(0, len(text)))]
    begun = time.process_time()
    places = settings(sentences)
    for find in (find_awards, find_limitations, find_directives):
        find(sentences, places)
    find_citations(sentences)
    assert time.process_time() - begun < HANGS
