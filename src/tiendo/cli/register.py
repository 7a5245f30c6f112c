"""The commands of the register. Only they load Django, and only when they run.

Whoever may run them on this machine has the database at hand anyway: they act as the register's operator.
"""

import getpass
import os
import socket
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote

import typer

from tiendo.cli import show
from tiendo.cli.exits import Exit
from tiendo.errors import Lang, Problem, RegisterError
from tiendo.words import say

if TYPE_CHECKING:
    from tiendo.usecases.register.call import Call

Folder = Annotated[Path, typer.Argument(metavar="FOLDER")]
THREADS = 8  # at once; the database, not the processor, is what they wait for
BackupFile = Annotated[Path, typer.Argument(metavar="FILE")]


def _operator() -> "Call":
    """The call of whoever sits at this machine, now."""
    from tiendo.store.permissions import Actor  # noqa: PLC0415 - start-up stays short
    from tiendo.usecases.register.call import Call  # noqa: PLC0415

    return Call(Actor(None, f"operator {getpass.getuser()}", operator=True), datetime.now(UTC).astimezone())


def _ready() -> str:
    from tiendo.usecases.register.opening import init_register  # noqa: PLC0415 - only these commands load Django

    return init_register()


def init(context: typer.Context) -> None:
    """Make the register, or bring it up to date."""
    lang: Lang = context.obj
    show.console().print(say("cli.register_ready", lang, where=_ready()), soft_wrap=True)


def load(context: typer.Context, folder: Folder) -> None:
    """Take a plan folder into the register."""
    lang: Lang = context.obj
    _ready()
    from tiendo.usecases.register.plans import load_plan  # noqa: PLC0415 - only these commands load Django

    with show.progress(lang) as on_step:
        done = load_plan(call=_operator(), folder=folder, on_step=on_step)
    show.problems(done.warnings, lang)
    words = say("cli.loaded", lang, name=done.name, figures=done.figures, reports=done.reports) if done.new \
        else say("cli.loaded_before", lang, name=done.name)
    show.console().print(words, soft_wrap=True)


def bodies(context: typer.Context, folder: Folder) -> None:
    """Take the bodies of a plan into the register's tree."""
    _ready()
    from tiendo.usecases.register.plan_upload import add_bodies  # noqa: PLC0415 - only these commands load Django

    show.console().print(say("cli.bodies_added", context.obj, count=add_bodies(call=_operator(), path=folder)))


def save(context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME")], folder: Folder) -> None:
    """Write a plan of the register as a folder."""
    _ready()
    from tiendo.store.queries.plans import number_of  # noqa: PLC0415 - only these commands load Django
    from tiendo.usecases.register.plans import save_plan  # noqa: PLC0415

    save_plan(call=_operator(), plan=number_of(name), folder=folder)
    show.wrote(folder, context.obj)


def account(
    context: typer.Context, username: Annotated[str, typer.Argument(metavar="USERNAME")],
    role: Annotated[str, typer.Option("--role", metavar="ROLE")],
    body: Annotated[str, typer.Option("--body", metavar="CODE")],
    position: Annotated[str, typer.Option("--position", metavar="WORDS")],
    email: Annotated[str, typer.Option("--email", metavar="ADDRESS")] = "",
) -> None:
    """Add an account with a role at a body."""
    lang: Lang = context.obj
    _ready()
    from tiendo.usecases.register.accounts import add_member  # noqa: PLC0415 - only these commands load Django

    password = typer.prompt(say("cli.password", lang), hide_input=True)
    if typer.prompt(say("cli.password_again", lang), hide_input=True) != password:
        show.complain(say("cli.passwords_differ", lang))
        raise typer.Exit(Exit.USAGE)
    add_member(call=_operator(), username=username, password=password, email=email, grant=(role, body, position))
    show.console().print(say("cli.account_added", lang, name=username, role=role, body=body))


def backup(context: typer.Context, file: BackupFile) -> None:
    """Back the register up into one file."""
    lang: Lang = context.obj
    _ready()
    from tiendo.usecases.register import safekeeping  # noqa: PLC0415 - only these commands load Django

    kept = safekeeping.backup(call=_operator(), path=file)
    show.console().print(say("cli.backed_up", lang, rows=kept.rows, path=file, hash=kept.content_hash), soft_wrap=True)


def restore(context: typer.Context, file: BackupFile) -> None:
    """Restore an empty register from a backup."""
    lang: Lang = context.obj
    _ready()
    from tiendo.usecases.register import safekeeping  # noqa: PLC0415 - only these commands load Django

    kept = safekeeping.restore(call=_operator(), path=file)
    show.console().print(say("cli.restored", lang, rows=kept.rows, path=file, hash=kept.content_hash), soft_wrap=True)


def remind(context: typer.Context) -> None:
    """Write to the units that owe figures."""
    lang: Lang = context.obj
    _ready()
    from tiendo.store.mail import remind_days  # noqa: PLC0415 - only these commands load Django
    from tiendo.store.queries.plans import plans  # noqa: PLC0415
    from tiendo.usecases.register import reminders  # noqa: PLC0415

    sent = [due for plan in plans() for due in reminders.remind(call=_operator(), plan=plan.number, days=remind_days())]
    show.console().print(say("cli.reminded", lang, count=sum(len(due.addresses) for due in sent)))


Host = Annotated[str, typer.Option("--host", metavar="ADDRESS")]
Port = Annotated[int, typer.Option("--port", metavar="N", min=1, max=65535)]
Workers = Annotated[int, typer.Option("--workers", metavar="N", min=1, max=64)]


def serve(context: typer.Context, host: Host = "127.0.0.1", port: Port = 8000, workers: Workers = 1) -> None:
    """Serve the register, by as many processes as there are processors to spare."""
    _ready()
    _serve(context.obj, host, port, workers)


def demo(context: typer.Context, folder: Folder, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve a plan folder to look at, with a sign-in for each role; without DATABASE_URL it is gone at the end."""
    lang: Lang = context.obj
    with tempfile.TemporaryDirectory(prefix="tiendo-") as room:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{quote(room)}/demo.db")
        os.environ["TIENDO_DEMO"] = "true"
        where = _ready()
        from tiendo.usecases.register.demo import PASSWORD, prepare_demo  # noqa: PLC0415 - only these load Django

        with show.progress(lang) as on_step:
            made = prepare_demo(call=_operator(), folder=folder, on_step=on_step)
        show.console().print(say("cli.demo_ready", lang, where=where), soft_wrap=True)
        for member in made.people:
            show.console().print(say("cli.demo_sign_in", lang, name=member.username, position=member.position))
        show.console().print(say("cli.demo_password", lang, password=PASSWORD))
        _serve(lang, host, port)


def _serve(lang: Lang, host: str, port: int, workers: int = 1) -> None:
    """Serve until somebody stops it; a port in use is told before anything starts. All processes share one key."""
    from granian.constants import Interfaces  # noqa: PLC0415 - only these commands serve
    from granian.log import LogLevels  # noqa: PLC0415
    from granian.server import Server  # noqa: PLC0415

    from tiendo.store.opening import share_key  # noqa: PLC0415

    with socket.socket() as taken:
        if taken.connect_ex((host, port)) == 0:
            raise RegisterError([Problem("S801", values={"port": str(port)})])
    show.console().print(say("cli.serving", lang, address=f"http://{host}:{port}"))
    sys.stdout.flush()
    share_key()
    Server("tiendo.site.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, websockets=False,
           blocking_threads=THREADS, workers=workers, log_level=LogLevels.error).serve()


REGISTER: dict[str, Callable[..., None]] = {
    "init": init, "account": account, "bodies": bodies, "load": load, "save": save, "backup": backup,
    "restore": restore, "remind": remind, "serve": serve, "demo": demo,
}
