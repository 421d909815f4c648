"""Which networks there are: one line for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from desktop.domain.account import Account, Credentials
from desktop.networks.base import Adapter, SignsIn
from desktop.networks.bluesky.adapter import BlueskyAdapter
from desktop.networks.bluesky.auth import BlueskySignIn
from desktop.networks.demo.network import DemoNetwork
from desktop.networks.http import HttpClient
from desktop.networks.mastodon.adapter import MastodonAdapter
from desktop.networks.mastodon.auth import MastodonSignIn

KeepCredentials = Callable[[Credentials], None]
"""Called when a server gave new tokens for old ones."""


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


_demo = DemoNetwork()  # makes its world only when an account of it is opened

NETWORKS: Mapping[str, Network] = MappingProxyType(
    {
        "demo": Network("demo", _demo.sign_in, _demo.open),
        "mastodon": Network("mastodon", MastodonSignIn, MastodonAdapter),
        "bluesky": Network("bluesky", BlueskySignIn, BlueskyAdapter),
    }
)
