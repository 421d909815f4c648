# ruff: noqa: E501, PT017
from __future__ import annotations

from datetime import UTC, datetime

import apsw
import apsw.fts5
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.account import AccountId
from desktop.domain.errors import QueryError, QueryProblem
from desktop.domain.post import Attachment, LinkCard, Poll, PollOption, Post, Quote, QuoteState
from desktop.domain.profile import Profile
from desktop.domain.query import (
    And,
    From,
    Has,
    HasKind,
    Language,
    Not,
    Or,
    Phrase,
    Query,
    Tag,
    Word,
)
from desktop.domain.richtext import RichText, Span, SpanKind
from desktop.text import query
from desktop.text.fold import fold
from desktop.text.query import QueryForm, fts, highlights, index_text, matches, parse, unparse

ACCOUNT = AccountId("mastodon:me@example.org")


def _post(text: str | RichText = "", **fields: object) -> Post:
    values: dict[str, object] = {
        "account": ACCOUNT,
        "id": "1",
        "uri": "https://example.org/1",
        "author": Profile(id="1", handle="Bob@example.org", name="Bob Builder"),
        "created_at": datetime(2026, 1, 1, tzinfo=UTC),
        "text": text if isinstance(text, RichText) else RichText(text),
    }
    return Post(**(values | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("cat", Word("cat")),
        ("cat dog", And((Word("cat"), Word("dog")))),
        ("cat OR dog bird", Or((Word("cat"), And((Word("dog"), Word("bird")))))),
        ("cat | dog", Or((Word("cat"), Word("dog")))),
        ('"hello  world" -spam', And((Phrase("hello world"), Not(Word("spam"))))),
        ("“a b” NOT c", And((Phrase("a b"), Not(Word("c"))))),
        ("chat*", Word("chat", prefix=True)),
        ("#Foo from:@bob@ex.org", And((Tag("Foo"), From("bob@ex.org")))),
        ("lang:PT_br has:media", And((Language("pt-br"), Has(HasKind.MEDIA)))),
        ("(a OR b) -(c d)", And((Or((Word("a"), Word("b"))), Not(And((Word("c"), Word("d"))))))),
        ("12:30 https://x.org or", And((Word("12:30"), Word("https://x.org"), Word("or")))),
        ("a AND b", And((Word("a"), Word("b")))),
    ],
)
def test_parses(text: str, tree: Query) -> None:
    assert parse(text) == tree
    assert parse(unparse(tree)) == tree


@pytest.mark.parametrize(
    ("text", "problem", "position", "length"),
    [
        ("  ", QueryProblem.EMPTY, 0, 2),
        ('a "bc', QueryProblem.OPEN_QUOTE, 2, 3),
        ("a (b", QueryProblem.OPEN_GROUP, 2, 1),
        ("a )", QueryProblem.STRAY_CLOSE, 2, 1),
        ("a OR", QueryProblem.DANGLING_OR, 2, 2),
        ("OR a", QueryProblem.DANGLING_OR, 0, 2),
        ("a NOT", QueryProblem.DANGLING_NOT, 2, 3),
        ("a -", QueryProblem.DANGLING_NOT, 2, 1),
        ("a foo:b", QueryProblem.UNKNOWN_OPERATOR, 2, 4),
        ("from:", QueryProblem.MISSING_VALUE, 0, 5),
        ("lang:x1", QueryProblem.BAD_LANGUAGE, 5, 2),
        ("has:cats", QueryProblem.BAD_HAS, 4, 4),
        ("-a", QueryProblem.ONLY_NEGATIVE, 0, 2),
        ("a OR -b", QueryProblem.ONLY_NEGATIVE, 0, 7),
        ("a" * 1001, QueryProblem.TOO_LONG, 1000, 1),
        ("(" * 200 + "a" + ")" * 200, QueryProblem.TOO_LONG, 31, 370),
    ],
)
def test_says_where_the_mistake_is(
    text: str, problem: QueryProblem, position: int, length: int
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    error = caught.value
    assert (error.problem, error.position, error.length) == (problem, position, length)


@pytest.mark.parametrize(
    ("search", "text", "found"),
    [
        ("été", "L'ÉTÉ arrive", True), ("ete", "un été", True), ("cat", "concatenate", False),
        ("cat*", "Catalogue", True), ("cat*", "concat", False), ('"hello world"', "Hello, wörld!", True),
        ('"world hello"', "hello world", False), ("日本", "私は日本語", True), ("ラム", "プログラム", True),
        ("c++", "I like C++ most", True), ("c++", "I like c", False), ("🎉", "party🎉time", True),
        ("example.com", "see https://example.com/x", True), ("straße", "STRASSE", True),
        ("ｆｕｌｌ", "full", True), ("a -b", "a b", False), ("a -b", "a c", True), ("a OR b", "only b", True),
        ("한국", "한국어", True), ("Москва", "москва!", True), ("snake", "snake_case", True), ("don't", "DON’T", True),
    ],
)  # fmt: skip
def test_matches_words(search: str, text: str, found: bool) -> None:
    assert matches(parse(search), _post(text)) is found


def test_matches_more_than_the_text() -> None:
    quoted = _post("quoted words")
    post = _post(
        "text",
        content_warning="warned",
        attachments=(Attachment(alt="a red bicycle"),),
        poll=Poll(id="1", options=(PollOption("pizza"), PollOption("pasta"))),
        card=LinkCard(url="https://x.org", title="Headline news"),
        quote=Quote(QuoteState.SHOWN, quoted),
        tags=("Été",),
        language="fr-CA",
    )
    for search in ("warned", "bicycle", "pasta", "headline", "quoted", "#ete", "lang:fr", "from:bob",
                   "from:BOB@example.org", "has:media", "has:poll", "has:link"):  # fmt: skip
        assert matches(parse(search), post), search
    for search in (
        "builder",
        "#et",
        "lang:es",
        "lang:en",
        "from:bobby",
        "from:bob@other.org",
        '"text warned"',
    ):
        assert not matches(parse(search), post), search
    hidden = _post("x", quote=Quote(QuoteState.GONE, quoted))
    assert not matches(parse("quoted"), hidden)


def test_a_repost_matches_as_what_it_shows() -> None:
    repost = _post(repost_of=_post("inner words"), author=Profile(id="2", handle="ann@example.org"))
    assert matches(parse("inner from:ann"), repost)
    assert matches(parse("inner from:bob"), repost)


def test_links_in_the_text_count_as_links() -> None:
    text = RichText("see this", (Span(4, 8, SpanKind.LINK, "https://x.org"),))
    assert matches(parse("has:link"), _post(text))
    assert not matches(parse("has:link"), _post("see this"))


@pytest.mark.parametrize(
    ("search", "text", "marked"),
    [
        ("ete OR world", "L'été, World!", ["été", "World"]),
        ('"a b"', "x a, b y", ["a, b"]),
        ("strasse", "die Straße", ["Straße"]),
        ("本", "日本語", ["本"]),
        ("#foo", "#Foo #food foo", ["#Foo"]),
        ("a -b", "a b", ["a"]),
        ("cat*", "cats", ["cat"]),
        ("e\u0301te\u0301", "e\u0301te\u0301!", ["e\u0301te\u0301"]),
    ],
)
def test_marks_what_was_found(search: str, text: str, marked: list[str]) -> None:
    assert [text[a:b] for a, b in highlights(parse(search), text)] == marked


def test_servers_are_asked_for_plain_words() -> None:
    search = parse('(a OR "b c") #d -e has:media')
    assert query.alternatives(search) == ("a #d", '"b c" #d')
    assert query.words(search) == "a #d"
    assert query.words(parse("from:bob")) == ""


def test_the_form_and_the_query_are_two_faces() -> None:
    form = QueryForm(
        all_words="cat dog*", any_words="x y", phrase="good boy", none_words="bad", tags="#a b",
        handles="@bob ann@x.org", language="fr", has=frozenset({HasKind.MEDIA, HasKind.POLL}),
    )  # fmt: skip
    text = query.from_form(form)
    back = query.to_form(parse(text))
    assert back is not None
    assert query.from_form(back) == text
    assert (back.all_words, back.tags, back.handles) == ("cat dog*", "#a #b", "bob ann@x.org")
    assert query.from_form(QueryForm()) == ""
    assert query.to_form(parse("a (b OR (c d))")) is None


WORDS = st.sampled_from(
    ["cat", "été", "l'été", "日本", "東京abc", "c++", "🎉", "chat", "ラム", "한국", "a_b", "x.y", "Straße", "ไทย", "don't",
     "नमस्ते", "12", "$5", "が", "か", "ﬁn", "½"]
)  # fmt: skip
TERMS = st.one_of(
    st.builds(Word, WORDS, st.booleans()),
    st.builds(Phrase, st.lists(WORDS, min_size=1, max_size=3).map(" ".join)),
    st.builds(Tag, st.sampled_from(["cat", "été", "日本", "a_b"])),
    st.builds(From, st.sampled_from(["bob", "ann@x.org"])),
    st.builds(Language, st.sampled_from(["fr", "pt-br"])),
    st.builds(Has, st.sampled_from(list(HasKind))),
)
TREES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(And),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(Or),
    ),
    max_leaves=6,
)


@given(TREES)
def test_what_is_printed_parses_to_the_same(tree: Query) -> None:
    try:
        once = parse(unparse(tree))
    except QueryError as error:
        assert error.problem is QueryProblem.ONLY_NEGATIVE
        return
    assert parse(unparse(once)) == once


@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from([*'ab "()|-#*:', " OR ", "NOT ", "has:"])).map("".join)
)
def test_any_text_parses_or_says_where(text: str) -> None:
    try:
        tree = parse(text)
    except QueryError as error:
        assert 0 <= error.position <= len(text)
        assert error.position + error.length <= len(text)
        return
    assert parse(unparse(tree)) == tree
    matches(tree, _post(text))
    for start, end in highlights(tree, text):
        assert 0 <= start < end <= len(text)


@pytest.fixture(scope="module")
def index() -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    connection.register_fts5_tokenizer("unicodewords", apsw.fts5.UnicodeWordsTokenizer)
    connection.register_fts5_tokenizer("simplify", apsw.fts5.SimplifyTokenizer)
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5"
        "(body, tokenize = 'simplify casefold 1 strip 1 unicodewords')"
    )
    return connection


@given(
    TREES,
    st.lists(
        st.one_of(WORDS, st.sampled_from([" ", ", ", "-", "/", "s", "\n", "語", "#"])), max_size=12
    ).map("".join),
    st.lists(st.sampled_from(["cat", "Été", "日本", "a_b"]), max_size=2),
)
def test_the_index_holds_every_match(
    index: apsw.Connection, tree: Query, text: str, tags: list[str]
) -> None:
    post = _post(text, tags=tuple(tags))
    expression = fts(tree)
    if not matches(tree, post) or expression is None:
        return
    index.execute("DELETE FROM words")
    index.execute("INSERT INTO words VALUES (?)", (index_text(post),))
    assert index.execute("SELECT count(*) FROM words(?)", (expression,)).get == 1


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
