"""Bluesky's own reference servers on loopback: PLC directory, PDS, bsync and AppView."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.servers.bluesky.postgres import postgres
from tests.servers.bluesky.setup import PLACE, environment, node, set_up

START_SECONDS = 90.0


@dataclass
class ReferenceStack:
    """`pds` is the address to sign in at."""

    pds: str
    control: str

    def wait(self) -> None:
        """Until the AppView has seen all that was written."""
        with urllib.request.urlopen(f"{self.control}/wait", data=b"", timeout=60) as answer:
            answer.read()

    def create(self, name: str) -> str:
        """An account name.test; its password."""
        password = f"{name}-secret-password"
        told = {"handle": f"{name}.test", "email": f"{name}@example.com", "password": password}
        request = urllib.request.Request(
            f"{self.pds}/xrpc/com.atproto.server.createAccount",
            data=json.dumps(told).encode(),
            headers={"content-type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            answer.read()
        return password


@contextmanager
def reference_stack() -> Iterator[ReferenceStack]:
    """Fails, and does not skip, where the stack cannot start."""
    set_up()
    with postgres() as database:
        server = subprocess.Popen(
            [node(), "serve.mjs"],
            cwd=PLACE,
            env={
                **environment(), "DB_POSTGRES_URL": database, "REDIS_HOST": "unused",
                "LOG_ENABLED": "false", "NODE_ENV": "development", "TMPDIR": _folder(),
            },
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        try:
            told = json.loads(_first_line(server))
            yield ReferenceStack(told["pds"].replace("localhost", "127.0.0.1"), told["control"])
        finally:
            server.terminate()
            server.wait(20)
            for pipe in (server.stdin, server.stdout):
                if pipe is not None:
                    pipe.close()


def _folder() -> str:
    folder = PLACE / "run"
    folder.mkdir(exist_ok=True)
    return os.fspath(folder)


def _first_line(server: subprocess.Popen[str]) -> str:
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        assert server.stdout is not None
        for line in server.stdout:
            if line.startswith("{") and '"control"' in line:
                lines.put(line)
        lines.put("")

    threading.Thread(target=read, daemon=True).start()
    line = lines.get(timeout=START_SECONDS)
    if not line:
        raise RuntimeError("the reference servers ended before they were ready")
    return line
