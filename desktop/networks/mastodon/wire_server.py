"""The JSON in which a server of the family speaks of itself and signs people in.

Source: docs.joinmastodon.org/entities/Instance, /methods/apps, /methods/oauth; nodeinfo.
"""

from __future__ import annotations

from msgspec import Struct


class Urls(Struct, frozen=True):
    streaming: str | None = None
    streaming_api: str | None = None


class StatusLimits(Struct, frozen=True):
    max_characters: int | None = None
    max_media_attachments: int | None = None
    characters_reserved_per_url: int | None = None


class MediaLimits(Struct, frozen=True):
    supported_mime_types: list[str] | None = None
    description_limit: int | None = None
    image_size_limit: int | None = None
    image_matrix_limit: int | None = None


class PollLimits(Struct, frozen=True):
    """The last four are Pleroma's own `poll_limits`."""

    max_options: int | None = None
    max_characters_per_option: int | None = None
    min_expiration: int | None = None
    max_expiration: int | None = None
    max_option_chars: int | None = None


class Configuration(Struct, frozen=True):
    urls: Urls | None = None
    statuses: StatusLimits | None = None
    media_attachments: MediaLimits | None = None
    polls: PollLimits | None = None


class ApiVersions(Struct, frozen=True):
    mastodon: int | None = None


class Instance(Struct, frozen=True):
    """Of /api/v2/instance and /api/v1/instance alike."""

    domain: str | None = None
    account_domain: str | None = None
    uri: str | None = None
    title: str | None = None
    version: str | None = None
    source_url: str | None = None
    configuration: Configuration | None = None
    urls: Urls | None = None
    api_versions: ApiVersions | None = None
    max_toot_chars: int | None = None
    max_media_attachments: int | None = None
    description_limit: int | None = None
    upload_limit: int | None = None
    poll_limits: PollLimits | None = None


class NodeSoftware(Struct, frozen=True):
    name: str | None = None
    version: str | None = None


class Node(Struct, frozen=True):
    software: NodeSoftware | None = None


class Link(Struct, frozen=True):
    rel: str | None = None
    type: str | None = None
    href: str | None = None


class Links(Struct, frozen=True):
    """Of /.well-known/nodeinfo and of webfinger."""

    links: list[Link] | None = None


class App(Struct, frozen=True):
    client_id: str | None = None
    client_secret: str | None = None


class Token(Struct, frozen=True):
    access_token: str | None = None
    refresh_token: str | None = None
    expires_in: int | float | None = None
    error: str | None = None
    error_description: str | None = None

    def __repr__(self) -> str:
        return "Token(…)"
