"""An exchange of the register's plans: the same rows as the exchange of their folders, on both databases."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from registers import own_register, registers
from stories import NOW
from tiendo.errors import NotThereError
from tiendo.plan import read_plan
from tiendo.store.columns import plan_by_columns
from tiendo.store.permissions import OPERATOR
from tiendo.store.queries.plans import whole_plan
from tiendo.usecases.exchange_folder import export_plans
from tiendo.usecases.exchange_register import export_register
from tiendo.usecases.gather import gather
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.plans import load_plan

__all__ = ["own_register", "registers"]

EXAMPLES = Path(__file__).parents[2] / "examples"
CALL = Call(OPERATOR, NOW)


def tables(folder: Path) -> dict[str, pa.Table]:
    return {str(path.relative_to(folder)): pq.read_table(path, partitioning=None) for path in folder.rglob("*.parquet")}


@pytest.mark.usefixtures("own_register")
def test_register_and_folder_export_the_same_rows(tmp_path: Path) -> None:
    """Cùng một kế hoạch, xuất từ thư mục hay từ sổ: từng dòng như nhau, cả số liệu đọc được trong báo cáo."""
    district = EXAMPLES / "quan-song-to"
    load_plan(call=CALL, folder=district)
    counts = export_register(names=["quan-song-to"], target=tmp_path / "so")
    assert export_plans(plans=[gather(folder=district).plan], target=tmp_path / "thu-muc") == counts
    assert tables(tmp_path / "so") == tables(tmp_path / "thu-muc")


@pytest.mark.usefixtures("own_register")
def test_all_plans_are_exported_when_none_is_named(tmp_path: Path) -> None:
    load_plan(call=CALL, folder=EXAMPLES / "63-tinh")
    export_register(names=[], target=tmp_path / "so")
    export_plans(plans=[read_plan(EXAMPLES / "63-tinh")], target=tmp_path / "thu-muc")
    assert tables(tmp_path / "so") == tables(tmp_path / "thu-muc")


@pytest.mark.usefixtures("own_register")
def test_columns_and_models_tell_the_same_plan() -> None:
    loaded = load_plan(call=CALL, folder=EXAMPLES / "quan-song-to")
    assert plan_by_columns(loaded.plan) == whole_plan(loaded.plan)


@pytest.mark.parametrize("own_register", ["sqlite"], indirect=True)
def test_a_plan_the_register_does_not_have_is_named(own_register: str, tmp_path: Path) -> None:
    with pytest.raises(NotThereError) as told:
        export_register(names=["khong-co"], target=tmp_path / "so")
    assert [problem.values for problem in told.value.problems] == [{"what": "plan", "which": "khong-co"}]
    assert own_register.startswith("sqlite")
    assert not (tmp_path / "so").exists()
