"""The public pages in a browser: what a machine can check of each, a leader's way to an answer, keys, paper."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from browser.test_desk_pages import EXAMPLE, looked_at
from tiendo.store.permissions import OPERATOR
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.demo import PASSWORD, prepare_demo

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PLAN = "/plans/quan-song-to/"
DAY = "?day=2023-03-31"
PAGES = (
    f"{PLAN}{DAY}", f"{PLAN}{DAY}&with=2022-03-31", f"{PLAN}{DAY}&standing=missed", f"{PLAN}targets/DT-02/{DAY}",
    f"{PLAN}targets/KT-02/{DAY}", f"{PLAN}targets/KT-03/{DAY}", f"{PLAN}ranks/{DAY}", f"{PLAN}cascade/{DAY}",
    f"{PLAN}projects/{DAY}", f"{PLAN}documents/{DAY}", f"{PLAN}changes/{DAY}&since=2023-03-01", "/desk/components",
)

Serve = Callable[[str], AbstractContextManager[str]]
Start = Callable[[], "AbstractContextManager[Browser]"]


@pytest.fixture
def demo(own_register: str) -> str:
    """A register with the example district and somebody of every role; its address."""
    prepare_demo(call=Call(OPERATOR, datetime.now(UTC).astimezone()), folder=EXAMPLE)
    return own_register


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_every_public_page_can_be_read_on_every_screen(demo: str, serve: Serve, start_browser: Start) -> None:
    """Nobody signed in, the office, and the leader, who see more of a target; wide and narrow, both languages."""
    with serve(demo) as address, start_browser() as browser:
        wrong = [one for case, pages in ((("", "vi", 390), PAGES), (("van-phong", "en", 1440), PAGES),
                                         (("lanh-dao", "en", 390), PAGES[3:6]))
                 for one in looked_at(browser, address, case, pages)]
    assert "\n".join(wrong) == ""


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_a_leader_opens_what_moved_asks_and_gets_the_answer(demo: str, serve: Serve, start_browser: Start) -> None:
    with serve(demo) as address, start_browser() as browser:
        leader, unit = entered(browser, address, "lanh-dao"), entered(browser, address, "don-vi")
        leader.goto(f"{address}{PLAN}?day=2022-03-31")
        leader.click(".attention a:has-text('Rác thải sinh hoạt được phân loại')")
        leader.click("summary:has-text('Yêu cầu giải trình')")
        leader.fill("#explain [name=message]", "Vì sao chậm hơn lộ trình?")
        leader.fill("#explain [name=due_on]", "2099-12-31")
        leader.click("#explain button:has-text('Gửi câu hỏi')")
        assert "Vì sao chậm hơn lộ trình?" in leader.inner_text("#explain")
        unit.goto(f"{address}{PLAN}targets/DT-02/{DAY}")
        unit.fill("#explain [name=text]", "Đang lắp đủ điểm trung chuyển")
        unit.click("#explain button:has-text('Gửi giải trình')")
        leader.goto(f"{address}{PLAN}targets/DT-02/{DAY}")
        assert "Đang lắp đủ điểm trung chuyển" in leader.inner_text("#explain")


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_a_figure_opens_its_sentence_by_the_keyboard_and_escape_closes_it(
    demo: str, serve: Serve, start_browser: Start,
) -> None:
    with serve(demo) as address, start_browser() as browser:
        page = browser.new_page()
        page.goto(f"{address}{PLAN}{DAY}")
        row = page.locator("tr", has_text="Rác thải sinh hoạt được phân loại tại nguồn").last
        row.locator("button.fig").focus()
        page.keyboard.press("Enter")
        said = " ".join(row.locator(".proof").inner_text().split())
        page.keyboard.press("Escape")
        assert said == (
            "Rác thải sinh hoạt được phân loại tại nguồn, ngày 15/3/2023 31,8% «2. Tính đến ngày 15/3/2023, tỷ lệ rác "
            "thải sinh hoạt được phân loại tại nguồn đạt 31,8%, tăng 4,0 điểm % so với cuối năm 2022.» "
            "Báo cáo số 61/BC-TNMT ngày 22/3/2023 của Phòng Tài nguyên và Môi trường, trang 1. Báo cáo: Phòng "
            "Tài nguyên và Môi trường. Phê duyệt: Chánh Văn phòng Quận ủy, 29/3/2023 "
            "Mở trang của chỉ tiêu")
        assert row.locator(".proof").is_visible() is False
        assert row.locator("button.fig").evaluate("one => one === document.activeElement") is True


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_the_map_is_walked_by_the_keyboard_and_asks_no_other_site(
    demo: str, serve: Serve, start_browser: Start,
) -> None:
    """A row of the list shows its mark, a mark its row; without script the list alone is there."""
    with serve(demo) as address, start_browser() as browser:
        page, asked = browser.new_page(), list[str]()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}{PLAN}projects/{DAY}")
        page.wait_for_selector(".mapmark")
        page.locator(".maplist button").nth(2).focus()
        page.keyboard.press("Enter")
        mark = page.locator(".mapmark.chosen").inner_text(), page.locator("[aria-pressed=true]").count()
        page.locator(".mapmark", has_text="7").click()
        back = page.evaluate("document.activeElement.closest('li').dataset.number")
        shown = page.locator(".mapmark").count(), page.locator(".maplist li").count(), page.locator(".mapline").count()
        plain = browser.new_context(java_script_enabled=False).new_page()
        plain.goto(f"{address}{PLAN}projects/{DAY}")
        seen = plain.locator("#map").is_visible(), plain.locator(".maplist li").last.is_visible()
        assert (mark, back, shown, seen) == (
            ("3", 1), "7", (7, 7, 2), (False, True))
        assert [one for one in asked if not one.startswith(address)] == []


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_paper_has_the_table_and_no_controls(demo: str, serve: Serve, start_browser: Start) -> None:
    with serve(demo) as address, start_browser() as browser:
        page = browser.new_page(viewport={"width": 720, "height": 1000})
        page.goto(f"{address}{PLAN}{DAY}")
        page.emulate_media(media="print")
        shown = {part: page.locator(part).first.is_visible() for part in (
            ".score thead", ".filters", ".subnav", ".top", ".files", ".dayform")}
    assert shown == {".score thead": True, ".filters": False, ".subnav": False, ".top": False, ".files": False,
                     ".dayform": False}


def entered(browser: "Browser", address: str, who: str) -> "Page":
    """A page of somebody who signed in."""
    page = browser.new_context(locale="vi-VN").new_page()
    page.goto(f"{address}/accounts/login/")
    page.fill("#signin [name=login]", who)
    page.fill("#signin [name=password]", PASSWORD)
    page.click("#signin button")
    page.wait_for_url("**/desk/quan-song-to/")
    return page
