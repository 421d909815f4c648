"""Signing in: every address that a person may type, and all that can go wrong on the way."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from desktop.domain.account import Account, AccountId, CountRule, Credentials, Visibility
from desktop.domain.errors import Rejected, SignInError, SignInProblem
from desktop.domain.timeline_kind import TimelineKind
from desktop.networks.address import read_address
from desktop.networks.base import OUT_OF_BAND, SignsIn
from desktop.networks.http import HttpClient
from desktop.networks.mastodon import wire_server
from desktop.networks.mastodon.auth import MastodonSignIn
from desktop.networks.mastodon.server import server_of
from desktop.networks.registry import NETWORKS
from tests.unit.networks.answering import Answer, Answering, Asked
from tests.unit.networks.test_mastodon_mapping import DATA

INSTANCE = {"domain": "birds.example", "version": "4.6.0", "api_versions": {"mastodon": 10}}


@pytest.mark.parametrize(
    ("typed", "bases", "user"),
    [
        ("example.org", ("https://example.org",), ""),
        ("  Example.ORG/about ", ("https://example.org",), ""),
        ("https://example.org:8443/@bob", ("https://example.org:8443",), ""),
        ("@bob@example.org", ("https://example.org",), "bob"),
        ("bob@example.org", ("https://example.org",), "bob"),
        ("acct:bob@example.org", ("https://example.org",), "bob"),
        ("bücher.example", ("https://xn--bcher-kva.example",), ""),
        ("127.0.0.1:8180", ("http://127.0.0.1:8180", "https://127.0.0.1:8180"), ""),
        ("localhost:3000", ("http://localhost:3000", "https://localhost:3000"), ""),
        ("http://[::1]:3000", ("http://[::1]:3000",), ""),
        ("birdsbirdsbirds.onion", ("http://birdsbirdsbirds.onion",), ""),
    ],
)
def test_addresses(typed: str, bases: tuple[str, ...], user: str) -> None:
    found = read_address(typed)
    assert found.bases[: len(bases)] == bases
    assert found.user == user


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", SignInProblem.BAD_ADDRESS),
        ("example", SignInProblem.BAD_ADDRESS),
        ("not a server", SignInProblem.BAD_ADDRESS),
        ("ftp://example.org", SignInProblem.BAD_ADDRESS),
        ("https://me:secret@example.org", SignInProblem.BAD_ADDRESS),
        ("example.org:99999", SignInProblem.BAD_ADDRESS),
        ("-bad-.example", SignInProblem.BAD_ADDRESS),
        ("http://example.org", SignInProblem.INSECURE),
        ("http://localhost.example.org", SignInProblem.INSECURE),
    ],
)
def test_bad_addresses(typed: str, problem: SignInProblem) -> None:
    with pytest.raises(SignInError) as caught:
        read_address(typed)
    assert caught.value.problem is problem


async def test_servers_are_found(http: HttpClient, server: Answering) -> None:
    sign_in = NETWORKS["mastodon"].sign_in(http)
    assert isinstance(sign_in, SignsIn)
    place = server.base.removeprefix("http://")
    server.routes["GET /api/v2/instance"] = Answer({"error": "no"}, 404)
    server.routes["GET /api/v1/instance"] = Answer(INSTANCE)
    assert await sign_in.find_server(place) == server.base
    async with Answering({"GET /api/v2/instance": Answer(INSTANCE)}) as other:
        links = [{"rel": "self", "type": "application/activity+json", "href": f"{other.base}/u/b"}]
        server.routes["GET /.well-known/webfinger"] = Answer({"links": links})
        assert await sign_in.find_server(f"@bob@{place}") == other.base
        assert server.asked[-1].query == f"resource=acct%3Abob%40{place.replace(':', '%3A')}"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Answer(b"<html>a shop</html>"), SignInProblem.NOT_THIS_API),
        (Answer(b"<html>none</html>", 404), SignInProblem.NOT_THIS_API),
        (Answer([]), SignInProblem.NOT_THIS_API),
        (Answer({}, 500), SignInProblem.SERVER_FAULT),
    ],
)
async def test_what_is_no_server(
    http: HttpClient, server: Answering, answer: Answer, problem: SignInProblem
) -> None:
    server.routes["GET /api/v2/instance"] = answer
    server.routes["GET /api/v1/instance"] = answer
    with pytest.raises(SignInError) as caught:
        await MastodonSignIn(http).find_server(server.base)
    assert caught.value.problem is problem


async def test_nobody_there(http: HttpClient) -> None:
    with pytest.raises(SignInError) as caught:
        await MastodonSignIn(http).find_server("https://127.0.0.1:1")
    assert caught.value.problem is SignInProblem.NO_SUCH_SERVER


def _signing(server: Answering) -> None:
    server.routes |= {
        "GET /api/v2/instance": Answer(INSTANCE),
        "POST /api/v1/apps": Answer({"client_id": "ci", "client_secret": "cs"}),
        "POST /oauth/token": Answer({"access_token": "at", "token_type": "Bearer"}),
        "GET /api/v1/accounts/verify_credentials": Answer(
            {
                "id": "7", "acct": "claire", "username": "claire", "display_name": "Claire",
                "source": {"privacy": "private", "language": "fr"}, "followers_count": 3,
            }
        ),
        "POST /oauth/revoke": Answer({}),
    }  # fmt: skip


async def test_the_whole_way(http: HttpClient, server: Answering) -> None:
    _signing(server)
    sign_in = MastodonSignIn(http)
    redirect = "http://127.0.0.1:43210/callback"
    start = await sign_in.begin(server.base, redirect, "fr")
    registered = next(one for one in server.asked if one.path == "/api/v1/apps")
    assert parse_qs(registered.body.decode())["redirect_uris"] == [redirect]
    query = {k: v[0] for k, v in parse_qs(urlsplit(start.authorize_url).query).items()}
    assert query["redirect_uri"] == redirect
    assert query["state"] == start.state
    assert query["code_challenge_method"] == "S256"
    assert len(query["code_challenge"]) == 43
    assert query["lang"] == "fr"
    assert "cs" not in repr(start)
    account, credentials = await sign_in.complete(start, " code ")
    sent = parse_qs(next(one for one in server.asked if one.path == "/oauth/token").body.decode())
    assert sent["code"] == ["code"]
    assert sent["code_verifier"] == [start.values["code_verifier"]]
    assert account.id == "mastodon:claire@birds.example"
    assert account.default_visibility is Visibility.FOLLOWERS
    assert account.default_language == "fr"
    assert account.server == server.base
    assert account.capabilities.can_quote
    assert credentials.values == {"access_token": "at", "client_id": "ci", "client_secret": "cs"}
    assert "at" not in repr(credentials).replace("Credentials", "")
    await sign_in.revoke(account, credentials)
    assert parse_qs(server.asked[-1].body.decode())["token"] == ["at"]


async def test_a_wrong_code_and_a_refusal(http: HttpClient, server: Answering) -> None:
    _signing(server)
    sign_in = MastodonSignIn(http)
    start = await sign_in.begin(server.base, OUT_OF_BAND)
    told = {"error": "invalid_grant", "error_description": "The code is invalid."}
    server.routes["POST /oauth/token"] = Answer(told, 400)
    with pytest.raises(SignInError) as caught:
        await sign_in.complete(start, "x")
    assert caught.value.problem is SignInProblem.BAD_CODE
    assert caught.value.detail == "The code is invalid."
    server.routes["POST /oauth/token"] = Answer({"error": "invalid_client"}, 401)
    with pytest.raises(SignInError) as caught:
        await sign_in.complete(start, "x")
    assert caught.value.problem is SignInProblem.REFUSED
    with pytest.raises(SignInError) as caught:
        await sign_in.complete(start, "  ")
    assert caught.value.problem is SignInProblem.BAD_CODE


async def test_a_token_that_cannot_be_revoked_is_said(http: HttpClient, server: Answering) -> None:
    account = Account(
        id=AccountId("a"), network="mastodon", server=server.base, handle="a@b", profile_id="1"
    )
    server.routes["POST /oauth/revoke"] = Answer({"error": "unauthorized_client"}, 403)
    with pytest.raises(Rejected):
        await MastodonSignIn(http).revoke(account, Credentials(values={"access_token": "t"}))


def _recorded(server: str) -> wire_server.Instance:
    import json

    import msgspec

    for one in json.loads((DATA / server / "exchanges.json").read_text()):
        if one["path"].startswith("/api/v2/instance"):
            return msgspec.convert(one["body"], wire_server.Instance)
    raise AssertionError(server)


def test_limits_of_recorded_servers() -> None:
    base = "http://localhost:8080"
    mastodon = server_of(base, _recorded("mastodon"), "mastodon", "4.6.4")
    assert mastodon.capabilities.limits.rule is CountRule.MASTODON
    assert mastodon.capabilities.limits.max_alt_characters == 10000
    assert mastodon.capabilities.can_quote
    assert mastodon.streaming == "ws://localhost:4000"
    gotosocial = server_of(base, _recorded("gotosocial"), "", "")
    assert gotosocial.software == "gotosocial"
    assert gotosocial.capabilities.limits.rule is CountRule.CODE_POINTS
    assert gotosocial.capabilities.limits.max_characters == 5000
    assert not gotosocial.capabilities.has_idempotency
    assert gotosocial.streaming == "ws://localhost:8080"  # it says wss
    takahe = server_of(base, _recorded("takahe"), "", "")
    assert takahe.software == "takahe"
    assert not takahe.capabilities.can_stream
    assert TimelineKind.SEARCH not in takahe.capabilities.timelines


def test_limits_in_the_words_of_pleroma() -> None:
    told = wire_server.Instance(
        version="2.7.2 (compatible; Akkoma 3.10.4)",
        max_toot_chars=5000,
        poll_limits=wire_server.PollLimits(max_options=20, max_option_chars=200),
        urls=wire_server.Urls(streaming_api="wss://birds.example"),
    )
    info = server_of("https://birds.example", told, "", "")
    assert info.software == "akkoma"
    limits = info.capabilities.limits
    assert (limits.rule, limits.max_characters) == (CountRule.GRAPHEMES, 5000)
    assert (limits.max_poll_options, limits.max_poll_option_characters) == (20, 200)
    assert Visibility.LOCAL in info.capabilities.visibilities
    assert info.streaming == "wss://birds.example"


async def test_a_stranger_is_kept_out_but_the_server_is_found(
    http: HttpClient, server: Answering
) -> None:
    def closed(asked: Asked) -> Answer:
        signed = "authorization" in asked.headers
        return Answer(INSTANCE) if signed else Answer({"error": "This API requires a user"}, 401)

    server.routes["GET /api/v2/instance"] = closed
    server.routes["GET /api/v1/instance"] = closed
    assert await MastodonSignIn(http).find_server(server.base) == server.base
