"""The demo server's files: pictures are drawn when they are asked for, uploads are kept."""

from __future__ import annotations

import re
from random import Random

from desktop.domain.errors import NotFound, Rejected
from desktop.domain.post import Attachment, AttachmentKind
from desktop.networks.base import Media
from desktop.networks.demo import png
from desktop.networks.demo.chance import chance
from desktop.networks.demo.people import SERVER
from desktop.networks.demo.portraits import EMOJI_NAMES, draw_avatar, draw_emoji, draw_header
from desktop.networks.demo.scenes import SCENES, draw_scene, palette_of
from desktop.networks.demo.world import World

_SIZES = ((560, 350), (560, 350), (560, 315), (420, 420), (400, 500))
_ADDRESS = re.compile(
    re.escape(SERVER) + r"/media/(?P<folder>[a-z]+)/(?P<name>[A-Za-z0-9_-]+)(?:\.png)?"
)
_PICTURE = re.compile(r"(?P<scene>[a-z]+)-(?P<name>[A-Za-z0-9_]+)-(?P<wide>\d+)x(?P<high>\d+)")
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~"
_LARGEST_SIDE = 2000


def make_picture(scene: str, name: str, alt: str, rng: Random) -> Attachment:
    """A picture of a post; nothing is drawn yet."""
    width, height = rng.choice(_SIZES)
    url = f"{SERVER}/media/pictures/{scene}-{name}-{width}x{height}.png"
    return Attachment(
        id=f"{scene}-{name}",
        kind=AttachmentKind.IMAGE,
        url=url,
        preview_url=url,
        alt=alt,
        width=width,
        height=height,
        blurhash=_blurhash(name),
    )


def card_picture(scene: str, name: str) -> str:
    return f"{SERVER}/media/pictures/{scene}-{name}-320x320.png" if scene else ""


def _blurhash(name: str) -> str:
    """The shortest that there is: one component, the mean colour (blurha.sh)."""
    red, green, blue = palette_of(name)[1]
    value = (red << 16) + (green << 8) + blue
    digits = ""
    for _ in range(4):
        value, digit = divmod(value, 83)
        digits = _DIGITS[digit] + digits
    return f"00{digits}"


def draw(world: World, url: str) -> Media:
    """The file at an address of the demo server. Takes up to 50 ms: call it in a thread.
    Raises NotFound."""
    match = _ADDRESS.fullmatch(url)
    if match is None:
        raise NotFound(url.partition("?")[0])
    folder, name = match["folder"], match["name"]
    upload = world.uploads.get(name) if folder == "uploads" else None
    if upload is not None:
        return Media(upload.body, upload.mime)
    body = _draw(world, folder, name)
    if body is None:
        raise NotFound(name)
    return Media(body, png.MIME)


def _draw(world: World, folder: str, name: str) -> bytes | None:
    person = world.people.get(name)
    if folder == "avatars" and person is not None:
        return draw_avatar(person.handle, person.initials, person.colour, person.form)
    if folder == "headers" and person is not None:
        return draw_header(person.handle, chance(person.handle).choice(tuple(SCENES)))
    if folder == "emoji" and name in EMOJI_NAMES:
        return draw_emoji(name)
    picture = _PICTURE.fullmatch(name) if folder == "pictures" else None
    if picture is None or picture["scene"] not in SCENES:
        return None
    width, height = int(picture["wide"]), int(picture["high"])
    if not (16 <= width <= _LARGEST_SIDE and 16 <= height <= _LARGEST_SIDE):
        return None
    return draw_scene(picture["scene"], picture["name"], width, height)


def within(media: Media, max_bytes: int) -> Media:
    """Raises Rejected when it is larger."""
    if len(media.body) > max_bytes:
        raise Rejected(f"larger than {max_bytes} bytes", 413)
    return media
