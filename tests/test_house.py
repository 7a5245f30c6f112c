"""The house keeps its own rules: sizes, doors, words, clocks. import-linter holds the arrows (pyproject.toml)."""

import ast
import importlib
import json
import re
import string
from pathlib import Path

import pytest

from tiendo.errors import ROOMS
from tiendo.words import LANGS, catalogue

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "tiendo"
MODULES = sorted(SOURCE.rglob("*.py"))
ALL_ROOMS = sorted(path.parent.name for path in SOURCE.glob("*/__init__.py"))
DOORS = {"cli"}  # the only rooms that may ask the clock
CATALOGUES = sorted(path.stem for path in (SOURCE / "words" / "vi").glob("*.toml"))


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(parse(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_modules_stay_under_400_lines() -> None:
    sizes = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: size for path, size in sizes.items() if size > 400} == {}


def test_functions_stay_under_40_lines() -> None:
    sizes = {f"{path.relative_to(ROOT)}:{one.name}": (one.end_lineno or 0) - one.lineno + 1
             for path in MODULES for one in functions(path)}
    assert {name: size for name, size in sizes.items() if size > 40} == {}


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for path in MODULES if not ast.get_docstring(parse(path))] == []


def test_every_room_has_a_page_of_its_own() -> None:
    assert [room for room in ALL_ROOMS if not (SOURCE / room / "README.md").exists()] == []


def test_exported_names_are_the_promise_written_down() -> None:
    """A changed promise is a deliberate act: it changes tests/snapshots/exports.json in the same commit."""
    found = {room: sorted(importlib.import_module(f"tiendo.{room}").__all__) for room in ALL_ROOMS}
    promised = json.loads((ROOT / "tests" / "snapshots" / "exports.json").read_text(encoding="utf-8"))
    assert found == promised


def test_exported_names_exist() -> None:
    missing = [f"{room}.{name}" for room in ALL_ROOMS for name in importlib.import_module(f"tiendo.{room}").__all__
               if not hasattr(importlib.import_module(f"tiendo.{room}"), name)]
    assert missing == []


def test_rooms_below_the_doors_never_ask_the_clock() -> None:
    asks = [str(path.relative_to(ROOT)) for path in MODULES if path.relative_to(SOURCE).parts[0] not in DOORS
            for node in ast.walk(parse(path))
            if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}]
    assert asks == []


def test_no_room_is_named_for_nothing() -> None:
    names = {part for path in MODULES for part in path.relative_to(SOURCE).with_suffix("").parts}
    assert names & {"utils", "util", "helpers", "helper", "manager", "service", "common", "misc"} == set()


def test_no_except_swallows_everything() -> None:
    broad = [f"{path.relative_to(ROOT)}:{node.lineno}" for path in MODULES for node in ast.walk(parse(path))
             if isinstance(node, ast.ExceptHandler)
             and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id.endswith("BaseException"))
                  or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))]
    assert broad == []


def test_every_exemption_carries_its_reason() -> None:
    """`# noqa: X` and `# type: ignore[x]` are followed by why, at least once a run of lines."""
    bare = [f"{path.relative_to(ROOT)}:{number}" for path in MODULES
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if re.search(r"#\s*(noqa|type: ignore)(?!.* - \w)(?!: PLC0415$)", line)]
    assert bare == []


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("room", CATALOGUES)
def test_words_stand_in_both_languages(room: str) -> None:
    vi, en = ({key: placeholders(text) for key, text in catalogue(room, lang).items()} for lang in LANGS)
    assert vi == en


def codes_in_source() -> dict[str, set[str]]:
    """Problem codes that the code makes, by room of its letter."""
    found: dict[str, set[str]] = {}
    for path in MODULES:
        for code in re.findall(rf'"([{"".join(ROOMS)}]\d{{3}})"', path.read_text(encoding="utf-8")):
            found.setdefault(ROOMS[code[0]], set()).add(code)
    return found


def test_every_problem_code_has_words_and_every_worded_code_is_used() -> None:
    worded = {room: {key for key in catalogue(room, "vi") if re.fullmatch(r"[A-Z]\d{3}", key)} for room in CATALOGUES}
    assert {room: codes for room, codes in worded.items() if codes} == codes_in_source()


def test_nothing_committed_names_a_registry_or_a_machine() -> None:
    locks = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert re.findall(r"https?://|--index-url|--find-links|file:", locks) == []
