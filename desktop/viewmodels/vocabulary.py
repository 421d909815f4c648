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
    translate = QCoreApplication.translate
    return Vocabulary(
        network=translate("Vocabulary", "Mastodon"),
        posts=translate("Vocabulary", "Posts"),
        repost=translate("Vocabulary", "Boost"),
        unrepost=translate("Vocabulary", "Undo boost"),
        reposted_by=translate("Vocabulary", "{name} boosted"),
        like=translate("Vocabulary", "Favourite"),
        unlike=translate("Vocabulary", "Undo favourite"),
        liked_by=translate("Vocabulary", "{name} favourited your post"),
        likes=translate("Vocabulary", "Favourites"),
        bookmark=translate("Vocabulary", "Bookmark"),
        unbookmark=translate("Vocabulary", "Remove bookmark"),
        quote=translate("Vocabulary", "Quote"),
        local=translate("Vocabulary", "Local"),
        federated=translate("Vocabulary", "Federated"),
        hashtag=translate("Vocabulary", "Hashtag"),
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
    translate = QCoreApplication.translate
    return Vocabulary(
        network=translate("Vocabulary", "Network"),
        posts=translate("Vocabulary", "Posts"),
        repost=translate("Vocabulary", "Repost"),
        unrepost=translate("Vocabulary", "Undo repost"),
        reposted_by=translate("Vocabulary", "{name} reposted"),
        like=translate("Vocabulary", "Like"),
        unlike=translate("Vocabulary", "Undo like"),
        liked_by=translate("Vocabulary", "{name} liked your post"),
        likes=translate("Vocabulary", "Likes"),
        bookmark=translate("Vocabulary", "Bookmark"),
        unbookmark=translate("Vocabulary", "Remove bookmark"),
        quote=translate("Vocabulary", "Quote"),
        local=translate("Vocabulary", "Local"),
        federated=translate("Vocabulary", "Everyone"),
        hashtag=translate("Vocabulary", "Hashtag"),
        handle_example="name@example.org",
    )


_NETWORKS: dict[str, Callable[[], Vocabulary]] = {"mastodon": _mastodon, "demo": _demo}
