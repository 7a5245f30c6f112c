"""Plans of the register as an exchange, read by ADBC: the same rows as from their folders."""

from collections.abc import Sequence
from pathlib import Path

from tiendo.store.opening import open_store
from tiendo.usecases.exchange_folder import export_plans


def export_register(*, names: Sequence[str], target: Path) -> dict[str, int]:
    """Write the plans of the register with these names (all of them when none is given) as one exchange.

    Gives how many rows each table has. NotThereError for a name the register does not have, SettingsError and
    StoreDownError when the register cannot be opened, PlanError for numbers columns cannot hold.
    """
    open_store()
    from tiendo.store.columns import plan_by_columns  # noqa: PLC0415 - Django is ready only now
    from tiendo.store.queries.plans import number_of, plans  # noqa: PLC0415

    numbers = [number_of(name) for name in names] or [one.number for one in plans()]
    return export_plans(plans=[plan_by_columns(one) for one in numbers], target=target)
