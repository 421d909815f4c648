"""Memory and processor time of the whole process with six columns, on a server of its own."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.bench.processes import Process, bare_window, serve, voliere, write_profile
from tests.bench.result import Result, below, percentile

IDLE_SECONDS = 20
ARRIVING_SECONDS = 20
RATE = 5
_SETTLE = 2.0


def run() -> Iterable[Result]:
    with bare_window() as window:
        time.sleep(_SETTLE)
        bare = window.megabytes()
        bare_cpu = _cpu_a_minute(window, IDLE_SECONDS / 2)
    for each, most in ((40, 150), (400, 250)):
        with tempfile.TemporaryDirectory(prefix="voliere-bench-") as folder, serve(each) as server:
            told = json.loads(server.first_line)
            write_profile(Path(folder), told)
            with voliere(Path(folder), told["token"]) as app:
                app.ask("settle")
                counts = app.ask("fill", **{"with": {"each": each}})
                if min(counts.values()) < each:
                    raise RuntimeError(f"not all posts were loaded: {counts}")
                app.ask("settle")
                time.sleep(_SETTLE)
                yield below(f"PSS, six columns of {each} posts", app.megabytes(), bare, "MB", most)
                if each == 400:
                    continue
                idle = _cpu_a_minute(app, IDLE_SECONDS)
                yield below("CPU seconds a minute, idle", idle, bare_cpu, "s", 0.3)
                for is_wide in (False, True):
                    yield from _arriving(app, server, bare_cpu, is_wide=is_wide)


def _arriving(app: Process, server: Process, bare_cpu: float, *, is_wide: bool) -> Iterable[Result]:
    """Five posts a second: spread over the six columns, or each of them in all six."""
    name = "each in all six columns" if is_wide else "over six columns"
    before, had = app.cpu_seconds(), app.ask("arrived")
    known = {number for number, _ in app.ask("lags")}
    start = time.monotonic()
    posted = server.ask("post", rate=RATE, seconds=ARRIVING_SECONDS, wide=is_wide)["posted"]
    spent = (app.cpu_seconds() - before) / (time.monotonic() - start) * 60
    app.ask("settle")
    count = RATE * ARRIVING_SECONDS
    lags = {n: lag for n, lag in app.ask("lags") if n not in known and n >= posted - count}
    arrived = {name: n - had[name] for name, n in app.ask("arrived").items()}
    wanted = _wanted(posted - count, posted, is_wide=is_wide)
    lost = sum(max(0, wanted[column] - arrived[column]) for column in wanted)
    yield below(f"CPU s a minute, 5 posts/s {name}", spent, bare_cpu, "s", 3.0)
    late = percentile([*lags.values()], 0.99)
    yield below(f"seconds to painted (p99), {name}", late, 0, "s", 0.5)
    yield below(f"posts lost or not painted, {name}", lost + count - len(lags), 0, "posts", 0)


def _wanted(first: int, end: int, *, is_wide: bool) -> dict[str, int]:
    """How many of the posts that `serve.py` wrote belong in each column."""
    kinds = [range(6) if is_wide else [n % 6] for n in range(first, end)]
    counts = [sum(kind in kinds_of for kinds_of in kinds) for kind in range(6)]
    home, mention, local, veille, velo, listed = counts
    return {
        "home": home, "notifications": mention, "hashtagveille": veille, "hashtagvelo": velo,
        "local": local if is_wide else local + veille + velo,
        "list": listed,
    }  # fmt: skip


def _cpu_a_minute(process: Process, seconds: float) -> float:
    before, start = process.cpu_seconds(), time.monotonic()
    time.sleep(seconds)
    return (process.cpu_seconds() - before) / (time.monotonic() - start) * 60
