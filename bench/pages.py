"""Pages a second, processor time a page and waiting time, beside a bare Django page of three queries and forty rows.

The register holds BODIES plans of 25 targets with 36 monthly figures each. Both sites are served the same way, by
WORKERS processes each, one after the other in the same run; a page's cost is the processor time of its server, which
other work on the machine does not change. The load is made here, at 1 and at 50 connections, SECONDS each. "first" asks
for another plan each time, none of which a process has in memory, as after an act. Limits of the project: at most 1.5
times the bare page's processor time, p95 under 250 ms at 50 connections, no failed answer, 1,000 public pages a second.
Run as `python bench/run.py pages`; BENCH_BODIES and BENCH_SECONDS make it smaller.
"""

# ruff: noqa: PLC0415, S310 - Django is told its settings before it is imported; every address is this machine's
import asyncio
import itertools
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from http.cookies import SimpleCookie
from pathlib import Path

HERE = Path(__file__).parent
BODIES, TARGETS, MONTHS = int(os.environ.get("BENCH_BODIES", "200")), 25, 36
SECONDS = float(os.environ.get("BENCH_SECONDS", "4"))
WORKERS = 2
NAME, PASSWORD = "van-phong", "mot-cau-dai-de-nho"
DAY = "?day=2023-06-30"


@dataclass(frozen=True, slots=True)
class Case:
    """A page to ask for: its words, its addresses one after the other, the cookies they are asked with."""

    words: str
    paths: tuple[str, ...]
    cookie: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one case at one number of connections."""

    rate: float
    median_ms: float
    p95_ms: float
    failed: int
    cpu_ms: float


def run() -> None:
    """Measure every case and print a table."""
    room = Path(tempfile.mkdtemp(prefix="bench-pages-"))
    try:
        url = f"sqlite:///{room}/register.db"
        subprocess.run([sys.executable, __file__, "fill", url], check=True, timeout=1800)
        print(f"{BODIES} plans x {TARGETS} targets x {MONTHS} months; {SECONDS:.0f} s a case, {WORKERS} processes\n")
        print(f"{'page':<34}{'conn.':>6}{'req/s':>9}{'median ms':>11}{'p95 ms':>9}{'failed':>8}{'cpu ms':>9}"
              f"{'x bare':>8}")
        subprocess.run([sys.executable, __file__, "bare"], check=True, timeout=60,
                       env={**os.environ, "BARE_DB": str(room / "bare.db")})
        bare = _site(["granian", "--interface", "wsgi", "--blocking-threads", "8", "pages:bare"], room, url,
                     lambda _: [Case("bare Django page", ("/",))])
        ours = _site(["tiendo", "serve"], room, url, _cases)
        for words, found in [*bare, *ours]:
            for connections, one in found.items():
                ratio = one.cpu_ms / bare[0][1][connections].cpu_ms
                print(f"{words:<34}{connections:>6}{one.rate:>9.0f}{one.median_ms:>11.1f}{one.p95_ms:>9.1f}"
                      f"{one.failed:>8}{one.cpu_ms:>9.2f}{ratio:>8.2f}")
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _cases(address: str) -> list[Case]:
    plan, target = "/plans/phuong-0/", "targets/CT-03/"
    session = _signed_in(address)
    every = tuple(f"/plans/phuong-{at}/{{}}{DAY}" for at in range(BODIES))
    return [
        Case("scoreboard, public", (plan + DAY,)), Case("target, public", (plan + target + DAY,)),
        Case("scoreboard, public, unchanged", (plan + DAY,), "304"),
        Case("scoreboard, office", (plan + DAY,), session), Case("target, office", (plan + target + DAY,), session),
        Case("ranks, office", (plan + "ranks/" + DAY,), session),
        Case("approvals, office", ("/desk/phuong-0/approvals/",), session),
        Case("periods, office", ("/desk/phuong-0/periods/",), session),
        Case("scoreboard, office, first", tuple(one.format("") for one in every), session),
        Case("target, office, first", tuple(one.format(target) for one in every), session),
    ]


def _signed_in(address: str) -> str:
    """The session of the office, as a browser's form makes it."""
    with urllib.request.urlopen(f"{address}/accounts/login/") as page:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.read().decode())
        jar = SimpleCookie("; ".join(page.headers.get_all("Set-Cookie") or ()))
    sent = urllib.request.Request(
        f"{address}/accounts/login/", data=urllib.parse.urlencode({
            "csrfmiddlewaretoken": token.group(1) if token else "", "login": NAME, "password": PASSWORD}).encode(),
        headers={"Cookie": f"csrftoken={jar['csrftoken'].value}", "Referer": f"{address}/accounts/login/"})
    opener = urllib.request.build_opener(_Stay)
    try:
        answer = opener.open(sent)
    except urllib.error.HTTPError as redirect:
        answer = redirect
    found = SimpleCookie("; ".join(answer.headers.get_all("Set-Cookie") or ()))
    return f"sessionid={found['sessionid'].value}"


class _Stay(urllib.request.HTTPRedirectHandler):
    """The answer to the sign-in itself is wanted, not the page it leads to."""

    def redirect_request(self, *_words: object) -> None:
        return None


def _site(command: list[str], room: Path, url: str, cases_of: object) -> list[tuple[str, dict[int, Measured]]]:
    with _served(command, room, url) as (address, server):
        cases = cases_of(address)  # type: ignore[operator]  # - a list of cases by the address
        return [(case.words, {connections: _measure(address, case, connections, server) for connections in (1, 50)})
                for case in cases]


@contextmanager
def _served(command: list[str], room: Path, url: str) -> Iterator[tuple[str, int]]:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    words = [str(Path(sys.executable).with_name(command[0])), *command[1:], "--port", str(port), "--workers",
             str(WORKERS)]
    environment = {**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(HERE), "BARE_DB": str(room / "bare.db"),
                   "TIENDO_SECRET_KEY": "a key for this benchmark and nothing else"}
    with (room / "server.log").open("a") as log:
        server = subprocess.Popen(words, env=environment, stdout=log, stderr=log)
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(120):
                time.sleep(0.5)
                try:
                    urllib.request.urlopen(f"{address}/health", timeout=5)
                except OSError as error:
                    if getattr(error, "code", 0) == 404:
                        break
                else:
                    break
            yield address, server.pid
        finally:
            server.terminate()
            server.wait(20)


def _measure(address: str, case: Case, connections: int, server: int) -> Measured:
    """Ask for a page over kept-alive connections for SECONDS; the first answers, which make it, are not counted."""
    host, port = address.removeprefix("http://").split(":")
    kept = ""
    if case.cookie == "304":
        with urllib.request.urlopen(urllib.request.Request(
                address + case.paths[0], headers={"Host": "localhost"})) as page:
            kept = f"If-None-Match: {page.headers['ETag']}\r\n"
    cookie = case.cookie if case.cookie != "304" else ""
    asked = itertools.cycle([
        f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n{kept}\r\n".encode() for path in case.paths])
    asyncio.run(_load((host, int(port)), asked, connections, 0.7))
    before, begin = _cpu(server), time.monotonic()
    waits, failed = asyncio.run(_load((host, int(port)), asked, connections, SECONDS))
    spent, cpu = time.monotonic() - begin, _cpu(server) - before
    cut = statistics.quantiles(waits, n=20)
    return Measured(len(waits) / spent, 1000 * statistics.median(waits), 1000 * cut[-1], failed,
                    1000 * cpu / len(waits))


async def _load(
    where: tuple[str, int], asked: Iterator[bytes], connections: int, seconds: float,
) -> tuple[list[float], int]:
    waits: list[float] = []
    failed = 0
    end = time.monotonic() + seconds

    async def one() -> None:
        nonlocal failed
        reader, writer = await asyncio.open_connection(*where)
        while time.monotonic() < end:
            begin = time.monotonic()
            writer.write(next(asked))
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
            if length:
                await reader.readexactly(int(length.group(1)))
            waits.append(time.monotonic() - begin)
            failed += not head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 304"))
        writer.close()

    await asyncio.gather(*(one() for _ in range(connections)))
    return waits, failed


def _cpu(pid: int) -> float:
    """Seconds of processor time of a process and its children, in user and system."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += map(int, task.read_text().split())
    ticks = os.sysconf("SC_CLK_TCK")
    spent = [Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()[11:13] for one in found]
    return sum(int(user) + int(system) for user, system in spent) / ticks


def fill(url: str) -> None:
    """A register of BODIES plans, and an office that may sign in to every one of them."""
    os.environ["DATABASE_URL"] = url
    from tiendo.store.opening import open_store

    open_store()
    from django.core.management import call_command

    import _register
    from tiendo.store.permissions import OPERATOR
    from tiendo.usecases.register.accounts import add_member
    from tiendo.usecases.register.call import Call

    call_command("migrate", verbosity=0)
    call = Call(OPERATOR, datetime.now(UTC).astimezone())
    begin = time.monotonic()
    _register.fill(call, BODIES, TARGETS, MONTHS)
    print(f"register filled in {time.monotonic() - begin:.0f} s")
    add_member(call=call, username=NAME, password=PASSWORD, email="", grant=("office", "P0", "Chánh Văn phòng"))


BARE = """<!doctype html><title>Bare</title><p>{{ count }} {{ first.name }}</p><table>{% for row in rows %}<tr>
<td>{{ row.name }}</td><td>{{ row.value|floatformat:1 }}</td><td>{{ row.on|date:"d/m/Y" }}</td>
<td>{{ row.note }}</td></tr>{% endfor %}</table>"""


def _bare() -> object:
    """The peer: Django as it comes, one table, a page of three queries and forty rows in Django's own templates."""
    from django.conf import settings

    settings.configure(
        ALLOWED_HOSTS=["*"], ROOT_URLCONF="pages", SECRET_KEY="bare",  # noqa: S106 - of a page that knows nobody
        DATABASES={"default": {
            "ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["BARE_DB"], "CONN_MAX_AGE": 60}},
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}], INSTALLED_APPS=[], USE_TZ=True,
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"])
    import django

    django.setup()
    from django.core.wsgi import get_wsgi_application
    from django.db import connection, models
    from django.http import HttpResponse
    from django.template import engines
    from django.urls import path

    class Line(models.Model):  # noqa: DJ008 - shown by the template alone
        name = models.TextField()
        value = models.FloatField()
        on = models.DateField()
        note = models.TextField()

        class Meta:
            app_label = "bare"

    if Line._meta.db_table not in connection.introspection.table_names():  # noqa: SLF001 - Django's documented door
        with connection.schema_editor() as editor:
            editor.create_model(Line)
        Line.objects.bulk_create([Line(name=f"Chỉ tiêu {at}", value=at * 1.5, on=date(2023, 3, 31), note="Có số liệu")
                                  for at in range(200)])
        connection.close()  # a process that is forked later opens its own
    template = engines["django"].from_string(BARE)

    def page(_request: object) -> HttpResponse:
        rows, first = Line.objects.filter(value__gt=10).order_by("pk")[:40], Line.objects.first()
        return HttpResponse(template.render({"rows": rows, "count": Line.objects.count(), "first": first}))

    globals()["urlpatterns"] = [path("", page)]
    return get_wsgi_application()


if __name__ == "__main__" and sys.argv[1:2] == ["fill"]:
    fill(sys.argv[2])
elif __name__ == "__main__" and not os.environ.get("BARE_DB"):
    run()
elif os.environ.get("BARE_DB"):
    bare = _bare()
