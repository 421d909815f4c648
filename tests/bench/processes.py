"""Starts the processes that are measured, and reads what they cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from desktop.domain.account import Account, AccountId, Capabilities
from desktop.domain.column import Column
from desktop.domain.timeline import TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.services.folders import Folders
from desktop.services.forms import to_toml

_SCREEN = Path(__file__).with_name("screen.json")
"""Qt's offscreen screen is 800 pixels wide, unless told."""
READER = AccountId("mastodon:claire@bench")


class Process:
    """A child that talks in lines. `seconds_to_painted`: from its start to its first line."""

    def __init__(self, *arguments: str) -> None:
        environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={_SCREEN}"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed Volière is compiled
        start = time.perf_counter()
        self._child = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip
        self.first_line = self._read()
        self.seconds_to_painted = time.perf_counter() - start

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self._child.poll() is None and kind is None:
            self.tell("quit")
            try:
                self._child.wait(15)
            except subprocess.TimeoutExpired:
                self._child.kill()
        else:
            self._child.kill()
        self._child.wait()

    @property
    def pid(self) -> int:
        return self._child.pid

    def tell(self, what: str, **more: Any) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps({"do": what} | more) + "\n")
        self._child.stdin.flush()

    def ask(self, what: str, **more: Any) -> Any:
        self.tell(what, **more)
        return json.loads(self._read())

    def answer(self) -> Any:
        return json.loads(self._read())

    def _read(self) -> str:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._child.args!r} ended without an answer")
        return line

    def megabytes(self) -> float:
        """Proportional set size of the whole process."""
        text = Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="utf-8")
        return next(int(row.split()[1]) / 1024 for row in text.splitlines() if row[:4] == "Pss:")

    def cpu_seconds(self) -> float:
        """Of all its threads so far; a thread that has ended is counted by the kernel's ticks."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2]
        user, system = fields.split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def bare_window() -> Process:
    return Process("-m", "tests.bench.bare_window")


def serve(each: int, port: int = 0) -> Process:
    return Process("-m", "tests.bench.serve", str(each), str(port))


def voliere(profile: Path, token: str) -> Process:
    return Process("-m", "tests.bench.drive", str(profile), token, READER)


def write_profile(folder: Path, server: dict[str, str]) -> None:
    """An account and six columns."""
    kinds = (
        (TimelineKind.HOME, ""), (TimelineKind.NOTIFICATIONS, ""), (TimelineKind.LOCAL, ""),
        (TimelineKind.HASHTAG, "veille"), (TimelineKind.HASHTAG, "velo"),
        (TimelineKind.LIST, server["list"]),
    )  # fmt: skip
    timelines = frozenset(kind for kind, _ in kinds)
    account = Account(
        id=READER, network="mastodon", server=server["url"], handle="claire@bench",
        profile_id=server["reader"], name="Claire", software="mastodon", version="4.5.0",
        capabilities=Capabilities(timelines=timelines, can_stream=True),
    )  # fmt: skip
    columns = tuple(
        Column(id=_name(kind, parameter), sources=(TimelineKey(READER, kind, parameter),))
        for kind, parameter in kinds
    )
    folders = Folders.under(folder)
    folders.prepare()
    accounts = {"form": 1, "account": [msgspec.to_builtins(account)]}
    (folders.config / "accounts.toml").write_bytes(to_toml(accounts))
    deck = {"id": "main", "column": [msgspec.to_builtins(column) for column in columns]}
    document = {"form": 1, "current": "main", "deck": [deck]}
    (folders.config / "deck.toml").write_bytes(to_toml(document))


def _name(kind: TimelineKind, parameter: str) -> str:
    return kind.value + (parameter if kind is TimelineKind.HASHTAG else "")
