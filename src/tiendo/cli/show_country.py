"""A country in a terminal: the tally of the whole, then the bodies below it by rank, each share with what it covers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from tiendo.assessing import Standing
from tiendo.cli.scoreboard import MARKS
from tiendo.cli.show import console
from tiendo.errors import Lang, Problem, ReviewError
from tiendo.plan import value_text
from tiendo.quantity import say_day
from tiendo.words import say

if TYPE_CHECKING:
    from tiendo.usecases.assess_country import Country

Row = Mapping[str, Any]

_COLUMNS = ("rank", "body", "count", "share", "covered", "standing", "note")
_RIGHT = {"rank", "count", "share", "covered"}


@contextmanager
def needs_columns() -> Iterator[None]:
    """Say which extra is missing when the engine of the columns is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise ReviewError([Problem("A122", None, {"package": error.name or "ibis", "extra": "country"})]) from error


def rows_written(counts: Mapping[str, int], path: Path, lang: Lang) -> None:
    """How many rows each table of an exchange has."""
    tables = ", ".join(f"{name} {_count(count, lang)}" for name, count in sorted(counts.items()) if count)
    total = _count(sum(counts.values()), lang)
    console().print(say("cli.rows_written", lang, rows=total, tables=tables, path=path), soft_wrap=True)


def country(found: "Country", lang: Lang) -> None:
    """The bodies at the top with all below them, then each one's children by rank."""
    rows = found.bodies.to_pylist()
    known = {row["body"] for row in rows}
    for top in (row for row in rows if row["parent"] not in known):
        out = console()
        out.print(Text(say(
            "cli.country_title", lang, body=top["name_vi"], total=_count(top["total"], lang),
            bodies=_count(top["bodies"], lang), day=say_day(found.as_of, lang),
        ), style="bold"))
        out.print(_sum(top, lang))
        out.print(_share(top, lang))
        below = [row for row in rows if row["parent"] == top["body"]]
        if below:
            out.print(_ranked(below, lang))


def _sum(row: Row, lang: Lang) -> Text:
    line = Text("  ")
    for number, standing in enumerate(one for one in Standing if row[one.value]):
        words = f"{_count(row[standing.value], lang)} {say(f'assessing.standing_{standing}', lang).lower()}"
        line.append(" + " if number else "").append(words, style=MARKS[standing][1])
    return line.append(f" = {_count(row['total'], lang)}", style="bold")


def _share(row: Row, lang: Lang) -> str:
    if row["done_share"] is None:
        return say("cli.country_no_share", lang)
    return say("cli.country_share", lang, share=_number(row["done_share"], lang), covered=_number(row["covered"], lang))


def _ranked(rows: list[Row], lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in _COLUMNS:
        table.add_column(say(f"cli.column_{name}", lang), justify="right" if name in _RIGHT else "left")
    for row in sorted(rows, key=lambda row: (row["rank"] is None, row["rank"] or 0, row["body"])):
        rank = "–" if row["rank"] is None else f"{row['rank']}/{row['of']}" + ("=" if row["shared"] else "")
        marks = Text("  ").join(
            Text(f"{MARKS[one][0]} {_count(row[one.value], lang)}", style=MARKS[one][1])
            for one in Standing if row[one.value]
        )
        table.add_row(rank, row["name_vi"], _count(row["total"], lang), _number(row["done_share"], lang),
                      _number(row["covered"], lang), marks, say("cli.country_small", lang) if row["small"] else "")
    return table


def _number(value: float | None, lang: Lang) -> str:
    return say("cli.no_data", lang) if value is None else value_text(round(Decimal(value), 1), None, lang)


def _count(value: int, lang: Lang) -> str:
    return f"{value:,}".replace(",", "." if lang == "vi" else ",")
