"""A backup restores to the same content hash, on the other database too; a broken one restores nothing."""

import json
import zipfile
from pathlib import Path

import pytest
from django.db import connections

from registers import KINDS, Registers, use
from small_plan import tell
from stories import REPORT, story
from tiendo.errors import RegisterError
from tiendo.store import models as rows
from tiendo.store.queries.plans import folder_plan, plans
from tiendo.store.safekeeping import content_hash, read_backup, write_backup
from tiendo.usecases.register.inbox import receive_report
from tiendo.usecases.register.remarks import attach_evidence


def filled(room: Path) -> None:
    """A register with something of every kind in it, a file too."""
    people = story(room)
    receive_report(call=people.call("reporter"), plan=people.plan, source=("quy-1.txt", REPORT.encode()),
                   unit=("VP", "2023-Q1"), limit=10**6)
    figure = rows.Figure.objects.filter(plan=people.plan)[0].pk
    attach_evidence(call=people.operator, figure=figure, name="bc.txt", data=REPORT.encode(), limit=10**6)


def codes(caught: pytest.ExceptionInfo[RegisterError]) -> list[str]:
    return [code for code, *_ in tell(caught.value.problems)]


@pytest.mark.parametrize(("one", "other"), [(one, other) for one in KINDS for other in KINDS])
def test_a_restored_register_has_the_same_content(registers: Registers, tmp_path: Path, one: str, other: str) -> None:
    use(registers.fresh(one))
    filled(tmp_path)
    kept = write_backup(tmp_path / "so.zip")
    before = [folder_plan(plan.number) for plan in plans()]
    assert kept == content_hash()
    use(registers.fresh(other))
    assert read_backup(tmp_path / "so.zip") == kept
    assert (content_hash(), [folder_plan(plan.number) for plan in plans()]) == (kept, before)
    last = rows.Account.objects.latest("pk")
    assert rows.Account.objects.create(username="sau", joined_at=last.joined_at).pk == last.pk + 1
    connections.close_all()


@pytest.fixture
def backup(registers: Registers, tmp_path: Path) -> Path:
    """The backup of a filled register; an empty one is open."""
    use(registers.fresh("sqlite"))
    filled(tmp_path)
    write_backup(tmp_path / "so.zip")
    use(registers.fresh("sqlite"))
    return tmp_path / "so.zip"


def changed(backup: Path, name: str, old: str, new: str) -> Path:
    """The backup with one of its files changed."""
    path = backup.with_name("khac.zip")
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(path, "w") as out:
        for each in source.namelist():
            text = source.read(each).decode()
            assert each != name or old in text
            out.writestr(each, text.replace(old, new) if each == name else text)
    return path


@pytest.mark.parametrize(("name", "old", "new", "code"), [
    ("store_figure.jsonl", "Chưa rà soát xong", "Đã rà soát", "S705"),
    ("register.json", '"format": 1', '"format": 2', "S703"),
    ("register.json", "reported_by", "reported", "S703"),
    ("store_figure.jsonl", "[1,", "[oops,", "S702"),
])
def test_a_backup_that_was_touched_restores_nothing(backup: Path, name: str, old: str, new: str, code: str) -> None:
    with pytest.raises(RegisterError) as caught:
        read_backup(changed(backup, name, old, new))
    assert (codes(caught), rows.Body.objects.count(), rows.Figure.objects.count()) == ([code], 0, 0)


def test_what_is_no_backup_is_told(backup: Path) -> None:
    backup.write_bytes(b"not a zip")
    with pytest.raises(RegisterError) as caught:
        read_backup(backup)
    assert codes(caught) == ["S702"]
    with pytest.raises(RegisterError) as caught:
        read_backup(backup.with_name("khong-co.zip"))
    assert codes(caught) == ["S702"]


def test_a_register_in_use_is_not_restored_over(backup: Path) -> None:
    read_backup(backup)
    before = content_hash()
    with pytest.raises(RegisterError) as caught:
        read_backup(backup)
    assert (codes(caught), content_hash()) == (["S704"], before)


def test_a_backup_that_cannot_be_written_leaves_the_old_one(backup: Path) -> None:
    old = backup.read_bytes()
    folder = backup.with_name("day")
    folder.mkdir()
    with pytest.raises(RegisterError) as caught:
        write_backup(folder)
    assert (codes(caught), backup.read_bytes(), list(folder.iterdir())) == (["S701"], old, [])


def test_the_head_says_what_is_inside(backup: Path) -> None:
    with zipfile.ZipFile(backup) as source:
        head = json.loads(source.read("register.json"))
        counted = sum(len(source.read(name).splitlines()) for name in source.namelist() if name.endswith(".jsonl"))
    assert (head["format"], head["rows"]) == (1, counted)
