"""review.html as a text: closed to the outside, every number with its proof, hostile words harmless, any plan drawn."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from reviews import DAYS, example, review_of
from small_plan import small_plan
from strategies import plans
from tiendo.plan import Plan
from tiendo.review.page import page


@pytest.fixture(scope="module", params=DAYS)
def text(request: pytest.FixtureRequest) -> str:
    return page(example(request.param))


@pytest.fixture(scope="module")
def tree(text: str) -> HtmlElement:
    return html.fromstring(text)


def found(tree: HtmlElement, path: str) -> list[Any]:
    """What an XPath finds: elements or the values of attributes."""
    answer: Any = tree.xpath(path)
    return list(answer)


def dead_links(tree: HtmlElement) -> list[str]:
    ids = set(found(tree, "//@id"))
    return [link for link in (*found(tree, "//a/@href"), *found(tree, "//use/@href")) if link[1:] not in ids]


def doubled_ids(tree: HtmlElement) -> list[str]:
    ids = found(tree, "//@id")
    return sorted({one for one in ids if ids.count(one) > 1})


def test_every_link_leads_to_a_place_on_the_page(tree: HtmlElement) -> None:
    assert (dead_links(tree), doubled_ids(tree)) == ([], [])


def test_every_number_leads_to_what_it_stands_on(tree: HtmlElement) -> None:
    """Every underlined number opens a row with a source sentence, a document or the way it was computed."""
    numbers = tree.find_class("fig")
    assert len(numbers) > 200
    rows = {number.get("href"): tree.get_element_by_id(str(number.get("href"))[1:]) for number in numbers}
    bare = [href for href, row in rows.items()
            if not "".join(cell.text_content() for cell in row.find_class("src")).strip()]
    assert bare == []


def test_both_languages_show_the_same_numbers(tree: HtmlElement) -> None:
    vi, en = ([str(one.get("href"))[4:] for one in tree.get_element_by_id(lang).find_class("fig")]
              for lang in ("vi", "en"))
    assert vi == en


def test_policy_allows_exactly_the_style_and_script_inside(text: str) -> None:
    def digest(tag: str) -> str:
        inside = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(inside) == 1
        return base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()

    policy = found(html.fromstring(text), "//meta[@http-equiv='Content-Security-Policy']/@content")
    allowed = {"style-src": f"'sha256-{digest('style')}'", "script-src": f"'sha256-{digest('script')}'"}
    assert [dict(rule.split(" ", 1) for rule in one.split("; ")) for one in policy] == [{
        "default-src": "'none'", **allowed, "img-src": "data:", "font-src": "data:", "base-uri": "'none'",
        "form-action": "'none'"}]


def test_page_names_no_address_outside_itself(tree: HtmlElement, text: str) -> None:
    links = [*found(tree, "//@href"), *found(tree, "//@src"), *found(tree, "//@action")]
    assert [link for link in links if not link.startswith("#")] == []
    assert re.findall(r"https?://|url\((?!data:)|@import", text) == []


def test_page_has_no_inline_style_or_handler(tree: HtmlElement) -> None:
    names = {str(name) for element in tree.iter() if isinstance(element, HtmlElement) for name in element.attrib}
    assert sorted(name for name in names if name == "style" or name.startswith("on")) == []


def test_words_of_a_plan_are_words_and_nothing_else() -> None:
    """A target named `<script>…` is shown as it is written."""
    hostile = '<script>alert(1)</script>"\'&{{ 7 * 7 }}'
    plan = small_plan()
    targets = tuple(replace(one, name_vi=f"{hostile} {one.code}", name_en=hostile + one.code, sector=hostile)
                    for one in plan.targets)
    tree = html.fromstring(page(review_of(replace(plan, targets=targets, title_vi=hostile), "2023-03-31")))
    assert len(found(tree, "//script")) == 1
    assert found(tree, "//h1")[0].text == hostile
    assert found(tree, "//article/header//h3")[0].text == f"{hostile} TN"


def test_page_only_opens_in_the_language_the_review_was_composed_in() -> None:
    plan = small_plan()
    english, vietnamese = (page(review_of(plan, "2023-03-31", lang=lang)) for lang in ("en", "vi"))
    assert [text.partition(">")[0] for text in (english.partition("<html ")[2], vietnamese.partition("<html ")[2])] == [
        'lang="en" data-lang="en"', 'lang="vi"']
    assert english.partition("<body>")[2].replace(" hidden>", ">") == vietnamese.partition("<body>")[2].replace(
        " hidden>", ">")


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(plan=plans(), as_of=st.dates(date(2019, 1, 1), date(2030, 12, 31)))
def test_any_plan_on_any_day_becomes_a_page_whose_links_hold(plan: Plan, as_of: date) -> None:
    projects = tuple(replace(project, phase="thi_cong") for project in plan.projects)
    tree = html.fromstring(page(review_of(replace(plan, projects=projects), as_of.isoformat())))
    assert (dead_links(tree), doubled_ids(tree)) == ([], [])
    assert len(found(tree, "//div[@id='vi']//article")) == len(plan.targets)
