"""Writing the review in a real browser: saved as it is typed, numbers taken whole, two people, undo, the Word file."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from browser.test_desk_pages import DESK, EXAMPLE
from tiendo.store.permissions import OPERATOR
from tiendo.store.queries.drafts import draft_of, edits_of
from tiendo.store.queries.figures import figures_of
from tiendo.store.queries.plans import target_numbers
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.demo import PASSWORD, prepare_demo
from tiendo.usecases.register.drafts import begin_draft
from tiendo.usecases.register.figures import Entry, approve_figure, submit_figure, unlock_figure

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

Serve = Callable[[str], AbstractContextManager[str]]
Start = Callable[[], "AbstractContextManager[Browser]"]
LATEST = "KT-04/2021"


def signed_in(browser: "Browser", address: str, *, script: bool = True) -> "BrowserContext":
    context = browser.new_context(locale="vi-VN", java_script_enabled=script)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"{address}/accounts/login/")
    page.fill("#signin [name=login]", "van-phong")
    page.fill("#signin [name=password]", PASSWORD)
    page.click("#signin button")
    page.wait_for_url(f"**{DESK}")
    return context


def opened(context: "BrowserContext", address: str, place: str) -> "Page":
    """A page with one paragraph open."""
    page = context.new_page()
    page.goto(f"{address}{DESK}drafts/1/?edit={place}#{place}")
    return page


def types_and_is_saved(page: "Page") -> None:
    """Typed without a pause longer than the save takes, then a token is erased whole and cannot be typed into."""
    area = page.locator(".editor textarea")
    whole = area.input_value()
    assert whole.startswith("Đến ngày 31/3/2023, [17/17|S001] chỉ tiêu")
    area.press("Control+Home")
    for _ in range(len("Đến ngày 31/3/2023, [17")):
        area.press("ArrowRight")
    area.press("9")
    assert area.input_value() == whole  # nothing is typed inside a token
    area.press("Backspace")  # the cursor went behind it: it goes as one
    assert area.input_value() == whole.replace("[17/17|S001]", "")
    area.press("Control+z")
    assert area.input_value() == whole
    area.press("Control+End")
    page.keyboard.type(" Tăng 12% so với đầu nhiệm kỳ.", delay=90)
    page.wait_for_selector("#more .bind b:has-text('12%')")
    assert area.input_value() == f"{whole} Tăng 12% so với đầu nhiệm kỳ."


def binds_and_undoes(page: "Page") -> None:
    form = page.locator("#more .bind")
    form.locator("[name=document]").select_option(index=1)
    form.locator("[name=where]").fill("Phụ lục 1, dòng 4")
    form.locator("button").click()
    page.wait_for_selector("text=Đã gắn nguồn cho số.")
    assert page.locator(".editor textarea").input_value().endswith("]" + " so với đầu nhiệm kỳ.")
    page.locator("#more >> text=Hoàn tác").click()
    page.wait_for_selector("text=Đã lấy lại bản trước.")
    assert page.locator("#more .bind b").inner_text() == "12%"


def second_is_told(first: "Page", second: "Page") -> None:
    """Both have the paragraph open; the second sees what the first wrote, keeps their own words and decides."""
    first.locator(".editor textarea").fill("Bản của người thứ nhất.")
    first.click("text=Lưu và đóng")
    first.wait_for_selector("text=Đã lưu đoạn.")
    second.locator(".editor textarea").fill("Bản của người thứ hai.")
    second.click("text=Lưu và đóng")
    second.wait_for_selector("#state [role=alert]")
    assert "Bản của người thứ nhất." in second.inner_text("#state blockquote")
    assert second.locator(".editor textarea").input_value() == "Bản của người thứ hai."
    second.click("text=Giữ bản của tôi")
    second.wait_for_selector("text=Đã lưu đoạn.")
    assert second.inner_text("#p6 > p") == "Bản của người thứ hai."


def correct(call: Call, plan: int) -> tuple[str, str]:
    """A figure the draft speaks of is corrected and approved; as it was and as it is, as values."""
    old = next(one for one in figures_of(plan) if one.code == LATEST)
    unlock_figure(call=call, figure=old.number, why="Rà lại")
    new = submit_figure(call=call, entry=Entry(
        target_numbers(plan)[old.target], old.period.code, old.as_of, Decimal("96.1"), status=old.status.value,
        corrects=old.number, why="Cộng sót"))
    approve_figure(call=call, figure=new)
    return f"{old.value}".replace(".", ","), "96,1"


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_the_office_writes_and_nothing_is_lost(
    own_register: str, serve: Serve, start_browser: Start, tmp_path: Path,
) -> None:
    call = Call(OPERATOR, datetime.now(UTC).astimezone())
    plan = prepare_demo(call=call, folder=EXAMPLE).plan
    begin_draft(call=call, plan=plan, as_of=date(2023, 3, 31))
    before, after = correct(call, plan)
    with serve(own_register) as address, start_browser() as browser:
        context = signed_in(browser, address)
        page = opened(context, address, "p4")
        types_and_is_saved(page)
        binds_and_undoes(page)
        second_is_told(opened(context, address, "p6"), opened(context, address, "p6"))
        page.goto(f"{address}{DESK}drafts/1/")
        old = page.locator(".fig.old", has_text=before).first
        assert after in old.locator("xpath=following-sibling::span[1]").inner_text()
        page.click("text=Lấy tất cả số mới")
        page.wait_for_selector("text=Đã lấy tất cả số mới.")
        assert page.locator(".fig.old").count() == 0
        plain_page_works(signed_in(browser, address, script=False), address)
        words = downloaded(page, tmp_path)
    assert ("96,1" in words, "12% [không có nguồn]" in words, "Bản của người thứ hai." in words) == (True, True, True)
    assert {one.kind for one in edits_of(1)} == {"typed", "bound", "restored", "number"}
    last = draft_of(1).text.piece("p5")
    assert last is not None
    assert (last.text or "").endswith("[17|S006]). Xin báo cáo.")


def plain_page_works(context: "BrowserContext", address: str) -> None:
    """Without script: open, type over a number, be told, mend it, save."""
    page = context.pages[0]
    page.goto(f"{address}{DESK}drafts/1/")
    page.locator("#p5 .tools a").click()
    whole = page.locator(".editor textarea").input_value()
    page.locator(".editor textarea").fill(whole.replace("[9/17|S003]", "[99/17|S003]"))
    page.click("text=Lưu và đóng")
    assert "không gõ đè" in page.inner_text("#state")
    page.locator(".editor textarea").fill(f"{whole} Xin báo cáo.")
    page.click("text=Lưu và đóng")
    assert page.inner_text("#p5 > p").endswith("Xin báo cáo.")
    context.close()


def downloaded(page: "Page", room: Path) -> str:
    with page.expect_download(timeout=120_000) as coming:
        page.click("text=Tải Word")
    coming.value.save_as(room / "bao-cao.docx")
    return "\n".join(one.text for one in docx.Document(str(room / "bao-cao.docx")).paragraphs)
