"""The manual keeps up with the code: generated pages equal it, links lead somewhere, terms and commands exist."""

import re
import sys
from pathlib import Path

import pytest

from tiendo.checking import Finding
from tiendo.cli.commands import COMMANDS
from tiendo.words import LANGS

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tools.reference import PAGES  # noqa: E402 - tools stand beside the package, not in it

MANUAL = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
BLOCK = re.compile(r"```\n(.*?)```", re.DOTALL)
CALL = re.compile(r"(?:^|[\s`/])tiendo ([a-z]+)\b", re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_reference_page_is_what_the_code_says(name: str) -> None:
    """Out of date? `python -m tools.reference` writes it again."""
    assert (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") == PAGES[name]()


def test_every_link_leads_to_a_file() -> None:
    dead = [f"{page.relative_to(ROOT)}: {target}" for page in MANUAL
            for target in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / target).exists()]
    assert dead == []


def test_every_decision_is_in_the_list_and_the_list_has_no_other() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


def test_decisions_say_what_was_rejected() -> None:
    silent = [path.name for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md")
              if "**Rejected.**" not in path.read_text(encoding="utf-8")]
    assert silent == []


def test_guide_stands_in_both_languages() -> None:
    pages = {path.name.rsplit(".", 2)[0]: set[str]() for path in (ROOT / "docs" / "guide").glob("*.md")}
    for path in (ROOT / "docs" / "guide").glob("*.md"):
        pages[path.name.rsplit(".", 2)[0]].add(path.name.rsplit(".", 2)[1])
    assert {page: langs for page, langs in pages.items() if langs != set(LANGS)} == {}


def test_every_call_in_the_manual_is_a_command() -> None:
    called = {name for page in MANUAL for block in BLOCK.findall(page.read_text(encoding="utf-8"))
              for name in CALL.findall(block)}
    assert called - set(COMMANDS) == set()


def names_in_code(text: str) -> set[str]:
    found = re.findall(r"`([A-Z][A-Za-z]+)(?:\.[A-Za-z_]+)?`", text)
    return {name for name in found if name not in {name.upper(), "None"}}


def test_glossary_names_exist_in_the_code() -> None:
    """Every record the glossary names is a class of the source."""
    classes = {name for path in (ROOT / "src").rglob("*.py")
               for name in re.findall(r"^class (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)}
    assert Finding.__name__ in classes
    assert names_in_code((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")) - classes == set()
