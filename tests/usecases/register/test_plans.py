"""A plan folder into the register and out again; the register's review is the folder's."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from small_plan import tell
from stories import NOW, ward_plan
from tiendo.errors import OutputError, ReviewError, TiendoError
from tiendo.plan import read_plan, write_plan
from tiendo.store import models as rows
from tiendo.store.permissions import OPERATOR
from tiendo.store.queries.plans import plans, units, whole_plan
from tiendo.store.queries.reports import claims_of, reports_of
from tiendo.usecases.gather import gather
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.plans import load_plan, save_plan
from tiendo.usecases.register.review import assess_register, write_register_review
from tiendo.usecases.review_folder import assess_folder, review_folder

pytestmark = pytest.mark.usefixtures("register")
EXAMPLE = Path(__file__).parents[3] / "examples" / "quan-song-to"
CALL = Call(OPERATOR, NOW)
AS_OF = date(2023, 3, 31)


def files(folder: Path) -> dict[str, bytes]:
    """The files of a plan folder; its README and expected standings are no part of the plan."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and path.parent.name != "expected" and path.name != "README.md"}


def test_what_is_loaded_comes_out_byte_for_byte(tmp_path: Path) -> None:
    loaded = load_plan(call=CALL, folder=EXAMPLE)
    save_plan(call=CALL, plan=loaded.plan, folder=tmp_path / "out")
    assert files(tmp_path / "out") == files(EXAMPLE)


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_save_that_fails_leaves_no_folder_and_the_old_one_as_it_was(tmp_path: Path) -> None:
    loaded = load_plan(call=CALL, folder=EXAMPLE)
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(OutputError):
        save_plan(call=CALL, plan=loaded.plan, folder=tmp_path / "file" / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    save_plan(call=CALL, plan=loaded.plan, folder=tmp_path / "out")
    before = files(tmp_path / "out")
    save_plan(call=CALL, plan=loaded.plan, folder=tmp_path / "out")
    assert files(tmp_path / "out") == before


def test_loading_again_changes_nothing() -> None:
    first = load_plan(call=CALL, folder=EXAMPLE)
    lines = rows.Act.objects.count()
    again = load_plan(call=CALL, folder=EXAMPLE)
    assert (first.new, again.new, again.plan, rows.Act.objects.count()) == (True, False, first.plan, lines)


def test_the_registers_plan_is_what_the_folder_gathers() -> None:
    loaded = load_plan(call=CALL, folder=EXAMPLE)
    assert whole_plan(loaded.plan) == gather(folder=EXAMPLE).plan


def test_decisions_of_the_folder_stand_on_their_claims() -> None:
    loaded = load_plan(call=CALL, folder=EXAMPLE)
    decided = [claim.decision for report in reports_of(loaded.plan) for claim in claims_of(report.number)
               if claim.decision]
    assert len(decided) == len(read_plan(EXAMPLE).acceptances)


def test_standings_are_the_folders() -> None:
    loaded = load_plan(call=CALL, folder=EXAMPLE)
    assert assess_register(call=CALL, plan=loaded.plan, as_of=AS_OF).assessments == \
        assess_folder(folder=EXAMPLE, as_of=AS_OF).assessments


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_the_review_is_the_folders_word_for_word(tmp_path: Path) -> None:
    loaded = load_plan(call=CALL, folder=EXAMPLE)
    own = write_register_review(call=CALL, plan=loaded.plan, as_of=AS_OF, out=tmp_path / "own")
    folder = review_folder(folder=EXAMPLE, as_of=AS_OF, out=tmp_path / "folder")
    assert (own.review.nodes, own.review.ledger) == (folder.review.nodes, folder.review.ledger)
    bulletins = [(tmp_path / room / "ban-tin.md").read_bytes() for room in ("own", "folder")]
    assert bulletins[0] == bulletins[1]


def test_a_folder_whose_decision_no_longer_holds_is_not_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(EXAMPLE, folder)
    report = folder / "reports" / "bc-qldt-q1-2023.txt"
    report.write_text(report.read_text("utf-8") + "\nthêm", "utf-8")
    with pytest.raises(ReviewError):
        load_plan(call=CALL, folder=folder)
    assert (plans(), rows.Blob.objects.count()) == ((), 0)


def test_a_plan_refused_by_the_register_leaves_it_as_it_was(tmp_path: Path) -> None:
    plan = ward_plan()
    write_plan(plan, tmp_path / "plan")
    load_plan(call=CALL, folder=tmp_path / "plan")
    before = {model: model._default_manager.count() for model in (rows.Body, rows.Plan, rows.Figure, rows.Act)}
    write_plan(replace(plan, name="khac", bodies=tuple(replace(one, level="khác") for one in plan.bodies)),
               tmp_path / "khac")
    with pytest.raises(TiendoError) as caught:
        load_plan(call=CALL, folder=tmp_path / "khac")
    assert [code for code, *_ in tell(caught.value.problems)] == ["S101"] * len(plan.bodies)
    assert {model: model._default_manager.count() for model in before} == before


def test_units_are_the_bodies_that_lead(tmp_path: Path) -> None:
    write_plan(ward_plan(), tmp_path / "plan")
    loaded = load_plan(call=CALL, folder=tmp_path / "plan")
    assert [(one.code, one.targets) for one in units(loaded.plan)] == [("VP", 4)]
