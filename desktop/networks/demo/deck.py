"""The deck that the demo opens with."""

from __future__ import annotations

from desktop.domain.account import Account, AccountId
from desktop.domain.column import Column, Deck
from desktop.domain.query import SavedSearch
from desktop.domain.timeline import TimelineKey, TimelineKind

SEARCH = 'mastodon OR "compte Mastodon"'
TAG = "veille"


def demo_deck(accounts: tuple[Account, ...]) -> Deck:
    """Home, a pinned search, notifications, local and a hashtag of the first account, and the
    home of the second. Raises ValueError for fewer than two accounts."""
    if len(accounts) < 2:
        raise ValueError("the demo's deck needs two accounts")
    first, second = accounts[0].id, accounts[1].id
    search = SavedSearch(id="demo-search", text=SEARCH)
    pinned = TimelineKey(AccountId(""), TimelineKind.SAVED_SEARCH, search.id)

    def column(name: str, key: TimelineKey, subject: str = "") -> Column:
        return Column(id=f"demo-{name}", sources=(key,), subject=subject)

    return Deck(
        id="demo",
        columns=(
            column("home", TimelineKey(first, TimelineKind.HOME)),
            Column(id="demo-search", sources=(pinned,), search=search),
            column("notifications", TimelineKey(first, TimelineKind.NOTIFICATIONS)),
            column("tag", TimelineKey(first, TimelineKind.HASHTAG, TAG), TAG),
            column("local", TimelineKey(first, TimelineKind.LOCAL)),
            column("second", TimelineKey(second, TimelineKind.HOME)),
        ),
    )
