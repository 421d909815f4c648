"""kill -9 at each step of sending: after the next start there is one post, never none or two."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.unit.services.killed_outbox import STEPS

ROOT = Path(__file__).resolve().parents[3]
SIGKILL = 9


def command(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "tests.unit.services.killed_outbox", str(folder), *words]


def texts(folder: Path) -> list[str]:
    file = folder / "posts.jsonl"
    return [json.loads(line)["text"] for line in file.read_text().splitlines()]


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


@pytest.mark.parametrize("keys", ["keys", "nokeys"])
@pytest.mark.parametrize("step", STEPS)
def test_killed_at(step: str, keys: str, tmp_path: Path) -> None:
    first = subprocess.run(
        command(tmp_path, keys, step, "submit"), cwd=ROOT, capture_output=True, check=False,
        timeout=60,
    )  # fmt: skip
    assert first.returncode == -SIGKILL, first.stderr.decode()
    second = subprocess.run(
        command(tmp_path, keys, "none"), cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert second.returncode == 0, second.stderr.decode()
    assert texts(tmp_path) == ["Only once"]


@pytest.mark.parametrize("keys", ["keys", "nokeys"])
@pytest.mark.parametrize("step", [step for step in STEPS if "upload" not in step])
def test_a_thread_killed_at_each_part(step: str, keys: str, tmp_path: Path) -> None:
    """Killed at this step of every part: each part is there once, under the one before it."""
    for words in ((keys, step, "thread"), (keys, step), (keys, step), (keys, "none")):
        last = subprocess.run(
            command(tmp_path, *words), cwd=ROOT, capture_output=True, check=False, timeout=60
        )
    assert last.returncode == 0, last.stderr.decode()
    file = tmp_path / "posts.jsonl"
    posts = [json.loads(line) for line in file.read_text().splitlines()]
    assert [post["text"] for post in posts] == ["Part 0", "Part 1", "Part 2"]
    assert [post["reply"] for post in posts] == ["", "s0", "s1"]


def test_killed_at_any_time(tmp_path: Path) -> None:
    """Submitted, if that did not come to pass before, and killed, again and again."""
    chance = random.Random(7)
    words = ["nokeys", "none", "submit"]
    for _ in range(6):
        process = subprocess.Popen(
            command(tmp_path, *words), cwd=ROOT, stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(chance.uniform(0.3, 1.0))
        process.kill()
        process.wait()
    last = subprocess.run(
        command(tmp_path, *words), cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert last.returncode == 0, last.stderr.decode()
    assert texts(tmp_path) == ["Only once"]
