"""What an attacker sends through the door itself: every case here was tried by hand first."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.test import Client, RequestFactory

from stories import PEOPLE, Story, story, ward_plan
from tiendo.site.sign_in import KnownAccountsOnly
from tiendo.store import models as rows
from tiendo.store.queries.drafts import drafts_of, edits_of
from tiendo.usecases.register.drafts import begin_draft, open_draft
from web.test_matrix import signed_in

pytestmark = [pytest.mark.usefixtures("register"), pytest.mark.parametrize("register", ["sqlite"], indirect=True)]
DAY = date(2023, 3, 31)


@pytest.fixture
def people(tmp_path: Path) -> Story:
    return story(tmp_path)


def begun(people: Story) -> tuple[int, str]:
    """A draft and one of its paragraphs."""
    draft = begin_draft(call=people.call("office"), plan=people.plan, as_of=DAY)
    pieces = open_draft(call=people.call("office"), draft=draft).text.pieces
    return draft, next(one.key for one in pieces if one.kind == "paragraph")


def test_nobody_but_the_office_writes_on_a_draft_and_never_under_another_plans_name(people: Story) -> None:
    draft, place = begun(people)
    others = [name for name in ("public", *(one[0] for one in PEOPLE)) if name != "office"]
    typed = {"act": "type", "place": place, "base": "0", "text": "Ghi đè."}
    page = f"/desk/{ward_plan().name}/drafts/{draft}/"
    assert ({signed_in(name).post(page, typed).status_code for name in others}, edits_of(draft)) == ({403}, ())
    other = rows.Plan.objects.get(pk=people.other).name
    assert signed_in("office").get(f"/desk/{other}/drafts/{draft}/").status_code in {403, 404}
    assert signed_in("other-office").get(f"/desk/{other}/drafts/{draft}/").status_code in {403, 404}


def test_an_act_nobody_knows_is_not_called_saved(people: Story) -> None:
    """Found by an attack: `act=publish` changed nothing and was answered "saved"."""
    draft, place = begun(people)
    answer = signed_in("office").post(
        f"/desk/{ward_plan().name}/drafts/{draft}/", {"act": "publish", "place": place, "base": "0"})
    assert (answer.status_code, edits_of(draft)) == (404, ())


def test_script_in_a_draft_stays_words_on_the_page_and_in_its_history(people: Story) -> None:
    draft, place = begun(people)
    page = f"/desk/{ward_plan().name}/drafts/{draft}/"
    client, words = signed_in("office"), '<script>alert()</script>" onfocus=x'
    assert client.post(page, {"act": "type", "place": place, "base": "0", "text": words}).status_code == 302
    shown = [client.get(one).content.decode() for one in (page, f"{page}?edit={place}", f"{page}history")]
    assert [("<script>alert" in one, "&lt;script&gt;alert()&lt;/script&gt;&#34; onfocus" in one) for one in shown] == [
        (False, True)] * 3


def test_forms_of_the_desk_ask_for_their_token(people: Story) -> None:
    draft, place = begun(people)
    client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    client.force_login(rows.Account.objects.get(username="office"), "django.contrib.auth.backends.ModelBackend")
    desk = f"/desk/{ward_plan().name}"
    sent = [client.post(to, {"act": act, "place": place, "base": "0", "text": "x"}).status_code for to, act in (
        (f"{desk}/drafts/{draft}/", "type"), (f"{desk}/works/", "edit_work"), ("/desk/load", "drop"),
        (f"{desk}/review/", "begin"))]
    assert (sent, edits_of(draft), len(drafts_of(people.plan))) == ([403] * 4, (), 1)


def test_pages_of_somebody_signed_in_are_kept_nowhere(people: Story) -> None:
    """Found by an attack: after signing out, Back showed the desk of the person before."""
    draft, _ = begun(people)
    desk, client = f"/desk/{ward_plan().name}", signed_in("office")
    pages = (f"{desk}/", f"{desk}/drafts/{draft}/", f"{desk}/drafts/{draft}/history", f"{desk}/works/", "/desk/load",
             f"{desk}/drafts/{draft}/files/md", "/desk/nowhere/")
    assert {client.get(one).get("Cache-Control") for one in pages} == {"no-store"}
    assert Client(headers={"host": "localhost"}).get(f"/plans/{ward_plan().name}/")["Cache-Control"] == "no-cache"


def test_a_sign_no_database_keeps_is_a_space(people: Story) -> None:
    """Found by an attack: PostgreSQL refuses a NUL in a reason with a fault of its own, and the page was one."""
    number = rows.Task.objects.filter(plan=people.plan).order_by("pk").values_list("pk", flat=True)[0]
    answer = signed_in("office").post(f"/desk/{ward_plan().name}/works/", {
        "act": "edit_work", "number": str(number), "seen": "0", "product": "Bản mới", "why": "Theo\x00họp"})
    assert (answer.status_code, rows.WorkChange.objects.get().why) == (302, "Theo họp")


@pytest.mark.parametrize(("process", "refused"), [("connect", True), ("login", False)])
def test_no_strangers_identity_is_joined_to_who_is_signed_in(people: Story, process: str, *, refused: bool) -> None:
    """Found by an attack: `/accounts/oidc/office/login/?process=connect` is a link any site can lead a person to.

    With the attacker signed in at the provider, the attacker's identity opened that person's account from then on.
    """
    del people
    account = rows.Account.objects.get(username="office")
    request: Any = RequestFactory(headers={"host": "localhost"}).get("/")
    request.user = account
    known = SocialAccount.objects.create(provider="office", uid="x", user=account)
    login = SocialLogin(user=account, account=known, email_addresses=[])
    login.state = {"process": process}
    try:
        KnownAccountsOnly(request).pre_social_login(request, login)
        status = 0
    except ImmediateHttpResponse as error:
        status = error.response.status_code
    assert status == (403 if refused else 0)
