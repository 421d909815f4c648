"""What a test can make go wrong, and what it can count."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Fault:
    """For the next `times` requests that match: answer `status` and `body` instead.

    `after`: the request is carried out first (a server that answers 500 after having posted).
    `drop`: the connection is cut. `delay`: seconds to wait before anything else; `linger`: before
    the answer, when all is done.
    """

    method: str
    path: str
    times: int = 1
    status: int = 500
    body: str = '{"error": "It broke"}'
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    after: bool = False
    drop: bool = False
    delay: float = 0.0
    linger: float = 0.0

    def matches(self, method: str, path: str) -> bool:
        same = self.method == method and re.fullmatch(self.path, path) is not None
        return same and self.times > 0


class Faults:
    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self.seen: Counter[str] = Counter()
        """How often each "METHOD /path" was asked."""

    def plan(self, fault: Fault) -> Fault:
        self._planned.append(fault)
        return fault

    def clear(self) -> None:
        self._planned.clear()

    def take(self, method: str, path: str) -> Fault | None:
        self.seen[f"{method} {path}"] += 1
        for fault in self._planned:
            if fault.matches(method, path):
                fault.times -= 1
                return fault
        return None
