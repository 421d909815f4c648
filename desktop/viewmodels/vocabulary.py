"""A network's own words for what all of them have: Boost or Repost, Favourite or Like."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication


class Vocabulary(Struct, frozen=True, kw_only=True):
    """Words of one network in the user's language. `*_by` take the name as `{name}`."""

    network: str
    posts: str
    repost: str
    unrepost: str
    reposted_by: str
    like: str
    unlike: str
    liked_by: str
    likes: str
    bookmark: str
    unbookmark: str
    quote: str
    local: str
    federated: str
    hashtag: str
    handle_example: str


def vocabulary(network: str) -> Vocabulary:
    """The words of `network`; those of any microblog where it is not known."""
    return _NETWORKS.get(network, _plain)()


def _mastodon() -> Vocabulary:
    tr = QCoreApplication.translate
    return Vocabulary(
        network=tr("Vocabulary", "Mastodon"),
        posts=tr("Vocabulary", "Posts"),
        repost=tr("Vocabulary", "Boost"),
        unrepost=tr("Vocabulary", "Undo boost"),
        reposted_by=tr("Vocabulary", "{name} boosted"),
        like=tr("Vocabulary", "Favourite"),
        unlike=tr("Vocabulary", "Undo favourite"),
        liked_by=tr("Vocabulary", "{name} favourited your post"),
        likes=tr("Vocabulary", "Favourites"),
        bookmark=tr("Vocabulary", "Bookmark"),
        unbookmark=tr("Vocabulary", "Remove bookmark"),
        quote=tr("Vocabulary", "Quote"),
        local=tr("Vocabulary", "Local"),
        federated=tr("Vocabulary", "Federated"),
        hashtag=tr("Vocabulary", "Hashtag"),
        handle_example="name@example.org",
    )


def _demo() -> Vocabulary:
    words = _mastodon()
    return Vocabulary(
        **{
            **{name: getattr(words, name) for name in words.__struct_fields__},
            "network": QCoreApplication.translate("Vocabulary", "Demo"),
        }
    )


def _plain() -> Vocabulary:
    tr = QCoreApplication.translate
    return Vocabulary(
        network=tr("Vocabulary", "Network"),
        posts=tr("Vocabulary", "Posts"),
        repost=tr("Vocabulary", "Repost"),
        unrepost=tr("Vocabulary", "Undo repost"),
        reposted_by=tr("Vocabulary", "{name} reposted"),
        like=tr("Vocabulary", "Like"),
        unlike=tr("Vocabulary", "Undo like"),
        liked_by=tr("Vocabulary", "{name} liked your post"),
        likes=tr("Vocabulary", "Likes"),
        bookmark=tr("Vocabulary", "Bookmark"),
        unbookmark=tr("Vocabulary", "Remove bookmark"),
        quote=tr("Vocabulary", "Quote"),
        local=tr("Vocabulary", "Local"),
        federated=tr("Vocabulary", "Everyone"),
        hashtag=tr("Vocabulary", "Hashtag"),
        handle_example="name@example.org",
    )


_NETWORKS: dict[str, Callable[[], Vocabulary]] = {"mastodon": _mastodon, "demo": _demo}
