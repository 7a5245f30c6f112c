"""No regular expression of the reading rooms walks a text again and again: each one's time grows as its text does.

`patterns` finds them all and makes the texts; it runs in a process of its own, for it changes what `re` compiles.
"""

import json
import subprocess
import sys
from pathlib import Path

PATTERNS = Path(__file__).with_name("patterns.py")
LEAST = 300  # patterns there are at least: were some missed, this would fall


def test_time_of_every_pattern_grows_as_its_text() -> None:
    done = subprocess.run([sys.executable, str(PATTERNS)], check=True, capture_output=True, text=True, timeout=500)
    *bad, counted = map(json.loads, done.stdout.splitlines())
    assert bad == []
    assert counted["patterns"] > LEAST
    assert counted["texts"] > 10 * counted["patterns"]
