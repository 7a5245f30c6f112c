"""What the targets of a plan counted from which day on: where their series break."""

from collections import defaultdict

from tiendo.assessing import Definition
from tiendo.store import models as rows
from tiendo.store.transactions import reachable

__all__ = ["definitions_of"]

_COLUMNS = ("target__code", "since", "name_vi", "unit", "kind", "scale")


@reachable()
def definitions_of(plan: int) -> dict[str, tuple[Definition, ...]]:
    """The versions of a plan's amended targets by code, first to last; targets never amended are left out."""
    amended = rows.TargetVersion.objects.filter(target__plan=plan, number__gt=1).values("target")
    found: dict[str, list[Definition]] = defaultdict(list)
    versions = rows.TargetVersion.objects.filter(target__in=amended).order_by("target", "number")
    for code, *version in versions.values_list(*_COLUMNS):
        found[code].append(Definition(*version))
    return {code: tuple(each) for code, each in found.items()}
