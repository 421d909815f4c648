"""One measured figure beside its baseline, as a ratio and a goal."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Result:
    """`ratio` is value over baseline; `goal` says in words what it should be; `holds` whether
    it is."""

    name: str
    value: float
    unit: str
    baseline: float
    ratio: float
    goal: str
    holds: bool

    def line(self) -> str:
        mark = "ok " if self.holds else "NOT"
        return (
            f"{mark} {self.name:<52} {self.value:>10.3f} {self.unit:<8} "
            f"baseline {self.baseline:>10.3f}  ratio {self.ratio:>9.3f}  goal {self.goal}"
        )


def at_most(name: str, value: float, baseline: float, unit: str, most: float) -> Result:
    """The ratio value/baseline may be `most` and not more."""
    ratio = value / baseline if baseline else float("inf")
    return Result(name, value, unit, baseline, ratio, f"ratio <= {most:g}", ratio <= most)


def times_faster(name: str, value: float, baseline: float, unit: str, least: float) -> Result:
    """The baseline takes at least `least` times as long."""
    ratio = baseline / value if value else float("inf")
    return Result(name, value, unit, baseline, ratio, f"{least:g} times faster", ratio >= least)


def below(name: str, value: float, baseline: float, unit: str, ceiling: float) -> Result:
    """An absolute ceiling, with a baseline of the same run beside it."""
    ratio = value / baseline if baseline else float("inf")
    return Result(name, value, unit, baseline, ratio, f"<= {ceiling:g} {unit}", value <= ceiling)


def median_ms(work: Callable[[], object], runs: int = 5) -> float:
    """The median of some runs, in milliseconds."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def write_json(results: Sequence[Result], path: Path) -> None:
    path.write_text(json.dumps([asdict(result) for result in results], indent=1), encoding="utf-8")
