"""`python -m tests.bench [--json FILE] [NAME …]`: measure, print, and optionally write JSON.

Exits with 0 whether the goals hold or not: a figure is information, not a gate.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from pathlib import Path

import tests.bench
from tests.bench.result import Result, write_json


def main() -> None:
    names = [
        m.name for m in pkgutil.iter_modules(tests.bench.__path__) if m.name.startswith("bench_")
    ]
    parser = argparse.ArgumentParser(prog="tests.bench")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--full", action="store_true", help="a minute of arriving posts, not 12 s")
    parser.add_argument("names", nargs="*", help=f"of {', '.join(names)}")
    known = parser.parse_args()
    results: list[Result] = []
    for name in names:
        if (
            known.names
            and name.removeprefix("bench_") not in known.names
            and name not in known.names
        ):
            continue
        for result in importlib.import_module(f"tests.bench.{name}").run():
            print(result.line(), flush=True)
            results.append(result)
    if known.json:
        write_json(results, known.json)


if __name__ == "__main__":
    main()
