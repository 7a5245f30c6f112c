"""The real tree of units: 34 provinces, 3,321 communes since 1 July 2025, and the communes each came from."""

import csv
from collections import Counter
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import accumulate, pairwise

import pyarrow as pa

from tiendo.assessing.many.schema import SCHEMAS
from tiendo.assessing.many.steps import MILLIONTH

MERGED_ON = date(2025, 7, 1)
COUNTRY = "VN"

_LAST_DAY = date(2025, 6, 30)
_HERE = files("tiendo.assessing.many.simulation")


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune: its code, its name, and the code of the province above it."""

    code: str
    name: str
    province: str
    province_name: str


def communes(count: int | None = None) -> tuple[Unit, ...]:
    """The communes in the order of their codes; the first `count` of them."""
    return tuple(Unit(**row) for row in _rows("communes.csv"))[:count]


def bodies(units: tuple[Unit, ...]) -> pa.Table:
    """The country, its provinces, the communes, and the communes they came from."""
    provinces = dict(sorted({one.province: one.province_name for one in units}.items()))
    codes = {one.code for one in units}
    sizes = Counter(one.province for one in units)
    rows = [_body(COUNTRY, "Việt Nam", "country", None)]
    rows += [{**_body(code, name, "province", COUNTRY), "weight": weight}
             for (code, name), weight in zip(provinces.items(), _weights([sizes[code] for code in provinces]),
                strict=True)]
    seen: Counter[str] = Counter()
    for one in units:
        seen.update((one.province,))
        rows.append({**_body(one.code, one.name, "commune", one.province, since=MERGED_ON),
                     "weight": _equal(sizes[one.province], seen[one.province])})
    past = {row["code"]: row["name"] for row in _rows("predecessors.csv") if row["successor"] in codes}
    rows += [_body(f"{code}-2024", name or code, "commune", None, until=_LAST_DAY) for code, name in past.items()]
    return pa.Table.from_pylist(rows, schema=SCHEMAS["bodies"])


def _body(
    code: str, name: str, level: str, parent: str | None, *, since: date | None = None, until: date | None = None,
) -> dict[str, object]:
    return {"code": code, "name_vi": name, "name_en": name, "level": level, "parent": parent, "valid_from": since,
            "valid_to": until, "weight": None}


def successions(units: tuple[Unit, ...]) -> pa.Table:
    """Which commune went into which on 1 July 2025, in equal shares: the sources state none."""
    codes = {one.code for one in units}
    pairs = [(row["code"], row["successor"]) for row in _rows("predecessors.csv") if row["successor"] in codes]
    heirs, parts = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)
    seen: Counter[str] = Counter()
    rows = []
    for old, new in pairs:
        seen.update((old, f"to {new}"))
        rows.append({
            "predecessor": f"{old}-2024", "successor": new, "on": MERGED_ON,
            "share": _equal(heirs[old], seen[old]), "part": _equal(parts[new], seen[f"to {new}"]),
        })
    return pa.Table.from_pylist(rows, schema=SCHEMAS["successions"])


def _weights(sizes: list[int]) -> list[int]:
    """The parts of a whole by size, in millionths that sum to it."""
    whole, ends = sum(sizes), [0, *accumulate(sizes)]
    return [MILLIONTH * high // whole - MILLIONTH * low // whole for low, high in pairwise(ends)]


def _equal(count: int, number: int) -> int:
    """The share of the `number`-th of `count`, in millionths that sum to a whole."""
    return MILLIONTH * number // count - MILLIONTH * (number - 1) // count


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((_HERE / name).read_text(encoding="utf-8").splitlines()))
