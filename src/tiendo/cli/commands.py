"""Each command: one act of `usecases`, then its value shown. Imports wait until a command runs: a page reads fast."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tiendo.cli import show
from tiendo.cli.corpus import read_corpus
from tiendo.cli.country import COUNTRY
from tiendo.cli.exits import Exit
from tiendo.cli.register import REGISTER
from tiendo.cli.show_findings import show_findings
from tiendo.cli.show_proposals import show_proposals
from tiendo.errors import Lang, Problem
from tiendo.plan import reports_of
from tiendo.words import say

if TYPE_CHECKING:
    from tiendo.usecases.read_reports import Report


ASKED = "tiendo.lang"  # in a call's meta: the language the call itself names, None where it names none


class Format(StrEnum):
    """How `read`, `check` and `propose` print."""

    TABLE = "table"
    JSONL = "jsonl"


class Form(StrEnum):
    """The official form of the report (domain.md 3.5)."""

    PARTY = "party"
    STATE = "state"
    PLAIN = "plain"


Files = Annotated[list[Path], typer.Argument(metavar="FILE...")]
PlanPath = Annotated[Path, typer.Argument(metavar="PLAN")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="YYYY-MM-DD")]


def read(
    context: typer.Context, files: Files, form: Annotated[Format, typer.Option("--format")] = Format.TABLE,
    explain: Annotated[bool, typer.Option("--explain")] = False,
    page: Annotated[Path | None, typer.Option("--page", metavar="FILE.html")] = None,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, max=61)] = 1,
) -> None:
    """Print the claims of documents, or why they are read so."""
    from tiendo.usecases.read_reports import Report, each_report  # noqa: PLC0415 - start-up stays short

    lang: Lang = context.obj
    if wrong := _wrong_explaining(files, form, explain=explain, page=page):
        show.complain(say(f"cli.{wrong}", lang))
        raise typer.Exit(Exit.USAGE)
    failed = False
    with show.progress(lang, beside_output=True) as on_step:
        for item in each_report(files, jobs=jobs, on_step=on_step):
            if isinstance(item, Report):
                _show_read(item, form, lang, explain=explain, page=page)
                show.problems(item.document.problems, lang)
            else:
                show.problems(item, lang)
                failed = True
    if failed:
        raise typer.Exit(Exit.UNREADABLE)


def _wrong_explaining(files: Sequence[Path], form: Format, *, explain: bool, page: Path | None) -> str | None:
    """The words for options that do not go together; None where they do."""
    if page and len(files) > 1:
        return "one_page"
    return "explain_is_text" if (explain or page) and form is Format.JSONL else None


def _show_read(report: "Report", form: Format, lang: Lang, *, explain: bool, page: Path | None) -> None:
    """Show what was read in one document: its claims, or why, in the terminal or as a page."""
    if page or explain:
        from tiendo.cli.explain import show_text, write_page  # noqa: PLC0415 - loaded when asked for

        if page:
            write_page(report, page, lang)
            show.wrote(page, lang)
        if explain:
            show_text(report, lang)
        return
    show.claims(report, form.value, lang)


def check(
    context: typer.Context, files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE...]")] = None,
    plan: Annotated[Path | None, typer.Option("--plan", metavar="PLAN")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="YYYY-MM-DD")] = None,
    form: Annotated[Format, typer.Option("--format")] = Format.TABLE,
) -> None:
    """Print the findings of documents, and with a plan those of the plan itself."""
    from tiendo.usecases.check_files import check_files  # noqa: PLC0415 - start-up stays short

    lang: Lang = context.obj
    if not files and plan is None:
        show.complain(say("cli.nothing_to_check", lang))
        raise typer.Exit(Exit.USAGE)
    day = show.day(as_of, lang) if as_of else datetime.now(UTC).astimezone().date()
    with show.progress(lang) as on_step:
        checked = check_files(paths=files or [], plan_path=plan, as_of=day, on_step=on_step)
    show_findings(checked, form.value, lang)
    show.problems(checked.problems, lang)
    _tell_unreadable(checked.problems)
    if any(finding.problem.severity == "error" for finding in checked.findings):
        raise typer.Exit(Exit.FINDINGS)


def propose(
    context: typer.Context, plan: PlanPath,
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE...]")] = None,
    form: Annotated[Format, typer.Option("--format")] = Format.TABLE,
) -> None:
    """Print which targets the claims of reports speak of."""
    from tiendo.usecases.propose_figures import propose_figures  # noqa: PLC0415 - start-up stays short

    lang: Lang = context.obj
    with show.progress(lang) as on_step:
        proposed = propose_figures(folder=plan, paths=files or None, on_step=on_step)
    if not proposed.proposals and not proposed.problems:
        show.complain(say("cli.no_reports", lang, folder=reports_of(plan)))
    show_proposals(proposed, form.value, lang)
    show.problems(proposed.problems, lang)
    _tell_unreadable(proposed.problems)


def board(context: typer.Context, plan: PlanPath, as_of: AsOf) -> None:
    """Print the scoreboard of a plan folder as of a day."""
    from tiendo.usecases.review_folder import assess_folder  # noqa: PLC0415 - start-up stays short

    lang: Lang = context.obj
    with show.progress(lang) as on_step:
        assessed = assess_folder(folder=plan, as_of=show.day(as_of, lang), on_step=on_step)
    show.scoreboard(assessed, lang)
    _tell_unreadable(assessed.warnings)


def _tell_unreadable(problems: Sequence[Problem]) -> None:
    """Leave with the code of unreadable documents where some were; what could be done is done by then."""
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(Exit.UNREADABLE)


def review(
    context: typer.Context, plan: PlanPath, as_of: AsOf, out: Annotated[Path, typer.Option("--out", metavar="DIR")],
    form: Annotated[Form | None, typer.Option("--form")] = None,
    template: Annotated[Path | None, typer.Option("--template", metavar="FILE.docx")] = None,
) -> None:
    """Write the review of a plan as of a day; in English only where the call itself says so, whatever LANG is."""
    from tiendo.usecases.review_folder import Paper, review_folder  # noqa: PLC0415 - start-up stays short

    said: Lang = context.obj
    day, paper = show.day(as_of, said), Paper(context.meta.get(ASKED) or "vi", form.value if form else None, template)
    with show.progress(said) as on_step:
        done = review_folder(folder=plan, as_of=day, out=out, paper=paper, on_step=on_step)
    show.scoreboard(done.assessed, said)
    show.written(done, said)
    _tell_unreadable(done.assessed.warnings)


def validate(context: typer.Context, plan: PlanPath) -> None:
    """Say every problem of a plan folder or workbook."""
    from tiendo.usecases.gather import load_plan  # noqa: PLC0415 - start-up stays short

    show.plan_is_well(load_plan(plan), context.obj)


def convert(context: typer.Context, source: Annotated[Path, typer.Argument(metavar="PLAN")],
            target: Annotated[Path, typer.Argument(metavar="NEW")],
            force: Annotated[bool, typer.Option("--force")] = False) -> None:
    """Write a plan folder as a workbook, or a workbook as a folder."""
    from tiendo.usecases.convert_plan import convert_plan  # noqa: PLC0415 - start-up stays short

    for path in convert_plan(source=source, target=target, force=force):
        show.wrote(path, context.obj)


COMMANDS: dict[str, Callable[..., None]] = {
    "read": read, "check": check, "propose": propose, "board": board, "review": review,
    "validate": validate, "convert": convert, "read-corpus": read_corpus, **COUNTRY, **REGISTER,
}
