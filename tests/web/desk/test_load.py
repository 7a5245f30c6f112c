"""The page that loads a plan: to whom it opens, and what it says of a file that cannot be taken."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from stories import PEOPLE, story, ward_plan
from tiendo.plan import write_plan
from tiendo.store.queries.plans import plan_named
from usecases.register.test_plan_upload import again, packed
from web.test_matrix import signed_in

pytestmark = [pytest.mark.usefixtures("register"), pytest.mark.parametrize("register", ["sqlite"], indirect=True)]
PAGE = "/desk/load"


def sent(data: bytes) -> dict[str, object]:
    return {"plan": SimpleUploadedFile("ke-hoach.zip", data)}


def test_the_page_opens_to_offices_and_administrators(tmp_path: Path) -> None:
    story(tmp_path)
    assert {name for name in ("public", *(one[0] for one in PEOPLE)) if signed_in(name).get(PAGE).status_code == 200} \
        == {"office", "other-office", "administrator"}


def test_errors_stand_in_a_table_by_file_row_and_column(tmp_path: Path) -> None:
    story(tmp_path)
    write_plan(again(), tmp_path / "send")
    path = tmp_path / "send" / "figures.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("79.1", "bảy chín"), encoding="utf-8")
    answer = signed_in("office").post(PAGE, sent(packed(tmp_path / "send")))
    words = answer.content.decode()
    assert (answer.status_code, "figures.csv" in words, "bảy chín" in words, ">3<" in words) == (422, True, True, True)
    assert plan_named(again().name) is None


def test_a_plan_is_shown_then_confirmed_and_opens(tmp_path: Path) -> None:
    story(tmp_path)
    write_plan(again(), tmp_path / "send")
    client = signed_in("office")
    shown = client.post(PAGE, sent(packed(tmp_path / "send"))).content.decode()
    token = shown.split('name="token" value="')[1].split('"')[0]
    assert (ward_plan().title_vi in shown, plan_named(again().name)) == (True, None)
    done = client.post(PAGE, {"act": "confirm", "token": token})
    assert (done.status_code, done["Location"]) == (302, f"/desk/{again().name}/")
    assert plan_named(again().name) is not None
    assert client.post(PAGE, {"act": "confirm", "token": token}).status_code == 422
