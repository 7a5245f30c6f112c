"""A plan sent at the desk: looked at, every error told with its place, confirmed once; hostile zips stay outside."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from small_plan import tell
from stories import Story, other_plan, story, ward_plan
from tiendo.errors import NotAllowedError, PlanError, RegisterError
from tiendo.plan import Body, Plan, write_plan, write_workbook
from tiendo.store import models as rows
from tiendo.store.queries.plans import folder_plan, plan_named
from tiendo.usecases.register.plan_upload import (
    add_bodies,
    confirm_upload,
    drop_upload,
    may_load,
    preview_upload,
)

pytestmark = pytest.mark.usefixtures("register")
LIMIT = 10**7


@pytest.fixture
def people(tmp_path: Path) -> Story:
    return story(tmp_path)


def again() -> Plan:
    """Another plan of ward P, under a name of its own."""
    return replace(ward_plan(), name="phuong-a-2025-2030")


def packed(folder: Path, top: str = "") -> bytes:
    """A folder as zip, inside a folder of that name or bare."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                zipped.write(path, f"{top}{path.relative_to(folder)}")
    return out.getvalue()


def folder(plan: Plan, room: Path) -> Path:
    write_plan(plan, room / "send")
    return room / "send"


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def test_a_packed_folder_brings_its_outline(people: Story, tmp_path: Path) -> None:
    border = '{"type": "Point", "coordinates": [107.6, 20.3]}\r\n'
    data = packed(folder(replace(again(), outline=border), tmp_path), "ke-hoach/")
    seen = preview_upload(call=people.call("office"), name="kh.zip", data=data, limit=LIMIT)
    loaded = confirm_upload(call=people.call("office"), token=seen.token, limit=LIMIT)
    assert (seen.left_out, folder_plan(loaded.plan).outline) == ((), border)


@pytest.mark.parametrize("top", ["", "kế hoạch/", "__MACOSX/"])
def test_a_packed_folder_is_looked_at_then_loaded(people: Story, tmp_path: Path, top: str) -> None:
    data = packed(folder(again(), tmp_path), "" if top == "__MACOSX/" else top)
    if top == "__MACOSX/":
        with zipfile.ZipFile(out := io.BytesIO(data), "a") as more:
            more.writestr("__MACOSX/._targets.csv", b"x")
        data = out.getvalue()
    call = people.call("office")
    seen = preview_upload(call=call, name="kh.zip", data=data, limit=LIMIT)
    assert (seen.new, seen.body, dict(seen.counts)["figures"], seen.new_bodies) == (True, "Phường A", 5, ())
    assert plan_named(again().name) is None
    loaded = confirm_upload(call=call, token=seen.token, limit=LIMIT)
    assert (folder_plan(loaded.plan), loaded.figures) == (again(), 5)
    assert rows.PendingUpload.objects.count() == 0
    with pytest.raises(RegisterError) as caught:
        confirm_upload(call=call, token=seen.token, limit=LIMIT)
    assert [one.code for one in caught.value.problems] == ["S225"]


@pytest.mark.parametrize(("first", "new"), [(False, ("Phòng mới",)), (True, ())])
def test_a_body_the_tree_does_not_have_is_told(
    people: Story, tmp_path: Path, first: bool, new: tuple[str, ...],
) -> None:
    """Bodies that `tiendo bodies` took in before any plan named them are there already."""
    plan = replace(again(), bodies=(*again().bodies, Body("PM", "Phòng mới", "New Division", "unit", "P")))
    sent = folder(plan, tmp_path)
    if first:
        add_bodies(call=people.operator, path=sent)
    seen = preview_upload(call=people.call("office"), name="kh.zip", data=packed(sent), limit=LIMIT)
    assert seen.new_bodies == new


def test_files_that_are_no_part_of_a_plan_stay_out_and_are_named(people: Story, tmp_path: Path) -> None:
    sent = folder(again(), tmp_path)
    (sent / "README.md").write_text("Đọc trước", encoding="utf-8")
    (sent / "cu").mkdir()
    (sent / "cu" / "figures.csv").write_text("x", encoding="utf-8")
    seen = preview_upload(call=people.call("office"), name="kh.zip", data=packed(sent, "kh/"), limit=LIMIT)
    assert (seen.left_out, seen.new) == (("README.md", "cu/figures.csv"), True)


def test_a_table_of_a_name_nobody_knows_is_an_error_not_left_out(people: Story, tmp_path: Path) -> None:
    sent = folder(again(), tmp_path)
    (sent / "task.csv").write_text("code\n", encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        preview_upload(call=people.call("office"), name="kh.zip", data=packed(sent), limit=LIMIT)
    assert tell(caught.value.problems) == [("P103", "task.csv", None, None)]


def test_a_workbook_is_looked_at_then_loaded(people: Story, tmp_path: Path) -> None:
    path = tmp_path / "kh.xlsx"
    write_workbook(again(), path)
    seen = preview_upload(call=people.call("office"), name="kh.xlsx", data=path.read_bytes(), limit=LIMIT)
    loaded = confirm_upload(call=people.call("office"), token=seen.token, limit=LIMIT)
    assert folder_plan(loaded.plan) == again()


def test_a_plan_that_stands_word_for_word_changes_nothing(people: Story, tmp_path: Path) -> None:
    data = packed(folder(ward_plan(), tmp_path))
    assert preview_upload(call=people.call("office"), name="kh.zip", data=data, limit=LIMIT).new is False


def test_every_bad_cell_is_told_with_file_row_and_column_and_nothing_is_kept(people: Story, tmp_path: Path) -> None:
    sent = folder(again(), tmp_path)
    for name, old, new in (("figures.csv", "79.1", "bảy chín"), ("targets.csv", "at_least", "càng nhiều càng tốt"),
                           ("tasks.csv", "2022-12-15", "32/12/2022")):
        path = sent / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        preview_upload(call=people.call("office"), name="kh.zip", data=packed(sent), limit=LIMIT)
    assert {(file, row, column) for _, file, row, column in tell(caught.value.problems)} == {
        ("figures.csv", 3, "value"), ("targets.csv", 2, "direction"), ("tasks.csv", 2, "due_on")}
    assert (rows.PendingUpload.objects.count(), plan_named(again().name)) == (0, None)


def test_what_the_register_itself_refuses_is_told_before_anything_is_confirmed(people: Story, tmp_path: Path) -> None:
    other = replace(again(), bodies=(*again().bodies[:-1], replace(again().bodies[-1], name_vi="Phòng khác")))
    with pytest.raises(RegisterError) as caught:
        preview_upload(call=people.call("office"), name="kh.zip", data=packed(folder(other, tmp_path)), limit=LIMIT)
    assert tell(caught.value.problems) == [("S101", "bodies.csv", 5, "name_vi")]


@pytest.mark.parametrize(("data", "codes"), [
    (b"", ["S501"]), (b"x" * 200, ["S504"]), (b"PK\x03\x04" + b"\0" * 90, ["S504"]),
    (zipped(**{"../../etc/cron.d/x": b"x", "targets.csv": b"x"}), ["S505"]),
    (zipped(**{"/etc/passwd": b"x"}), ["S505"]), (zipped(**{"reports/../../x": b"x"}), ["S505"]),
    (zipped(**{"C:\\plan\\targets.csv": b"x"}), ["S505"]), (zipped(**{"run.sh": b"x"}), ["S504"]),
    (zipped(**{"reports/a.txt": b"\0" * 300 * 2**20}), ["R114", "S504"]),
], ids=["empty", "no zip", "broken", "outside", "absolute", "climbs", "backslash", "strangers", "bomb"])
def test_a_hostile_or_strange_file_stays_outside(people: Story, data: bytes, codes: list[str]) -> None:
    with pytest.raises(RegisterError) as caught:
        preview_upload(call=people.call("office"), name="kh.zip", data=data, limit=LIMIT)
    assert [one.code for one in caught.value.problems] == codes


def test_a_file_over_the_limit_is_refused_before_it_is_opened(people: Story) -> None:
    with pytest.raises(RegisterError) as caught:
        preview_upload(call=people.call("office"), name="kh.zip", data=b"PK" * 100, limit=100)
    assert [one.code for one in caught.value.problems] == ["S502"]


def test_another_file_sent_since_is_not_confirmed_by_the_old_page(people: Story, tmp_path: Path) -> None:
    call = people.call("office")
    first = preview_upload(call=call, name="a.zip", data=packed(folder(again(), tmp_path)), limit=LIMIT)
    preview_upload(call=call, name="b.zip", data=packed(folder(
        replace(again(), title_vi="Nghị quyết khác"), tmp_path / "b")), limit=LIMIT)
    with pytest.raises(RegisterError):
        confirm_upload(call=call, token=first.token, limit=LIMIT)
    drop_upload(call=call)
    assert (rows.PendingUpload.objects.count(), plan_named(again().name)) == (0, None)


def test_only_the_plans_own_office_and_the_administrator_load_it(people: Story, tmp_path: Path) -> None:
    data = packed(folder(replace(other_plan(), name="phuong-q-2025-2030"), tmp_path))
    tried = {}
    for name in ("office", "other-office", "administrator", "leader", "reporter"):
        try:
            preview_upload(call=people.call(name), name="kh.zip", data=data, limit=LIMIT)
        except NotAllowedError:
            tried[name] = False
        else:
            tried[name] = True
    assert tried == {"office": False, "other-office": True, "administrator": True, "leader": False, "reporter": False}
    assert [name for name, actor in people.actors().items() if may_load(actor)] == [
        "office", "administrator", "other-office"]


@pytest.mark.parametrize("name", [".", "./", "/"])
def test_a_zip_whose_names_say_nothing_is_no_plan(people: Story, name: str) -> None:
    """Found by an attack: a file named "." in a zip has no parts, and the page failed instead of refusing it."""
    with pytest.raises(RegisterError):
        preview_upload(call=people.call("office"), name="kh.zip", data=zipped(**{name: b"x"}), limit=LIMIT)
