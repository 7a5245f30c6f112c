"""A real browser and a real server for the tests of this folder; where there is no Chromium they are skipped."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from registers import own_register, registers

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["own_register", "registers"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run", "--no-default-browser-check"]
BROWSER = next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def _browsing() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def start_browser() -> "Callable[[], AbstractContextManager[Browser]]":
    """Debian's Chromium, until the block ends: the register cannot be asked meanwhile (its loop is another one)."""
    if BROWSER is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    return _browsing


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """One browser for the tests of a file that ask no register; each test opens pages of its own."""
    if BROWSER is None:
        pytest.skip(f"no browser: install Debian's chromium (looked for {', '.join(NAMES)})")
    with _browsing() as found:
        yield found


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        return port


@contextmanager
def _served(url: str, room: Path) -> Iterator[str]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "DATABASE_URL": url, "TIENDO_SECRET_KEY": "a key for this test run and no other"}
    command = [str(Path(sys.executable).with_name("tiendo")), "serve", "--port", str(port)]
    with (room / "server.log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _wait(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(20)


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(240):
        assert server.poll() is None, "the server ended"
        try:
            urllib.request.urlopen(f"{address}/health", timeout=5)  # noqa: S310 - our own address
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
        else:
            return
    pytest.fail("the server did not start")


@pytest.fixture
def serve(tmp_path: Path) -> Callable[[str], AbstractContextManager[str]]:
    """A server of the register at an address of its own, until the block ends."""
    return lambda url: _served(url, tmp_path)
