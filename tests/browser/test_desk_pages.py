"""Every page of the desk by somebody of each role, wide and narrow, in both languages: what a machine can check of it.

axe-core finds nothing to mend, the phone has nothing to scroll sideways, the browser's console is silent (no violation
of the content-security policy), and no word of the other language's catalogue is missing (a page would not be drawn).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tiendo.store.permissions import OPERATOR
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.demo import PASSWORD, prepare_demo
from tiendo.usecases.register.drafting import At, type_text
from tiendo.usecases.register.drafts import begin_draft

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"
DESK = "/desk/quan-song-to/"
WALKS: Mapping[str, tuple[str, ...]] = {
    "van-phong": (DESK, f"{DESK}inbox/", f"{DESK}inbox/8/", f"{DESK}forms/", f"{DESK}forms/TNMT/2023-H1/",
                  f"{DESK}approvals/", f"{DESK}figures/1/", f"{DESK}findings/", f"{DESK}periods/", f"{DESK}review/",
                  f"{DESK}drafts/1/", f"{DESK}drafts/1/?edit=p4", f"{DESK}drafts/1/history",
                  f"{DESK}log/", f"{DESK}tokens/", "/desk/load", f"{DESK}works/",
                  f"{DESK}works/?table=disbursements&edit=new"),
    "quan-tri": (DESK, f"{DESK}accounts/", "/accounts/2fa/", "/accounts/password/change/"),
    "": ("/plans/quan-song-to/", "/accounts/login/", "/accounts/signup/", f"{DESK}periods/"),
}  # who -> the pages they look at; nobody signed in last
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

Serve = Callable[[str], AbstractContextManager[str]]
Start = Callable[[], "AbstractContextManager[Browser]"]


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_every_page_can_be_read_by_everybody_on_every_screen(
    own_register: str, serve: Serve, start_browser: Start,
) -> None:
    call = Call(OPERATOR, datetime.now(UTC).astimezone())
    demo = prepare_demo(call=call, folder=EXAMPLE)
    draft = begin_draft(call=call, plan=demo.plan, as_of=date(2023, 3, 31))
    type_text(call=call, at=At(draft, "p4"), text="Tăng 12% so với đầu nhiệm kỳ.")
    with serve(own_register) as address, start_browser() as browser:
        wrong = [one for lang, width in (("vi", 1440), ("en", 390)) for who, pages in WALKS.items()
                 for one in looked_at(browser, address, (who, lang, width), pages)]
    assert "\n".join(wrong) == ""


def looked_at(
    browser: "Browser", address: str, case: tuple[str, str, int], pages: tuple[str, ...],
) -> Iterator[str]:
    """What is wrong with somebody's pages, each with where."""
    who, lang, width = case
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="vi-VN")
    context.add_cookies([{"name": "tiendo_lang", "value": lang, "url": address}])
    page, heard = context.new_page(), list[str]()
    page.on("console", lambda said: heard.append(said.text) if said.type in {"error", "warning"} else None)
    if who:
        page.goto(f"{address}/accounts/login/")
        page.fill("#signin [name=login]", who)
        page.fill("#signin [name=password]", PASSWORD)
        page.click("#signin button")
        page.wait_for_url(f"**{DESK}")
    for where in pages:
        page.goto(address + where)
        yield from (f"{where} {case}: {one}" for one in _faults(page))
    yield from (f"{case}: {one}" for one in heard if "status of 403" not in one)
    context.close()


def _faults(page: "Page") -> Iterator[str]:
    """What a machine can check; a map is drawn first, and its script places marks by `style`, as it may."""
    if page.locator("#map").count():
        page.wait_for_selector(".mapmark")
    for found in Axe().run(page, options=RULES).response["violations"]:
        yield f"{found['id']} at {found['nodes'][0]['target']}"
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        yield "scrolls sideways"
    if page.locator("[style]:not(#map *)").count() or page.locator("script:not([src])").count():
        yield "an inline style or script"
