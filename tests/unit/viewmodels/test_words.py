"""Every code has its sentence, and values find their places."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from desktop.domain.account import Account, AccountId, Capabilities
from desktop.domain.column import (
    Column,
    ColumnState,
    Failed,
    Limited,
    Live,
    Loading,
    NoSession,
    Polling,
    Waiting,
)
from desktop.domain.errors import (
    AccessDenied,
    NotFound,
    NotSupported,
    Offline,
    OfflineCause,
    QueryError,
    QueryProblem,
    RateLimited,
    Rejected,
    SecretsUnavailable,
    ServerFault,
    SignedOut,
    SignInError,
    SignInProblem,
    StoreError,
    StoreFault,
)
from desktop.domain.notice import Notice, NoticeCode
from desktop.domain.query import SavedSearch
from desktop.domain.timeline import TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.services.uploads import MediaProblem, MediaRefused
from desktop.viewmodels import column_types
from desktop.viewmodels.messages import (
    clock_words,
    error_sentence,
    notice_sentence,
    query_sentence,
    sign_in_sentence,
    store_sentence,
)
from desktop.viewmodels.state_words import StateAction, state_words
from desktop.viewmodels.vocabulary import vocabulary

PLACEHOLDER = re.compile(r"\{\w+\}")
UNTIL = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)


@pytest.mark.parametrize("code", list(NoticeCode))
@pytest.mark.parametrize("is_full", [False, True])
def test_every_notice_is_a_whole_sentence(code: NoticeCode, is_full: bool) -> None:
    names = [
        "host",
        "reason",
        "until",
        "account",
        "status",
        "file",
        "title",
        "count",
        "names",
        "cause",
        "fault",
    ]
    values = {name: f"<{name}>" for name in names} if is_full else {}
    values |= {"until": UNTIL.isoformat()} if is_full else {}
    sentence = notice_sentence(Notice(code=code, values=values))
    assert sentence.endswith((".", ">"))
    assert not PLACEHOLDER.search(sentence)
    if is_full:
        assert "  " not in sentence


def test_values_are_not_read_as_places_for_values() -> None:
    notice = Notice(code=NoticeCode.REJECTED, values={"reason": "no {host} for <b>you</b>"})
    assert notice_sentence(notice).endswith("no {host} for <b>you</b>")


def test_a_limit_names_the_local_time() -> None:
    notice = Notice(code=NoticeCode.RATE_LIMITED, values={"until": UNTIL.isoformat()})
    assert clock_words(UNTIL) in notice_sentence(notice)


def test_sentences_of_one_kind_differ() -> None:
    sign_in = {sign_in_sentence(problem) for problem in SignInProblem}
    store = {store_sentence(fault) for fault in StoreFault}
    queries = {query_sentence(QueryError(problem, value="x")) for problem in QueryProblem}
    assert len(sign_in) == len(SignInProblem)
    assert len(store) == len(StoreFault)
    assert len(queries) == len(QueryProblem)


@pytest.mark.parametrize(
    "error",
    [
        *(Offline("example.org", cause) for cause in OfflineCause),
        RateLimited(UNTIL), SignedOut(), AccessDenied("no"), NotFound(), Rejected("too long"),
        NotSupported(), ServerFault(503), ServerFault(), SignInError(SignInProblem.TLS),
        SecretsUnavailable(), SecretsUnavailable(locked=True), StoreError(StoreFault.LOCKED),
        QueryError(QueryProblem.OPEN_QUOTE), ValueError("secret stuff"),
    ],
)  # fmt: skip
def test_every_error_has_words(error: Exception) -> None:
    sentence = error_sentence(error)
    assert len(sentence) > 10
    assert not PLACEHOLDER.search(sentence)
    assert "secret stuff" not in sentence


@pytest.mark.parametrize(
    ("state", "short", "action"),
    [
        (Loading(), "loading", StateAction.NONE),
        (Live(), "live", StateAction.NONE),
        (Polling(30.0), "every 30 s", StateAction.NONE),
        (Polling(300.0), "every 5 min", StateAction.NONE),
        (Waiting(), "offline", StateAction.RETRY),
        (NoSession(), "signed out", StateAction.SIGN_IN),
        (NoSession(locked=True), "locked", StateAction.RETRY),
        (Failed("server_fault"), "error", StateAction.RETRY),
    ],
)
def test_states_in_words(state: ColumnState, short: str, action: StateAction) -> None:
    words = state_words(state)
    assert (words.short, words.action) == (short, action)
    assert words.title
    assert bool(words.action_label) == (action is not StateAction.NONE)


def test_a_limited_column_says_when_it_goes_on() -> None:
    words = state_words(Limited(UNTIL.timestamp()))
    assert clock_words(UNTIL) in words.short
    assert clock_words(UNTIL) in words.title
    assert words.is_trouble


def test_a_failed_column_keeps_the_servers_words() -> None:
    assert "Wartung bis 12" in state_words(Failed("server_fault", "Wartung bis 12")).text


@pytest.mark.parametrize("problem", list(MediaProblem))
def test_every_refused_file_is_named(problem: MediaProblem) -> None:
    assert "cat.png" in error_sentence(MediaRefused(problem, "cat.png"))
    values = {"reason": problem.value, "name": "cat.png", "limit": "0"}
    assert "cat.png" in notice_sentence(Notice(code=NoticeCode.MEDIA_REFUSED, values=values))


def test_a_file_that_is_too_large_is_told_the_limit() -> None:
    refused = MediaRefused(MediaProblem.TOO_MANY_BYTES, "cat.png", 16_777_216)
    assert "16 MiB" in error_sentence(refused)


def test_what_is_ours_is_not_said_to_be_the_servers() -> None:
    assert "disk is full" in state_words(Failed("store_disk_full", "SQLITE_FULL")).text
    assert "KeyError" not in state_words(Failed("unexpected", "KeyError")).text


def _account(name: str, *kinds: TimelineKind) -> Account:
    return Account(
        id=AccountId(f"mastodon:{name}@example.org"), network="mastodon",
        server="https://example.org", handle=f"{name}@example.org", profile_id=name, name=name,
        capabilities=Capabilities(timelines=frozenset(kinds)),
    )  # fmt: skip


def test_only_what_the_server_has_is_offered_and_keywords_always() -> None:
    offered = column_types.types_for(_account("a", TimelineKind.HOME, TimelineKind.THREAD))
    assert [item.kind for item in offered] == [TimelineKind.HOME, TimelineKind.SAVED_SEARCH]


@pytest.mark.parametrize("kind", list(TimelineKind))
def test_every_kind_has_a_face(kind: TimelineKind) -> None:
    assert column_types.COLUMN_TYPES[kind].icon
    assert column_types.kind_name(kind)
    assert column_types.kind_help(kind)
    assert all(column_types.empty_words(kind))


def test_titles_and_subtitles() -> None:
    one, two = _account("ann"), _account("bob")
    home = Column(id="1", sources=(TimelineKey(one.id, TimelineKind.HOME),))
    tag = Column(id="2", sources=(TimelineKey(one.id, TimelineKind.HASHTAG, "cats"),))
    search = SavedSearch(id="3", text="cats OR dogs")
    key = TimelineKey(AccountId(""), TimelineKind.SAVED_SEARCH, "3")
    keywords = Column(id="3", sources=(key,), search=search)
    assert column_types.column_title(home) == "Home"
    assert column_types.column_subtitle(home, [one, two]) == "ann · example.org"
    assert column_types.column_title(tag) == "#cats"
    assert column_types.column_subtitle(tag, [one, two]) == "Hashtag · ann"
    assert column_types.column_title(keywords) == "cats OR dogs"
    assert column_types.column_subtitle(keywords, [one, two]) == "Keywords · 2 accounts"
    assert column_types.column_accounts(keywords, [one, two]) == (one, two)


def test_networks_speak_their_own_words() -> None:
    assert vocabulary("mastodon").repost == "Boost"
    assert vocabulary("demo").repost == "Boost"
    assert vocabulary("never heard of").repost == "Repost"
