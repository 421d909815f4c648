"""Budgets in the dialects of real servers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.networks.base import Budget
from desktop.networks.ratelimit import Budgets, limited_until, read_budget, read_moment

NOW = datetime(2026, 8, 1, 13, 50, tzinfo=UTC)
HEADERS = {
    "x-ratelimit-limit": "300",
    "x-ratelimit-remaining": "279",
    "x-ratelimit-reset": "2026-08-01T13:55:00.029100Z",
}


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2026-08-01T13:55:00.000Z", 300),
        ("30", 30),
        (str(int(NOW.timestamp()) + 9), 9),
        ("Sat, 01 Aug 2026 13:51:00 GMT", 60),
    ],
)
def test_moments(text: str, seconds: float) -> None:
    moment = read_moment(text, NOW)
    assert moment is not None
    assert (moment - NOW).total_seconds() == seconds


@pytest.mark.parametrize("text", ["", "soon", "nan", "-5", "1e300"])
def test_nonsense_is_no_moment(text: str) -> None:
    assert read_moment(text, NOW) is None


def test_limits_are_never_past_nor_far() -> None:
    assert limited_until({"retry-after": "0"}, NOW) > NOW
    assert limited_until({"x-ratelimit-reset": "2030-01-01T00:00:00Z"}, NOW) == NOW + timedelta(1)
    assert limited_until({}, NOW) == NOW + timedelta(minutes=1)


def test_budgets() -> None:
    reset = datetime(2026, 8, 1, 13, 55, 0, 29100, UTC).timestamp()
    assert read_budget(HEADERS, NOW) == Budget(300, 279, reset)
    assert read_budget({}, NOW) is None
    budgets = Budgets()
    assert budgets.tightest(NOW, "reading") == Budget()
    budgets.note("reading", HEADERS, NOW)
    budgets.note("paging", {**HEADERS, "x-ratelimit-remaining": "3"}, NOW)
    assert budgets.tightest(NOW, "reading", "paging").remaining == 3
    later = NOW + timedelta(hours=1)
    assert budgets.tightest(later, "reading", "paging") == Budget(limit=300)
    budgets.exhaust("reading", later)
    assert budgets.tightest(NOW, "reading", "paging") == Budget(300, 0, later.timestamp())
