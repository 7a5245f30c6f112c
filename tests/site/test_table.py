"""Settings out of the environment: wrong ones are told all at once, and what is served is safe by default."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tiendo.errors import SettingsError
from tiendo.site.table import TABLE, database, read_settings

KEY = "0123456789abcdefghijklmnopqrstuvwxyz" * 2


def told(environment: dict[str, str]) -> list[tuple[str, str | None]]:
    with pytest.raises(SettingsError) as caught:
        read_settings(environment)
    return [(problem.code, problem.values.get("name")) for problem in caught.value.problems]


def test_without_any_setting_a_register_starts_on_a_laptop() -> None:
    values = read_settings({})
    assert set(values) == {setting.name for setting in TABLE}
    assert values["DATABASE_URL"]["NAME"] == str(Path("tiendo.db").absolute())
    assert (values["TIENDO_DEMO"], values["TIENDO_UPLOAD_MB"], values["TIENDO_REMIND_DAYS"]) == (False, 20, (7, 3, 1))
    assert len(values["TIENDO_SECRET_KEY"]) >= 50
    assert read_settings({})["TIENDO_SECRET_KEY"] != values["TIENDO_SECRET_KEY"]


def test_every_wrong_setting_is_told_at_once() -> None:
    assert told({
        "DATABASE_URL": "mysql://a/b", "TIENDO_SECRET_KEY": "ngắn", "TIENDO_DEMO": "có lẽ", "TIENDO_ADDRESS": "so.vn",
        "TIENDO_TIME_ZONE": "Hanoi", "TIENDO_MAIL_URL": "pop://a", "TIENDO_UPLOAD_MB": "0", "TIENDO_LOCK_AFTER": "-1",
        "TIENDO_REMIND_DAYS": "7,x", "TIENDO_DEMOO": "true",
    }) == [
        ("S902", "TIENDO_DEMOO"), ("S901", "DATABASE_URL"), ("S901", "TIENDO_SECRET_KEY"), ("S901", "TIENDO_DEMO"),
        ("S901", "TIENDO_ADDRESS"), ("S901", "TIENDO_TIME_ZONE"), ("S901", "TIENDO_MAIL_URL"),
        ("S901", "TIENDO_UPLOAD_MB"), ("S901", "TIENDO_REMIND_DAYS"), ("S901", "TIENDO_LOCK_AFTER"),
    ]


def test_secrets_are_not_shown_in_what_is_wrong_with_them() -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"DATABASE_URL": "mysql://me:mat-khau@host/db", "TIENDO_SECRET_KEY": "ngan-qua"})
    assert "mat-khau" not in caught.value.say("vi")
    assert "ngan-qua" not in caught.value.say("vi")


def test_a_real_address_needs_a_key_that_stays() -> None:
    assert told({"TIENDO_ADDRESS": "https://so.example.vn"}) == [("S903", None)]
    assert read_settings({"TIENDO_ADDRESS": "https://so.example.vn", "TIENDO_SECRET_KEY": KEY})


def test_a_provider_is_named_whole() -> None:
    assert told({"TIENDO_OIDC_ISSUER": "https://id.example.vn"}) == [("S904", None)]


@pytest.mark.parametrize(("url", "engine", "name"), [
    ("sqlite:///so.db", "sqlite3", str(Path("so.db").absolute())),
    ("sqlite:////var/lib/t%20d.db", "sqlite3", "/var/lib/t d.db"),
    ("postgresql://u:p%40ss@db:5433/so", "postgresql", "so"),
    ("postgres://u@/so?host=%2Ftmp", "postgresql", "so"),
])
def test_a_database_is_named_by_its_address(url: str, engine: str, name: str) -> None:
    found = database(url)
    assert (found["ENGINE"], found["NAME"]) == (f"django.db.backends.{engine}", name)


@pytest.mark.parametrize("url", [
    "", "so.db", "sqlite://", "sqlite:///", "sqlite://host/so.db", "postgresql://host", "postgresql://host/a/b",
])
def test_what_is_no_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="sqlite:///"):
        database(url)


def test_parts_of_a_postgres_address_are_decoded() -> None:
    found = database("postgresql://người%20dùng:p%40ss%3A@db:5433/so?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["OPTIONS"]["sslmode"]) == \
        ("người dùng", "p@ss:", "db", "5433", "require")


def test_what_is_served_at_a_real_address_passes_djangos_deployment_check(tmp_path: Path) -> None:
    environment = {
        "PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite:///{tmp_path}/so.db", "TIENDO_SECRET_KEY": KEY,
        "TIENDO_ADDRESS": "https://so.example.vn", "TIENDO_HOSTS": "so.example.vn",
        "DJANGO_SETTINGS_MODULE": "tiendo.site.settings",
    }
    done = subprocess.run([sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
                          env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n")
