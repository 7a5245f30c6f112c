"""Make the reference pages that come from the code: commands, exit codes, problem codes, permissions, settings.

Run after a change: `.venv/bin/python -m tools.reference`. A test holds the pages in docs/reference to this.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from tiendo.cli.app import build
from tiendo.cli.exits import EXITS, Exit
from tiendo.cli.usage import explain_options
from tiendo.errors import ROOMS
from tiendo.site.table import TABLE
from tiendo.store.permissions import Role, Scope, rules
from tiendo.words import LANGS, Lang, catalogue, say

TARGET = Path(__file__).parents[1] / "docs" / "reference"
MADE = "*Trang này được sinh từ mã nguồn (`python -m tools.reference`). This page is made from the code.*"
LETTERS = """Chữ cái đầu là nơi phát hiện; mã không bao giờ đổi nghĩa. The letter names the room that found it; a code
never changes its meaning."""
CODE = re.compile(r"[A-Z]\d{3}")


def commands() -> str:
    """Every command with its arguments and options, in both languages."""
    vietnamese, english = _named("vi"), _named("en")
    lines = ["# Các lệnh · Commands", MADE, say("cli.help_lang", "vi"), say("cli.help_lang", "en")]
    for name, command in vietnamese.items():
        lines += [f"## tiendo {name}", say(f"cli.help_{name}", "vi"), say(f"cli.help_{name}", "en")]
        pairs = zip(command.params, english[name].params, strict=True)
        rows = [f"| `{_spelled(vi)}` | {_cell(vi.help)} | {_cell(en.help)} |" for vi, en in pairs]
        lines.append("\n".join(["| viết · word | nghĩa | meaning |", "|---|---|---|", *rows]))
    return "\n\n".join(lines) + "\n"


def _named(lang: Lang) -> dict[str, Any]:
    """The commands of the command line in one language."""
    group: Any = typer.main.get_command(build(lang))
    explain_options(group, lang)
    return dict(group.commands)


def _spelled(parameter: object) -> str:
    opts = list(getattr(parameter, "opts", ()))
    metavar = getattr(parameter, "metavar", None) or ""
    if getattr(parameter, "param_type_name", "") == "argument":
        return metavar or str(getattr(parameter, "name", ""))
    return f"{', '.join(opts)} {metavar}".strip()


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")


def exit_codes() -> str:
    """The one table of exit codes."""
    classes = {code: kind.__name__ for kind, code in EXITS}
    rows = [_row(code.value, f"`{code.name}`", classes.get(code, ""), *(
        say(f"cli.exit_{code.name.lower()}", lang) for lang in LANGS)) for code in Exit]
    head = _row("mã · code", "tên · name", "lớp lỗi · error class", "nghĩa", "meaning")
    return "\n".join(["# Mã thoát · Exit codes", "", MADE, "", head, "|---|---|---|---|---|", *rows]) + "\n"


def _row(*cells: object) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def problems() -> str:
    """Every problem's lasting code with its message; findings (C…) have a page of their own beside it."""
    return "\n".join(["# Mã vấn đề · Problem codes", "", MADE, "", LETTERS, *_problem_rows()]) + "\n"


def _problem_rows() -> Iterator[str]:
    for letter, room in ROOMS.items():
        codes = [code for code in catalogue(room, "vi") if CODE.fullmatch(code) and code[0] == letter]
        if codes:
            yield f"\n## {letter}: {room}\n\n| mã · code | thông báo | message |\n|---|---|---|"
        for code in codes:
            yield f"| {code} | {_cell(catalogue(room, 'vi')[code])} | {_cell(catalogue(room, 'en')[code])} |"


def permissions() -> str:
    """Which role may do which act where."""
    roles = [role for role in Role if role is not Role.PUBLIC] + [Role.PUBLIC]
    head = _row("việc · act", *(f"{say(f'store.role_{role}', 'vi')} · {role}" for role in roles))
    rows = [
        _row(f"`{act}` {say(f'store.act_{act}', 'vi')} · {say(f'store.act_{act}', 'en')}",
             *(str(row.get(role, "")) for role in roles)) for act, row in rules().items()
    ]
    scopes = [f"- `{one}`: {say(f'store.scope_{one}', 'vi')} · {say(f'store.scope_{one}', 'en')}" for one in Scope]
    return "\n".join(["# Vai trò và quyền · Roles and permissions", "", MADE, "", *scopes, "", head,
                      "|" + "---|" * (len(roles) + 1), *rows]) + "\n"


def settings() -> str:
    """Every setting of the register, from the environment."""
    rows = [_row(f"`{one.name}`", f"`{one.default}`" if one.default else "", *(
        say(f"store.setting_{one.name}", lang) for lang in LANGS)) for one in TABLE]
    head = _row("tên · name", "khi không đặt · when unset", "nghĩa", "meaning")
    return "\n".join(["# Thiết lập của sổ chung · Settings of the register", "", MADE, "", head, "|---|---|---|---|",
                      *rows]) + "\n"


PAGES = {
    "commands.md": commands, "exit-codes.md": exit_codes, "problems.md": problems, "permissions.md": permissions,
    "settings.md": settings,
}


def main(folder: Path) -> None:
    """Write every page into a folder."""
    for name, make in PAGES.items():
        (folder / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
