"""What the composer's tests put around it: services in memory that keep the same promises."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop.domain.account import Account, AccountId, Capabilities, Limits, Visibility
from desktop.domain.draft import Draft, DraftMedia, OutboxItem, OutboxState
from desktop.domain.errors import NotFound, Rejected
from desktop.domain.post import Mention, Post, PostSource
from desktop.domain.profile import Profile
from desktop.domain.richtext import CustomEmoji, RichText
from desktop.domain.settings import Settings
from desktop.domain.signal import Signal
from desktop.services.notices import Notices
from desktop.services.outbox import TooLate
from desktop.services.tasks import TaskScope
from desktop.viewmodels.completion_vm import CompletionViewModel
from desktop.viewmodels.composer_vm import ComposerViewModel
from desktop.viewmodels.outbox_vm import OutboxViewModel
from desktop.views.composer import ComposerPanel
from desktop.views.style import apply_style, load_fonts
from desktop.views.theme import Tokens, tokens

FULL = Capabilities(
    visibilities=(
        Visibility.PUBLIC, Visibility.UNLISTED, Visibility.FOLLOWERS, Visibility.DIRECT,
    ),
    can_quote=True, can_edit=True, can_poll=True, can_warn=True, can_upload=True,
    can_set_language=True, can_bookmark=True,
)  # fmt: skip
CLAIRE = Account(
    id=AccountId("demo:claire@example.org"), network="demo", server="https://example.org",
    handle="claire@example.org", profile_id="1", name="Claire", capabilities=FULL,
    follower_count=1204,
)  # fmt: skip
ATELIER = Account(
    id=AccountId("demo:atelier@atelier.example"), network="demo",
    server="https://atelier.example", handle="atelier@atelier.example", profile_id="2",
    name="Atelier Volière", colour="#7C5CBF", follower_count=380,
    capabilities=Capabilities(
        visibilities=(Visibility.PUBLIC, Visibility.FOLLOWERS, Visibility.DIRECT),
        can_upload=True, limits=Limits(max_characters=100, max_attachments=1),
    ),
)  # fmt: skip


def post(text: str = "Who reads you?", **fields: object) -> Post:
    values: dict[str, object] = {
        "account": CLAIRE.id,
        "id": "42",
        "uri": "https://far.example/42",
        "author": Profile(id="7", handle="bob@far.example", name="Bob"),
        "created_at": datetime(2026, 11, 1, tzinfo=UTC),
        "text": RichText(text),
        "mentions": (Mention("1", "claire@example.org"), Mention("9", "eve@example.org")),
    }
    return Post(**(values | fields))  # type: ignore[arg-type]


class Accounts:
    def __init__(self, *accounts: Account) -> None:
        self.all = accounts
        self.changed: Signal[tuple[Account, ...]] = Signal()

    def get(self, account: AccountId) -> Account | None:
        return next((each for each in self.all if each.id == account), None)

    def replace(self, *accounts: Account) -> None:
        self.all = accounts
        self.changed.emit(accounts)


class Drafts:
    def __init__(self) -> None:
        self.kept: dict[str, Draft] = {}
        self.saves = 0

    async def save(self, draft: Draft) -> None:
        await asyncio.sleep(0)
        self.saves += 1
        self.kept[draft.id] = draft

    async def all(self) -> tuple[Draft, ...]:
        return tuple(self.kept.values())

    async def delete(self, draft_id: str) -> None:
        await asyncio.sleep(0)
        self.kept.pop(draft_id, None)


class Outbox:
    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self.items: tuple[OutboxItem, ...] = ()
        self.changed: Signal[tuple[OutboxItem, ...]] = Signal()
        self.sent: Signal[tuple[OutboxItem, Post]] = Signal()
        self.refused: Signal[OutboxItem] = Signal()
        self.fault: Exception | None = None
        self.calls: list[tuple[str, str]] = []

    async def submit_all(
        self, whole: Draft, chains: tuple[tuple[Draft, ...], ...], hold_seconds: float = 0.0
    ) -> tuple[OutboxItem, ...]:
        await asyncio.sleep(0)
        if self.fault is not None:
            raise self.fault
        now = datetime.now(UTC)
        size = sum(map(len, chains))
        self._drafts.kept.pop(whole.id, None)
        for chain in chains:
            after = ""
            for draft in chain:
                item = OutboxItem(
                    id=f"item-{len(self.items)}", key="key", draft=draft, after=after,
                    state=OutboxState.HELD, due_at=now + timedelta(seconds=hold_seconds),
                    created_at=now, group="g", group_size=size, whole=whole if size > 1 else None,
                )  # fmt: skip
                self.put(item)
                after = item.id
        return self.items

    def put(self, item: OutboxItem) -> None:
        self.items = (*(each for each in self.items if each.id != item.id), item)
        self.changed.emit(self.items)

    def refuse(self, item: OutboxItem, reason: str) -> None:
        item = msgspec.structs.replace(item, state=OutboxState.REFUSED, reason=reason)
        self.put(item)
        self.refused.emit(item)

    async def take_back(self, item_id: str) -> Draft:
        item = next(each for each in self.items if each.id == item_id)
        if item.first_try_at is not None or item.state is OutboxState.SENDING:
            raise TooLate
        await asyncio.sleep(0)
        self.items = tuple(each for each in self.items if each.id != item_id)
        self._drafts.kept[item.draft.id] = item.draft
        self.changed.emit(self.items)
        return item.draft

    async def retry(self, item_id: str) -> None:
        self.calls.append(("retry", item_id))

    async def discard(self, item_id: str) -> None:
        self.calls.append(("discard", item_id))


class Uploads:
    """Takes every file but those that are named bad."""

    def __init__(self) -> None:
        self.count = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def take_file(self, source: object, name: str = "", limits: object = None) -> DraftMedia:
        await self.gate.wait()
        if "bad" in name:
            raise Rejected("broken", 0)
        self.count += 1
        return DraftMedia(
            id=f"m{self.count}", path=str(source) if not isinstance(source, bytes) else "",
            mime="image/png", name=name, width=640, height=400,
        )  # fmt: skip


class Adapter:
    def __init__(self) -> None:
        self.resolved: dict[str, Post] = {}

    async def resolve_post(self, url: str) -> Post:
        await asyncio.sleep(0)
        if url not in self.resolved:
            raise NotFound
        return self.resolved[url]

    async def source(self, post_id: str) -> PostSource:
        return PostSource("As it was *typed*", "food")

    async def media(self, url: str, max_bytes: int) -> object:
        raise NotFound


class Sessions:
    def __init__(self) -> None:
        self.one = Adapter()

    def adapter(self, account: AccountId) -> Adapter:
        return self.one


class Autocomplete:
    def __init__(self) -> None:
        self.asked: list[str] = []
        self.used: list[str] = []

    async def profiles(self, account: AccountId, prefix: str) -> tuple[Profile, ...]:
        self.asked.append(prefix)
        people = (
            Profile(id="7", handle="bob@far.example", name="Bob"),
            Profile(id="8", handle="bobette@example.org", name="Bobette"),
        )
        return tuple(each for each in people if each.handle.startswith(prefix))

    async def tags(self, account: AccountId, prefix: str) -> tuple[str, ...]:
        return tuple(tag for tag in ("veille", "velo") if tag.startswith(prefix))

    def use(self, account: AccountId, what: str) -> None:
        self.used.append(what)

    async def emojis(
        self, account: AccountId, prefix: str, limit: int = 8
    ) -> tuple[CustomEmoji, ...]:
        emojis = (CustomEmoji("blobcat", "https://example.org/blob.png"),)
        return tuple(each for each in emojis if each.shortcode.startswith(prefix))


class SettingsFile:
    def __init__(self) -> None:
        self.value = Settings()


class Kit:
    """A whole composer over services in memory."""

    def __init__(self, *accounts: Account, look: Tokens | None = None) -> None:
        self.errors: list[BaseException] = []
        self.scope = TaskScope(self.errors.append, "test")
        self.accounts = Accounts(*(accounts or (CLAIRE, ATELIER)))
        self.sessions = Sessions()
        self.drafts = Drafts()
        self.outbox = Outbox(self.drafts)
        self.uploads = Uploads()
        self.settings = SettingsFile()
        self.notices = Notices()
        self.autocomplete = Autocomplete()
        self.look = look or tokens("light")
        self.open()

    def open(self) -> None:
        self.vm = ComposerViewModel(
            self.accounts, self.sessions, self.drafts, self.outbox, self.uploads,  # type: ignore[arg-type]
            self.settings, self.notices, self.scope,  # type: ignore[arg-type]
        )  # fmt: skip
        self.outbox_vm = OutboxViewModel(self.outbox, self.accounts, self.vm, self.scope)  # type: ignore[arg-type]
        self.completion = CompletionViewModel(self.autocomplete, self.scope)  # type: ignore[arg-type]

    def panel(self, height: int = 900, width: int = 316) -> ComposerPanel:
        load_fonts()
        panel = ComposerPanel(self.vm, self.outbox_vm, self.completion, self.look)
        apply_style(panel, self.look)
        panel.resize(width, height)
        return panel

    def rest(self, *others: QObject) -> None:
        """Stop every timer: pytest-qt lets events run where no asyncio loop does."""
        for owner in (self.vm, self.outbox_vm, self.completion, *others):
            for timer in owner.findChildren(QTimer):
                timer.stop()

    async def close(self) -> None:
        await self.vm.close()
        self.outbox_vm.close()
        await self.scope.close()


async def wait_for(condition: object, seconds: float = 3.0) -> None:
    """Let both loops run until the condition holds."""
    assert callable(condition)
    for _ in range(int(seconds / 0.01)):
        QCoreApplication.processEvents()
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come to pass")
