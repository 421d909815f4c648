"""A column's state in words: short for the header, whole for its face, with what can be done."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

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
from desktop.domain.errors import StoreFault
from desktop.viewmodels.messages import clock_words, store_sentence


class StateAction(StrEnum):
    """What the button of a column's face does."""

    NONE = ""
    RETRY = "retry"
    SIGN_IN = "sign_in"


class StateWords(Struct, frozen=True, kw_only=True):
    """`short` stands in the header, `title` and `text` on the column's face or strip."""

    short: str
    title: str
    text: str = ""
    icon: str = "info"
    action: StateAction = StateAction.NONE
    action_label: str = ""
    is_trouble: bool = False
    """True: also said in the strip under the header while posts are shown."""


def interval_words(seconds: float) -> str:
    """every 30 s, every 5 min."""
    translate = QCoreApplication.translate
    if seconds < 90:
        return translate("States", "every {count} s").format(count=max(1, round(seconds)))
    return translate("States", "every {count} min").format(count=round(seconds / 60))


def state_words(state: ColumnState) -> StateWords:
    translate = QCoreApplication.translate
    match state:
        case Loading():
            return StateWords(
                short=translate("States", "loading"), title=translate("States", "Loading posts…")
            )
        case Live():
            return StateWords(
                short=translate("States", "live"),
                title=translate("States", "Live: new posts appear at once"),
            )
        case Polling():
            every = interval_words(state.every)
            return StateWords(
                short=every,
                title=translate("States", "Looks for new posts {every}").format(every=every),
            )
        case Waiting():
            return _waiting(state)
        case Limited():
            return _limited(state)
        case NoSession():
            return _no_session(state)
        case Failed():
            return _failed(state)
    return StateWords(short="", title="")


def _waiting(state: Waiting) -> StateWords:
    translate = QCoreApplication.translate
    text = translate("States", "Volière tries again by itself.")
    if state.retry_at:
        text = translate("States", "The next try is at {time}.").format(
            time=clock_words(state.retry_at)
        )
    return StateWords(
        short=translate("States", "offline"),
        title=translate("States", "The server cannot be reached"),
        text=text,
        icon="offline",
        action=StateAction.RETRY,
        action_label=translate("States", "Try now"),
        is_trouble=True,
    )


def _limited(state: Limited) -> StateWords:
    translate = QCoreApplication.translate
    time = clock_words(state.until)
    return StateWords(
        short=translate("States", "limit until {time}").format(time=time),
        title=translate("States", "Limit reached until {time}").format(time=time),
        text=translate("States", "The server asks for a pause. Volière goes on by itself."),
        icon="clock",
        is_trouble=True,
    )


def _no_session(state: NoSession) -> StateWords:
    translate = QCoreApplication.translate
    if state.locked:
        return StateWords(
            short=translate("States", "locked"),
            title=translate("States", "The keyring is locked"),
            text=translate("States", "Unlock this computer's keyring, then try again."),
            icon="lock",
            action=StateAction.RETRY,
            action_label=translate("States", "Try again"),
            is_trouble=True,
        )
    return StateWords(
        short=translate("States", "signed out"),
        title=translate("States", "Signed out"),
        text=translate("States", "The server no longer knows this sign-in. Your column is kept."),
        icon="key",
        action=StateAction.SIGN_IN,
        action_label=translate("States", "Sign in again"),
        is_trouble=True,
    )


_OF_SERVER = frozenset({"access_denied", "rejected", "server_fault"})
"""Whose `reason` is the server's own words."""


def _failed(state: Failed) -> StateWords:
    translate = QCoreApplication.translate
    by_code = {
        "not_supported": lambda: translate("States", "This server does not offer this column."),
        "not_found": lambda: translate("States", "It is gone, or not visible to this account."),
        "access_denied": lambda: translate(
            "States", "The server does not show this to this account."
        ),
        "server_fault": lambda: translate("States", "The server has a problem just now."),
        "rejected": lambda: translate("States", "The server refused this."),
        "query": lambda: translate(
            "States", "These keywords have a mistake. Edit them in the menu."
        ),
    }
    if state.code.startswith("store_"):
        fault = state.code.removeprefix("store_")
        known = {item.value: item for item in StoreFault}
        by_code[state.code] = lambda: store_sentence(known.get(fault, StoreFault.OTHER))
    sentence = by_code.get(state.code, lambda: translate("States", "Something went wrong."))()
    if state.reason and state.code in _OF_SERVER:
        sentence = translate("States", "{sentence} It says: {reason}").format(
            sentence=sentence, reason=state.reason
        )
    return StateWords(
        short=translate("States", "error"),
        title=translate("States", "This column could not be loaded"),
        text=sentence,
        icon="alert",
        action=StateAction.RETRY,
        action_label=translate("States", "Retry"),
        is_trouble=True,
    )
