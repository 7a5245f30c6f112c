"""What the targets of a plan counted from which day on: where their series break."""

from tiendo.assessing import Definition
from tiendo.store.plan_out import Skeleton

__all__ = ["definitions_of"]


def definitions_of(skeleton: Skeleton) -> dict[str, tuple[Definition, ...]]:
    """The versions of a plan's amended targets by code, first to last; targets never amended are left out."""
    return {
        code: tuple(Definition(one.since, one.target.name_vi, one.target.unit, one.target.kind.value, one.target.scale)
                    for one in versions)
        for code, versions in skeleton.versions.items() if len(versions) > 1
    }
