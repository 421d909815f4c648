"""The kinds of sequences that servers have."""

from __future__ import annotations

from enum import StrEnum


class TimelineKind(StrEnum):
    HOME = "home"
    NOTIFICATIONS = "notifications"
    MENTIONS = "mentions"
    LOCAL = "local"
    FEDERATED = "federated"
    HASHTAG = "hashtag"
    """parameter: the tag without #."""
    LIST = "list"
    """parameter: the list's id."""
    PROFILE = "profile"
    """parameter: the profile's id."""
    BOOKMARKS = "bookmarks"
    LIKES = "likes"
    CONVERSATIONS = "conversations"
    SEARCH = "search"
    """parameter: the words, for the server's own search."""
    THREAD = "thread"
    """parameter: the post's id."""
    SAVED_SEARCH = "saved_search"
    """parameter: the saved search's id; not a server's timeline but ours; account is empty."""


SERVER_ORDERED = frozenset({TimelineKind.BOOKMARKS, TimelineKind.LIKES, TimelineKind.CONVERSATIONS})
"""Sequences whose order is the server's own and not that of their posts' times."""
