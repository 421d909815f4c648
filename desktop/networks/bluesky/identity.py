"""From a handle or a DID to the server that holds the account.

Source: atproto.com/specs/handle, /specs/did. A handle is only believed when the DID's document
names it too.
"""

from __future__ import annotations

import asyncio
import re
from urllib.parse import quote, urlsplit

from msgspec import Struct

from desktop.domain.errors import NetworkError, NotFound, SignInError, SignInProblem
from desktop.networks.answers import Response
from desktop.networks.bluesky import wire
from desktop.networks.http import HttpClient
from desktop.networks.lenient import read_one
from desktop.networks.route import may_be_plain

_HANDLE = re.compile(r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$")
_DID = re.compile(r"^did:(plc:[a-z2-7]{24}|web:[A-Za-z0-9.%-]+)$")
_SECONDS = 10.0


class Directory(Struct, frozen=True):
    """Where handles and DIDs are looked up. `resolver`: a server that resolves handles."""

    resolver: str = "https://public.api.bsky.app"
    plc: str = "https://plc.directory"


class Identity(Struct, frozen=True):
    """`server`: the base address of the personal data server."""

    did: str
    handle: str
    server: str


def is_handle(text: str) -> bool:
    return bool(_HANDLE.match(text)) and len(text) <= 253


def is_did(text: str) -> bool:
    return bool(_DID.match(text))


async def find_identity(http: HttpClient, who: str, directory: Directory) -> Identity:
    """By handle or DID. Raises SignInError: NO_SUCH_SERVER where nobody has that name."""
    did = who if is_did(who) else await _resolve(http, who, directory)
    document = await _document(http, did, directory)
    names = [name.removeprefix("at://") for name in document.also_known_as or ()]
    if document.id != did or (not is_did(who) and who not in names):
        raise SignInError(SignInProblem.NO_SUCH_SERVER, "the handle is not its own")
    server = server_of(document)
    if not server:
        raise SignInError(SignInProblem.NO_SUCH_SERVER, "no server")
    return Identity(did, who if not is_did(who) else next(iter(names), did), server)


def server_of(document: wire.DidDocument | None) -> str:
    """The personal data server that a document names; empty where it names none, or one that
    could be listened to."""
    for one in (document.service if document else None) or ():
        if (one.id or "").endswith("#atproto_pds") and isinstance(one.service_endpoint, str):
            parts = urlsplit(one.service_endpoint)
            is_safe = parts.scheme == "https" or (
                parts.scheme == "http" and may_be_plain(parts.hostname or "")
            )
            if parts.netloc and is_safe:
                return f"{parts.scheme}://{parts.netloc}"
    return ""


async def _resolve(http: HttpClient, handle: str, directory: Directory) -> str:
    """Both ways at once: the owner's own word counts more."""
    own, told = await asyncio.gather(
        _ask(http, f"https://{handle}/.well-known/atproto-did"),
        _ask(
            http,
            f"{directory.resolver}/xrpc/com.atproto.identity.resolveHandle?handle={quote(handle)}",
        ),
    )
    if isinstance(own, Response):
        did = own.body[:256].decode("ascii", "replace").strip()
        if is_did(did):
            return did
    if isinstance(told, Response):
        did = read_one(told, _Resolved).did or ""
        if is_did(did):
            return did
    if isinstance(told, NetworkError) and not isinstance(told, NotFound):
        raise told
    raise SignInError(SignInProblem.NO_SUCH_SERVER, handle)


async def _ask(http: HttpClient, url: str) -> Response | NetworkError:
    try:
        answer = await http.request("GET", url, timeout=_SECONDS, retry=False, check=False)
    except NetworkError as error:
        return error
    return answer if answer.status == 200 else NotFound()


async def _document(http: HttpClient, did: str, directory: Directory) -> wire.DidDocument:
    if did.startswith("did:plc:"):
        url = f"{directory.plc}/{did}"
    else:
        host = did.removeprefix("did:web:").replace("%3A", ":")
        url = f"https://{host}/.well-known/did.json"
    return read_one(await http.request("GET", url, timeout=_SECONDS), wire.DidDocument)


class _Resolved(wire.Wire, frozen=True):
    did: str | None = None
