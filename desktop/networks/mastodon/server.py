"""What a server says about itself: its software, its limits, where it streams."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from msgspec import Struct

from desktop.domain.account import Capabilities, CountRule, Limits
from desktop.domain.errors import AccessDenied, NetworkError, NotFound, Offline, Rejected
from desktop.domain.timeline_kind import TimelineKind
from desktop.networks.answers import Response
from desktop.networks.http import HttpClient
from desktop.networks.lenient import read_one
from desktop.networks.mastodon import wire_server
from desktop.networks.mastodon.quirks import TIMELINES, Quirks, quirks_of
from desktop.networks.mastodon.values import web_address
from desktop.networks.route import is_loopback

_COMPATIBLE = re.compile(r"compatible;\s*([A-Za-z]+)")
_SLASHED = re.compile(r"^([A-Za-z]+)/")
_QUOTES_FROM = 7
"""`api_versions.mastodon` of 4.5, the first with quotes."""


class ServerInfo(Struct, frozen=True, kw_only=True):
    """`base`: the API's address. `host`: what stands behind the @ of its own people.
    `streaming`: the WebSocket address without its path, empty where there is none."""

    base: str
    host: str
    software: str
    version: str
    streaming: str
    api_version: int
    capabilities: Capabilities

    @property
    def quirks(self) -> Quirks:
        return quirks_of(self.software)


async def ask_instance(
    http: HttpClient, base: str, headers: dict[str, str] | None = None, *, retry: bool = True
) -> tuple[wire_server.Instance, Response]:
    """/api/v2/instance, or v1 where that is not there."""
    problem: NetworkError | None = None
    for version in ("v2", "v1"):
        try:
            answer = await http.request(
                "GET", f"{base}/api/{version}/instance", headers=headers, retry=retry
            )
            found = read_one(answer, wire_server.Instance)
        except Offline:
            raise
        except NetworkError as error:
            problem = problem or error
            continue
        if found.version or found.domain or found.uri or found.configuration:
            return found, answer
        problem = problem or answer.fault()
    raise problem or NotFound()


async def ask_node(http: HttpClient, base: str) -> tuple[str, str]:
    """The software's own name and version from nodeinfo; empty where it does not tell."""
    try:
        answer = await http.request("GET", f"{base}/.well-known/nodeinfo", timeout=10)
        links = read_one(answer, wire_server.Links).links or []
    except NetworkError:
        return "", ""
    # the highest version is listed last; only our own server is asked
    for link in reversed(links):
        address = web_address(link.href)
        if not address or "nodeinfo" not in (link.rel or ""):
            continue
        path = urlsplit(address).path
        try:
            answer = await http.request("GET", f"{base}{path}", timeout=10)
            software = read_one(answer, wire_server.Node).software
        except NetworkError:
            continue
        if software is not None and software.name:
            return software.name.lower(), software.version or ""
    return "", ""


async def ask_server(
    http: HttpClient, base: str, headers: dict[str, str] | None = None
) -> ServerInfo:
    """All that is to be known of a server. Raises NetworkError."""
    try:
        instance, _ = await ask_instance(http, base, headers)
    except (AccessDenied, NotFound, Rejected):
        instance = wire_server.Instance()
    name, version = await ask_node(http, base)
    return server_of(base, instance, name, version)


def server_of(base: str, instance: wire_server.Instance, name: str, version: str) -> ServerInfo:
    software = name or _software(instance)
    quirks = quirks_of(software)
    api_version = (instance.api_versions.mastodon or 0) if instance.api_versions else 0
    streaming = _streaming(base, instance) if quirks.streams else ""
    told = instance.account_domain or instance.domain or instance.uri or ""
    host = told.partition("://")[2] or told
    return ServerInfo(
        base=base,
        host=host.strip("/") or urlsplit(base).netloc,
        software=software,
        version=version or instance.version or "",
        streaming=streaming,
        api_version=api_version,
        capabilities=_capabilities(instance, quirks, api_version, can_stream=bool(streaming)),
    )


def _software(instance: wire_server.Instance) -> str:
    version = instance.version or ""
    found = _COMPATIBLE.search(version) or _SLASHED.search(version)
    if found:
        return found[1].lower()
    source = (instance.source_url or "").rstrip("/").rpartition("/")[2].lower()
    return source or "mastodon"


def _streaming(base: str, instance: wire_server.Instance) -> str:
    told = instance.configuration.urls if instance.configuration else None
    urls = [told, instance.urls]
    address = next((one.streaming or one.streaming_api for one in urls if one), None) or ""
    here = urlsplit(base)
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("ws", "wss", "http", "https") or not host:
        return ""
    scheme = "wss" if parts.scheme in ("wss", "https") else "ws"
    if here.scheme == "http" and parts.netloc == here.netloc:
        # GoToSocial says wss even where it speaks http
        scheme = "ws"
    if scheme == "ws" and here.scheme == "https" and not is_loopback(host):
        scheme = "wss"
    path = parts.path.rstrip("/").removesuffix("/api/v1/streaming")
    return f"{scheme}://{parts.netloc}{path}"


def _capabilities(
    instance: wire_server.Instance, quirks: Quirks, api_version: int, *, can_stream: bool
) -> Capabilities:
    timelines = TIMELINES - quirks.without
    return Capabilities(
        timelines=timelines,
        visibilities=quirks.visibilities,
        can_stream=can_stream,
        can_search_posts=TimelineKind.SEARCH in timelines,
        can_quote=api_version >= _QUOTES_FROM or bool(quirks.quotes_by),
        can_bookmark=True,
        can_edit=quirks.can_edit,
        can_poll=quirks.can_poll,
        can_warn=True,
        can_upload=True,
        can_set_language=quirks.can_set_language,
        has_idempotency=quirks.has_idempotency,
        limits=limits_of(instance, quirks.rule),
    )


def limits_of(instance: wire_server.Instance, rule: CountRule) -> Limits:
    """What the server says it takes; Mastodon's own defaults where it says nothing."""
    usual = Limits()
    told = instance.configuration or wire_server.Configuration()
    posts = told.statuses or wire_server.StatusLimits()
    media = told.media_attachments or wire_server.MediaLimits()
    polls = told.polls or instance.poll_limits or wire_server.PollLimits()
    images = tuple(one for one in media.supported_mime_types or () if one.startswith("image/"))
    return Limits(
        rule=rule,
        max_characters=_first(posts.max_characters, instance.max_toot_chars, usual.max_characters),
        characters_per_url=_first(posts.characters_reserved_per_url, usual.characters_per_url),
        max_attachments=_first(
            posts.max_media_attachments, instance.max_media_attachments, usual.max_attachments
        ),
        max_alt_characters=_first(
            media.description_limit, instance.description_limit, usual.max_alt_characters
        ),
        max_image_bytes=_first(
            media.image_size_limit, instance.upload_limit, usual.max_image_bytes
        ),
        max_image_pixels=_first(media.image_matrix_limit, usual.max_image_pixels),
        image_types=images or usual.image_types,
        max_poll_options=_first(polls.max_options, usual.max_poll_options),
        max_poll_option_characters=_first(
            polls.max_characters_per_option, polls.max_option_chars,
            usual.max_poll_option_characters,
        ),
        min_poll_seconds=_first(polls.min_expiration, usual.min_poll_seconds),
        max_poll_seconds=_first(polls.max_expiration, usual.max_poll_seconds),
    )  # fmt: skip


def _first(*values: int | None) -> int:
    return next((one for one in values if one is not None and one > 0), 0)
