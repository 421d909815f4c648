"""Where the settings, the data, the cache and the logs of a profile lie."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import platformdirs
from msgspec import Struct

from desktop.domain.errors import VoliereError

APP_NAME = "voliere"


class ProfileError(VoliereError):
    """A profile's folder cannot be made or written; `path` says which."""

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__(f"{path}: {reason}" if reason else str(path))
        self.path = path
        self.reason = reason


class Folders(Struct, frozen=True):
    """`data` holds what cannot be fetched again; `cache` may be deleted at any time."""

    config: Path
    data: Path
    cache: Path
    logs: Path

    @classmethod
    def under(cls, profile: Path) -> Folders:
        """Everything below one folder (`--profile DIR`), nothing anywhere else."""
        root = Path(os.path.abspath(profile.expanduser()))  # noqa: PTH100 - keeps symlinks
        return cls(
            config=root / "config", data=root / "data", cache=root / "cache", logs=root / "logs"
        )

    @classmethod
    def of_this_user(cls) -> Folders:
        """Where this system wants them."""
        dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
        return cls(
            config=dirs.user_config_path, data=dirs.user_data_path,
            cache=dirs.user_cache_path, logs=dirs.user_log_path,
        )  # fmt: skip

    def prepare(self) -> None:
        """Make them, for this user only, and try to write. Raises ProfileError."""
        for folder in (self.config, self.data, self.cache, self.logs):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                with tempfile.TemporaryFile(dir=folder):
                    pass
            except OSError as error:
                raise ProfileError(folder, error.strerror or type(error).__name__) from None
