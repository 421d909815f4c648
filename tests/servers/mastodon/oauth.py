"""Discovery and sign-in: nodeinfo, app registration, the authorization page, tokens."""

from __future__ import annotations

import base64
import hashlib
import secrets
from urllib.parse import urlencode

from aiohttp import web

from tests.servers.mastodon.request import ENTITIES, WORLD, error, fields, viewer
from tests.servers.mastodon.world import App, Grant

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
routes = web.RouteTableDef()


@routes.get("/.well-known/nodeinfo")
async def nodeinfo_links(request: web.Request) -> web.Response:
    url = request.app[ENTITIES].url
    rel = "http://nodeinfo.diaspora.software/ns/schema/2.0"
    return web.json_response({"links": [{"rel": rel, "href": f"{url}/nodeinfo/2.0"}]})


@routes.get("/nodeinfo/2.0")
async def nodeinfo(_request: web.Request) -> web.Response:
    return web.json_response(
        {
            "version": "2.0",
            "software": {"name": "mastodon", "version": "4.5.0"},
            "protocols": ["activitypub"],
            "usage": {"users": {}},
            "openRegistrations": False,
        }
    )


@routes.get("/.well-known/oauth-authorization-server")
async def metadata(request: web.Request) -> web.Response:
    url = request.app[ENTITIES].url
    return web.json_response(
        {
            "issuer": f"{url}/",
            "authorization_endpoint": f"{url}/oauth/authorize",
            "token_endpoint": f"{url}/oauth/token",
            "app_registration_endpoint": f"{url}/api/v1/apps",
            "revocation_endpoint": f"{url}/oauth/revoke",
            "scopes_supported": ["read", "write", "follow", "push"],
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code", "client_credentials"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        }
    )


@routes.post("/api/v1/apps")
async def register(request: web.Request) -> web.Response:
    given = await fields(request)
    uris = given.get("redirect_uris", "")
    uris = uris if isinstance(uris, list) else str(uris).split()
    if not given.get("client_name") or not uris:
        raise error(422, "Validation failed: Redirect URI must be an absolute URI.")
    app = App(
        secrets.token_urlsafe(24),
        secrets.token_urlsafe(24),
        str(given["client_name"]),
        uris,
        str(given.get("scopes", "read")),
    )
    request.app[WORLD].apps[app.client_id] = app
    return web.json_response(
        {
            "id": app.client_id[:8],
            "name": app.name,
            "website": given.get("website"),
            "scopes": app.scopes.split(),
            "redirect_uris": uris,
            "redirect_uri": "\n".join(uris),
            "client_id": app.client_id,
            "client_secret": app.client_secret,
            "client_secret_expires_at": 0,
        }
    )


@routes.get("/oauth/authorize")
async def authorize(request: web.Request) -> web.Response:
    """The page that a person would see; it agrees (or refuses) by itself."""
    world, query = request.app[WORLD], request.query
    app = world.apps.get(query.get("client_id", ""))
    redirect = query.get("redirect_uri", "")
    if app is None or redirect not in app.redirect_uris or query.get("response_type") != "code":
        raise error(400, "The redirect URI included is not valid.")
    if not set(query.get("scope", "read").split()) <= set(app.scopes.split()):
        raise error(400, "The requested scope is invalid, unknown, or malformed.")
    answer = {"state": query["state"]} if "state" in query else {}
    if world.refuse_sign_in:
        answer |= {"error": "access_denied", "error_description": "The owner denied the request."}
        raise web.HTTPFound(f"{redirect}?{urlencode(answer)}")
    code = secrets.token_urlsafe(24)
    world.grants[code] = Grant(
        app.client_id,
        world.person(world.sign_in_as).id,
        redirect,
        query.get("code_challenge", ""),
        query.get("scope", "read"),
    )
    if redirect == OUT_OF_BAND:
        return web.Response(text=f"<html><code>{code}</code></html>", content_type="text/html")
    raise web.HTTPFound(f"{redirect}?{urlencode(answer | {'code': code})}")


@routes.post("/oauth/token")
async def token(request: web.Request) -> web.Response:
    world, given = request.app[WORLD], await fields(request)
    app = world.apps.get(str(given.get("client_id", "")))
    if app is None or app.client_secret != given.get("client_secret"):
        raise error(401, "invalid_client")
    if given.get("grant_type") == "client_credentials":
        return _token_answer(secrets.token_urlsafe(32), "read")
    grant = world.grants.pop(str(given.get("code", "")), None)
    if grant is None or grant.client_id != app.client_id:
        raise error(400, "invalid_grant")
    if grant.redirect_uri != given.get("redirect_uri"):
        raise error(400, "invalid_grant")
    if grant.challenge:
        digest = hashlib.sha256(str(given.get("code_verifier", "")).encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != grant.challenge:
            raise error(400, "invalid_grant")
    made = secrets.token_urlsafe(32)
    world.tokens[made] = grant.person
    return _token_answer(made, grant.scope)


def _token_answer(made: str, scope: str) -> web.Response:
    return web.json_response(
        {"access_token": made, "token_type": "Bearer", "scope": scope, "created_at": 1700000000}
    )


@routes.post("/oauth/revoke")
async def revoke(request: web.Request) -> web.Response:
    world, given = request.app[WORLD], await fields(request)
    app = world.apps.get(str(given.get("client_id", "")))
    if app is None or app.client_secret != given.get("client_secret"):
        raise error(403, "unauthorized_client")
    world.tokens.pop(str(given.get("token", "")), None)
    return web.json_response({})


@routes.get("/api/v1/accounts/verify_credentials")
async def verify(request: web.Request) -> web.Response:
    return web.json_response(request.app[ENTITIES].credential_account(viewer(request)))


@routes.get("/api/v2/instance")
async def instance(request: web.Request) -> web.Response:
    return web.json_response(request.app[ENTITIES].instance())


@routes.get("/api/v1/instance")
async def instance_v1(request: web.Request) -> web.Response:
    known = request.app[ENTITIES].instance()
    return web.json_response(
        {
            "uri": known["domain"],
            "title": known["title"],
            "short_description": "",
            "description": "",
            "email": "admin@example.org",
            "version": known["version"],
            "urls": {"streaming_api": known["configuration"]["urls"]["streaming"]},
            "stats": {"user_count": 1, "status_count": 1, "domain_count": 1},
            "thumbnail": None,
            "languages": ["en"],
            "registrations": False,
            "approval_required": False,
            "invites_enabled": False,
            "configuration": known["configuration"],
            "contact_account": None,
            "rules": [],
        }
    )
