from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.account import AccountId, Capabilities
from desktop.domain.draft import Draft, DraftMedia, OutboxItem, OutboxState, UploadedMedia
from desktop.domain.errors import (
    AccessDenied,
    NotFound,
    NotSupported,
    Offline,
    OfflineCause,
    RateLimited,
    Rejected,
    ServerFault,
    SignedOut,
    StoreError,
    StoreFault,
)
from desktop.domain.notice import NoticeCode
from desktop.domain.post import Post
from desktop.domain.signal import Signal
from desktop.domain.timeline import TimelineKey, TimelineKind
from desktop.services import delivery
from desktop.services.database import Database
from desktop.services.delivery import retry_at
from desktop.services.drafts import Drafts
from desktop.services.notices import Notices
from desktop.services.outbox import Outbox, TooLate
from desktop.services.outbox_rows import OutboxRows
from desktop.services.store_batch import StoreBatch
from desktop.services.tasks import TaskScope
from tests.unit.services.fake_network import (
    ME,
    FakeAdapter,
    OneSession,
    a_post,
    an_account,
    until,
)

OTHER = AccountId("fake:other@example.org")


class Server:
    """Counts what was posted; honours keys if it says so."""

    def __init__(self, adapter: FakeAdapter) -> None:
        self.adapter = adapter
        self.posts: list[Post] = []
        self.keys: dict[str, Post] = {}
        adapter.will("publish", self.publish)
        adapter.will("find_sent", self.find)
        adapter.will("upload", lambda media: UploadedMedia(f"up-{media.id}"))

    def publish(self, item: OutboxItem) -> Post:
        has_keys = self.adapter.account.capabilities.has_idempotency
        if has_keys and item.key in self.keys:
            return self.keys[item.key]
        post = a_post(f"s{len(self.posts)}", item.draft.text)
        self.posts.append(post)
        self.keys[item.key] = post
        return post

    def find(self, item: OutboxItem) -> Post | None:
        return next((p for p in reversed(self.posts) if p.text.text == item.draft.text), None)

    def take_and_say(self, error: Exception) -> Callable[[OutboxItem], Post]:
        def publish(item: OutboxItem) -> Post:
            self.publish(item)
            raise error

        return publish

    @property
    def texts(self) -> list[str]:
        return [post.text.text for post in self.posts]


class Sessions(OneSession):
    def __init__(self, adapter: FakeAdapter) -> None:
        super().__init__(adapter)
        self.changed: Signal[AccountId] = Signal()


class Store:
    def __init__(self) -> None:
        self.batches: list[StoreBatch] = []
        self.error: Exception | None = None

    async def apply(self, batch: StoreBatch) -> None:
        if self.error is not None:
            raise self.error
        self.batches.append(batch)


class House:
    def __init__(self, database: Database) -> None:
        self.errors: list[BaseException] = []
        self.scope = TaskScope(self.errors.append)
        self.database = database
        self.adapter = FakeAdapter(an_account())
        self.server = Server(self.adapter)
        self.sessions = Sessions(self.adapter)
        self.store = Store()
        self.notices = Notices()
        self.ahead = timedelta(0)
        self.sent: list[tuple[OutboxItem, Post]] = []
        self.refused: list[OutboxItem] = []
        self.outbox = self.open()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def open(self) -> Outbox:
        outbox = Outbox(
            self.database, self.sessions, self.store, self.notices, self.scope, now=self.now
        )
        outbox.sent.connect(self.sent.append)
        outbox.refused.connect(self.refused.append)
        return outbox

    async def restart(self) -> None:
        await self.outbox.close()
        self.outbox = self.open()
        await self.outbox.start()

    @property
    def codes(self) -> list[NoticeCode]:
        return [notice.code for notice in self.notices.current]

    async def rows(self) -> list[Any]:
        return await self.database.rows("SELECT id, state FROM outbox WHERE state != 'sent'")

    def without_keys(self) -> None:
        self.adapter.account = an_account(capabilities=Capabilities(has_idempotency=False))


@pytest.fixture
async def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    monkeypatch.setattr(delivery, "FIRST_RETRY", 0.01)
    database = await Database.open(tmp_path / "writing.sqlite", "writing", durable=False)
    house = House(database)
    await house.outbox.start()
    yield house
    await house.outbox.close()
    await house.scope.close()
    await database.close()
    assert house.errors == []


def a_draft(text: str = "Hello", **more: Any) -> Draft:
    return Draft(**({"id": f"d-{text}", "account": ME, "text": text} | more))


def media(name: str, path: str = "/m") -> DraftMedia:
    return DraftMedia(id=name, path=f"{path}/{name}", mime="image/png")


async def test_a_draft_becomes_a_post(house: House) -> None:
    await Drafts(house.database).save(a_draft())
    item = await house.outbox.submit(a_draft())
    assert item.state is OutboxState.HELD
    assert await Drafts(house.database).all() == ()
    await until(lambda: house.sent)
    sent, post = house.sent[0]
    assert (sent.id, sent.key, sent.state, sent.post_id) == (item.id, item.key, "sent", post.id)
    assert house.server.texts == ["Hello"]
    assert house.adapter.count("find_sent") == 0
    assert house.outbox.items == ()
    assert await house.rows() == []
    home = TimelineKey(ME, TimelineKind.HOME)
    assert house.store.batches[0].posts == (post,)
    assert house.store.batches[0].entries[home][0].post == post
    assert house.codes == [NoticeCode.POST_SENT]


async def test_the_row_is_there_before_the_first_byte(house: House) -> None:
    states: list[str] = []

    async def look() -> None:
        states.extend(row[1] for row in await house.rows())

    gate = house.adapter.gates["publish"] = asyncio.Event()
    await house.outbox.submit(a_draft())
    await until(lambda: house.adapter.count("publish"))
    await look()
    gate.set()
    await until(lambda: house.sent)
    assert states == ["sending"]


async def test_in_order_and_one_at_a_time(house: House) -> None:
    gate = house.adapter.gates["publish"] = asyncio.Event()
    for text in "abcd":
        await house.outbox.submit(a_draft(text))
    await until(lambda: house.adapter.count("publish"))
    await asyncio.sleep(0.02)
    assert house.adapter.count("publish") == 1
    gate.set()
    await until(lambda: len(house.sent) == 4)
    assert house.server.texts == list("abcd")


async def test_accounts_do_not_wait_for_each_other(house: House) -> None:
    gate = house.adapter.gates["publish"] = asyncio.Event()
    await house.outbox.submit(a_draft("a"))
    await house.outbox.submit(a_draft("b", account=OTHER))
    await until(lambda: house.adapter.count("publish") == 2)
    gate.set()
    await until(lambda: len(house.sent) == 2)


async def test_an_edit_is_not_a_new_entry(house: House) -> None:
    await house.outbox.submit(a_draft(edits="p1"))
    await until(lambda: house.sent)
    assert house.store.batches[0].entries == {}


async def test_what_is_held_can_be_taken_back(house: House) -> None:
    item = await house.outbox.submit(a_draft(), hold_seconds=60)
    await asyncio.sleep(0.02)
    assert house.server.posts == []
    assert await house.outbox.take_back(item.id) == a_draft()
    assert house.outbox.items == ()
    assert await house.rows() == []
    assert await Drafts(house.database).all() == (a_draft(),)
    with pytest.raises(KeyError):
        await house.outbox.take_back(item.id)


async def test_held_posts_leave_when_they_are_due(house: House) -> None:
    await house.outbox.submit(a_draft(), hold_seconds=0.05)
    await asyncio.sleep(0.02)
    assert house.server.posts == []
    await until(lambda: house.sent)


async def test_held_posts_can_be_sent_at_once(house: House) -> None:
    item = await house.outbox.submit(a_draft(), hold_seconds=60)
    await house.outbox.retry(item.id)
    await until(lambda: house.sent)


async def test_too_late_once_it_is_being_sent(house: House) -> None:
    gate = house.adapter.gates["publish"] = asyncio.Event()
    item = await house.outbox.submit(a_draft())
    await until(lambda: house.outbox.items[0].state is OutboxState.SENDING)
    with pytest.raises(TooLate):
        await house.outbox.take_back(item.id)
    gate.set()
    await until(lambda: house.sent)


async def test_media_are_uploaded_once_and_told(house: House) -> None:
    parts: list[float] = []
    house.outbox.changed.connect(lambda items: parts.extend(item.progress for item in items))
    house.adapter.will(
        "publish", ServerFault(503), lambda item: house.server.publish(item)
    )  # the second try needs no upload
    await house.outbox.submit(a_draft(media=(media("1"), media("2"))))
    await until(lambda: house.sent)
    assert house.adapter.count("upload") == 2
    assert [each.remote_id for each in house.sent[0][0].draft.media] == ["up-1", "up-2"]
    assert {0.25, 0.75, 1.0} <= set(parts)
    assert len(house.server.posts) == 1


async def test_an_upload_can_be_taken_back(house: House) -> None:
    house.adapter.gates["upload"] = asyncio.Event()
    item = await house.outbox.submit(a_draft(media=(media("1"),)))
    await house.outbox.submit(a_draft("next"))
    await until(lambda: house.adapter.count("upload"))
    draft = await house.outbox.take_back(item.id)
    assert draft.media[0].remote_id == ""
    await until(lambda: house.sent)
    assert house.server.texts == ["next"]


async def test_a_file_that_is_gone_is_a_refusal(house: House) -> None:
    house.adapter.will("upload", FileNotFoundError(2, "No such file or directory"))
    await house.outbox.submit(a_draft(media=(media("1"),)))
    await until(lambda: house.refused)
    assert house.refused[0].reason == "No such file or directory"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Rejected("Text is too long"), "Text is too long"),
        (AccessDenied("not here"), "not here"),
        (NotFound(), ""),
        (NotSupported("polls"), ""),
    ],
)
async def test_a_refusal_brings_all_back(house: House, error: Exception, reason: str) -> None:
    draft = a_draft("a", media=(media("1"),), reply_to="9")
    house.adapter.will("publish", error)
    item = await house.outbox.submit(draft)
    await until(lambda: house.refused)
    refused = house.refused[0]
    assert (refused.id, refused.state, refused.reason) == (item.id, OutboxState.REFUSED, reason)
    assert house.codes == [NoticeCode.POST_REFUSED]
    assert await house.rows() == [(item.id, "refused")]
    await house.restart()
    assert [each.state for each in house.outbox.items] == [OutboxState.REFUSED]
    assert await house.outbox.take_back(item.id) == draft
    assert house.codes == [NoticeCode.POST_REFUSED]
    house.adapter.will("publish", house.server.publish)
    await house.outbox.submit(draft)
    await until(lambda: house.sent)
    assert house.codes == [NoticeCode.POST_SENT]


async def test_a_refused_post_blocks_no_other(house: House) -> None:
    house.adapter.will("publish", Rejected("no"), house.server.publish)
    await house.outbox.submit(a_draft("a"))
    await house.outbox.submit(a_draft("b"))
    await until(lambda: house.sent)
    assert house.server.texts == ["b"]
    await house.outbox.retry(house.refused[0].id)
    await until(lambda: len(house.sent) == 2)
    assert house.server.texts == ["b", "a"]


async def test_discarding(house: House) -> None:
    item = await house.outbox.submit(a_draft(), hold_seconds=60)
    await house.outbox.discard(item.id)
    assert await house.rows() == []
    assert await Drafts(house.database).all() == ()


async def test_discarding_while_it_is_looked_for_sends_nothing(house: House) -> None:
    house.adapter.will("publish", ServerFault(500), house.server.publish)
    gate = house.adapter.gates["find_sent"] = asyncio.Event()
    item = await house.outbox.submit(a_draft())
    await until(lambda: house.adapter.count("find_sent"))
    await house.outbox.discard(item.id)
    gate.set()
    await asyncio.sleep(0.05)
    assert house.server.posts == []
    assert house.outbox.items == ()


IN_DOUBT = [
    ServerFault(502),
    ServerFault(0, "broken answer"),
    Offline("example.org", OfflineCause.TIMEOUT),
    Offline("example.org", OfflineCause.NO_ROUTE),
]


@pytest.mark.parametrize("has_keys", [True, False])
@pytest.mark.parametrize("error", IN_DOUBT, ids=repr)
async def test_taken_but_not_answered_is_never_posted_twice(
    house: House, error: Exception, has_keys: bool
) -> None:
    if not has_keys:
        house.without_keys()
    house.adapter.will("publish", house.server.take_and_say(error), house.server.publish)
    await house.outbox.submit(a_draft())
    await until(lambda: house.sent)
    assert len(house.server.posts) == 1
    assert house.sent[0][1] == house.server.posts[0]


@pytest.mark.parametrize("error", IN_DOUBT, ids=repr)
async def test_neither_taken_nor_answered_is_posted_later(house: House, error: Exception) -> None:
    house.without_keys()
    house.adapter.will("publish", error, error, house.server.publish)
    await house.outbox.submit(a_draft())
    await until(lambda: house.sent)
    assert len(house.server.posts) == 1
    assert house.adapter.count("find_sent") == 2


async def test_a_server_that_takes_it_late_is_guarded_by_the_key(house: House) -> None:
    house.adapter.will("publish", house.server.take_and_say(ServerFault(504)), house.server.publish)
    house.adapter.will("find_sent", None)
    await house.outbox.submit(a_draft())
    await until(lambda: house.sent)
    assert len(house.server.posts) == 1


async def test_the_post_of_another_item_with_the_same_words_is_not_ours(house: House) -> None:
    house.without_keys()
    house.adapter.will("publish", house.server.publish, ServerFault(500), house.server.publish)
    await house.outbox.submit(a_draft("ok"))
    await house.outbox.submit(a_draft("ok"))
    await until(lambda: len(house.sent) == 2)
    assert len(house.server.posts) == 2


async def test_a_duplicate_refused_after_doubt_was_posted(house: House) -> None:
    house.without_keys()
    found = a_post("s0", "Hello")
    house.adapter.will("publish", ServerFault(500), AccessDenied("duplicate content"))
    house.adapter.will("find_sent", None, found)
    await house.outbox.submit(a_draft())
    await until(lambda: house.sent)
    assert house.sent[0][1] == found
    assert house.refused == []


async def test_where_nobody_can_tell_the_user_is_asked(house: House) -> None:
    house.without_keys()
    house.adapter.will("find_sent", NotSupported())
    house.adapter.will("publish", ServerFault(500), house.server.publish)
    item = await house.outbox.submit(a_draft())
    await until(lambda: NoticeCode.POST_IN_DOUBT in house.codes)
    await asyncio.sleep(0.05)
    assert house.server.posts == []
    with pytest.raises(TooLate):
        await house.outbox.take_back(item.id)
    await house.outbox.retry(item.id)
    await until(lambda: house.sent)
    assert len(house.server.posts) == 1


async def test_what_is_in_doubt_blocks_no_other_and_is_looked_at_again(house: House) -> None:
    house.without_keys()
    house.adapter.will("find_sent", NotSupported())
    house.adapter.will("publish", ServerFault(500), house.server.publish)
    await house.outbox.submit(a_draft("a"))
    await house.outbox.submit(a_draft("b"))
    await until(lambda: house.sent)
    assert house.server.texts == ["b"]
    house.adapter.will("find_sent", a_post("s7", "a"))
    await house.restart()
    await until(lambda: len(house.sent) == 2)
    assert house.server.texts == ["b"]


async def test_an_edit_in_doubt_is_made_again(house: House) -> None:
    house.without_keys()
    house.adapter.will("publish", ServerFault(500), house.server.publish)
    await house.outbox.submit(a_draft(edits="p1"))
    await until(lambda: house.sent)
    assert house.adapter.count("find_sent") == 0


async def test_back_online_it_does_not_wait_for_the_next_try(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "FIRST_RETRY", 600.0)
    house.adapter.will(
        "publish", Offline("example.org", OfflineCause.REFUSED), house.server.publish
    )
    await house.outbox.submit(a_draft())
    await until(lambda: NoticeCode.POST_WAITING in house.codes)
    await asyncio.sleep(0.02)
    assert house.server.posts == []
    house.sessions.changed.emit(ME)
    await until(lambda: house.sent)
    assert len(house.server.posts) == 1


@pytest.mark.parametrize("cause", [OfflineCause.NAME, OfflineCause.REFUSED])
async def test_what_never_left_can_still_be_taken_back(house: House, cause: OfflineCause) -> None:
    house.adapter.will("publish", Offline("example.org", cause))
    item = await house.outbox.submit(a_draft())
    await until(lambda: house.adapter.count("publish") > 2)
    await until(lambda: house.outbox.items[0].state is OutboxState.HELD)
    assert house.adapter.count("find_sent") == 0
    assert await house.outbox.take_back(item.id) == a_draft()
    assert isinstance(house.sessions.reports[-1], Offline)


async def test_a_rate_limit_is_waited_for(house: House) -> None:
    limit = house.now() + timedelta(seconds=40)
    house.adapter.will("publish", RateLimited(limit), house.server.publish)
    item = await house.outbox.submit(a_draft())
    await until(lambda: NoticeCode.POST_WAITING in house.codes)
    assert house.outbox.items[0].next_at == limit
    assert house.outbox.items[0].state is OutboxState.HELD
    await asyncio.sleep(0.02)
    assert house.adapter.count("publish") == 1
    house.ahead = timedelta(seconds=41)
    await house.outbox.retry(item.id)
    await until(lambda: house.sent)
    assert house.codes == [NoticeCode.POST_SENT]


async def test_signed_out_waits_for_the_session(house: House) -> None:
    house.adapter.will("publish", SignedOut(), house.server.publish)
    await house.outbox.submit(a_draft())
    await until(lambda: NoticeCode.POST_WAITING in house.codes)
    await asyncio.sleep(0.03)
    assert house.adapter.count("publish") == 1
    assert house.outbox.items[0].state is OutboxState.HELD
    assert house.notices.current[0].action == "sign_in"
    house.sessions.changed.emit(ME)
    await until(lambda: house.sent)
    assert len(house.server.posts) == 1


async def test_without_a_session_it_waits(house: House) -> None:
    house.sessions.error = SignedOut()
    item = await house.outbox.submit(a_draft())
    await until(lambda: NoticeCode.POST_WAITING in house.codes)
    assert house.outbox.items[0] == item
    house.sessions.error = None
    house.sessions.changed.emit(ME)
    await until(lambda: house.sent)


async def test_a_full_disk_keeps_it_from_leaving(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = OutboxRows.keep
    is_full = True

    async def maybe(rows: OutboxRows, item: OutboxItem) -> None:
        if is_full and item.state is OutboxState.SENDING:
            raise StoreError(StoreFault.DISK_FULL)
        await keep(rows, item)

    monkeypatch.setattr(OutboxRows, "keep", maybe)
    await house.outbox.submit(a_draft())
    await until(lambda: NoticeCode.DISK_FULL in house.codes)
    assert house.adapter.count("publish") == 0
    is_full = False
    await until(lambda: house.sent)
    assert len(house.server.posts) == 1


async def test_submitting_to_a_broken_store_takes_nothing(house: House) -> None:
    await house.database.run("DROP TABLE outbox")
    with pytest.raises(StoreError):
        await house.outbox.submit(a_draft())
    assert house.outbox.items == ()
    assert house.server.posts == []


async def test_a_timeline_that_cannot_be_stored_does_not_send_again(house: House) -> None:
    house.store.error = StoreError(StoreFault.DISK_FULL)
    await house.outbox.submit(a_draft())
    await until(lambda: house.sent)
    await asyncio.sleep(0.03)
    assert len(house.server.posts) == 1


async def test_a_receiver_that_fails_stops_nothing(house: House) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    house.outbox.changed.connect(fail)
    await house.outbox.submit(a_draft("a"))
    await house.outbox.submit(a_draft("b"))
    await until(lambda: len(house.sent) == 2)
    assert house.server.texts == ["a", "b"]
    assert NoticeCode.UNEXPECTED in house.codes


async def test_a_bug_of_an_adapter_loses_nothing(house: House) -> None:
    house.adapter.will("publish", KeyError("bug"), house.server.publish)
    await house.outbox.submit(a_draft())
    await until(lambda: house.sent)
    assert len(house.server.posts) == 1


@pytest.mark.parametrize("has_keys", [True, False])
async def test_closing_while_sending_and_starting_again(house: House, has_keys: bool) -> None:
    if not has_keys:
        house.without_keys()
    taken = asyncio.Event()

    def take(item: OutboxItem) -> Post:
        house.server.publish(item)
        taken.set()
        raise asyncio.CancelledError

    house.adapter.will("publish", take)
    await house.outbox.submit(a_draft())
    await taken.wait()
    house.adapter.will("publish", house.server.publish)
    await house.restart()
    await until(lambda: house.sent)
    assert len(house.server.posts) == 1


async def test_a_key_that_is_too_old_is_not_trusted(house: House) -> None:
    house.adapter.will("publish", house.server.take_and_say(ServerFault(500)), house.server.publish)
    house.adapter.gates["find_sent"] = asyncio.Event()
    await house.outbox.submit(a_draft())
    await until(lambda: house.adapter.count("find_sent"))
    await house.outbox.close()
    house.ahead = timedelta(hours=3)
    house.server.keys.clear()
    del house.adapter.gates["find_sent"]
    house.adapter.will("find_sent", NotSupported())
    await house.restart()
    await until(lambda: NoticeCode.POST_IN_DOUBT in house.codes)
    assert len(house.server.posts) == 1


async def test_a_row_that_cannot_be_read_stays(house: House) -> None:
    await house.database.run("INSERT INTO outbox VALUES ('x', 'k', 'a', 'held', 1, 1, '{')")
    await house.restart()
    assert house.outbox.items == ()
    assert await house.rows() == [("x", "held")]


async def test_what_was_sent_is_forgotten_after_a_day_and_its_words_at_once(house: House) -> None:
    await house.outbox.submit(a_draft("private words", id="d"))
    await until(lambda: house.sent)
    bodies = await house.database.rows("SELECT body FROM outbox")
    assert len(bodies) == 1
    assert b"private words" not in bytes(bodies[0][0])
    house.ahead = timedelta(days=2)
    await house.restart()
    assert await house.database.rows("SELECT body FROM outbox") == []


def test_tries_are_spread_and_never_far_apart() -> None:
    now = datetime.now(UTC)
    waits = [(retry_at(ServerFault(), n, now) - now).total_seconds() for n in range(1, 40)]
    assert 4 <= waits[0] <= 6
    assert all(wait <= 900 * 1.2 for wait in waits)
    assert waits[-1] >= 900 * 0.8
    assert len({retry_at(ServerFault(), 3, now) for _ in range(20)}) > 1
    past = RateLimited(now - timedelta(hours=1))
    assert retry_at(past, 1, now) > now
