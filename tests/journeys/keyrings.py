"""Keyrings for journeys: one that remembers, one that is not there, one kept in a file.

The last is for tests that kill the whole process; Volière itself never keeps a secret in a file.
"""

from __future__ import annotations

import json
from pathlib import Path

import keyring.errors
from keyring.backend import KeyringBackend


class MemoryKeyring(KeyringBackend):
    """Outlives a run, as a system's keyring does."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.is_there = True

    def get_password(self, service: str, username: str) -> str | None:
        self._look()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._look()
        del self.kept[service, username]

    def _look(self) -> None:
        if not self.is_there:
            raise keyring.errors.NoKeyringError("no keyring")


class FileKeyring(MemoryKeyring):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        if path.exists():
            self.kept = {(s, n): secret for s, n, secret in json.loads(path.read_text())}

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        self._write()

    def delete_password(self, service: str, username: str) -> None:
        super().delete_password(service, username)
        self._write()

    def _write(self) -> None:
        rows = [[service, name, secret] for (service, name), secret in self.kept.items()]
        self._path.write_text(json.dumps(rows))
