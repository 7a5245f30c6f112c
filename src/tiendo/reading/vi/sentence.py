"""What ends a Vietnamese sentence."""

import re

from tiendo.reading.engine.sentences import SentenceRules

RULES = SentenceRules(
    end=re.compile(r"(?:\.{3}|[.!?…])[\"”’»)\]]*(?:\[\d+\])*\s+|(?<=\d)\.(?=[^\W\d_])"),
    abbreviations=frozenset({
        "tp", "ths", "ts", "gs", "pgs", "tx", "tt", "q", "p", "đ/c", "bs", "st", "vd", "nxb", "stt", "kts", "ks", "tr",
        "no",
    }),
    opening="\"“‘'([*–-•+# ",
)
