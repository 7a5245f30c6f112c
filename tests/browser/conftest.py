"""A real browser for pages, a real server of a register; where there is no browser the tests are skipped and say so."""

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

import pytest
from playwright.sync_api import Browser, sync_playwright

from registers import own_register, registers

__all__ = ["free_port", "own_register", "registers"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run", "--no-default-browser-check"]


@contextmanager
def _browsing() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip(f"no browser: install Debian's chromium (looked for {', '.join(NAMES)})")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of a module; each test opens pages of its own."""
    with _browsing() as found:
        yield found


@pytest.fixture
def start_browser() -> Callable[[], AbstractContextManager[Browser]]:
    """A browser until a block ends: a register cannot be asked in the same process while one runs."""
    return _browsing


def free_port() -> int:
    """A port of this machine nobody listens on now."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        return port


@contextmanager
def _served(url: str, room: Path, port: int, settings: dict[str, str]) -> Iterator[str]:
    address = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "DATABASE_URL": url, "TIENDO_SECRET_KEY": "a key for this test run and no other",
                   **settings}
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
def serve(tmp_path: Path) -> Callable[..., AbstractContextManager[str]]:
    """A server of the register at an address of its own, until the block ends; settings by their names."""
    return lambda url, port=0, **settings: _served(url, tmp_path, port or free_port(), settings)
