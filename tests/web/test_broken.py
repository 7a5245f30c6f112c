"""A wrong address, a stale form, a fault of ours: a calm page in the reader's language that says what to do."""

import re

import pytest
from django.test import Client

pytestmark = [pytest.mark.usefixtures("register"), pytest.mark.parametrize("register", ["sqlite"], indirect=True)]


def heading(page: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", page)
    return found[1] if found else ""


@pytest.mark.parametrize(("lang", "told"), [("vi", "Không có trang này"), ("en", "There is no such page")])
@pytest.mark.parametrize("where", ["/khong-co", "/desk", "/plans/", "/api/v2/figures"])
def test_a_wrong_address_is_told_calmly(where: str, lang: str, told: str) -> None:
    client = Client(headers={"host": "localhost"})
    client.cookies["tiendo_lang"] = lang
    answer = client.get(where)
    assert (answer.status_code, heading(answer.content.decode())) == (404, told)


def test_a_form_of_another_site_is_refused_and_says_what_to_do() -> None:
    client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    answer = client.post("/accounts/login/", {"login": "a", "password": "b"})
    assert (answer.status_code, heading(answer.content.decode())) == (403, "Trang đã mở quá lâu")


def test_a_fault_of_ours_shows_nothing_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tiendo.site.urls.connection.cursor", lambda: 1 / 0)
    answer = Client(raise_request_exception=False, headers={"host": "localhost"}).get("/health")
    assert (answer.status_code, heading(answer.content.decode()), "ZeroDivision" in answer.content.decode()) == (
        500, "Hệ thống gặp lỗi", False)
