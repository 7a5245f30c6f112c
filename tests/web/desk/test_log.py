"""The log as people read it: a thing by its name, a role by its word, never by the register's own numbers."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from stories import REPORT, story
from tiendo.store.models import Account
from tiendo.usecases.register.inbox import receive_report

pytestmark = [pytest.mark.usefixtures("register"), pytest.mark.parametrize("register", ["sqlite"], indirect=True)]


@pytest.mark.parametrize(("lang", "report", "role"), [
    ("vi", "Báo cáo quy-1.txt VP", "Người duyệt của đơn vị VP Chánh Văn phòng"),
    ("en", "Report quy-1.txt VP", "Unit's approver VP Chánh Văn phòng"),
])
def test_log_names_things_and_roles_in_words(tmp_path: Path, lang: str, report: str, role: str) -> None:
    told = story(tmp_path)
    receive_report(call=told.call("reporter"), plan=told.plan, source=("quy-1.txt", REPORT.encode()),
                   unit=("VP", "2023-Q1"), limit=10**6)
    client = Client(headers={"host": "localhost"})
    client.force_login(Account.objects.get(username="office"), "django.contrib.auth.backends.ModelBackend")
    client.cookies["tiendo_lang"] = lang
    page = unescape(client.get("/desk/phuong-a-2020-2025/log/").content.decode())
    cells = re.findall(r"<td.*?>(.*?)</td>", page, re.DOTALL)
    cells = [" ".join(re.sub(r"<.*?>", " ", cell).split()) for cell in cells]
    assert [one for one in cells if "quy-1.txt" in one or "Chánh" in one] == [report, role]
