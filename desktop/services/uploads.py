"""Files that go out with a post: checked, cleaned, and copied where they cannot vanish."""

from __future__ import annotations

import asyncio
import contextlib
import mimetypes
import uuid
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from desktop.domain.account import Limits
from desktop.domain.draft import DraftMedia
from desktop.domain.errors import Rejected
from desktop.services.files import write_atomically
from desktop.services.image_files import BrokenImage, ImageFacts, clean, sniff

MAX_BYTES = 200 * 1024 * 1024
"""No file larger than this is read at all."""

_CLEANED = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
_EXTENSIONS = {
    "image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp",
}  # fmt: skip


class MediaProblem(StrEnum):
    """Why a file is not taken; the value is the `reason` of MediaRefused."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    UNKNOWN_TYPE = "unknown_type"
    TYPE_NOT_TAKEN = "type_not_taken"
    TOO_MANY_BYTES = "too_many_bytes"
    TOO_MANY_PIXELS = "too_many_pixels"
    BROKEN = "broken"
    DISK_FULL = "disk_full"


class MediaRefused(Rejected):
    """`limit` is what the server takes, in bytes or pixels; 0 where that says nothing."""

    def __init__(self, problem: MediaProblem, name: str = "", limit: int = 0) -> None:
        super().__init__(problem.value, status=0)
        self.problem = problem
        self.name = name
        self.limit = limit


class Uploads:
    """Copies of media under `folder`, one for each DraftMedia."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: set[str] = set()
        """Ids of this run."""

    async def take_file(
        self, source: Path | bytes, name: str = "", limits: Limits | None = None
    ) -> DraftMedia:
        """Check the file, or what was pasted, clean it and copy it.

        Places, times and names are taken out of JPEG, PNG, GIF and WebP; their look stays.
        With `limits` it is refused when that server would refuse it. Raises MediaRefused. The
        work is done in a thread: a film may be large.
        """
        return await asyncio.to_thread(self._take, source, name, limits or _NO_LIMITS)

    async def forget(self, media: DraftMedia) -> None:
        """Delete the copy, if it is one of ours."""
        path = Path(media.path)
        if path.parent == self._folder:
            await asyncio.to_thread(path.unlink, missing_ok=True)

    async def sweep(self, used: Iterable[Path]) -> int:
        """Delete the copies of former runs that nothing uses any more; how many that were. What
        was taken in this run may belong to a draft that is not on the disk yet."""
        return await asyncio.to_thread(self._sweep, frozenset(used))

    def _take(self, source: Path | bytes, name: str, limits: Limits) -> DraftMedia:
        if isinstance(source, Path):
            name = name or source.name
        content = _read(source, name)
        mime = sniff(content)
        facts = ImageFacts(mime, 0, 0)
        if mime in _CLEANED:
            try:
                content, facts = clean(content)
            except BrokenImage:
                raise MediaRefused(MediaProblem.BROKEN, name) from None
        _check(name, mime, len(content), facts, limits)
        media_id = uuid.uuid4().hex
        extension = _EXTENSIONS.get(mime) or mimetypes.guess_extension(mime) or ""
        path = self._folder / f"{media_id}{extension}"
        self._taken.add(media_id)
        try:
            write_atomically(path, content)
        except OSError:
            raise MediaRefused(MediaProblem.DISK_FULL, name) from None
        return DraftMedia(
            id=media_id,
            path=str(path),
            mime=mime,
            name=name or path.name,
            size=len(content),
            width=facts.width,
            height=facts.height,
        )

    def _sweep(self, used: frozenset[Path]) -> int:
        count = 0
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                # A copy that is just being written has a dot before its name.
                is_of_this_run = path.name.lstrip(".").partition(".")[0] in self._taken
                if path.is_file() and path not in used and not is_of_this_run:
                    with contextlib.suppress(OSError):
                        path.unlink()
                        count += 1
        return count


_NO_LIMITS = Limits(max_image_bytes=0, max_image_pixels=0, image_types=())


def _read(source: Path | bytes, name: str) -> bytes:
    try:
        if isinstance(source, Path):
            if not source.is_file():
                raise MediaRefused(MediaProblem.UNREADABLE, name)
            if source.stat().st_size > MAX_BYTES:
                raise MediaRefused(MediaProblem.TOO_MANY_BYTES, name, MAX_BYTES)
            source = source.read_bytes()
    except OSError:
        raise MediaRefused(MediaProblem.UNREADABLE, name) from None
    if not source:
        raise MediaRefused(MediaProblem.EMPTY, name)
    return source


def _check(name: str, mime: str, size: int, facts: ImageFacts, limits: Limits) -> None:
    if not mime:
        raise MediaRefused(MediaProblem.UNKNOWN_TYPE, name)
    is_image = mime.startswith("image/")
    # Limits name pictures only; films and sounds are left to the server to judge.
    if is_image and limits.image_types and mime not in limits.image_types:
        raise MediaRefused(MediaProblem.TYPE_NOT_TAKEN, name)
    if is_image and 0 < limits.max_image_bytes < size:
        raise MediaRefused(MediaProblem.TOO_MANY_BYTES, name, limits.max_image_bytes)
    if is_image and 0 < limits.max_image_pixels < facts.width * facts.height:
        raise MediaRefused(MediaProblem.TOO_MANY_PIXELS, name, limits.max_image_pixels)
