"""A small server of the Mastodon API: real HTTP and WebSocket, state in memory.

Written from the public API documentation and validated by Mastodon.py
(tests/contract/test_mastodon_server.py), so that it does not share our own mistakes.
"""

from tests.servers.mastodon.faults import Fault
from tests.servers.mastodon.server import MastodonServer
from tests.servers.mastodon.world import Person, Post, World

__all__ = ["Fault", "MastodonServer", "Person", "Post", "World"]
