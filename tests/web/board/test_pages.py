"""The public pages of a small ward: what each shows, to whom, on which day, and how often it asks the database."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from stories import Story, story
from tiendo.store import models as rows
from tiendo.store.queries.findings import findings_of
from tiendo.store.queries.plans import whole_plan
from tiendo.usecases.register.figures import send_back_figure
from tiendo.usecases.register.targets import Amendment, amend_target
from tiendo.web import known
from tiendo.web.board import public, scene, shared, target

pytestmark = pytest.mark.usefixtures("register")
WARD = "/plans/phuong-a-2020-2025/"
DAY = "?day=2023-03-31"
PAGES = (DAY, f"targets/TN/{DAY}", f"ranks/{DAY}", f"cascade/{DAY}", f"projects/{DAY}", f"documents/{DAY}")
MOST = 12  # questions to the database a page


@pytest.fixture
def people(tmp_path: Path) -> Story:
    return story(tmp_path)


def signed_in(name: str = "") -> Client:
    client = Client(headers={"host": "localhost"})
    if name:
        client.force_login(rows.Account.objects.get(username=name), "django.contrib.auth.backends.ModelBackend")
    return client


def words(where: str, name: str = "", client: Client | None = None) -> str:
    answer = (client or signed_in(name)).get(WARD + where)
    assert answer.status_code == 200
    return answer.content.decode()


def asked(client: Client, where: str) -> int:
    with CaptureQueriesContext(connection) as heard:
        assert client.get(WARD + where).status_code == 200
    return len(heard)


@pytest.mark.parametrize("where", PAGES)
def test_a_page_asks_the_database_twelve_times_at_most(people: Story, where: str) -> None:
    """The plan is read once a version of the register; after that the pages of everybody stay below the bound."""
    found = {}
    for name in ("", "office", "reporter", "leader"):
        client = signed_in(name)
        client.get(WARD + where)
        found[name] = asked(client, where)
    assert people.plan
    assert {name: count for name, count in found.items() if count > MOST} == {}


@pytest.mark.parametrize("where", PAGES)
def test_the_questions_of_a_first_page_do_not_grow_with_the_plan(people: Story, where: str) -> None:
    first = asked(signed_in(), where)
    plan = people.plan
    extra = rows.Document.objects.create(plan_id=plan, code="them", kind="Công văn", title="Thêm", issuer="Văn phòng")
    income = rows.Target.objects.get(plan=plan, code="TN")
    original = rows.Figure.objects.filter(target=income, value__isnull=False).first()
    assert original
    for number in range(30):
        figure = rows.Figure.objects.create(
            plan_id=plan, code=f"them-{number}", target=income, body=original.body, period=original.period,
            as_of=date(2022, 6, 1), value=Decimal(number), status="actual", source_document=extra, reported_by="VP",
            entered_at=original.entered_at, way="folder")
        rows.FigureStep.objects.create(figure=figure, state="approved", at=original.entered_at, on=date(2022, 7, 1),
                                       position="Chánh Văn phòng")
    for memory in (known, public, scene, shared, target):
        memory.forget()
    assert asked(signed_in(), where) == first


def test_a_kept_page_asks_for_the_version_only_and_spares_who_has_it(people: Story) -> None:
    client = signed_in()
    first = client.get(WARD + DAY)
    with CaptureQueriesContext(connection) as heard:
        again = client.get(WARD + DAY)
    count = len(heard)
    unchanged = client.get(WARD + DAY, headers={"if-none-match": first["ETag"]})
    assert people.plan
    assert (count, again.content == first.content, unchanged.status_code, unchanged.content) == (1, True, 304, b"")


def test_an_act_makes_another_page_at_once(people: Story) -> None:
    """A figure that is sent back no longer counts: the next reader sees the page without it."""
    client = signed_in()
    before = client.get(WARD + f"targets/TN/{DAY}")
    figure = rows.Figure.objects.get(plan=people.plan, code="TN/22b")
    send_back_figure(call=people.call("office"), figure=figure.pk, message="Xem lại")
    after = client.get(WARD + f"targets/TN/{DAY}", headers={"if-none-match": before["ETag"]})
    assert (after.status_code, after["ETag"] == before["ETag"]) == (200, False)
    assert ("79,1" in before.content.decode(), "79,1" in after.content.decode()) == (True, False)


def test_who_is_signed_in_never_gets_the_page_of_the_public(people: Story) -> None:
    assert people.plan
    everybody = signed_in().get(WARD + DAY)
    office = signed_in("office").get(WARD + DAY)
    assert ("ETag" in everybody, "ETag" in office) == (True, False)
    assert ("Hộp báo cáo" in everybody.content.decode(), "Hộp báo cáo" in office.content.decode()) == (False, True)


def test_every_target_with_its_source_stands_on_the_scoreboard(people: Story) -> None:
    found = words(DAY)
    codes = [code for code in ("TN", "CC", "XL", "HN") if f"/targets/{code}/" in found]
    assert people.plan
    assert codes == ["TN", "CC", "XL", "HN"]
    assert "«Câu có số liệu.»" in found
    assert "Chánh Văn phòng, 20/3/2023" in found


def test_filters_of_the_address_keep_what_fits_and_unknown_ones_are_left_aside(people: Story) -> None:
    assert people.plan
    whole, none = words(f"{DAY}&standing=nonsense&flag=nonsense"), words(f"{DAY}&owner=KT")
    sheet = csv.reader(io.StringIO(words(f"{DAY}&owner=VP&format=csv")))
    assert ("Không có chỉ tiêu nào hợp" in whole, "Không có chỉ tiêu nào hợp" in none) == (False, True)
    assert sorted(row[0] for row in list(sheet)[1:]) == ["CC", "HN", "TN", "XL"]


def test_a_day_that_is_none_is_said_and_the_board_of_today_stays(people: Story) -> None:
    assert people.plan
    found = words("?day=31.02.2023")
    assert 'role="alert"' in found
    assert "/targets/TN/" in found


def test_a_day_before_the_term_is_a_calm_page_that_says_so(people: Story) -> None:
    assert people.plan
    answer = signed_in().get(f"{WARD}?day=2019-01-01")
    assert (answer.status_code, "01/08/2020" in answer.content.decode()) == (422, True)


def test_two_days_show_only_what_moved_and_a_sum(people: Story) -> None:
    found = words(f"{DAY}&with=2022-06-30")
    changed = found.split('id="moved"')[1].split("</section>")[0]
    assert people.plan
    assert "= 4 chỉ tiêu" in changed
    assert changed.count("<tr>") - 1 == int(changed.split(" đổi + ")[0].rsplit(">", 1)[1])


def test_both_files_say_the_same_and_a_formula_stays_a_text(people: Story) -> None:
    amend_target(call=people.call("office"), target=people.targets["TN"], amended=Amendment(
        replace(whole_plan(people.plan).targets[0], name_vi="=1+1"), date(2021, 1, 1), "Đổi tên",
        milestones=whole_plan(people.plan).milestones))
    client = signed_in()
    as_csv = list(csv.reader(io.StringIO(client.get(f"{WARD}{DAY}&format=csv").content.decode("utf-8-sig"))))
    data = client.get(f"{WARD}{DAY}&format=xlsx").content
    as_xlsx = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    names = [row[1] for row in as_csv]
    assert [row[0] for row in as_csv] == [row[0] for row in as_xlsx]
    assert ("'=1+1" in names, "=1+1" in [row[1] for row in as_xlsx]) == (True, True)


def test_an_amended_target_shows_its_old_goal_on_an_old_day_and_both_on_a_new_one(people: Story) -> None:
    """The goal was lowered from 95 to 90 on 1 April 2023: the board of March asks for 95 still."""
    before = whole_plan(people.plan)
    amend_target(call=people.call("office"), target=people.targets["TN"], amended=Amendment(
        replace(before.targets[0], goal=Decimal(90)), date(2023, 4, 1), "Nghị quyết 05-NQ/ĐU",
        milestones=before.milestones))
    march, april = words(f"targets/TN/{DAY}"), words("targets/TN/?day=2023-04-02")
    assert ("90 triệu" in march, "Phiên bản 2" in march) == (False, False)
    assert ("90 triệu" in april, "95 triệu" in april, "Nghị quyết 05-NQ/ĐU" in april) == (True, True, True)
    assert ("c-old" in march, "c-old" in april) == (False, True)


def test_remarks_findings_and_the_log_are_for_insiders(people: Story) -> None:
    sections = ('id="explain"', 'id="opinions"', 'id="log"')
    figure = rows.Figure.objects.get(plan=people.plan, code="TN/22b")
    send_back_figure(call=people.call("office"), figure=figure.pk, message="Xem lại")
    found = {name: [mark in words(f"targets/TN/{DAY}", name) for mark in sections]
             for name in ("", "reporter", "leader", "office")}
    assert people.plan
    assert found == {"": [False, False, False], "reporter": [True, True, False], "leader": [True, True, False],
                     "office": [True, True, True]}


def test_a_leader_asks_about_a_target_and_its_unit_answers(people: Story) -> None:
    """No check found anything: the leader asks all the same, the unit answers on the same page, the office closes."""
    leader, where = signed_in("leader"), f"{WARD}targets/TN/{DAY}"
    sent = leader.post(where, {"act": "ask_unit", "message": "Vì sao chậm?", "due_on": "2099-12-31"})
    assert sent.status_code == 302
    (found,) = [one for one in findings_of(people.plan) if one.finding.kind == "request"]
    (question,) = found.questions
    assert (question.unit, question.message) == ("VP", "Vì sao chậm?")
    unit = signed_in("reporter")
    assert "Vì sao chậm?" in words(f"targets/TN/{DAY}", client=unit)
    unit.post(where, {"act": "answer_question", "question": question.number, "text": "Đang rà soát"})
    assert "Đang rà soát" in words(f"targets/TN/{DAY}", client=leader)


def test_a_question_without_words_or_after_its_day_is_refused_and_what_was_typed_stays(people: Story) -> None:
    answer = signed_in("leader").post(f"{WARD}targets/TN/{DAY}", {
        "act": "ask_unit", "message": "  ", "due_on": "2020-01-01"})
    assert people.plan
    assert (answer.status_code, answer.content.decode().count('class="wrong"')) == (422, 2)
    assert 'value="2020-01-01"' in answer.content.decode()


def test_a_stranger_may_not_ask(people: Story) -> None:
    answer = signed_in().post(f"{WARD}targets/TN/{DAY}", {"act": "ask_unit", "message": "?", "due_on": "2099-12-31"})
    assert people.plan
    assert (answer.status_code, [one for one in findings_of(people.plan) if one.finding.kind == "request"]) == (
        403, [])


def test_a_target_that_is_not_there_is_a_calm_404(people: Story) -> None:
    assert people.plan
    assert signed_in().get(f"{WARD}targets/KHONG/").status_code == 404


def test_the_language_of_a_kept_page_is_the_readers(people: Story) -> None:
    assert people.plan
    client = signed_in()
    vi = words(DAY, client=client)
    client.cookies["tiendo_lang"] = "en"
    en = words(DAY, client=client)
    assert ('lang="vi">' in vi[:80], 'lang="en">' in en[:80]) == (True, True)


def test_what_changed_since_the_last_look_is_kept_for_the_reader(people: Story) -> None:
    client = signed_in()
    first = words("changes/?day=2023-03-31&since=2023-03-01", client=client)
    nothing = words("changes/?day=2023-03-31&since=2023-03-21", client=client)
    assert people.plan
    assert ("79,1 triệu" in first, "79,1 triệu" in nothing) == (True, False)
    seen = client.post(f"{WARD}changes/")
    assert (seen.status_code, seen.cookies["tiendo_seen"]["path"]) == (302, WARD)


def test_a_figure_that_does_not_count_is_shown_to_insiders_apart(people: Story) -> None:
    figure = rows.Figure.objects.get(plan=people.plan, code="TN/22b")
    send_back_figure(call=people.call("office"), figure=figure.pk, message="Xem lại")
    found = {name: "Chưa được tính" in words(f"targets/TN/{DAY}", name) for name in ("", "office")}
    assert found == {"": False, "office": True}
