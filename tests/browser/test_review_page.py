"""review.html in a browser: nothing fetched, every number opens its source, both languages, phone, no barrier."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from reviews import DAYS, example, gathered, review_of
from tiendo.review.page import page as page_of

WIDE, PHONE = 1440, 390
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's pages as of both days."""
    made = tmp_path_factory.mktemp("pages")
    for day in DAYS:
        (made / f"{day}.html").write_text(page_of(example(day)), encoding="utf-8")
    return made


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Open]:
    """Open a page at a width and an address; what it asks for and complains of is kept and must be nothing."""
    told: list[str] = []

    def open_page(day: str, width: int = WIDE, place: str = "", **context: Any) -> Page:
        page = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()
        page.on("console", lambda message: told.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("request", lambda request: told.append(f"request: {request.url}")
                if not request.url.startswith(("data:", folder.as_uri())) else None)
        page.goto(f"{(folder / day).as_uri()}.html{place}")
        return page

    yield open_page
    for context in browser.contexts:
        context.close()
    assert told == []


def assert_shown(page: Page, shown: str, hidden: str) -> None:
    """One language is seen and the other is not, as soon as the browser has drawn what a click began."""
    expect(page.locator(f"#{shown}")).to_be_visible()
    expect(page.locator(f"#{hidden}")).to_be_hidden()


@pytest.mark.parametrize("day", DAYS)
def test_fonts_are_loaded_from_inside_the_page(opened: Open, day: str) -> None:
    """The policy lets fonts, style and script of the page work, and nothing is asked of the network."""
    page = opened(day)
    loaded = page.evaluate("document.fonts.ready.then(fonts => [...fonts].filter(one => one.status === 'loaded')"
                           ".map(one => one.family + ' ' + one.weight).sort())")
    assert sorted(set(loaded)) == [
        "Be Vietnam Pro 400", "Be Vietnam Pro 600", "Tiendo Figures 400", "Tiendo Figures 600"]
    assert page.evaluate("getComputedStyle(document.querySelector('#vi h1')).fontSize") == "26px"


def test_policy_stops_a_style_and_a_script_that_are_not_the_pages_own(browser: Browser, folder: Path) -> None:
    page = browser.new_context().new_page()
    stopped: list[str] = []
    page.on("console", lambda message: stopped.append(message.text))
    page.goto(f"{(folder / DAYS[0]).as_uri()}.html")
    done = page.evaluate("""() => {
        const style = document.createElement('style'); style.textContent = 'h1{font-size:99px}';
        const script = document.createElement('script'); script.textContent = 'window.hostile = true';
        document.head.append(style, script);
        const image = new Image(); image.src = 'http://127.0.0.1:9/x.png';
        return [getComputedStyle(document.querySelector('#vi h1')).fontSize, window.hostile === true];
    }""")
    page.context.close()
    assert (done, len([one for one in stopped if "Content Security Policy" in one])) == (["26px", False], 3)


def test_every_number_opens_its_own_source(opened: Open) -> None:
    """Click by click would take minutes: each visible number is clicked by the page itself, its proof compared."""
    page = opened(DAYS[0])
    wrong = page.evaluate("""() => {
        const proof = document.getElementById('proof');
        return [...document.querySelectorAll('#vi .fig')].filter(link => {
            link.click();
            const row = document.getElementById(link.hash.slice(1));
            const source = row.querySelector('.src').textContent.trim();
            const open = proof.matches(':popover-open');
            const right = open && proof.textContent.includes(row.querySelector('.val').textContent)
                && source.length > 3 && proof.textContent.includes(source);
            proof.hidePopover();
            return !right;
        }).map(link => link.hash + ' ' + link.textContent);
    }""")
    assert wrong == []


def test_proof_names_sentence_document_reporter_approver_and_day(opened: Open) -> None:
    page = opened(DAYS[0])
    page.locator("#vi tr[data-standing]", has_text="Rác thải sinh hoạt được phân loại").locator(".latest .fig").click()
    said = " ".join(page.locator("#proof").inner_text().split())
    assert said == (
        "Rác thải sinh hoạt được phân loại tại nguồn, ngày 15/3/2023 31,8% 2. Tính đến ngày 15/3/2023, tỷ lệ rác thải "
        "sinh hoạt được phân loại tại nguồn đạt 31,8%, tăng 4,0 điểm % so với cuối năm 2022. Báo cáo số "
        "61/BC-TNMT ngày 22/3/2023 của Phòng Tài nguyên và Môi trường, trang 1. Báo cáo: Phòng Tài nguyên và Môi "
        "trường. Phê duyệt: Chánh Văn phòng Quận ủy, 29/3/2023 Mở sổ số liệu: S027")


def test_proof_is_opened_and_closed_by_the_keyboard_and_gives_the_focus_back(opened: Open) -> None:
    page = opened(DAYS[0])
    number = page.locator("#vi .latest .fig").first
    number.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "proof"
    page.keyboard.press("Escape")
    assert page.locator("#proof").is_visible() is False
    assert number.evaluate("one => one === document.activeElement") is True


def test_older_figure_opens_the_row_of_its_targets_own_ledger(opened: Open) -> None:
    page = opened(DAYS[0])
    page.locator("#vi-KT-04 .years .fig", has_text="95,2%").click()
    assert "Hết ngày 31/01/2022, toàn quận đã giải ngân 95,2%" in page.locator("#proof").inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_language_is_switched_without_reload_and_kept_in_the_address(opened: Open, *, script: bool) -> None:
    page = opened(DAYS[0], java_script_enabled=script)
    assert_shown(page, "vi", "en")
    page.locator("#vi .switch").click()
    assert_shown(page, "en", "vi")
    assert page.url.endswith("#en")
    page.goto(page.url)
    assert_shown(page, "en", "vi")
    page.locator("#en .switch").click()
    assert_shown(page, "vi", "en")
    assert page.url.endswith("#vi")


def test_language_is_said_to_the_browser_too(opened: Open) -> None:
    page = opened(DAYS[0], place="#en")
    assert page.evaluate("[document.documentElement.lang, document.title]") == [
        "en", "Resolution of the 5th Party Congress of Sông Tô District, term 2020–2025 · 31 March 2023"]


def test_a_page_of_an_english_review_opens_in_english(opened: Open, folder: Path) -> None:
    (folder / "en.html").write_text(page_of(review_of(gathered().plan, DAYS[0], lang="en")), encoding="utf-8")
    for script in (True, False):
        page = opened("en", java_script_enabled=script)
        assert_shown(page, "en", "vi")
        page.locator("#en .switch").click()
        assert_shown(page, "vi", "en")


def test_language_switch_keeps_the_place(opened: Open) -> None:
    page = opened(DAYS[0], place="#vi-DT-02")
    tops = [page.locator(f"#{lang}-DT-02").evaluate(f"""one => {{
        if ('{lang}' === 'en') document.querySelector('#vi .switch').click();
        return Math.round(one.getBoundingClientRect().top);
    }}""") for lang in ("vi", "en")]
    assert (page.url.endswith("#en-DT-02"), abs(tops[0] - tops[1]) <= 1) == (True, True)


def test_without_script_a_number_leads_to_the_ledger_in_its_own_language(opened: Open) -> None:
    page = opened(DAYS[0], place="#en", java_script_enabled=False)
    page.locator("#en .latest .fig").first.click()
    assert_shown(page, "en", "vi")
    expect(page.locator("#en-ledger")).to_be_visible()
    expect(page.locator(page.url[page.url.index("#"):])).to_be_visible()


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("place", ["", "#en"])
def test_no_width_scrolls_sideways(opened: Open, day: str, place: str) -> None:
    page = opened(day, WIDE, place)
    widths = {}
    for width in (320, PHONE, 768, 1024, WIDE):
        page.set_viewport_size({"width": width, "height": 900})
        widths[width] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == {width: width for width in widths}


def test_row_becomes_a_card_on_a_phone_and_stays_a_row_for_those_who_listen(opened: Open) -> None:
    page = opened(DAYS[0], PHONE)
    row = page.locator("#vi .score tr[data-standing]").first
    assert row.evaluate("one => [getComputedStyle(one).display, one.getAttribute('role')]") == ["grid", "row"]


def test_filter_shows_what_is_asked_for_and_says_how_many(opened: Open) -> None:
    page = opened(DAYS[1])
    rows = page.locator("#vi .score tr[data-standing]")
    page.locator("#vi .filters label", has_text="Chậm tiến độ").click()
    assert rows.evaluate_all("all => all.filter(one => one.checkVisibility()).map(one => one.dataset.standing)") == [
        "behind"] * 5
    assert page.locator("#vi .found").inner_text() == "Đang hiện 5/17"
    page.locator("#vi select[name=sector]").select_option("Kinh tế")
    assert page.locator("#vi .found").inner_text() == "Đang hiện 2/17"


def test_parts_of_a_structure_go_with_their_target_when_filtered(opened: Open) -> None:
    page = opened(DAYS[0])
    page.locator("#vi .filters label", has_text="Vượt").click()
    assert page.locator("#vi .score tr.part").evaluate_all("all => all.some(one => one.checkVisibility())") is False


@pytest.mark.parametrize(("day", "width", "place", "scheme"), [
    (DAYS[0], WIDE, "", "light"), (DAYS[1], WIDE, "#en", "dark"), (DAYS[1], PHONE, "", "light"),
    (DAYS[0], PHONE, "#en", "dark"),
])
def test_axe_finds_no_barrier(opened: Open, day: str, width: int, place: str, scheme: str) -> None:
    page = opened(day, width, place, color_scheme=scheme)
    for one in page.locator("main:visible details").all():
        one.locator("summary").click()
    found = Axe().run(page).response["violations"]
    assert [(one["id"], node["html"][:120]) for one in found for node in one["nodes"][:3]] == []


def test_axe_finds_no_barrier_in_an_open_proof(opened: Open) -> None:
    page = opened(DAYS[0])
    page.locator("#vi .latest .fig").first.click()
    found = Axe().run(page, context="#proof").response["violations"]
    assert [(one["id"], node["html"][:120]) for one in found for node in one["nodes"][:3]] == []


def test_paper_shows_one_language_and_no_controls(opened: Open) -> None:
    page = opened(DAYS[0], place="#en")
    page.emulate_media(media="print", color_scheme="dark")
    seen = {query: page.locator(query).first.is_visible() for query in ("#en h1", "#vi h1", "#en .top", "#en .filters")}
    assert seen == {"#en h1": True, "#vi h1": False, "#en .top": False, "#en .filters": False}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
