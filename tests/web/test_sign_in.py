"""Signing in: what a wrong password is told, and the lock after too many."""

import pytest
from django.conf import settings
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone

from tiendo.store.permissions import OPERATOR
from tiendo.usecases.register.accounts import add_account
from tiendo.usecases.register.call import Call

pytestmark = [pytest.mark.usefixtures("register"), pytest.mark.parametrize("register", ["sqlite"], indirect=True)]
PASSWORD = "mot-cau-dai-de-nho"  # noqa: S105 - of this test's register only


def tries(client: Client, password: str) -> tuple[int, str]:
    answer = client.post("/accounts/login/", {"login": "van-phong", "password": password})
    return answer.status_code, answer.content.decode()


@pytest.fixture
def client(register: str) -> Client:  # noqa: ARG001 - an empty register first
    add_account(call=Call(OPERATOR, timezone.localtime()), username="van-phong", password=PASSWORD)
    return Client(headers={"host": "localhost"})


@pytest.mark.parametrize(("lang", "words"), [
    ("vi", "Tên đăng nhập hoặc mật khẩu chưa đúng."), ("en", "The username or the password is not right."),
])
def test_a_wrong_password_is_told_in_the_readers_language(client: Client, lang: str, words: str) -> None:
    client.cookies["tiendo_lang"] = lang
    status, page = tries(client, "sai-mat-khau")
    assert (status, words in page, "van-phong" in page) == (200, True, True)


def test_too_many_wrong_passwords_lock_the_name_for_a_while(client: Client) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        tries(client, "sai-mat-khau")
    status, page = tries(client, PASSWORD)
    assert (status, "Tạm khóa đăng nhập" in page) == (429, True)


def test_nobody_signs_up_alone(client: Client) -> None:
    page = client.get("/accounts/signup/").content.decode()
    assert "Tài khoản do người quản trị của cơ quan lập." in page


def test_sign_in_opens_the_desk_and_says_nothing_more(client: Client) -> None:
    status, _ = tries(client, PASSWORD)
    assert (status, list(get_messages(client.get("/").wsgi_request))) == (302, [])
