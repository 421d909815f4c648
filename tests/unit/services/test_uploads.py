from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.account import Limits
from desktop.domain.errors import Rejected
from desktop.services import uploads as uploads_module
from desktop.services.uploads import MediaProblem, MediaRefused, Uploads
from tests.unit.services.test_image_files import HEIGHT, SECRET, WIDTH, jpeg, png


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "media")


async def refusal(uploads: Uploads, source: Path | bytes, limits: Limits | None = None) -> str:
    with pytest.raises(MediaRefused) as caught:
        await uploads.take_file(source, "name.jpg", limits)
    assert isinstance(caught.value, Rejected)
    assert caught.value.name == "name.jpg"
    return caught.value.problem


async def test_a_file_is_copied_clean(uploads: Uploads, tmp_path: Path) -> None:
    source = tmp_path / "holiday.jpeg"
    source.write_bytes(jpeg(6))
    media = await uploads.take_file(source)
    source.unlink()
    copy = Path(media.path)
    assert copy.parent == tmp_path / "media"
    assert SECRET not in copy.read_bytes()
    assert (media.mime, media.name, media.size) == (
        "image/jpeg", "holiday.jpeg", copy.stat().st_size,
    )  # fmt: skip
    assert (media.width, media.height) == (HEIGHT, WIDTH)


async def test_the_content_says_the_type_not_the_name(uploads: Uploads) -> None:
    media = await uploads.take_file(png(), "really.jpg")
    assert media.mime == "image/png"
    assert media.path.endswith(".png")


async def test_what_is_pasted_needs_no_name(uploads: Uploads) -> None:
    first, second = await uploads.take_file(png()), await uploads.take_file(png())
    assert first.name
    assert first.path != second.path


@pytest.mark.parametrize(
    ("content", "limits", "problem"),
    [
        (b"", None, MediaProblem.EMPTY),
        (b"<html>", None, MediaProblem.UNKNOWN_TYPE),
        (b"#!/bin/sh", None, MediaProblem.UNKNOWN_TYPE),
        (jpeg()[:40], None, MediaProblem.BROKEN),
        (png(), Limits(image_types=("image/jpeg",)), MediaProblem.TYPE_NOT_TAKEN),
        (png(), Limits(max_image_bytes=100), MediaProblem.TOO_MANY_BYTES),
        (png(), Limits(max_image_pixels=WIDTH * HEIGHT - 1), MediaProblem.TOO_MANY_PIXELS),
    ],
)
async def test_refusals_say_why(
    uploads: Uploads, content: bytes, limits: Limits | None, problem: MediaProblem, tmp_path: Path
) -> None:
    assert await refusal(uploads, content, limits) == problem
    assert not (tmp_path / "media").exists()


async def test_at_the_limit_it_is_taken(uploads: Uploads) -> None:
    size = (await uploads.take_file(png())).size
    limits = Limits(max_image_bytes=size, max_image_pixels=WIDTH * HEIGHT)
    assert (await uploads.take_file(png(), limits=limits)).size == size


async def test_films_are_for_the_server_to_judge(uploads: Uploads) -> None:
    film = b"\x00\x00\x00\x20ftypisom" + b"\x00" * 100
    media = await uploads.take_file(film, "f.mp4", Limits(max_image_bytes=10))
    assert media.mime == "video/mp4"
    assert Path(media.path).read_bytes() == film


async def test_files_that_cannot_be_read(
    uploads: Uploads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await refusal(uploads, tmp_path / "none.jpg") == MediaProblem.UNREADABLE
    assert await refusal(uploads, tmp_path) == MediaProblem.UNREADABLE
    monkeypatch.setattr(uploads_module, "MAX_BYTES", 10)
    (tmp_path / "big.png").write_bytes(png())
    assert await refusal(uploads, tmp_path / "big.png") == MediaProblem.TOO_MANY_BYTES


async def test_a_full_disk_is_said(uploads: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert await refusal(uploads, png()) == MediaProblem.DISK_FULL


async def test_copies_that_nothing_uses_go(uploads: Uploads, tmp_path: Path) -> None:
    first, second, third = [await uploads.take_file(png()) for _ in range(3)]
    await uploads.forget(first)
    assert not Path(first.path).exists()
    assert await uploads.sweep(set()) == 0, "they may be of a draft that is still being written"
    later = Uploads(Path(second.path).parent)
    fourth = await later.take_file(png())
    assert await later.sweep({Path(second.path)}) == 1
    assert Path(second.path).exists()
    assert Path(fourth.path).exists()
    assert not Path(third.path).exists()
    outside = tmp_path / "outside.png"
    outside.write_bytes(png())
    await uploads.forget(type(first)(id="x", path=str(outside), mime="image/png"))
    assert outside.exists()
