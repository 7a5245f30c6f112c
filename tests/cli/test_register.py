"""The register's commands as a person runs them, from an empty folder to a served register."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

TIENDO = str(Path(sys.executable).with_name("tiendo"))
EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"


def run(room: Path, *words: object, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """A command in a room of its own, with the settings given and no others."""
    return subprocess.run([TIENDO, *map(str, words)], cwd=room, env=environment(**settings), input=typed,
                          capture_output=True, text=True, check=False, timeout=120)


def environment(**settings: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LANG": "vi_VN.UTF-8",
            "PYTHONIOENCODING": "utf-8", **settings}


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and path.parent.name != "expected" and path.name != "README.md"}


def test_a_register_from_an_empty_folder_to_a_restored_one(tmp_path: Path) -> None:
    assert run(tmp_path, "init").stdout == f"Sổ chung đã sẵn sàng: sqlite: {tmp_path}/tiendo.db\n"
    assert run(tmp_path, "load", EXAMPLE).stdout.startswith("Đã nạp quan-song-to:")
    assert run(tmp_path, "load", EXAMPLE).stdout == "Sổ đã có quan-song-to, nội dung giống hệt; không đổi gì.\n"
    assert run(tmp_path, "save", "quan-song-to", "ra").returncode == 0
    assert files(tmp_path / "ra") == files(EXAMPLE)
    backed = run(tmp_path, "backup", "so.zip").stdout.split()[-1]
    other = {"DATABASE_URL": "sqlite:///khac.db"}
    assert run(tmp_path, "restore", "so.zip", **other).stdout.split()[-1] == backed
    refused = run(tmp_path, "restore", "so.zip", **other)
    assert (refused.returncode, refused.stderr.strip()[-6:]) == (7, "[S704]")


def test_an_account_is_added_with_a_role_or_not_at_all(tmp_path: Path) -> None:
    run(tmp_path, "load", EXAMPLE)
    words = ("account", "vp", "--role", "office", "--body", "QU", "--position", "Chánh Văn phòng")
    weak = run(tmp_path, *words, typed="123\n123\n")
    assert weak.returncode == 7
    assert [line[-6:] for line in weak.stderr.strip().splitlines()[-3:]] == ["[S402]"] * 3
    good = run(tmp_path, *words, typed="rõ người rõ việc\nrõ người rõ việc\n")
    assert good.stdout.endswith("Đã thêm vp: office tại QU.\n")
    unknown = run(tmp_path, "account", "ai", "--role", "boss", *words[4:], typed="một mật khẩu dài\n" * 2)
    assert (unknown.returncode, unknown.stderr.strip()[-6:]) == (7, "[S403]")
    again = run(tmp_path, "account", "ai", *words[2:], typed="một mật khẩu dài\n" * 2)
    assert again.stdout.endswith("Đã thêm ai: office tại QU.\n")


def test_wrong_settings_stop_the_start_all_at_once(tmp_path: Path) -> None:
    done = run(tmp_path, "init", TIENDO_UPLOAD_MB="nhiều", TIENDO_LOCK="3", DATABASE_URL="mysql://x/y")
    assert (done.returncode, [line[-6:] for line in done.stderr.strip().splitlines()]) == \
        (8, ["[S902]", "[S901]", "[S901]"])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.db", "postgresql://me@/gone?host=%2Fnowhere"])
def test_a_database_that_cannot_be_reached_is_told(tmp_path: Path, url: str) -> None:
    done = run(tmp_path, "init", DATABASE_URL=url)
    assert (done.returncode, done.stderr.strip()[-6:]) == (7, "[S905]")


def test_a_database_without_a_register_is_told_and_how_to_make_one(tmp_path: Path) -> None:
    """Xuất sổ khi chưa lập: tiendo export --register."""
    done = run(tmp_path, "export", "--register", "--parquet", "ra")
    assert (done.returncode, done.stderr.strip()[-6:], (tmp_path / "ra").exists()) == (7, "[S907]", False)


def test_a_name_nobody_loaded_is_told(tmp_path: Path) -> None:
    done = run(tmp_path, "save", "khong-co", "ra")
    assert (done.returncode, done.stderr.strip()[-6:], (tmp_path / "ra").exists()) == (7, "[S104]", False)


def test_nothing_else_loads_django() -> None:
    words = "import sys, tiendo.cli.commands, tiendo.usecases.review_folder; print('django' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", words], text=True) == "False\n"


def test_without_the_extra_a_person_is_told_what_to_install(tmp_path: Path) -> None:
    words = "import sys; sys.modules['django'] = None; from tiendo.cli import main; main(['init'])"
    done = subprocess.run([sys.executable, "-c", words], cwd=tmp_path, env=environment(), capture_output=True,
                          text=True, check=False)
    assert (done.returncode, done.stderr) == (8, "lệnh này cần phần sổ chung: cài thêm tiendo[desk] [S906]\n")


def test_a_served_register_answers_and_guards_its_pages(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen([TIENDO, "serve", "--port", str(port)], cwd=tmp_path, env=environment(),
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            answer = wait_for(f"http://127.0.0.1:{port}/health")
            policy = answer.headers["Content-Security-Policy"]
            assert (answer.status, answer.read(), "unsafe-inline" in policy) == (200, b"ok\n", False)
            assert "default-src 'none'" in policy
            assert answer.headers["X-Frame-Options"] == "DENY"
        finally:
            server.terminate()


def wait_for(address: str) -> "urllib.request._UrlopenRet":
    """The answer of a server that is starting; at most half a minute."""
    for _ in range(300):
        try:
            return urllib.request.urlopen(address, timeout=5)  # noqa: S310 - our own server on this machine
        except urllib.error.URLError:
            time.sleep(0.1)
    raise TimeoutError(address)
