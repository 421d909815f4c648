"""What one key costs in a text of 10,000 characters that four networks count."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable

import regex

from desktop.text.counting import BLUESKY, code_points, count, mastodon, x
from tests.bench.result import Result, at_most

WORDS = [
    "la",
    "maison",
    "été",
    "café",
    "https://example.com/a/b",
    "@bob@example.org",
    "#mot",
    "phrase",
    "日本語",
    "👍🏽",
    "ét",
    "bonjour,",
    "monde.",
    "https://example.net",
    "hello",
    "world",
    "again",
]
RULES = (mastodon(500), BLUESKY, x(), code_points(5000))
TYPED = "hello, wonderful people. How are you?"


def run() -> Iterable[Result]:
    for name, line in (("paragraphs", 60), ("one paragraph", 10_000)):
        words = [WORDS[(number * number) % len(WORDS)] for number in range(1800)]
        lines = (" ".join(words[at : at + line]) for at in range(0, len(words), line))
        yield from _typed(name, "\n".join(lines)[:10_000])


def _typed(name: str, text: str) -> Iterable[Result]:
    keys, bare = [], []
    for place in (len(text), len(text) // 2, 100):
        for number, letter in enumerate(TYPED):
            at = place + number
            text = text[:at] + letter + text[at:]
            start = time.perf_counter()
            for rule in RULES:
                count(text, rule)
            counted = time.perf_counter()
            regex.findall(r"\X", text)
            keys.append((counted - start) * 1000)
            bare.append((time.perf_counter() - counted) * 1000)
    value, baseline = statistics.median(keys[1:]), statistics.median(bare)
    yield at_most(f"a key in 10,000 characters, four rules, {name}", value, baseline, "ms", 3)
    yield Result(
        f"a key in 10,000 characters, {name}, in itself", value, "ms", 2.0, value / 2.0,
        "at most 2 ms", value <= 2.0,
    )  # fmt: skip
