"""The whole register as one file, and back: every row of every table, whatever the database, and a hash of it all.

A backup is a zip: `register.json` (version, counts, content hash) and one file of JSON lines a table. It is
written in one read transaction, so that it shows one moment although others write on; it is restored in one
transaction into an empty register, and counts only when the content hash agrees. A file made on SQLite restores on
PostgreSQL and the other way round.
"""

import json
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from tiendo.errors import Place, Problem, RegisterError, reason_of
from tiendo.store.transactions import reachable

__all__ = ["Kept", "content_hash", "read_backup", "write_backup"]

FORMAT = 1
_HEAD = "register.json"
_APPS = ("store", "account", "socialaccount", "mfa")  # people's sign-in too; sessions and failed attempts are not kept
_BATCH = 500
_LONGEST_LINE = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds: how many rows, and the hash of all of them."""

    rows: int
    content_hash: str


def _tables() -> list[type[models.Model]]:
    """Every table that is kept, by name."""
    found = [model for label in _APPS for model in apps.get_app_config(label).get_models(include_auto_created=True)]
    return sorted(found, key=_name)


def _name(model: type[models.Model]) -> str:
    return model._meta.db_table  # noqa: SLF001 - Django's documented door


def _columns(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    return list(model._meta.concrete_fields)  # noqa: SLF001 - Django's documented door


def _lines(model: type[models.Model]) -> Iterator[str]:
    """A table's rows as JSON lines, by number, the columns in their own order."""
    columns = _columns(model)
    for row in model._default_manager.order_by("pk").iterator(_BATCH):  # noqa: SLF001 - Django's documented door
        values = [_plain(column, row) for column in columns]
        # PostgreSQL keeps no order of an object's keys, and the content hash must not hang on one
        yield json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _plain(column: "models.Field[Any, Any]", row: models.Model) -> object:
    value = getattr(row, column.attname)
    if value is None or isinstance(value, bool | int) or isinstance(column, models.JSONField):
        return value
    if isinstance(value, bytes | memoryview):
        return b64encode(bytes(value)).decode()
    return column.value_to_string(row)


def content_hash() -> Kept:
    """The hash of everything the register holds, the same for the same content on any database."""
    whole, count = sha256(), 0
    for model in _tables():
        whole.update(f"{_name(model)}\n".encode())
        for line in _lines(model):
            whole.update(f"{line}\n".encode())
            count += 1
    return Kept(count, whole.hexdigest())


def write_backup(path: Path) -> Kept:
    """Write the register as one file that replaces what stood there only when it is whole."""
    fresh = path.with_name(f".{path.name}.part")
    try:
        with reachable(), transaction.atomic():
            if connection.vendor == "postgresql":
                connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            kept = _write(fresh)
        fresh.replace(path)
    except OSError as error:
        raise RegisterError([Problem("S701", Place(str(path)), {"reason": reason_of(error)})]) from error
    finally:
        fresh.unlink(missing_ok=True)
    return kept


def _write(path: Path) -> Kept:
    whole, count = sha256(), 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for model in _tables():
            whole.update(f"{_name(model)}\n".encode())
            with out.open(f"{_name(model)}.jsonl", "w", force_zip64=True) as lines:
                for line in _lines(model):
                    data = f"{line}\n".encode()
                    whole.update(data)
                    lines.write(data)
                    count += 1
        kept = Kept(count, whole.hexdigest())
        out.writestr(_HEAD, json.dumps({
            "format": FORMAT, "rows": count, "content_hash": kept.content_hash,
            "columns": {_name(model): [column.attname for column in _columns(model)] for model in _tables()},
        }, ensure_ascii=False, indent=1))
    return kept


def read_backup(path: Path) -> Kept:
    """Restore an empty register from a backup, all of it or nothing.

    Raises RegisterError: S702 no backup of ours, S703 made by another version (its columns differ), S704 the register
    is not empty, S705 the content hash does not agree.
    """
    try:
        with zipfile.ZipFile(path) as source, reachable(), transaction.atomic():
            head = json.loads(source.read(_HEAD))
            _refuse(head, path)
            for model in _tables():
                _fill(model, source)
            _restart_numbers()
            kept = content_hash()
            if kept.content_hash != head["content_hash"]:
                raise RegisterError([Problem("S705", Place(str(path)))])
            return kept
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, ValueError) as error:
        raise RegisterError([Problem("S702", Place(str(path)), {
            "reason": reason_of(error) if isinstance(error, OSError) else "broken"})]) from error


def _refuse(head: dict[str, Any], path: Path) -> None:
    columns = {_name(model): [column.attname for column in _columns(model)] for model in _tables()}
    if head["format"] != FORMAT or head["columns"] != columns:
        raise RegisterError([Problem("S703", Place(str(path)))])
    filled = [_name(model) for model in _tables()
              if model._default_manager.exists()]  # noqa: SLF001 - Django's documented door
    if filled:
        raise RegisterError([Problem("S704", values={"tables": ", ".join(filled)})])


def _fill(model: type[models.Model], source: zipfile.ZipFile) -> None:
    columns = _columns(model)
    with source.open(f"{_name(model)}.jsonl") as lines:
        batch: list[models.Model] = []
        while line := lines.readline(_LONGEST_LINE):
            values = [_back(column, value) for column, value in zip(columns, json.loads(line), strict=True)]
            batch.append(model(**{column.attname: value for column, value in zip(columns, values, strict=True)}))
            if len(batch) == _BATCH:
                model._default_manager.bulk_create(batch)  # noqa: SLF001 - Django's documented door
                batch = []
        model._default_manager.bulk_create(batch)  # noqa: SLF001 - Django's documented door


def _back(column: "models.Field[Any, Any]", value: Any) -> Any:
    if value is None or isinstance(column, models.JSONField):
        return value
    if isinstance(column, models.BinaryField):
        return b64decode(value)
    return column.to_python(value)


def _restart_numbers() -> None:
    """Have the next row of each table take the next number (SQLite does so by itself)."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _tables()):
            cursor.execute(statement)
