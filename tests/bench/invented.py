"""Invented posts for the benches: the same ones in each run."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

_TEXT = (
    "veille écluse canal martin-pêcheur colonne café réseau dimanche journal archive the river "
    "timeline reading quiet garden lecture mémoire ville vélo pluie matin open server column "
    "notes slowly between météo marché lumière concert night train paper birds nobody remembers "
    "question réponse für Wetter heute Garten schön und 今日 投稿 静か 鳥 مرحبا شكرا"
)
_WORDS = _TEXT.split()
BLURHASHES = ("LEHV6nWB2yk8pyo0adR*.7kCMdnj", "LGF5]+Yk^6#M@-5c,1J5@[or[Q6.", "")


def sentence(chance: random.Random) -> str:
    """From a few words to the limit of most servers, most of them short."""
    count = min(90, 4 + int(chance.expovariate(1 / 22)))
    return " ".join(chance.choice(_WORDS) for _ in range(count)).capitalize() + "."


def picture(number: int, width: int, height: int) -> bytes:
    """A JPEG with something in it."""
    chance = random.Random(number)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    sky = QLinearGradient(0, 0, width, height)
    for place in (0.0, 0.5, 1.0):
        sky.setColorAt(place, QColor.fromHsv(chance.randrange(360), 120, chance.randint(60, 255)))
    painter = QPainter(image)
    painter.fillRect(image.rect(), sky)
    for _ in range(40):
        painter.setBrush(QColor.fromHsv(chance.randrange(360), 150, 200, 120))
        centre = QPointF(chance.randrange(width), chance.randrange(height))
        painter.drawEllipse(centre, chance.randrange(4, width // 4), chance.randrange(4, 90))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 85)  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())


def person_json(number: int, host: str = "http://127.0.0.1:9") -> dict[str, Any]:
    name = f"person{number}"
    return {
        "id": str(1000 + number), "username": name, "acct": f"{name}@veille.example",
        "display_name": f"Personne {number} de la Rivière"[: 12 + number % 18],
        "url": f"{host}/@{name}", "uri": f"{host}/users/{name}",
        "avatar": f"{host}/avatars/{1000 + number}.jpg",
        "avatar_static": f"{host}/avatars/{1000 + number}.jpg",
        "note": "", "emojis": [], "fields": [], "followers_count": 3, "following_count": 4,
        "statuses_count": 5,
    }  # fmt: skip


def status_json(number: int, host: str = "http://127.0.0.1:9") -> dict[str, Any]:
    """A status as a server sends it: a third with a picture, some with polls, cards, warnings,
    links and hashtags."""
    chance = random.Random(number)
    text = sentence(chance)
    name = str(110_000_000_000_000_000 + number)
    content, tags = f"<p>{text}</p>", []
    if number % 3 == 0:
        content = (
            f'<p>{text}<br />{sentence(chance)}</p><p><a href="https://example.org/{number}" '
            f'rel="nofollow"><span class="invisible">https://</span><span>example.org/{number}'
            f'</span></a> <a href="{host}/tags/veille" class="mention hashtag" rel="tag">#<span>'
            "veille</span></a></p>"
        )
        tags = [{"name": "veille", "url": f"{host}/tags/veille"}]
    at = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(seconds=7 * number)
    status: dict[str, Any] = {
        "id": name, "created_at": at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "uri": f"{host}/statuses/{name}", "url": f"{host}/@p/{name}", "content": content,
        "visibility": "public", "language": "fr", "sensitive": False, "spoiler_text": "",
        "account": person_json(number % 60, host), "media_attachments": [], "mentions": [],
        "tags": tags, "emojis": [], "replies_count": number % 5, "reblogs_count": number % 40,
        "favourites_count": number % 700, "favourited": False, "reblogged": False,
        "bookmarked": False, "in_reply_to_id": None, "reblog": None, "poll": None, "card": None,
    }  # fmt: skip
    if number % 3 == 1:
        status["media_attachments"] = [
            {
                "id": f"m{number}", "type": "image", "url": f"{host}/media/{number}.jpg",
                "preview_url": f"{host}/media/{number}.jpg", "description": "Une image",
                "blurhash": BLURHASHES[number % 3],
                "meta": {"original": {"width": 640, "height": 427}},
            }
        ]  # fmt: skip
    if number % 23 == 0:
        status["spoiler_text"] = "Élections"
    if number % 17 == 0:
        status["poll"] = {
            "id": f"p{number}", "expires_at": "2026-12-24T12:00:00.000Z", "expired": False,
            "multiple": False, "votes_count": 12, "voters_count": 12, "voted": True,
            "own_votes": [0], "emojis": [],
            "options": [{"title": "Oui", "votes_count": 8}, {"title": "Non", "votes_count": 4}],
        }  # fmt: skip
    if number % 11 == 0:
        status["card"] = {
            "url": f"https://example.org/{number}", "title": "La veille, quinze ans après",
            "description": sentence(chance), "type": "link", "provider_name": "example.org",
            "image": None,
        }  # fmt: skip
    if number % 13 == 0:
        status["reblog"] = status_json(number + 1_000_000, host)
        status["content"] = ""
    return status


def page(first: int, count: int) -> bytes:
    """A page as it comes from a server: the JSON of `count` statuses, newest first."""
    return json.dumps([status_json(n) for n in reversed(range(first, first + count))]).encode()
