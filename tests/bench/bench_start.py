"""Second start: from the command to columns painted from the store, the server out of reach."""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.bench.processes import bare_window, serve, voliere, write_profile
from tests.bench.result import Result, at_most, below

RUNS = 7


def run() -> Iterable[Result]:
    with tempfile.TemporaryDirectory(prefix="voliere-bench-") as folder:
        profile = Path(folder)
        with serve(40) as server:
            told = json.loads(server.first_line)
            write_profile(profile, told)
            with voliere(profile, told["token"]) as first:
                first.ask("settle")
        bare, ours = [], []
        for _ in range(RUNS):
            with bare_window() as window:
                bare.append(window.seconds_to_painted)
            with voliere(profile, told["token"]) as app:
                ours.append(app.seconds_to_painted)
    value, baseline = statistics.median(ours), statistics.median(bare)
    yield at_most("second start to painted columns", value, baseline, "s", 2.5)
    yield at_most("second start to painted columns (issue 3)", value, baseline, "s", 2.0)
    yield below("second start, seconds", value, baseline, "s", 1.0)
