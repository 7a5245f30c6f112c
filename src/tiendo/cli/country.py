"""The commands for many bodies at once: a plan as columns, a simulated country, a country assessed."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tiendo.cli import show
from tiendo.errors import Lang
from tiendo.words import say


def export(
    context: typer.Context, parquet: Annotated[Path, typer.Option("--parquet", metavar="DIR")],
    folders: Annotated[list[str] | None, typer.Argument(metavar="PLAN...", show_default=False)] = None,
    register: Annotated[bool, typer.Option("--register")] = False,
) -> None:
    """Write plans as tables in columns."""
    from tiendo.cli import show_country  # noqa: PLC0415 - start-up stays short, and the extra may be missing

    with show_country.needs_columns():
        counts = _from_register(folders or [], parquet) if register else _from_folders(context, folders or [], parquet)
    show_country.rows_written(counts, parquet, context.obj)


def _from_register(names: list[str], parquet: Path) -> dict[str, int]:
    from tiendo.usecases.exchange_register import export_register  # noqa: PLC0415 - only here Django is loaded

    return export_register(names=names, target=parquet)


def _from_folders(context: typer.Context, paths: list[str], parquet: Path) -> dict[str, int]:
    from tiendo.usecases.exchange_folder import export_plans  # noqa: PLC0415 - start-up stays short
    from tiendo.usecases.gather import gather  # noqa: PLC0415

    if not paths:
        context.fail(say("cli.usage_missing", context.obj, name="PLAN"))
    return export_plans(plans=[gather(folder=Path(one)).plan for one in paths], target=parquet)


def simulate(
    context: typer.Context, out: Annotated[Path, typer.Option("--out", metavar="DIR")],
    bodies: Annotated[int, typer.Option("--bodies", min=1, max=3321)] = 3321,
    targets: Annotated[int, typer.Option("--targets", min=1, max=1000)] = 30,
    months: Annotated[int, typer.Option("--months", min=1, max=600)] = 60,
    seed: Annotated[int, typer.Option("--seed", min=0)] = 20250701,
) -> None:
    """Write a country nobody lives in."""
    from tiendo.cli import show_country  # noqa: PLC0415 - start-up stays short, and the extra may be missing

    with show_country.needs_columns():
        from tiendo.assessing.many.simulation import Size  # noqa: PLC0415
        from tiendo.usecases.exchange_folder import simulate_country  # noqa: PLC0415
    counts = simulate_country(size=Size(bodies, targets, months, seed), target=out)
    show_country.rows_written(counts, out, context.obj)


class Engine(StrEnum):
    """What computes a country."""

    DUCKDB = "duckdb"
    SPARK = "spark"


def country(
    context: typer.Context, tables: Annotated[Path, typer.Argument(metavar="TABLES")],
    as_of: Annotated[str, typer.Option("--as-of", metavar="YYYY-MM-DD")],
    out: Annotated[Path | None, typer.Option("--out", metavar="NEW")] = None,
    engine: Annotated[Engine, typer.Option("--engine")] = Engine.DUCKDB,
    master: Annotated[str, typer.Option("--master", metavar="URL")] = "local[*]",
) -> None:
    """Assess every body of a folder of tables."""
    from tiendo.cli import show_country  # noqa: PLC0415 - start-up stays short, and the extra may be missing

    lang: Lang = context.obj
    day = show.day(as_of, lang)
    with show_country.needs_columns():
        from tiendo.usecases.assess_country import assess_country  # noqa: PLC0415
    settings = {"master": master} if engine is Engine.SPARK else {}
    show_country.country(assess_country(folder=tables, as_of=day, engine=engine.value, out=out, **settings), lang)
    if out is not None:
        show.wrote(out, lang)


COUNTRY: dict[str, Callable[..., None]] = {"export": export, "simulate": simulate, "country": country}
