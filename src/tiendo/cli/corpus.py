"""The command for a folder of documents at once: all their claims in one file."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tiendo.cli import show
from tiendo.errors import Lang
from tiendo.words import say


class Engine(StrEnum):
    """What reads a corpus."""

    LOCAL = "local"
    SPARK = "spark"


def read_corpus(
    context: typer.Context, documents: Annotated[Path, typer.Argument(metavar="DIR")],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    engine: Annotated[Engine, typer.Option("--engine")] = Engine.LOCAL,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, max=61)] = 1,
    master: Annotated[str, typer.Option("--master", metavar="URL")] = "local[*]",
) -> None:
    """Read every document of a folder into one file, or print the claims."""
    from tiendo.cli import show_country  # noqa: PLC0415 - start-up stays short
    from tiendo.usecases import read_corpus as act  # noqa: PLC0415

    lang: Lang = context.obj
    corpus = act.corpus_of(documents, lang, leave_out=out)
    with show.progress(lang, beside_output=out is None) as on_step, show_country.needs_columns():
        counted = act.rows_of_corpus(corpus, jobs=jobs, master=master if engine is Engine.SPARK else None)
        rows = counted.watched(on_step)
        if out is None:
            sys.stdout.writelines(act.lines(rows))
        else:
            act.write_corpus(rows, out)
    told = say("cli.corpus_read", lang, documents=counted.documents, claims=counted.claims,
               unreadable=counted.unreadable)
    if out is None:
        show.complain(told)
    else:
        show.console().print(told)
        show.wrote(out, lang)
