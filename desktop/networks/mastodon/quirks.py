"""How the servers of the family differ. Asked by software, never by version number."""

from __future__ import annotations

from msgspec import Struct

from desktop.domain.account import CountRule, Visibility
from desktop.domain.timeline_kind import TimelineKind

_FOUR = (Visibility.PUBLIC, Visibility.UNLISTED, Visibility.FOLLOWERS, Visibility.DIRECT)
_FIVE = (*_FOUR, Visibility.LOCAL)

TIMELINES = frozenset(
    {
        TimelineKind.HOME, TimelineKind.NOTIFICATIONS, TimelineKind.MENTIONS, TimelineKind.LOCAL,
        TimelineKind.FEDERATED, TimelineKind.HASHTAG, TimelineKind.LIST, TimelineKind.PROFILE,
        TimelineKind.BOOKMARKS, TimelineKind.LIKES, TimelineKind.CONVERSATIONS,
        TimelineKind.SEARCH, TimelineKind.THREAD,
    }
)  # fmt: skip


class Quirks(Struct, frozen=True, kw_only=True):
    """`quotes_by`: the parameter that quotes a post where the server does not advertise it.

    `multiplexes`: one WebSocket carries several streams. `tags_from_public`: hashtags are
    picked out of the public stream. `local_by`: how a post is kept on its server, by the
    visibility or by the parameter local_only.
    """

    rule: CountRule = CountRule.CODE_POINTS
    scopes: str = "read write"
    visibilities: tuple[Visibility, ...] = _FOUR
    without: frozenset[TimelineKind] = frozenset()
    streams: bool = True
    multiplexes: bool = True
    tags_from_public: bool = False
    token_as_protocol: bool = False
    """A WebSocket takes the token as Sec-WebSocket-Protocol, not as Authorization."""
    has_idempotency: bool = False
    has_groups: bool = False
    has_operators: bool = False
    """The search understands Mastodon's operators (has: from: language: -word)."""
    has_from: bool = False
    """The search understands from:."""
    pages_search_by_id: bool = False
    quotes_by: str = ""
    local_by: str = "visibility"
    can_edit: bool = True
    can_poll: bool = True
    can_set_language: bool = True


_PLEROMA = Quirks(
    # lib/pleroma/web/common_api/utils.ex: String.length of text and warning, nothing discounted
    rule=CountRule.GRAPHEMES,
    scopes="read write follow",
    visibilities=_FIVE,
    multiplexes=False,
    token_as_protocol=True,
    has_idempotency=True,
    quotes_by="quote_id",
)

_MASTODON = Quirks(
    rule=CountRule.MASTODON, has_idempotency=True, has_groups=True, has_operators=True
)

QUIRKS: dict[str, Quirks] = {
    "mastodon": _MASTODON,
    "hometown": _MASTODON,
    "glitchcafe": _MASTODON,
    "pleroma": _PLEROMA,
    "akkoma": _PLEROMA,
    # GoToSocial takes subscriptions to hashtags and never sends anything on them
    # (internal/processing/workers/surfacetimeline.go streams user, list, public, public:local)
    "gotosocial": Quirks(
        visibilities=_FIVE,
        tags_from_public=True,
        has_from=True,
        pages_search_by_id=True,
        local_by="local_only",
    ),
    "takahe": Quirks(streams=False, without=frozenset({TimelineKind.SEARCH})),
    "friendica": Quirks(
        scopes="read write follow", streams=False, can_poll=False, can_set_language=False
    ),
    "pixelfed": Quirks(
        scopes="read write follow",
        streams=False,
        without=frozenset({TimelineKind.LIST, TimelineKind.SEARCH}),
        can_edit=False,
        can_poll=False,
        can_set_language=False,
    ),
}


def quirks_of(software: str) -> Quirks:
    """Those of a server we do not know are the careful ones: count everything in full."""
    return QUIRKS.get(software.lower(), Quirks())
