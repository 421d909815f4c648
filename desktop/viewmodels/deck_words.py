"""Sentences about decks and columns: notices, and what a deck is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.column import Deck
from desktop.domain.notice import NoticeCode


def deck_name(deck: Deck, number: int) -> str:
    """Its own name, else by its number."""
    if deck.name:
        return deck.name
    return QCoreApplication.translate("Decks", "Deck {number}").replace("{number}", str(number))


def _cleared(values: Mapping[str, str]) -> str:
    if values["title"]:
        return QCoreApplication.translate("Messages", "Cleared “{title}”.")
    return QCoreApplication.translate("Messages", "Column cleared.")


def _rule_stopped(values: Mapping[str, str]) -> str:
    if values["rule"]:
        return QCoreApplication.translate(
            "Messages",
            "The rule “{rule}” takes too long, so it was stopped. Write it in a simpler way.",
        )
    return QCoreApplication.translate("Messages", "A rule takes too long, so it was stopped.")


def _deck_removed(values: Mapping[str, str]) -> str:
    if values["name"]:
        return QCoreApplication.translate("Messages", "Removed “{name}” with its columns.")
    return QCoreApplication.translate("Messages", "Deck removed with its columns.")


def _exported(values: Mapping[str, str]) -> str:
    if values["file"]:
        return QCoreApplication.translate(
            "Messages", "Your decks are in {file}. No passwords or posts are in it."
        )
    return QCoreApplication.translate("Messages", "Your decks are exported.")


def _imported(values: Mapping[str, str]) -> str:
    if values["left_out"] not in ("", "0"):
        return QCoreApplication.translate(
            "Messages", "Imported {count} decks. There was no room for {left_out} more."
        )
    if values["count"] == "1":
        return QCoreApplication.translate("Messages", "Imported a deck.")
    if values["count"]:
        return QCoreApplication.translate("Messages", "Imported {count} decks.")
    return QCoreApplication.translate("Messages", "Your decks are imported.")


def _no_layout(values: Mapping[str, str]) -> str:
    if values["file"]:
        return QCoreApplication.translate("Messages", "{file} is not an exported deck of Volière.")
    return QCoreApplication.translate("Messages", "That is not an exported deck of Volière.")


def _file_fault(values: Mapping[str, str]) -> str:
    if values["file"]:
        return QCoreApplication.translate("Messages", "{file} cannot be read or written.")
    return QCoreApplication.translate("Messages", "That file cannot be read or written.")


DECK_NOTICES: dict[NoticeCode, Callable[[Mapping[str, str]], str]] = {
    NoticeCode.COLUMN_CLEARED: _cleared,
    NoticeCode.RULE_STOPPED: _rule_stopped,
    NoticeCode.DECK_REMOVED: _deck_removed,
    NoticeCode.DECKS_EXPORTED: _exported,
    NoticeCode.DECKS_IMPORTED: _imported,
    NoticeCode.NO_LAYOUT: _no_layout,
    NoticeCode.FILE_FAULT: _file_fault,
}
