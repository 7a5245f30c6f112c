"""The reference page of the plan folder, out of the same schema the readers and writers use.

`python -m tiendo.plan.manual > docs/reference/plan-folder.md` writes it again after a change.
"""

import re
import sys
from collections.abc import Iterable
from importlib.resources import files

from tiendo.plan.csvfile import LARGEST
from tiendo.plan.draft import HEAD
from tiendo.plan.rules.targets import directions_by_kind
from tiendo.plan.scale import Scale, scales
from tiendo.plan.tables import TABLES, Column, Table, Type, table_of
from tiendo.words import LANGS, catalogue, say

__all__ = ["reference_page"]

_FORMS: dict[Type, tuple[str, str]] = {
    Type.TEXT: ("`Quận ủy`", "–"),
    Type.CHOICE: ("`at_least`", "“ít nhất”"),
    Type.CODES: ("`CCTK;KTQ`", "–"),
    Type.NUMBER: ("`95.91`", "–"),
    Type.VALUE: ("`95.91`, `htt`", "“Hoàn thành tốt nhiệm vụ”"),
    Type.INTEGER: ("`2023`", "–"),
    Type.DAY: ("`2023-03-31`", "`31/03/2023`"),
    Type.PERIOD: ("`2022`, `2022-H1`, `2022-Q3`, `2022-09`, `2022-01/2022-09`, `2020/2025`, `2022-06-15`", "–"),
    Type.FLAG: ("`true`, `false`", "`1`, `0`, “có”, “không”"),
}  # a type -> how it is written, what else is read


def reference_page() -> str:
    """The whole page, Vietnamese and English side by side."""
    template = files(__package__).joinpath("manual.md").read_text(encoding="utf-8")
    return template.format(
        required=_both("manual_required_table"), optional=_both("manual_optional_table"), megabytes=LARGEST >> 20,
        types=_lines((_both(f"type_{kind.value}"), *forms) for kind, forms in _FORMS.items()),
        head=_lines((f"`{key}`", say(f"plan.head_{field}", "vi"), _both(f"about_head_{field}"))
                    for field, key in HEAD.items()),
        tables="\n\n".join(map(_table, TABLES)),
        scales=_lines((f"`{scale.name}`", _levels(scale)) for scale in scales().values()),
        kinds=_lines((_word("kind", kind), ", ".join(_word("direction", each) for each in allowed))
                     for kind, allowed in directions_by_kind().items()),
        problems=_lines((code, *(catalogue("plan", lang)[code] for lang in LANGS))
                        for code in catalogue("plan", "vi") if re.fullmatch(r"P\d{3}", code)),
    )


def _both(key: str) -> str:
    return " · ".join(say(f"plan.{key}", lang) for lang in LANGS)


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows of a Markdown table."""
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)


def _table(table: Table) -> str:
    need = _both("manual_required_table" if table.required else "manual_optional_table")
    key = ", ".join(f"`{name}`" for name in table.key)
    return "\n".join((
        f"## {table.file}: {table.title('vi')} · {table.title('en')}", "",
        f"{_sentence(table.meaning('vi'))} {_sentence(table.meaning('en'))} ({need}; khóa · key: {key})", "",
        "| cột · column | tên · name | kiểu · type | bắt buộc · required | được phép · allowed | nghĩa | meaning |",
        "|---|---|---|---|---|---|---|",
        _lines(_row(column) for column in table.columns),
    ))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _row(column: Column) -> tuple[str, ...]:
    return (
        f"`{column.name}`", f"{column.title('vi')} · {column.title('en')}", _both(f"type_{column.holds.value}"),
        _both("manual_yes" if column.required else "manual_no"), _allowed(column), column.meaning("vi"),
        column.meaning("en"),
    )


def _allowed(column: Column) -> str:
    """What a column's cells may hold beyond their type."""
    if column.refers:
        return f"mã trong · code in `{column.refers}`"
    if column.name == "scale":
        return ", ".join(f"`{name}`" for name in scales())
    return ", ".join(f"`{code}` ({column.word(code, 'vi')})" for code in column.allowed) or "–"


def _levels(scale: Scale) -> str:
    named = ((level, scale.ordinal(level)) for level in scale.levels)
    return ", ".join(
        f"`{level}` ({' · '.join(scale.label(place, lang) for lang in LANGS)})" for level, place in named
        if place is not None
    )


def _word(column: str, code: str) -> str:
    words = table_of("targets").column(column)
    return f"`{code}` ({' · '.join(words.word(code, lang) for lang in LANGS)})"


if __name__ == "__main__":
    sys.stdout.write(reference_page())
