"""The benches' server, in a process of its own: the Mastodon API with six timelines of posts.

Started with the number of posts in each timeline and a port. Prints one line of JSON with what a
client needs, then obeys lines of JSON on its standard input.
"""

from __future__ import annotations

import json
import random
import sys
import time
from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web

from tests.bench import invented
from tests.servers.mastodon import server as server_module
from tests.servers.mastodon.entities import Entities
from tests.servers.mastodon.server import MastodonServer
from tests.servers.mastodon.world import Medium, World

_READER = "claire"
_GROUPS = ("followed", "listed", "strangers")
_AUTHORS = 20
_SECONDS = 9
WIDTH, HEIGHT = 640, 427


class _Timelines:
    """Fills a world so that each of the reader's timelines has posts of its own."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.chance = random.Random(5)
        self.reader = world.person(_READER, "Claire")
        self.bodies = [invented.picture(n, WIDTH, HEIGHT) for n in range(24)]
        self.authors = {
            group: [
                world.person(f"{group}{n}", f"{group.capitalize()} {n} de la Rivière")
                for n in range(_AUTHORS)
            ]
            for group in _GROUPS
        }
        for person in self.authors["followed"]:
            world.follow(_READER, person.username)
        self.list_id = world.new_id()
        members = {person.id for person in self.authors["listed"]}
        both = self.authors["followed"][0].id
        self.reader.lists[self.list_id] = ("Liste", members | {both})
        self.wide_author = self.authors["followed"][0].username
        self.ago = 0

    def fill(self, each: int) -> None:
        self.ago = 6 * each * _SECONDS
        for tag in ("veille", "velo"):
            for _ in range(each):
                self.post("strangers", "public", f" #{tag}")
        for _ in range(each):
            self.post("strangers", "public")
        for _ in range(each):
            self.post("followed", "unlisted")
        for _ in range(each):
            self.post("listed", "unlisted")
        for _ in range(each):
            self.post("strangers", "unlisted", "", f"@{_READER} ")

    def post(self, group: str, visibility: str, tail: str = "", head: str = "") -> None:
        number = len(self.world.posts)
        media = []
        if number % 3 == 0:
            name = self.world.new_id()
            body = self.bodies[number % len(self.bodies)]
            self.world.media[name] = Medium(name, self.reader.id, body, "image/jpeg", "Une image")
            media = [name]
        author = self.chance.choice(self.authors[group]).username
        self.world.post(
            author, head + invented.sentence(self.chance) + tail,
            visibility=visibility, media=media, ago=timedelta(seconds=self.ago),
        )  # fmt: skip
        self.ago = max(0, self.ago - _SECONDS)

    def arrive(self, number: int, *, is_wide: bool) -> None:
        """A new post, in all six timelines or in one or two of them by turns. Its text says
        when it was written."""
        mark = f"bench-{number}-{time.time():.4f} "
        if is_wide:
            text = f"@{_READER} {mark}{invented.sentence(self.chance)} #veille #velo"
            self.world.post(self.wide_author, text)
            return
        body = invented.sentence(self.chance)
        author = self.authors
        match number % 6:
            case 0:
                self.world.post(author["followed"][3].username, mark + body, visibility="unlisted")
            case 1:
                text = f"@{_READER} {mark}{body}"
                self.world.post(author["strangers"][3].username, text, visibility="unlisted")
            case 2:
                self.world.post(author["strangers"][4].username, mark + body)
            case 3:
                self.world.post(author["strangers"][5].username, f"{mark}{body} #veille")
            case 4:
                self.world.post(author["strangers"][6].username, f"{mark}{body} #velo")
            case _:
                self.world.post(author["listed"][3].username, mark + body, visibility="unlisted")


def _realistic() -> None:
    """Pictures as large as servers send them."""
    plain = Entities.attachment

    def attachment(self: Entities, medium: Medium) -> dict[str, Any]:
        size = {"original": {"width": WIDTH, "height": HEIGHT}}
        return plain(self, medium) | {"meta": size}

    faces = [invented.picture(100 + n, 160, 160) for n in range(70)]

    async def picture(request: web.Request) -> web.Response:
        number = sum(request.match_info["name"].encode()) % len(faces)
        return web.Response(body=faces[number], content_type="image/jpeg")

    Entities.attachment = attachment  # type: ignore[method-assign]
    server_module._picture = picture


def main() -> None:
    each, port = int(sys.argv[1]), int(sys.argv[2])
    _realistic()
    timelines = _Timelines(World())
    timelines.fill(each)
    with MastodonServer(timelines.world, port) as server:
        token = server.do(lambda world: world.token_for(_READER))
        _say(url=server.url, token=token, list=timelines.list_id, reader=timelines.reader.id)
        number = 0
        for line in sys.stdin:
            asked = json.loads(line)
            if asked["do"] == "quit":
                break
            due, step = time.monotonic(), 1 / asked["rate"]
            for _ in range(round(asked["rate"] * asked["seconds"])):
                server.do(partial(_arrive, timelines, number, asked["wide"]))
                number += 1
                due += step
                time.sleep(max(0.0, due - time.monotonic()))
            _say(posted=number)


def _arrive(timelines: _Timelines, number: int, is_wide: bool, _world: World) -> None:
    timelines.arrive(number, is_wide=is_wide)


def _say(**answer: object) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
