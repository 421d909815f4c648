"""What a server still lets us ask, read from the headers of its answers.

Dialects: X-RateLimit-Reset as an ISO 8601 time (Mastodon, GoToSocial), as POSIX seconds
(Bluesky, X), and Retry-After in seconds or as an HTTP date.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from desktop.networks.base import Budget

_EPOCH_FROM = 1_000_000_000
"""A bare number above this is POSIX seconds, below it is a delay."""
_LONGEST = timedelta(days=1)
_DEFAULT = timedelta(seconds=60)


def read_moment(text: str, now: datetime) -> datetime | None:
    """A time from a header: ISO 8601, an HTTP date, POSIX seconds, or seconds from now."""
    text = text.strip()
    try:
        number = float(text)
    except ValueError:
        pass
    else:
        if not math.isfinite(number) or number < 0 or number > 1e11:
            return None
        if number >= _EPOCH_FROM:
            return datetime.fromtimestamp(number, UTC)
        return now + timedelta(seconds=number)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def limited_until(headers: Mapping[str, str], now: datetime) -> datetime:
    """When to ask again after a 429: never in the past, at most a day ahead, else in a minute.

    `headers` has lower-case names.
    """
    for name in ("retry-after", "x-ratelimit-reset", "ratelimit-reset"):
        moment = read_moment(headers[name], now) if name in headers else None
        if moment is not None:
            return max(now + timedelta(seconds=1), min(moment, now + _LONGEST))
    return now + _DEFAULT


def read_budget(headers: Mapping[str, str], now: datetime) -> Budget | None:
    """The budget that an answer tells of; None where it tells none."""
    limit = _number(headers, "limit")
    remaining = _number(headers, "remaining")
    if limit < 0 and remaining < 0:
        return None
    text = headers.get("x-ratelimit-reset") or headers.get("ratelimit-reset") or ""
    moment = read_moment(text, now) if text else None
    return Budget(limit, remaining, moment.timestamp() if moment else 0.0)


def _number(headers: Mapping[str, str], what: str) -> int:
    text = headers.get(f"x-ratelimit-{what}") or headers.get(f"ratelimit-{what}") or ""
    text = text.split(",")[0].split(";")[0].strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1


class Budgets:
    """The budgets of one account, one for each bucket that its server keeps."""

    def __init__(self) -> None:
        self._known: dict[str, Budget] = {}

    def note(self, bucket: str, headers: Mapping[str, str], now: datetime) -> None:
        """Remember what an answer told of this bucket."""
        budget = read_budget(headers, now)
        if budget is not None:
            self._known[bucket] = budget

    def exhaust(self, bucket: str, until: datetime) -> None:
        """The server refused: nothing is left in this bucket until then."""
        limit = self._known[bucket].limit if bucket in self._known else -1
        self._known[bucket] = Budget(limit, 0, until.timestamp())

    def of(self, bucket: str) -> Budget:
        return self._known.get(bucket, Budget())

    def tightest(self, now: datetime, *buckets: str) -> Budget:
        """The one of these buckets with the least left; those whose time is over count as full."""
        live = [
            budget
            for bucket in buckets
            if (budget := self._known.get(bucket)) is not None
            and budget.remaining >= 0
            and budget.resets_at > now.timestamp()
        ]
        if live:
            return min(live, key=lambda one: one.remaining / max(1, one.limit))
        limits = [self._known[one].limit for one in buckets if one in self._known]
        return Budget(limit=min(limits)) if limits else Budget()
