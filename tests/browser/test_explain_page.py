"""The page of an explained document in a browser: a mark opens its claim, kinds can be hidden, phone, no barrier."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tiendo.cli.explain import write_page
from tiendo.usecases.read_reports import read_one

REPORT = """Năm 2022, thu ngân sách đạt 1.250 tỷ đồng; mục tiêu năm 2023 là 1.400 tỷ đồng.
Xã được UBND huyện tặng Giấy khen năm 2022. Tuy nhiên, việc thực hiện Nghị quyết 42 còn chậm.
Chủ tịch UBND huyện yêu cầu các xã rà soát hộ nghèo; báo cáo kết quả trước ngày 30/6/2023.
"""
WIDE, PHONE = 1440, 390


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    (folder / "bao-cao.txt").write_text(REPORT, encoding="utf-8")
    write_page(read_one(folder / "bao-cao.txt"), folder / "trang.html", "vi")
    return folder / "trang.html"


@pytest.fixture(params=[WIDE, PHONE])
def view(request: pytest.FixtureRequest, browser: Browser, page: Path) -> Iterator[Page]:
    """The page opened; whatever it asks for or complains of fails the test."""
    told: list[str] = []
    opened = browser.new_context(viewport={"width": request.param, "height": 844}).new_page()
    opened.on("console", lambda message: told.append(message.text))
    opened.on("request", lambda asked: told.append(asked.url) if asked.url != page.as_uri() else None)
    opened.goto(page.as_uri())
    yield opened
    opened.context.close()
    assert told == []


def width(view: Page) -> int:
    return view.viewport_size["width"] if view.viewport_size else 0


def test_mark_opens_its_claim_beside_the_text_or_over_it_on_a_phone(view: Page) -> None:
    """Trên điện thoại mục mở thành tờ ở cuối màn hình, trên máy bàn nằm bên cạnh văn bản."""
    view.get_by_label("mục 4, hạn chế").click()
    card = view.locator("#m4")
    assert card.evaluate("card => card.matches(':target')")
    assert card.is_visible()
    place = card.evaluate("card => getComputedStyle(card.closest('.group')).position")
    assert place == ("fixed" if width(view) == PHONE else "static")


def test_kind_can_be_hidden(view: Page) -> None:
    view.locator("#k-limit").uncheck()
    assert [view.locator(spot).is_visible() for spot in ("#m4", ".ref.limit", "#m5")] == [False, False, True]


def test_page_is_no_wider_than_the_screen(view: Page) -> None:
    assert view.evaluate("document.documentElement.scrollWidth") == width(view)


def test_page_has_no_barrier(view: Page) -> None:
    found = Axe().run(view).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
