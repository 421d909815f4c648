"""What is on its way: one row for each post, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop.domain.account import AccountId
from desktop.domain.draft import OutboxItem, OutboxState
from desktop.viewmodels.composer_sentences import draft_line
from desktop.viewmodels.wording import clock_words, fill, number

if TYPE_CHECKING:
    from desktop.services.accounts import Accounts
    from desktop.services.outbox import Outbox
    from desktop.services.tasks import TaskScope
    from desktop.viewmodels.composer_vm import ComposerViewModel


class OutboxAction(StrEnum):
    UNDO = "undo"
    EDIT = "edit"
    RETRY = "retry"
    DISCARD = "discard"


class OutboxRow(Struct, frozen=True, kw_only=True):
    """`sentence` has the account's name where `{name}` stands; `progress` from 0 to 1, -1: none."""

    id: str
    state: OutboxState
    account: AccountId
    name: str
    colour: str
    sentence: str
    excerpt: str
    detail: str = ""
    progress: float = -1.0
    actions: tuple[OutboxAction, ...] = ()

    @property
    def spoken(self) -> str:
        return fill(self.sentence, {"name": self.name})


class OutboxViewModel(QObject):
    changed = Signal()

    def __init__(
        self,
        outbox: Outbox,
        accounts: Accounts,
        composer: ComposerViewModel,
        scope: TaskScope,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(parent)
        self._outbox = outbox
        self._accounts = accounts
        self._composer = composer
        self._scope = scope
        self._now = now
        self._rows: tuple[OutboxRow, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._refresh)
        self._disconnects = [
            outbox.changed.connect(lambda _: self._refresh()),
            accounts.changed.connect(lambda _: self._refresh()),
        ]
        self._refresh()

    @property
    def rows(self) -> tuple[OutboxRow, ...]:
        """Those that wait for the person first."""
        return self._rows

    def act(self, item_id: str, action: OutboxAction) -> None:
        match action:
            case OutboxAction.UNDO | OutboxAction.EDIT:
                self._composer.take_back(item_id)
            case OutboxAction.RETRY:
                self._start(self._outbox.retry(item_id))
            case OutboxAction.DISCARD:
                self._start(self._outbox.discard(item_id))

    def undo_latest(self) -> bool:
        """Bring back what was sent last and is still held; False: nothing is."""
        held = [item for item in self._outbox.items if item.state is OutboxState.HELD]
        if not held:
            return False
        self.act(max(held, key=lambda item: item.created_at).id, OutboxAction.UNDO)
        return True

    def close(self) -> None:
        self._timer.stop()
        for disconnect in self._disconnects:
            disconnect()

    def _start(self, work: Coroutine[Any, Any, Any]) -> None:
        self._scope.start(work, name="outbox")

    def _refresh(self) -> None:
        items = [item for item in self._outbox.items if item.state is not OutboxState.SENT]
        here = {item.id for item in items}
        # The later parts of a thread are told of with the one that they wait for.
        items = [item for item in items if item.after not in here]
        items.sort(key=lambda item: (_RANK[item.state], item.created_at))
        rows = tuple(self._row(item) for item in items)
        counts = any(item.state in (OutboxState.HELD, OutboxState.RETRYING) for item in items)
        if counts != self._timer.isActive():
            self._timer.start() if counts else self._timer.stop()
        if rows != self._rows:
            self._rows = rows
            self.changed.emit()

    def _following(self, item: OutboxItem) -> int:
        count, last = 0, item.id
        for each in self._outbox.items:
            if each.after == last:
                count, last = count + 1, each.id
        return count

    def _row(self, item: OutboxItem) -> OutboxRow:
        account = self._accounts.get(item.draft.account)
        return OutboxRow(
            id=item.id,
            state=item.state,
            account=item.draft.account,
            name=account.display_name if account else item.draft.account.partition(":")[2],
            colour=account.colour if account else "",
            sentence=_with_parts(_sentence(item, self._now()), self._following(item)),
            detail=item.reason if item.state is OutboxState.REFUSED else "",
            excerpt=draft_line(item.draft, 80),
            progress=item.progress if item.state is OutboxState.UPLOADING else -1.0,
            actions=_actions(item),
        )


def action_label(action: OutboxAction, state: OutboxState) -> str:
    translate = QCoreApplication.translate
    if action is OutboxAction.RETRY and state is OutboxState.RETRYING:
        return translate("Outbox", "Try now")
    labels: dict[OutboxAction, Callable[[], str]] = {
        OutboxAction.UNDO: lambda: translate("Outbox", "Undo"),
        OutboxAction.EDIT: lambda: translate("Outbox", "Edit"),
        OutboxAction.RETRY: lambda: translate("Outbox", "Send again"),
        OutboxAction.DISCARD: lambda: translate("Outbox", "Discard"),
    }
    return labels[action]()


_RANK = {
    OutboxState.REFUSED: 0, OutboxState.HELD: 1, OutboxState.UPLOADING: 2,
    OutboxState.SENDING: 3, OutboxState.RETRYING: 4, OutboxState.SENT: 5,
}  # fmt: skip
_FAR_AWAY = timedelta(days=365)
"""A next try later than this will never be: only the person can decide."""


def _actions(item: OutboxItem) -> tuple[OutboxAction, ...]:
    is_safe = item.first_try_at is None  # no server can have it
    match item.state:
        case OutboxState.HELD | OutboxState.UPLOADING if is_safe:
            return (OutboxAction.UNDO,)
        case OutboxState.REFUSED if is_safe:
            return (OutboxAction.EDIT, OutboxAction.RETRY, OutboxAction.DISCARD)
        case OutboxState.RETRYING | OutboxState.REFUSED | OutboxState.HELD:
            return (OutboxAction.RETRY, OutboxAction.DISCARD)
    return ()


def _with_parts(sentence: str, following: int) -> str:
    translate = QCoreApplication.translate
    if not following:
        return sentence
    if following == 1:
        return fill(translate("Outbox", "{sentence} · 1 more part"), {"sentence": sentence})
    values = {"sentence": sentence, "count": number(following)}
    return fill(translate("Outbox", "{sentence} · {count} more parts"), values)


def _sentence(item: OutboxItem, now: datetime) -> str:
    translate = QCoreApplication.translate
    match item.state:
        case OutboxState.HELD | OutboxState.RETRYING if item.next_at is not None:
            if item.next_at - now > _FAR_AWAY:
                return translate("Outbox", "It may have been posted already as {name}: please look")
            text = translate("Outbox", "Not sent yet as {name}; next try at {time}")
            return text.replace("{time}", clock_words(item.next_at))
        case OutboxState.HELD if item.due_at <= now:
            return translate("Outbox", "Waiting to be sent as {name}")
        case OutboxState.HELD:
            seconds = max(0, -int(-(item.due_at - now).total_seconds() // 1))
            text = translate("Outbox", "Sending in {seconds} s as {name}")
            return text.replace("{seconds}", number(seconds))
        case OutboxState.UPLOADING:
            text = translate("Outbox", "Uploading {percent} % as {name}")
            return text.replace("{percent}", number(round(item.progress * 100)))
        case OutboxState.RETRYING:
            return translate("Outbox", "Not sent yet as {name}; trying again")
        case OutboxState.REFUSED:
            return translate("Outbox", "Refused, not posted as {name}")
    return translate("Outbox", "Sending as {name}")
