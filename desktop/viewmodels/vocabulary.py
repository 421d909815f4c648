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
    ask_server: str
    """What to type to sign in, and on which server."""
    sign_in_help: str
    server_example: str
    password_page: str = ""
    """Where a password for this program is made."""


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
        ask_server=translate(
            "Vocabulary",
            "On which server is your account? A name, your whole handle or an address.",
        ),
        sign_in_help=translate(
            "Vocabulary",
            "Volière works with Mastodon, GoToSocial, Pleroma, Akkoma, Friendica, Takahē "
            "and Pixelfed. Your password is only typed in your browser.",
        ),
        server_example=translate("Vocabulary", "mastodon.social or @name@example.org"),
    )


def _bluesky() -> Vocabulary:
    translate = QCoreApplication.translate
    words = _plain()
    return Vocabulary(
        **{
            **{name: getattr(words, name) for name in words.__struct_fields__},
            "network": translate("Vocabulary", "Bluesky"),
            "handle_example": "name.bsky.social",
            "ask_server": translate("Vocabulary", "Type your handle and an app password."),
            "sign_in_help": translate(
                "Vocabulary",
                "An app password is made for one program and can be taken back at any time. "
                "Your account's own password is not asked for. Any server of the AT Protocol "
                "will do; yours is found by your handle.",
            ),
            "server_example": translate("Vocabulary", "Found by your handle"),
            "password_page": "https://bsky.app/settings/app-passwords",
        }
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
        ask_server=translate("Vocabulary", "On which server is your account?"),
        sign_in_help="",
        server_example="example.org",
    )


_NETWORKS: dict[str, Callable[[], Vocabulary]] = {
    "mastodon": _mastodon, "bluesky": _bluesky, "demo": _demo,
}  # fmt: skip
