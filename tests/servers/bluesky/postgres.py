"""A PostgreSQL of our own on a socket and a loopback port, gone when the tests are."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _tool(name: str) -> str:
    """Debian keeps the server's tools out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    tool = str(found[-1]) if found else shutil.which(name)
    if not tool:
        raise RuntimeError(f"{name} is not installed: apt install postgresql")
    return tool


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def postgres() -> Iterator[str]:
    """Its address. It runs as the user postgres where we are root, which it refuses to be."""
    as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    before = as_user if os.getuid() == 0 else []
    folder = Path(tempfile.mkdtemp(prefix="voliere-postgres-"))
    try:
        if before:
            who = pwd.getpwnam("postgres")
            os.chown(folder, who.pw_uid, who.pw_gid)
        data, port = folder / "data", free_port()
        make = [_tool("initdb"), "-D", str(data), "-U", "voliere", "-A", "trust", "-E", "UTF8"]
        subprocess.run(
            [*before, *make, "--no-sync"], check=True, stdout=subprocess.DEVNULL, cwd=folder
        )
        options = ["-h", "127.0.0.1", "-p", str(port), "-k", str(folder), "-c", "fsync=off"]
        options += ["-c", "max_connections=60"]
        server = subprocess.Popen(
            [*before, _tool("postgres"), "-D", str(data), *options],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _wait(port, server)
            yield f"postgresql://voliere@127.0.0.1:{port}/postgres"
        finally:
            server.terminate()
            server.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    ready = [_tool("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port), "-U", "voliere"]
    end = time.monotonic() + 30
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > end:
            raise RuntimeError("PostgreSQL did not start")
        time.sleep(0.1)
