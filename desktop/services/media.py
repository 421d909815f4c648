"""Avatars, pictures and emoji: fetched once, kept on the disk as long as there is room."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections import OrderedDict
from pathlib import Path

from desktop.domain.account import AccountId
from desktop.domain.errors import (
    NetworkError,
    NotFound,
    Offline,
    Rejected,
    SignedOut,
    VoliereError,
)
from desktop.networks.base import Adapter
from desktop.services.image_files import sniff
from desktop.services.media_folder import MediaFolder
from desktop.services.reaching import ReachesServers
from desktop.services.tasks import TaskScope

_log = logging.getLogger(__name__)

MAX_BYTES = 20 * 1024 * 1024
DOWNLOADS = 6
"""At once; the others wait."""
FORGET_FAILURE = 15.0
"""Seconds before what could not be fetched is asked for again."""
FORGET_REFUSAL = 600.0
"""The same for what is not there, or is no picture."""
MAX_FAILURES = 2000
PATIENCE = 10.0
"""Seconds that an account has to open."""

Outcome = bytes | VoliereError


class _Download:
    def __init__(self, task: asyncio.Task[Outcome]) -> None:
        self.task = task
        self.waiting = 0


class MediaCache:
    """A folder of files named by the hash of their address, at most `limit_bytes` in all: what
    was not used for longest goes first. The folder may be deleted at any time."""

    def __init__(
        self, folder: Path, limit_bytes: int, sessions: ReachesServers, scope: TaskScope
    ) -> None:
        self._folder = MediaFolder(folder, limit_bytes)
        self._sessions = sessions
        self._scope = scope.child("media")
        self._downloads: dict[str, _Download] = {}
        self._failures: OrderedDict[str, tuple[float, NetworkError]] = OrderedDict()
        self._room = asyncio.Semaphore(DOWNLOADS)

    async def fetch(self, account: AccountId, url: str) -> bytes:
        """The file at `url`, from the disk, a download that is under way, or the server.

        A download that nobody waits for any more is cancelled. Raises NetworkError
        (SecretsUnavailable where the account's session is locked); Rejected for what is larger
        than 20 MB or no picture, film or sound.
        """
        name = hashlib.sha256(url.encode()).hexdigest()
        self._raise_recent_failure(name)
        download = self._downloads.get(name)
        if download is None:
            task = self._scope.start(self._load(account, url, name), name="fetch")
            download = self._downloads[name] = _Download(task)
        download.waiting += 1
        try:
            outcome = await asyncio.shield(download.task)
        finally:
            download.waiting -= 1
            if not download.waiting:
                if self._downloads.get(name) is download:
                    del self._downloads[name]
                download.task.cancel()
        if isinstance(outcome, VoliereError):
            raise outcome
        return outcome

    async def set_limit(self, limit_bytes: int) -> None:
        """Another size; what is too much goes at once."""
        await self._folder.set_limit(limit_bytes)

    async def clear(self) -> None:
        """Delete all files."""
        self._failures.clear()
        await self._folder.clear()

    async def size(self) -> int:
        """Bytes on the disk."""
        return await self._folder.size()

    async def close(self) -> None:
        """Cancel what is under way."""
        await self._scope.close()

    async def _load(self, account: AccountId, url: str, name: str) -> Outcome:
        kept = await self._folder.read(name)
        if kept is not None and is_media(kept):
            return kept
        try:
            adapter = await self._adapter(account)
        except VoliereError as error:
            return error
        try:
            # What goes wrong here is not reported to the session: the server that has the
            # picture is often another one.
            async with self._room:
                media = await adapter.media(url, MAX_BYTES)
            if len(media.body) > MAX_BYTES:
                raise Rejected("too large", 413)
            if not is_media(media.body):
                raise Rejected("no picture", 415)
        except NetworkError as error:
            self._remember_failure(name, error)
            return error
        try:
            await self._folder.write(name, media.body)
        except OSError as error:
            _log.info("not kept: %s", error.strerror)
        return media.body

    async def _adapter(self, account: AccountId) -> Adapter:
        """The account's; at the start of the app it may still be opening."""
        ends = time.monotonic() + PATIENCE
        while True:
            try:
                return self._sessions.adapter(account)
            except Offline:
                if time.monotonic() > ends:
                    raise
                await asyncio.sleep(0.1)

    def _raise_recent_failure(self, name: str) -> None:
        until, error = self._failures.get(name, (0.0, None))
        if error is None:
            return
        if time.monotonic() < until:
            raise error.with_traceback(None)
        del self._failures[name]

    def _remember_failure(self, name: str, error: NetworkError) -> None:
        if isinstance(error, SignedOut):
            return
        is_final = isinstance(error, NotFound | Rejected)
        seconds = FORGET_REFUSAL if is_final else FORGET_FAILURE
        self._failures[name] = (time.monotonic() + seconds, error)
        while len(self._failures) > MAX_FAILURES:
            self._failures.popitem(last=False)


def is_media(content: bytes) -> bool:
    """A page, a script or a vector graphic is none, whatever the server called it."""
    return bool(sniff(content))
