"""Sign-in by the office's own OpenID provider: a real one is started, a real browser goes there and back."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.conftest import free_port
from tiendo.store.models import Account
from tiendo.store.permissions import OPERATOR
from tiendo.usecases.register.accounts import add_account
from tiendo.usecases.register.call import Call

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROGRAM = Path(__file__).with_name("provider")
OLDEST_NODE = 18
CALLBACK = "/accounts/oidc/office/login/callback/"
SECRET = "only-for-this-test-run-0123456789"  # noqa: S105 - of this test's provider only
PEOPLE = {
    "lan": {"email": "van-phong@song-to.test", "email_verified": True},
    "minh": {"email": "khach@noi-khac.test", "email_verified": True},
    "gian": {"email": "van-phong@song-to.test", "email_verified": False},
    "nghi": {"email": "nghi-huu@song-to.test", "email_verified": True},
    "chung": {"email": "phong@song-to.test", "email_verified": True},
}
Serve = Callable[..., AbstractContextManager[str]]
Start = Callable[[], "AbstractContextManager[Browser]"]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The provider's program with its packages, installed as its lock file says."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("no OpenID provider: install Debian's nodejs and npm")
    version = subprocess.run([node, "--version"], check=True, capture_output=True, text=True).stdout.strip("v\n")
    if int(version.split(".")[0]) < OLDEST_NODE:
        pytest.skip(f"no OpenID provider: it needs Node.js {OLDEST_NODE}, here is {version}")
    room = tmp_path / "provider"
    shutil.copytree(PROGRAM, room, ignore=shutil.ignore_patterns("node_modules"))
    subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], check=True, cwd=room, timeout=240)
    return room / "provider.mjs"


@contextmanager
def provided(program: Path, redirect: str) -> Iterator[dict[str, str]]:
    """A provider that knows `PEOPLE`, until the block ends; gives the settings by which a register knows it."""
    port = free_port()
    told = json.dumps({"port": port, "client": "tiendo", "secret": SECRET, "redirect": redirect, "people": PEOPLE})
    with subprocess.Popen(["node", str(program), told], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
        try:
            yield {"TIENDO_OIDC_ISSUER": f"http://127.0.0.1:{port}", "TIENDO_OIDC_CLIENT": "tiendo",
                   "TIENDO_OIDC_SECRET": SECRET, "TIENDO_OIDC_NAME": "Tài khoản thành phố"}
        finally:
            server.terminate()


@pytest.fixture
def accounts(own_register: str) -> str:
    """A register with one account in use, two that share an address, one that was closed; its address."""
    call = Call(OPERATOR, datetime.now(UTC).astimezone())
    add_account(call=call, username="van-phong", password=None, email="van-phong@song-to.test")
    for name in ("chuyen-vien-1", "chuyen-vien-2"):
        add_account(call=call, username=name, password=None, email="phong@song-to.test")
    closed = add_account(call=call, username="nghi-huu", password=None, email="nghi-huu@song-to.test")
    Account.objects.filter(pk=closed).update(is_active=False)
    return own_register


class Visitor:
    """Somebody at a browser of their own, on the way to the provider and back."""

    def __init__(self, browser: "Browser", address: str) -> None:
        self.page: Page = browser.new_context(locale="vi-VN").new_page()
        self.page.set_default_timeout(20_000)
        self.address = address

    def leaves(self) -> None:
        """From the sign-in page of the register through the provider's link."""
        self.page.goto(f"{self.address}/accounts/login/")
        self.page.get_by_role("link", name="Đăng nhập bằng Tài khoản thành phố").click()

    def signs_in(self, name: str) -> None:
        """At the provider's own page, which asks for no real password."""
        self.page.wait_for_url("**/interaction/*")
        self.page.fill("[name=login]", name)
        self.page.fill("[name=password]", "provider-asks-none")
        self.page.click("[type=submit]")
        self.page.wait_for_selector("[name=prompt][value=consent]", state="attached")

    def ends(self) -> tuple[str, str]:
        """Back at the register: the page's title and who the register says they are."""
        self.page.wait_for_url(f"{self.address}/**")
        name = self.page.locator("header a.name")
        return self.page.inner_text("h1"), name.inner_text().strip() if name.count() else ""


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_a_known_verified_address_opens_its_account_and_no_other(
    accounts: str, serve: Serve, start_browser: Start, program: Path,
) -> None:
    """Lan is known; Minh has no account here; Gian's address was never verified; Nghi's account is closed.

    Two accounts share Chung's address: nobody can say which is meant.
    Lan may also change her mind at the provider, and the provider may be out of order: both are told calmly.
    """
    port, ends = free_port(), {}
    with ExitStack() as stack:
        provider = stack.enter_context(ExitStack())
        settings = provider.enter_context(provided(program, f"http://127.0.0.1:{port}{CALLBACK}"))
        address = stack.enter_context(serve(accounts, port=port, **settings))
        browser = stack.enter_context(start_browser())
        for name in PEOPLE:
            visitor = Visitor(browser, address)
            visitor.leaves()
            visitor.signs_in(name)
            visitor.page.click("[type=submit]")
            ends[name] = visitor.ends()
        visitor = Visitor(browser, address)
        visitor.leaves()
        visitor.signs_in("lan")
        visitor.page.click("text=[ Cancel ]")
        ends["changes her mind"] = visitor.ends()
        provider.close()
        visitor = Visitor(browser, address)
        visitor.leaves()
        ends["provider is out of order"] = visitor.ends()
    assert ends == {
        "lan": ("Các kế hoạch", "van-phong"), "minh": ("Chưa có tài khoản", ""), "gian": ("Chưa có tài khoản", ""),
        "nghi": ("Chưa có tài khoản", ""), "chung": ("Chưa có tài khoản", ""),
        "changes her mind": ("Chưa đăng nhập được", ""), "provider is out of order": ("Chưa đăng nhập được", ""),
    }
