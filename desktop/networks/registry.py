"""Which networks there are: one line for each.

A network is imported when one of its accounts is opened or signed in to: the window is painted
without any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.domain.account import Account, Credentials
from desktop.networks.base import Adapter, SignsIn
from desktop.networks.http import HttpClient

if TYPE_CHECKING:
    from desktop.networks.demo.network import DemoNetwork

DEMO = "demo"
KeepCredentials = Callable[[Credentials], None]
"""Called when a server gave new tokens for old ones."""
_Keep = KeepCredentials | None


class Network(Struct, frozen=True):
    """How to sign in to a network and how to open an account of it."""

    name: str
    make_sign_in: Callable[[HttpClient], SignsIn]
    make_adapter: Callable[[Account, Credentials, HttpClient, KeepCredentials | None], Adapter]

    def sign_in(self, http: HttpClient) -> SignsIn:
        return self.make_sign_in(http)

    def open(
        self,
        account: Account,
        credentials: Credentials,
        http: HttpClient,
        on_credentials: KeepCredentials | None = None,
    ) -> Adapter:
        """The account's adapter; asks nothing of the server yet."""
        return self.make_adapter(account, credentials, http, on_credentials)


class _Demo:
    """One world for all its accounts, made when the first of them is opened."""

    @cached_property
    def network(self) -> DemoNetwork:
        from desktop.networks.demo.network import DemoNetwork

        return DemoNetwork()

    def sign_in(self, http: HttpClient) -> SignsIn:
        return self.network.sign_in(http)

    def open(
        self, account: Account, credentials: Credentials, http: HttpClient, keep: _Keep = None
    ) -> Adapter:
        return self.network.open(account, credentials, http, keep)


def _mastodon_sign_in(http: HttpClient) -> SignsIn:
    from desktop.networks.mastodon.auth import MastodonSignIn

    return MastodonSignIn(http)


def _mastodon(
    account: Account, credentials: Credentials, http: HttpClient, keep: _Keep = None
) -> Adapter:
    from desktop.networks.mastodon.adapter import MastodonAdapter

    return MastodonAdapter(account, credentials, http, keep)


def _bluesky_sign_in(http: HttpClient) -> SignsIn:
    from desktop.networks.bluesky.auth import BlueskySignIn

    return BlueskySignIn(http)


def _bluesky(
    account: Account, credentials: Credentials, http: HttpClient, keep: _Keep = None
) -> Adapter:
    from desktop.networks.bluesky.adapter import BlueskyAdapter

    return BlueskyAdapter(account, credentials, http, keep)


_demo = _Demo()

NETWORKS: Mapping[str, Network] = MappingProxyType(
    {
        DEMO: Network(DEMO, _demo.sign_in, _demo.open),
        "mastodon": Network("mastodon", _mastodon_sign_in, _mastodon),
        "bluesky": Network("bluesky", _bluesky_sign_in, _bluesky),
    }
)
