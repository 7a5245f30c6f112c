"""What is wrong with the tables of an exchange, all of it at once, before any number is shown.

Each check is one query that gives only the bad rows; the first twenty of a kind are named, the rest counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import ibis
from ibis.expr.types import Table

from tiendo.assessing.many.assess import RULES
from tiendo.assessing.many.evidence import facts_of, without
from tiendo.assessing.many.steps import MILLIONTH
from tiendo.assessing.many.tree import cycles
from tiendo.errors import Place, Problem
from tiendo.plan import Direction, EndRule

NAMED = 20  # problems of one kind that are named one by one

_OF_BODIES = (("targets", "body"), ("rankings", "body"), ("histories", "body"), ("successions", "predecessor"),
              ("successions", "successor"))
_NEEDED = {
    "targets": ("series", "body", "kind", "rule", "direction", "strict", "end_rule", "frequency", "per_unit", "top",
                "compound", "due_on", "has_milestones", "weight"),
    "figures": ("series", "part", "place", "no", "span", "starts_on", "ends_on", "as_of", "actual", "approved",
                "corrects", "noted", "lower", "late", "facts"),
    "milestones": ("series", "seq", "on", "low", "high"), "bodies": ("code",),
    "assignments": ("series", "seq", "starts_on", "ends_on", "assigned_on", "value"),
    "components": ("series", "part", "direction", "strict", "top", "low", "high"),
    "successions": ("predecessor", "successor", "on", "share", "part"),
    "histories": ("body", "indicator", "unit", "averaged", "ends_on", "per_unit"),
}
_ROUNDING = 100  # millionths the shares of one body may miss the whole by


def faults(tables: Mapping[str, Table]) -> tuple[Problem, ...]:
    """Every problem of the tables of an exchange, by name; none when it can be assessed."""
    found: list[Problem] = []
    for code, name, bad in _checks(tables):
        rows = bad.limit(NAMED + 1).to_pyarrow().to_pylist()
        place = Place(f"{name}.parquet" if name != "figures" else name)
        found += [Problem(code, place, {key: str(value) for key, value in row.items()}) for row in rows[:NAMED]]
        if len(rows) > NAMED:
            found.append(Problem("A119", place, {"code": code, "more": str(bad.count().to_pyarrow().as_py() - NAMED)}))
    return (*_empty(tables), *found, *_rings(tables["bodies"]))


def _empty(tables: Mapping[str, Table]) -> list[Problem]:
    """Columns that must not be empty and are, with how many rows."""
    found = []
    for name, columns in _NEEDED.items():
        table = tables[name]
        counts = table.agg(**{column: table[column].isnull().sum() for column in columns}).to_pyarrow().to_pylist()[0]
        place = Place(f"{name}.parquet" if name != "figures" else name)
        found += [Problem("A127", place, {"column": column, "count": str(count)})
                  for column, count in counts.items() if count]
    return found


def _checks(tables: Mapping[str, Table]) -> Iterator[tuple[str, str, Table]]:
    """Each check: the problem's code, the table it is of, and a table of what fills its message."""
    targets, figures = tables["targets"], tables["figures"]
    yield "A105", "figures", _without(figures, targets).select(series="series", count="count")
    for name in ("milestones", "assignments", "components"):
        yield "A106", name, _without(tables[name], targets).select(series="series", count="count")
    same = targets.group_by("series").agg(count=targets.count())
    yield "A107", "targets", same.filter(same["count"] > 1)
    late = targets.filter(targets.begins_on.notnull() & (targets.begins_on >= targets.due_on))
    yield "A108", "targets", late.select("code", "body", "begins_on", "due_on")
    yield "A109", "targets", _unknown(targets)
    for name, code in (("targets", "code"), ("histories", "body")):
        steps = tables[name].filter(tables[name].per_unit <= 0)
        yield "A126", name, steps.select(code=code, per_unit=steps.per_unit.cast("string")).distinct()
    yield "A110", "figures", _twice(figures)
    numbers = figures.group_by("no").agg(count=figures.count())
    yield "A111", "figures", numbers.filter(numbers["count"] > 1)
    wrong = figures.filter(figures.facts.fill_null(0) != facts_of(figures))
    yield "A125", "figures", wrong.select("series", "no")
    for name, column in _OF_BODIES:
        table = tables[name]
        told = table.group_by(code=table[column]).agg(count=table.count())
        yield "A118", name, without(told, tables["bodies"].select("code"), "code")
    yield from _weights(tables)


def _without(rows: Table, targets: Table) -> Table:
    """The series rows speak of that no target has, with how many rows do."""
    told = rows.group_by("series").agg(count=rows.count())
    return without(told, targets)


def _unknown(targets: Table) -> Table:
    """Targets with a word no rule knows."""
    words: dict[str, list[Any]] = {
        "kind": [kind.value for kind in RULES], "direction": [one.value for one in Direction],
        "end_rule": [one.value for one in EndRule], "frequency": ["month", "quarter", "half", "year", "end"],
    }
    bad = [targets.filter(~targets[name].isin(known)).select("code", column=ibis.literal(name), text=targets[name])
           for name, known in words.items()]
    share = targets.kind.cases(*((kind.value, rule) for kind, rule in RULES.items()))
    wrong = targets.filter(targets.rule != share).select("code", column=ibis.literal("rule"), text=targets.rule)
    return ibis.union(*bad, wrong)


def _twice(figures: Table) -> Table:
    """The same part, period and data day told twice with the same status, and nothing says which counts."""
    told = figures.filter(figures.approved & figures.replaced_on.isnull())
    same = told.group_by("series", "part", "span", "as_of", "actual").agg(count=told.count(), period=told.period.max())
    return same.filter(same["count"] > 1).drop("part", "span", "actual")


def _weights(tables: Mapping[str, Table]) -> Iterator[tuple[str, str, Table]]:
    """Weights below nothing, and shares of a change that do not make a whole."""
    targets, changes = tables["targets"], tables["successions"]
    yield "A112", "targets", targets.filter(targets.weight.fill_null(-1) <= 0).select("code", "body", "weight")
    for body, share in (("predecessor", "share"), ("successor", "part")):
        sums = changes.group_by(body=changes[body], on=changes.on).agg(sum=changes[share].sum())
        off = sums.filter((sums["sum"] - MILLIONTH).abs() > _ROUNDING)
        yield "A113", "successions", off.select("body", "on", sum=off["sum"].cast("float64") / MILLIONTH,
                                                column=ibis.literal(share))


def _rings(bodies: Table) -> list[Problem]:
    """Bodies above themselves, bodies told twice, parents nobody tells of."""
    rows = bodies.select("code", "parent").to_pyarrow().to_pylist()
    parents = {row["code"]: row["parent"] for row in rows}
    place = Place("bodies.parquet")
    found = [Problem("A114", place, {"ring": " → ".join((*ring, ring[0]))}) for ring in cycles(parents)]
    found += [Problem("A115", place, {"code": code, "parent": parent})
              for code, parent in parents.items() if parent is not None and parent not in parents]
    counts = Counter(row["code"] for row in rows)
    found += _uneven(bodies)
    return found + [Problem("A116", place, {"code": code}) for code, count in sorted(counts.items()) if count > 1]


def _uneven(bodies: Table) -> list[Problem]:
    """Parents whose children's weights make no whole, or are stated for some only."""
    rows = bodies.filter(bodies.parent.notnull())
    sums = rows.group_by("parent").agg(sum=rows.weight.sum(), told=rows.weight.count(), count=rows.count(),
        least=rows.weight.min())
    off = ((sums["sum"] - MILLIONTH).abs() > _ROUNDING) | (sums.told < sums["count"]) | (sums.least < 0)
    bad = sums.filter((sums.told > 0) & off).order_by("parent").limit(NAMED).to_pyarrow().to_pylist()
    return [Problem("A117", Place("bodies.parquet"), {
        "body": row["parent"], "sum": str(row["sum"] / MILLIONTH), "told": str(row["told"]),
        "count": str(row["count"]),
    }) for row in bad]
