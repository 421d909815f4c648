"""Run as a program: an outbox with a server that is a file, killed at a chosen step.

    python -m tests.unit.services.killed_outbox FOLDER KEYS STEP [SUBMIT]

KEYS: keys or nokeys, whether the server honours Idempotency-Key. STEP: where it kills itself
with SIGKILL, or `none`. With SUBMIT a post is submitted, or with `thread` one of three parts,
if none ever was. Ends when the outbox is empty.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from desktop.domain.account import AccountId, Capabilities
from desktop.domain.draft import Draft, DraftMedia, OutboxItem, OutboxState, UploadedMedia
from desktop.domain.post import Post
from desktop.domain.signal import Signal
from desktop.services.database import Database
from desktop.services.notices import Notices
from desktop.services.outbox import Outbox
from desktop.services.outbox_rows import OutboxRows
from desktop.services.tasks import TaskScope
from tests.unit.services.fake_network import (
    ME,
    FakeAdapter,
    OneSession,
    a_post,
    an_account,
    until,
)

STEPS = (
    "submitted", "upload", "uploaded", "row says sending", "before it is taken",
    "after it was taken", "answered", "row says sent",
)  # fmt: skip


class Sessions(OneSession):
    def __init__(self, adapter: FakeAdapter) -> None:
        super().__init__(adapter)
        self.changed: Signal[AccountId] = Signal()


class Store:
    async def apply(self, batch: object) -> None:
        pass


class DyingServer:
    """Its posts are lines of a file; each is there, or not, before we die."""

    def __init__(self, folder: Path, has_keys: bool, step: str) -> None:
        self.file = folder / "posts.jsonl"
        self.has_keys = has_keys
        self.step = step

    def die_at(self, step: str) -> None:
        if step == self.step:
            os.kill(os.getpid(), signal.SIGKILL)

    @property
    def lines(self) -> list[dict[str, Any]]:
        if not self.file.exists():
            return []
        return [json.loads(line) for line in self.file.read_text().splitlines()]

    def post(self, number: int) -> Post:
        return a_post(f"s{number}", self.lines[number]["text"])

    def publish(self, item: OutboxItem) -> Post:
        self.die_at("before it is taken")
        assert all(media.remote_id for media in item.draft.media)
        for number, line in enumerate(self.lines):
            if self.has_keys and line["key"] == item.key:
                return self.post(number)
        with self.file.open("a") as file:
            line = {"key": item.key, "text": item.draft.text, "reply": item.draft.reply_to}
            file.write(json.dumps(line) + "\n")
        self.die_at("after it was taken")
        return self.post(len(self.lines) - 1)

    def find_sent(self, item: OutboxItem) -> Post | None:
        for number, line in enumerate(self.lines):
            if line["text"] == item.draft.text:
                return self.post(number)
        return None

    def upload(self, media: DraftMedia) -> UploadedMedia:
        self.die_at("upload")
        return UploadedMedia("up")


async def run(folder: Path, has_keys: bool, step: str, submits: bool) -> None:
    adapter = FakeAdapter(an_account(capabilities=Capabilities(has_idempotency=has_keys)))
    server = DyingServer(folder, has_keys, step)
    adapter.will("publish", server.publish)
    adapter.will("find_sent", server.find_sent)
    adapter.will("upload", server.upload)
    keep = OutboxRows.keep

    async def keep_and_die(rows: OutboxRows, item: OutboxItem, *others: OutboxItem) -> None:
        if item.state is OutboxState.SENT:
            server.die_at("answered")
        await keep(rows, item, *others)
        if item.state is OutboxState.UPLOADING and item.draft.media[0].remote_id:
            server.die_at("uploaded")
        if item.state is OutboxState.SENDING:
            server.die_at("row says sending")
        if item.state is OutboxState.SENT:
            server.die_at("row says sent")

    OutboxRows.keep = keep_and_die  # type: ignore[method-assign,assignment]

    def fail(error: BaseException) -> None:
        raise error

    database = await Database.open(folder / "writing.sqlite", "writing", durable=True)
    scope = TaskScope(fail)
    outbox = Outbox(database, Sessions(adapter), Store(), Notices(), scope)
    await outbox.start()
    if submits and not await database.rows("SELECT 1 FROM outbox"):
        media = DraftMedia(id="m", path="/m.png", mime="image/png")
        draft = Draft(id="d", account=ME, text="Only once", media=(media,))
        parts = [Draft(id=f"d{n}", account=ME, text=f"Part {n}") for n in range(3)]
        await outbox.submit_all(draft, (parts if sys.argv[4] == "thread" else (draft,),))
        server.die_at("submitted")
    await until(lambda: not outbox.items and scope.is_idle, 20)
    await outbox.close()
    await database.close()


if __name__ == "__main__":
    asyncio.run(run(Path(sys.argv[1]), sys.argv[2] == "keys", sys.argv[3], len(sys.argv) > 4))
