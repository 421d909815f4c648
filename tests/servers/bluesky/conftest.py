"""The reference servers once for all; `make test` does without them, `make test-servers` not."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.servers.bluesky import ReferenceStack, reference_stack

collect_ignore_glob = [] if os.environ.get("VOLIERE_TEST_SERVERS") else ["test_*.py"]


@pytest.fixture(scope="session")
def stack() -> Iterator[ReferenceStack]:
    with reference_stack() as running:
        yield running
