"""A small server that speaks XRPC: a personal data server and an AppView in one.

It keeps records as the network does and makes every view from them. The `atproto` SDK checks it
in tests/contract/test_xrpc_server.py.
"""

from tests.servers.xrpc.server import XrpcServer

__all__ = ["XrpcServer"]
