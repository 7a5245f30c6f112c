"""The whole story in a real browser, on both databases: from an empty register to the review written at the desk."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import docx
import pytest

from tiendo.store.permissions import OPERATOR
from tiendo.store.queries.findings import findings_of
from tiendo.store.queries.plans import number_of, whole_plan
from tiendo.usecases.register.accounts import add_member
from tiendo.usecases.register.call import Call

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"
REPORT = EXAMPLE.with_name("quan-song-to-inbox") / "bc-tnmt-6-thang-2023.docx"
PASSWORD = "mot-cau-dai-de-nho"  # noqa: S105 - of this test's register only
PEOPLE = (
    ("don-vi", "reporter", "TNMT", "Chuyên viên Phòng TNMT"), ("truong-phong", "approver", "TNMT", "Trưởng phòng TNMT"),
    ("van-phong", "office", "QU", "Chánh Văn phòng Quận ủy"), ("lanh-dao", "leader", "QU", "Bí thư Quận ủy"),
)
DESK, BOARD = "/desk/quan-song-to", "/plans/quan-song-to/"

Serve = Callable[[str], AbstractContextManager[str]]
Start = Callable[[], "AbstractContextManager[Browser]"]


@pytest.fixture
def prepared(own_register: str) -> str:
    """A register without a plan: the tree of its bodies by the command, four people with their roles; its address."""
    subprocess.run([str(Path(sys.executable).with_name("tiendo")), "bodies", str(EXAMPLE)], check=True, timeout=240,
                   env={**os.environ, "DATABASE_URL": own_register})
    call = Call(OPERATOR, datetime.now(UTC).astimezone())
    for name, *grant in PEOPLE:
        add_member(call=call, username=name, password=PASSWORD, email="", grant=(grant[0], grant[1], grant[2]))
    return own_register


class Person:
    """Somebody at a browser of their own; what the console complains of is kept."""

    def __init__(self, browser: "Browser", address: str, name: str) -> None:
        context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
        self.page: Page = context.new_page()
        self.page.set_default_timeout(30_000)
        self.complaints: list[str] = []
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.address = address
        self.page.goto(f"{address}/accounts/login/")
        self.page.fill("#signin [name=login]", name)
        self.page.fill("#signin [name=password]", PASSWORD)
        self.page.click("#signin button")
        self.page.wait_for_selector("text=Đăng xuất")

    def go(self, where: str) -> "Page":
        """Open a page of the desk."""
        self.page.goto(f"{self.address}{DESK}/{where}")
        return self.page

    def at(self, where: str) -> "Page":
        """Open any page."""
        self.page.goto(f"{self.address}{where}")
        return self.page

    def said(self) -> str:
        """What the page says was done."""
        return self.page.inner_text(".notice.good >> nth=0")


def office_loads(office: Person, room: Path) -> None:
    """On the front of the empty register: send the packed folder, first with a slip in it; see, mend, confirm."""
    page = office.page
    page.click("a:has-text('Nạp kế hoạch')")
    folder = Path(shutil.copytree(EXAMPLE, room / "ke-hoach"))
    figures, plan = folder / "figures.csv", room / "ke-hoach.zip"
    right = figures.read_text(encoding="utf-8")
    for text in (right.replace("2618.9", "2618..9"), right):
        figures.write_text(text, encoding="utf-8")
        shutil.make_archive(str(plan.with_suffix("")), "zip", room, folder.name)
        page.set_input_files("[name=plan]", str(plan))
        page.click("button:has-text('Xem trước')")
        if text != right:
            assert page.locator("[role=alert] tbody tr").count() == 1
            slip = page.locator("[role=alert] tbody td")
            assert [slip.nth(at).inner_text() for at in range(3)] == ["figures.csv", "6", "value"]
    assert "Kế hoạch mới." in page.inner_text("section.card")
    assert page.inner_text("section.card tr:has-text('Chỉ tiêu') td") == "17"
    page.click("button:has-text('Nạp vào sổ')")
    page.wait_for_url(f"**{DESK}/")
    assert office.said().startswith("Đã nạp kế hoạch:")


def office_opens(office: Person) -> None:
    page, today = office.go("periods/"), datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    form = page.locator("form:has(input[value=open])")
    form.locator("[name=period]").fill("2023-H1")
    form.locator("[name=opens_on]").fill(today.isoformat())
    form.locator("[name=closes_on]").fill((today + timedelta(days=10)).isoformat())
    form.locator("button").click()
    assert office.said() == "Đã mở kỳ."


def unit_decides_by_keys(unit: Person) -> None:
    """Drop the report; accept the first proposal, undo it, accept it again; change the second; refuse the third."""
    page = unit.go("inbox/")
    page.set_input_files("[name=report]", str(REPORT))
    page.click("form[data-drop] button")
    page.wait_for_url("**/inbox/*/")
    assert page.inner_text(".prog b") == "Đã xử lý 0/3"
    page.keyboard.press("Enter")
    page.wait_for_url("**#now")
    assert unit.said() == "Đã nhận đề xuất."
    page.keyboard.press("z")
    page.wait_for_selector("text=Đã hoàn tác; đề xuất mở lại.")
    assert page.inner_text(".prog b") == "Đã xử lý 0/3"
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Đã nhận đề xuất.")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("43,5")
    page.fill("#change [name=reason]", "Cộng cả điểm tập kết mới")
    page.click("#change button")
    page.wait_for_selector("text=Đã sửa và nhận đề xuất.")
    page.keyboard.press("x")
    page.keyboard.type("Số ước cả năm, chưa đến kỳ")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Mọi đề xuất của báo cáo này đã được xử lý.")
    assert page.inner_text(".prog b") == "Đã xử lý 3/3"


def approver_sends_one_back(approver: Person) -> None:
    page = approver.go("approvals/")
    page.locator("tr", has_text="DT-01").get_by_role("button", name="Duyệt").click()
    assert approver.said() == "Đã duyệt."
    page.click("tr:has-text('DT-02') a")
    page.click("summary:has-text('Trả lại số này')")
    page.locator("form:has(input[value=send_back_figure]) textarea").fill("Biểu gốc ghi 34,5%; xem lại")
    page.locator("form:has(input[value=send_back_figure]) button").click()
    assert approver.said() == "Đã trả lại số này kèm lời nhắn."


def unit_corrects(unit: Person) -> None:
    page = unit.go("forms/TNMT/2023-H1/")
    line = page.locator("fieldset", has_text="DT-02")
    assert "Biểu gốc ghi 34,5%; xem lại" in line.inner_text()
    assert line.locator(".stands b").first.inner_text() == "43,5%"
    line.locator("[name^=value-]").fill("34.5o")
    line.locator("[name^=why-]").fill("Gõ nhầm số")
    page.click("button:has-text('Gửi để duyệt')")
    assert page.locator("fieldset", has_text="DT-02").locator("[name^=value-]").input_value() == "34.5o"
    page.locator("fieldset", has_text="DT-02").locator("[name^=value-]").fill("34,5")
    page.click("button:has-text('Gửi để duyệt')")
    assert unit.said() == "Đã gửi số liệu để duyệt."


def office_asks_and_unit_answers(office: Person, unit: Person) -> None:
    page = office.go("findings/")
    page.click("button:has-text('Kiểm tra lại mọi báo cáo')")
    found = page.locator("li.card", has_text="71,60%")
    found.locator("summary", has_text="Hỏi đơn vị").click()
    found.locator("[name=unit]").select_option("TNMT")
    found.locator("textarea").fill("Đề nghị giải trình tỷ lệ này")
    found.get_by_role("button", name="Gửi câu hỏi").click()
    assert office.said() == "Đã gửi câu hỏi cho đơn vị."
    answer = unit.go("findings/").locator("form:has(input[value=answer_question])")
    answer.locator("textarea").fill("Dự toán điều chỉnh giữa năm")
    answer.locator("button").click()
    assert unit.said() == "Đã gửi giải trình."
    page = office.go("findings/")
    assert "Dự toán điều chỉnh giữa năm" in page.locator("li.card", has_text="71,60%").inner_text()


def office_closes(office: Person) -> None:
    office.go("periods/").click("button:has-text('Đóng kỳ')")
    assert office.said() == "Đã đóng kỳ; số liệu của kỳ đã khóa."


def leader_asks_and_unit_answers(leader: Person, unit: Person) -> None:
    """The leader opens what lags, asks its owner to explain, and reads the answer in the same place."""
    page = leader.at(f"{BOARD}?day=2023-06-30")
    page.locator(".attention li", has_text="Phòng Tài nguyên và Môi trường").first.locator("a").click()
    about = page.url
    page.click("summary:has-text('Yêu cầu giải trình')")
    page.locator("form:has(input[value=ask_unit]) textarea").fill("Vì sao chậm? Bao giờ đạt?")
    page.locator("form:has(input[value=ask_unit]) button").click()
    assert leader.said() == "Đã gửi câu hỏi cho đơn vị."
    asked = unit.go("findings/").locator("form:has(input[value=answer_question])")
    assert asked.count() == 1
    asked.locator("textarea").fill("Chờ bàn giao mặt bằng; xong trong quý III/2023")
    asked.locator("button").click()
    assert unit.said() == "Đã gửi giải trình."
    page.goto(about)
    assert "Chờ bàn giao mặt bằng" in page.inner_text("#explain")


def office_writes(office: Person, room: Path) -> str:
    """Begin a draft, edit a paragraph, be told of a number without a source, download; the words of the Word file."""
    page = office.go("review/")
    page.fill("[name=as_of]", "2023-06-30")
    page.click("button:has-text('Bắt đầu soạn')")
    page.wait_for_url("**/drafts/*/")
    said = page.locator(".dp.paragraph", has_text="chỉ tiêu chủ yếu").first
    said.locator(".tools a").click()
    area = page.locator(".editor textarea")
    area.fill(f"{area.input_value()} Quận ủy đã yêu cầu các đơn vị chậm tiến độ giải trình.")
    page.click("button:has-text('Lưu và đóng')")
    assert office.said() == "Đã lưu đoạn."
    with page.expect_download(timeout=120_000) as coming:
        page.click("a:has-text('Tải Word')")
    coming.value.save_as(room / "bao-cao.docx")
    draft = page.url.partition("#")[0].rstrip("/").rpartition("/")[2]
    assert coming.value.suggested_filename == f"quan-song-to-2023-06-30-{draft}.docx"
    return "\n".join(one.text for one in docx.Document(str(room / "bao-cao.docx")).paragraphs)


def walk(browser: "Browser", address: str, room: Path) -> tuple[str, list[str]]:
    """Everybody does their part; the words of the report, and what the browsers complained of."""
    office = Person(browser, address, "van-phong")
    office_loads(office, room)
    unit, approver, leader = (Person(browser, address, name) for name in ("don-vi", "truong-phong", "lanh-dao"))
    office_opens(office)
    unit_decides_by_keys(unit)
    approver_sends_one_back(approver)
    unit_corrects(unit)
    approver.go("approvals/").locator("tr", has_text="DT-02").get_by_role("button", name="Duyệt").click()
    assert approver.said() == "Đã duyệt."
    office_asks_and_unit_answers(office, unit)
    leader_asks_and_unit_answers(leader, unit)
    office_closes(office)
    assert unit.go("forms/TNMT/2023-H1/").locator("button:has-text('Gửi để duyệt')").count() == 0
    words = office_writes(office, room)
    heard = [one for person in (office, unit, approver, leader) for one in person.complaints]
    return words, [one for one in heard if "status of 422" not in one]


def left(plan: int) -> dict[str, object]:
    """What the register holds of the half-year, and of the finding that was asked about."""
    figures = {one.target: (one.value, one.approved_by) for one in whole_plan(plan).figures
               if one.period.code == "2023-H1" and one.approved_by}
    asked = [question for one in findings_of(plan) for question in one.questions]
    return {"figures": figures, "answers": [said.text for question in asked for said in question.answers]}


def test_a_review_grows_from_an_empty_register_to_the_word_file(
    prepared: str, serve: Serve, start_browser: Start, tmp_path: Path,
) -> None:
    with serve(prepared) as address, start_browser() as browser:
        words, complaints = walk(browser, address, tmp_path)
    assert (complaints, "34,5%" in words, "chậm tiến độ giải trình." in words) == ([], True, True)
    assert left(number_of("quan-song-to")) == {
        "figures": {"DT-01": (Decimal("99.6"), "Trưởng phòng TNMT"), "DT-02": (Decimal("34.5"), "Trưởng phòng TNMT")},
        "answers": ["Dự toán điều chỉnh giữa năm", "Chờ bàn giao mặt bằng; xong trong quý III/2023"],
    }
