"""One Volière for a profile: a second one brings the first to the front and ends."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalServer, QLocalSocket


class SingleInstance:
    """Holds the profile's lock as long as it lives."""

    def __init__(self, profile: Path) -> None:
        self._lock = QLockFile(str(profile / "voliere.lock"))
        # A lock whose process has died is taken over at once; a live one never is.
        self._lock.setStaleLockTime(0)
        digest = hashlib.sha256(str(profile.resolve()).encode()).hexdigest()
        self._name = f"voliere-{digest[:24]}"
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """True when no other Volière uses this profile."""
        return self._lock.tryLock(0)

    def listen(self, on_call: Callable[[], None]) -> None:
        """Hear when a second one was started."""
        QLocalServer.removeServer(self._name)
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

        def called() -> None:
            connection = server.nextPendingConnection()
            if connection is not None:
                connection.disconnected.connect(connection.deleteLater)
                connection.disconnectFromServer()
            on_call()

        server.newConnection.connect(called)
        if server.listen(self._name):
            self._server = server

    def call_first(self) -> bool:
        """Ask the one that runs to come to the front."""
        connection = QLocalSocket()
        connection.connectToServer(self._name)
        return connection.waitForConnected(500)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()
