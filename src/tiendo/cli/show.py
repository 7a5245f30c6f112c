"""How the commands show values in a terminal: tables on standard output, problems and progress on standard error."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tiendo.cli.exits import Exit
from tiendo.errors import Lang, Problem
from tiendo.quantity import format_amount, say_day, say_period
from tiendo.reading import Claim, claim_record
from tiendo.words import say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from tiendo.plan import Plan
    from tiendo.usecases.read_reports import Report, Step
    from tiendo.usecases.review_folder import Assessed, Reviewed

WIDE = 140  # columns when nobody is looking at a terminal: a table in a file is not cut


def console() -> "Console":
    """Standard output, wide when it is not a terminal."""
    from rich.console import Console  # noqa: PLC0415 - JSON lines need none of it

    return Console(width=None if sys.stdout.isatty() else WIDE, highlight=False, soft_wrap=False)


def complain(words: str) -> None:
    """Say what is wrong on standard error, as plain text."""
    sys.stderr.write(words + "\n")


def problems(found: Sequence[Problem], lang: Lang) -> None:
    """All problems, one a line, on standard error."""
    for problem in found:
        complain(problem.say(lang))


def day(text: str, lang: Lang) -> date:
    """The day of an option, ISO or Vietnamese; anything else ends the call as wrong usage."""
    from tiendo.quantity import check_day  # noqa: PLC0415 - start-up stays short

    found = check_day(text, None)
    if isinstance(found, Problem):
        complain("--as-of: " + found.say(lang))
        raise typer.Exit(Exit.USAGE)
    return found


@contextmanager
def progress(lang: Lang, *, beside_output: bool = False) -> "Iterator[Step]":
    """A progress bar on standard error while an act runs; it leaves nothing behind.

    `beside_output`: values are printed meanwhile. Where they go to the same terminal, they are the progress.
    """
    if not sys.stderr.isatty() or (beside_output and sys.stdout.isatty()):
        yield lambda _what, _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415 - JSON lines need none of it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(say("cli.working", lang), total=None)

        def on_step(what: str, done: int, total: int) -> None:
            bar.update(task, description=what or say("cli.working", lang), completed=done, total=total)

        yield on_step


def claims(report: "Report", form: str, lang: Lang) -> None:
    """The claims of one document, as JSON lines or as a table."""
    if form == "jsonl":
        for claim in report.claims:
            sys.stdout.write(json.dumps(claim_record(claim), ensure_ascii=False) + "\n")
        return
    rows = table(lang, "kind", "value", "subject", "period", "quote", "place",
                   title=say("cli.claims_title", lang, file=report.path, count=len(report.claims)))
    for claim in report.claims:
        period = say_period(claim.period, lang) if claim.period else ""
        rows.add_row(say(f"reading.kind_{claim.kind}", lang), _value(claim), claim.subject or "", period, claim.quote,
                     _where(report, claim, lang))
    console().print(rows)


def _value(claim: Claim) -> str:
    """What a claim states, in few words."""
    if claim.kind == "measure" and claim.value is not None:
        unit = claim.unit or ""
        first = format_amount(claim.value, unit)
        return first if claim.value_to is None else f"{first} → {format_amount(claim.value_to, unit)}"
    if claim.kind == "tally":
        return f"{claim.count}" if claim.of is None else f"{claim.count}/{claim.of}"
    if claim.kind == "rank":
        return f"{claim.rank}" if claim.of is None else f"{claim.rank}/{claim.of}"
    return claim.symbol or claim.what or claim.assignee or ""


def _where(report: "Report", claim: Claim, lang: Lang) -> str:
    block = report.document.block_at(claim.start)
    if block is None:
        return ""
    spots = [(name, getattr(block, name)) for name in ("page", "sheet", "table", "row", "paragraph")]
    return ", ".join(say(f"errors.place_{name}", lang, value=value) for name, value in spots if value is not None)


def scoreboard(assessed: "Assessed", lang: Lang) -> None:
    """The scoreboard on standard output."""
    from tiendo.cli.scoreboard import print_scoreboard  # noqa: PLC0415 - start-up stays short

    print_scoreboard(assessed, lang, console())
    if assessed.left_out:
        console().print(say("cli.left_out", lang, count=len(assessed.left_out), day=say_day(assessed.as_of, lang)))
    problems([one for one in assessed.warnings if one.severity != "info"], lang)


def written(done: "Reviewed", lang: Lang) -> None:
    """Where the review's files are, and what the checks found on the way."""
    out = console()
    if done.findings:
        out.print(say("cli.review_findings", lang, count=len(done.findings)))
    out.print(say("cli.review_written", lang))
    for path in done.files:
        out.print(f"  {path}", soft_wrap=True)


def plan_is_well(plan: "Plan", lang: Lang) -> None:
    """A plan without problems: how many rows each table has."""
    from tiendo.plan import TABLES  # noqa: PLC0415 - start-up stays short

    counts = ((table.title(lang), len(getattr(plan, table.name))) for table in TABLES)
    console().print(say("cli.plan_is_well", lang, tables=", ".join(f"{name} {n}" for name, n in counts if n)))


def wrote(target: Path, lang: Lang) -> None:
    """One thing was written."""
    console().print(say("cli.wrote", lang, path=target), soft_wrap=True)


def table(lang: Lang, *columns: str, title: str) -> "Table":
    """An empty table with its columns named in the language (`cli.column_…`)."""
    from rich.table import Table  # noqa: PLC0415 - JSON lines need none of it

    empty = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold",
                  padding=(0, 2, 0, 0))
    for name in columns:
        empty.add_column(say(f"cli.column_{name}", lang), overflow="fold")
    return empty
