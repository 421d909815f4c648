"""Opens the embedded demo: its two accounts and its deck."""

from __future__ import annotations

from desktop.app.services import Services
from desktop.networks.demo.deck import demo_deck
from desktop.networks.demo.demo_world import DemoWorld
from desktop.networks.demo.network import DemoNetwork
from desktop.networks.demo.world import utc_now


def network(*, stands_still: bool = False) -> DemoNetwork:
    """`stands_still`: nothing happens by itself, so that pictures of it can be repeated."""
    if stands_still:
        return DemoNetwork(lambda: DemoWorld(now=utc_now(), pace=0))
    return DemoNetwork()


async def open_demo(services: Services, network: DemoNetwork) -> None:
    """Fill an empty profile. Its secrets stay in memory: there is nothing to keep.

    What a former run stored goes: the world begins anew, with the same people and later times.
    """
    for account, credentials in network.accounts():
        await services.store.forget_account(account.id)
        services.secrets.hold(account.id, credentials)
        if services.accounts.get(account.id) is None:
            services.accounts.add(account)
    if not services.deck.current.columns:
        for column in demo_deck(services.accounts.all).columns:
            services.deck.add(column)
