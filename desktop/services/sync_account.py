"""One account's timelines, live: its stream, its polling, and what each column is told of it."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Awaitable, Callable
from typing import Protocol

from desktop.domain.account import AccountId
from desktop.domain.column import (
    ColumnState,
    Failed,
    Limited,
    Live,
    Loading,
    NoSession,
    Polling,
    Waiting,
)
from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    NotSupported,
    Offline,
    RateLimited,
    Rejected,
    SecretsUnavailable,
    ServerFault,
    SignedOut,
    StoreError,
)
from desktop.domain.signal import Signal
from desktop.domain.stream import FiltersChanged, StreamClosed, StreamEvent, StreamOpened
from desktop.domain.timeline import TimelineKey, TimelineKind
from desktop.networks.base import Adapter
from desktop.services.notices import Notices
from desktop.services.polling import LONGEST, Backoff, Interval, resting_until
from desktop.services.store import PostStore
from desktop.services.sync_events import batch_of
from desktop.services.sync_timeline import TimelineSync
from desktop.services.tasks import TaskScope

_log = logging.getLogger(__name__)

FRAME_SECONDS = 0.05
FRAME_EVENTS = 50
SUBSCRIBE_SECONDS = 10.0
"""A stream that does not confirm new timelines within this is opened anew, once."""
STREAMED = frozenset(
    {
        TimelineKind.HOME, TimelineKind.NOTIFICATIONS, TimelineKind.MENTIONS, TimelineKind.LOCAL,
        TimelineKind.FEDERATED, TimelineKind.HASHTAG, TimelineKind.LIST,
        TimelineKind.CONVERSATIONS,
    }
)  # fmt: skip
"""Kinds that some server streams."""
LOOKS_AT_ONCE = 3
OPENING_SECONDS = 30.0
PREPARING_SECONDS = 5.0
RETRY_NOT_STREAMED = 3600.0


class OpenSessions(Protocol):
    """What sync needs of `services/sessions.py`."""

    changed: Signal[AccountId]

    def adapter(self, account: AccountId) -> Adapter: ...

    def report(
        self, account: AccountId, error: BaseException | None, adapter: Adapter | None = None
    ) -> None: ...


class _Followed:
    """One timeline and when to look at it next (POSIX time, 0: now)."""

    def __init__(self, sync: TimelineSync) -> None:
        self.sync = sync
        self.followers = 1
        self.interval = Interval()
        self.backoff = Backoff()
        self.next_at = 0.0
        self.refused = False
        """The stream opened without it, though it was asked for."""
        self.is_looked_at = False


class AccountSync:
    """Keeps what is followed of one account in step with its server."""

    def __init__(
        self,
        account: AccountId,
        store: PostStore,
        sessions: OpenSessions,
        notices: Notices,
        scope: TaskScope,
        *,
        is_streaming: bool = True,
        chance: random.Random | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._account = account
        self._store = store
        self._sessions = sessions
        self._notices = notices
        self._scope = scope
        self._is_streaming = is_streaming
        self._chance = chance or random.Random()  # noqa: S311 - no secret
        self._now = now
        self._followed: dict[TimelineKey, _Followed] = {}
        self._live: frozenset[TimelineKey] = frozenset()
        self._asked: frozenset[TimelineKey] = frozenset()
        self._asked_first: frozenset[TimelineKey] = frozenset()
        self._known_adapter: Adapter | None = None
        self._streaming_adapter: Adapter | None = None
        self._is_stream_open = False
        self._stream_scope: TaskScope | None = None
        self._events: list[StreamEvent] = []
        self._has_events = asyncio.Event()
        self._is_full = asyncio.Event()
        self._woken = asyncio.Event()
        self._limited_until = 0.0
        self._offline_until = 0.0
        self._resting_until = 0.0
        self._offline = Backoff()
        self._disconnect = sessions.changed.connect(self._session_changed)
        scope.start(self._poll_for_ever(), name="poll")
        scope.start(self._flush_for_ever(), name="flush")

    # -- following

    @property
    def is_idle(self) -> bool:
        return not self._followed

    def follow(self, key: TimelineKey) -> TimelineSync:
        """Share in this timeline; it is caught up as soon as the loop turns."""
        followed = self._followed.get(key)
        if followed is not None:
            followed.followers += 1
            return followed.sync
        sync = TimelineSync(key, self._store, self._adapter, self._run)
        self._followed[key] = _Followed(sync)
        self._ask_stream()
        self._woken.set()
        return sync

    def unfollow(self, key: TimelineKey) -> None:
        followed = self._followed.get(key)
        if followed is None:
            return
        followed.followers -= 1
        if followed.followers <= 0:
            del self._followed[key]
            self._ask_stream()

    def reconnect(self) -> None:
        """The machine slept or the network changed: open the stream anew, look at all now."""
        self._offline_until = 0.0
        self._offline.reset()
        for followed in self._followed.values():
            followed.next_at = 0.0
            followed.backoff.reset()
        self._restart_stream()
        self._woken.set()

    def set_streaming(self, is_streaming: bool) -> None:
        if is_streaming != self._is_streaming:
            self._is_streaming = is_streaming
            self._restart_stream()
            for followed in self._followed.values():
                followed.next_at = 0.0
            self._woken.set()

    async def close(self) -> None:
        self._disconnect()
        await self._scope.close()

    def _adapter(self) -> Adapter:
        self._known_adapter = self._sessions.adapter(self._account)
        return self._known_adapter

    def _session_changed(self, account: AccountId) -> None:
        if account != self._account:
            return
        former = self._known_adapter
        try:
            adapter = self._adapter()
        except SignedOut:
            self._set_all(NoSession())
            return
        except SecretsUnavailable:
            self._set_all(NoSession(locked=True))
            return
        except NetworkError:
            return
        if adapter is former and not self._is_without_session:
            return
        # A new way to the server: signed in again, or opened for the first time.
        self._limited_until = 0.0
        for followed in self._followed.values():
            followed.refused = False
        self._set_all(Loading())
        self.reconnect()

    @property
    def _is_without_session(self) -> bool:
        return any(
            isinstance(followed.sync.state, NoSession) for followed in self._followed.values()
        )

    def _set_all(self, state: ColumnState) -> None:
        for followed in self._followed.values():
            followed.sync.set_state(state)

    # -- the stream

    def _wanted(self) -> frozenset[TimelineKey]:
        return frozenset(key for key, followed in self._followed.items() if not followed.refused)

    def _ask_stream(self) -> None:
        if not self._is_streaming:
            return
        if self._streaming_adapter is None or self._stream_scope is None:
            self._restart_stream()
            return
        wanted = self._wanted()
        new = frozenset(key for key in wanted - self._asked if key.kind in STREAMED)
        self._asked = wanted
        self._live &= wanted
        self._streaming_adapter.set_keys(wanted)
        if new and self._is_stream_open:
            self._stream_scope.start(self._expect(new), name="expect")

    async def _expect(self, keys: frozenset[TimelineKey]) -> None:
        await asyncio.sleep(SUBSCRIBE_SECONDS)
        if self._is_stream_open and (keys & self._wanted()) - self._live:
            self._restart_stream()

    def _restart_stream(self) -> None:
        self._lose_stream()
        self._streaming_adapter = None
        if self._stream_scope is not None:
            self._stream_scope.cancel()
            self._stream_scope = None
        if self._is_streaming and self._followed and not self._scope.is_closed:
            self._stream_scope = self._scope.child("stream")
            self._stream_scope.start(self._stream_for_ever(), name="read")

    def _lose_stream(self) -> None:
        self._live = frozenset()
        self._is_stream_open = False
        for followed in self._followed.values():
            followed.sync.is_caught_up = False

    async def _stream_for_ever(self) -> None:
        backoff = Backoff()
        while True:
            try:
                adapter = self._adapter()
                await self._read_stream(adapter, backoff)
            except (NotSupported, NotFound, AccessDenied):
                self._lose_stream()
                self._woken.set()
                await asyncio.sleep(RETRY_NOT_STREAMED)
            except (SignedOut, SecretsUnavailable) as error:
                self._lose_stream()
                former, self._streaming_adapter = self._streaming_adapter, None
                self._signed_out(error, former)
                return
            except NetworkError as error:
                self._lose_stream()
                _log.info("stream of %s lost: %s", self._account, type(error).__name__)
                self._woken.set()
            else:
                self._lose_stream()
            await asyncio.sleep(backoff.after_failure(self._chance))

    async def _read_stream(self, adapter: Adapter, backoff: Backoff) -> None:
        self._streaming_adapter = adapter
        self._asked = self._asked_first = self._wanted()
        stream = adapter.stream(self._asked)
        try:
            async for event in stream:
                if isinstance(event, StreamOpened):
                    backoff.reset()
                self._hear(event, adapter)
        finally:
            close = getattr(stream, "aclose", None)
            if close is not None:
                await close()

    def _hear(self, event: StreamEvent, adapter: Adapter) -> None:
        match event:
            case StreamOpened(keys=keys):
                self._opened(keys, adapter)
            case StreamClosed(retry_at=retry_at):
                self._lose_stream()
                until = retry_at.timestamp() if retry_at is not None else 0.0
                for followed in self._followed.values():
                    if isinstance(followed.sync.state, Live):
                        followed.sync.set_state(Waiting(until))
                        # Not at once: most connections are back before.
                        followed.next_at = followed.interval.next_at(self._now(), self._chance)
                self._woken.set()
            case FiltersChanged():
                for followed in self._followed.values():
                    followed.next_at = 0.0
                self._woken.set()
            case _:
                self._events.append(event)
                self._has_events.set()
                if len(self._events) >= FRAME_EVENTS:
                    self._is_full.set()

    def _opened(self, keys: frozenset[TimelineKey], adapter: Adapter) -> None:
        self._sessions.report(self._account, None, adapter)
        self._is_stream_open = True
        self._offline_until = 0.0
        new = (keys - self._live) & frozenset(self._followed)
        self._live = keys
        for key in self._asked_first - keys:
            if key in self._followed:
                self._followed[key].refused = True
        for key in new:
            self._followed[key].next_at = 0.0
        self._woken.set()

    async def _flush_for_ever(self) -> None:
        while True:
            await self._has_events.wait()
            try:
                async with asyncio.timeout(FRAME_SECONDS):
                    await self._is_full.wait()
            except TimeoutError:
                pass
            events = self._events[:FRAME_EVENTS]
            del self._events[:FRAME_EVENTS]
            if not self._events:
                self._has_events.clear()
            if len(self._events) < FRAME_EVENTS:
                self._is_full.clear()
            complete = frozenset(
                key
                for key, followed in self._followed.items()
                if key in self._live and followed.sync.is_caught_up
            )
            batch = batch_of(self._account, events, self._followed.keys(), complete)
            try:
                await self._store.apply(batch)
            except StoreError as error:
                self._notices.report(error, replaces="store")
                for followed in self._followed.values():
                    followed.sync.is_caught_up = False
                    followed.next_at = followed.interval.next_at(self._now(), self._chance)
            except Exception as error:
                # One odd event may not end all that come after it.
                self._notices.report(error, replaces="stream", account=self._account)

    # -- polling and catching up

    async def _poll_for_ever(self) -> None:
        while True:
            self._woken.clear()
            due = self._next_due()
            if due is None:
                await self._woken.wait()
                continue
            wait = due[0] - self._now()
            if wait > 0:
                try:
                    async with asyncio.timeout(wait):
                        await self._woken.wait()
                except TimeoutError:
                    pass
                continue
            due[1].is_looked_at = True
            self._scope.start(self._look_at(due[1]), name="look")

    def _next_due(self) -> tuple[float, _Followed] | None:
        """When to look at which timeline next."""
        earliest = max(self._limited_until, self._offline_until)
        best: tuple[float, _Followed] | None = None
        if sum(followed.is_looked_at for followed in self._followed.values()) >= LOOKS_AT_ONCE:
            return None
        for followed in self._followed.values():
            if isinstance(followed.sync.state, NoSession) or followed.is_looked_at:
                continue
            at = max(followed.next_at, earliest)
            if followed.sync.is_caught_up:
                at = max(at, self._resting_until)
            if best is None or at < best[0]:
                best = (at, followed)
        return best

    async def _look_at(self, followed: _Followed) -> None:
        try:
            if followed.sync.is_caught_up:
                rest = resting_until(followed.sync.budget, self._now())
                if rest:
                    self._resting_until = rest
                    return
            await self._run(followed.sync, followed.sync.catch_up)
        finally:
            followed.is_looked_at = False
            self._woken.set()

    async def _run(self, sync: TimelineSync, work: Callable[[], Awaitable[None]]) -> None:
        """Ask the server; what goes wrong becomes the timeline's state, never an exception."""
        followed = self._followed.get(sync.key)
        if followed is None:
            return
        if self._now() < self._limited_until:
            sync.set_state(Limited(self._limited_until))
            return
        is_look = work == sync.catch_up
        adapter: Adapter | None = None
        try:
            adapter = self._adapter()
            await work()
        except (SignedOut, SecretsUnavailable) as error:
            self._signed_out(error, adapter)
        except RateLimited as error:
            self._limited_until = max(error.until.timestamp(), self._now() + 1)
            self._set_unless_live(Limited(self._limited_until))
            sync.set_state(Limited(self._limited_until))
        except Offline as error:
            if adapter is None:
                # The session is still being opened; `changed` will say when it is.
                followed.next_at = self._now() + OPENING_SECONDS
                sync.set_state(Loading())
                return
            self._sessions.report(self._account, error, adapter)
            wait = self._offline.after_failure(self._chance)
            self._offline_until = self._now() + wait
            self._set_unless_live(Waiting(self._offline_until))
            sync.set_state(Waiting(self._offline_until))
        except StoreError as error:
            self._notices.report(error, replaces="store")
            self._failed(followed, Failed(f"store_{error.fault.value}", error.detail))
        except NetworkError as error:
            self._sessions.report(self._account, error, adapter)
            self._failed(followed, failure(error))
        except Exception as error:
            self._notices.report(error, account=self._account)
            self._failed(followed, Failed("unexpected", type(error).__name__))
        else:
            self._sessions.report(self._account, None, adapter)
            self._offline.reset()
            self._offline_until = 0.0
            self._succeeded(followed, is_look)

    def _succeeded(self, followed: _Followed, is_look: bool) -> None:
        followed.backoff.reset()
        sync, now = followed.sync, self._now()
        if is_look:
            if sync.is_preparing:
                followed.next_at = now + PREPARING_SECONDS
                sync.set_state(Loading())
                return
            followed.interval.found(sync.arrived)
            followed.next_at = followed.interval.next_at(now, self._chance)
        if sync.key in self._live and sync.is_caught_up:
            # A stream may lose a post; a rare look finds it.
            followed.next_at = Interval(LONGEST).next_at(now, self._chance)
            sync.set_state(Live())
        else:
            sync.set_state(Polling(round(followed.interval.seconds), followed.next_at))

    def _failed(self, followed: _Followed, state: Failed) -> None:
        followed.interval.failed()
        lasting = state.code in _LASTING
        wait = LONGEST if lasting else followed.backoff.after_failure(self._chance)
        followed.next_at = self._now() + wait
        followed.sync.set_state(state)

    def _set_unless_live(self, state: ColumnState) -> None:
        for key, followed in self._followed.items():
            if key not in self._live or not followed.sync.is_caught_up:
                followed.sync.set_state(state)

    def _signed_out(self, error: Exception, adapter: Adapter | None) -> None:
        """`adapter` was asked, None when there was none; what a former one says is old news."""
        if adapter is not None:
            if adapter is not self._known_adapter:
                return
            self._sessions.report(self._account, error, adapter)
        self._set_all(NoSession(locked=isinstance(error, SecretsUnavailable)))


_LASTING = frozenset({"not_found", "not_supported", "access_denied", "rejected"})
"""Failures that asking again soon does not mend."""


def failure(error: NetworkError) -> Failed:
    match error:
        case NotFound():
            return Failed("not_found")
        case NotSupported():
            return Failed("not_supported", error.what)
        case AccessDenied():
            return Failed("access_denied", error.reason)
        case Rejected():
            return Failed("rejected", error.reason)
        case ServerFault():
            return Failed("server_fault", error.detail or (str(error.status or "")))
    return Failed("unexpected", type(error).__name__)
