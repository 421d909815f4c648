# ruff: noqa: E501
from __future__ import annotations

import time
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.post import Mention
from desktop.domain.richtext import CustomEmoji, RichText, Span, SpanKind
from desktop.text.cleaning import clean_name, clean_rich_text, clean_text
from desktop.text.html import html_to_rich_text, plain_to_rich_text

BOB = Mention("1", "bob@example.org", "https://example.org/@bob")
BLOB = CustomEmoji("blob", "https://example.org/blob.png")


def _shown(rich: RichText) -> list[tuple[str, SpanKind, str]]:
    return [(rich.text[s.start : s.end], s.kind, s.target) for s in rich.spans]


def test_reads_paragraphs_lines_and_styles() -> None:
    rich = html_to_rich_text(
        "<p>Hi <strong>you</strong></p><p>a<br>b<br/><br/>c</p>\n<p><em>d</em></p>"
    )
    assert rich.text == "Hi you\n\na\nb\n\nc\n\nd"
    assert _shown(rich) == [("you", SpanKind.BOLD, ""), ("d", SpanKind.ITALIC, "")]


def test_reads_a_mastodon_post() -> None:
    html = (
        '<p><span class="h-card"><a href="https://example.org/@bob" class="u-url mention">@<span>bob'
        '</span></a></span> <a href="https://example.com/page/abcdef" rel="nofollow"><span '
        'class="invisible">https://</span><span class="ellipsis">example.com/page</span><span '
        'class="invisible">/abcdef</span></a> <a href="https://m.s/tags/foo" class="mention hashtag" '
        'rel="tag">#<span>Foo</span></a> :blob: :other:</p>'
    )
    rich = html_to_rich_text(
        html, mentions=[BOB], tags=[("foo", "https://m.s/tags/foo")], emojis=[BLOB]
    )
    assert rich.text == "@bob example.com/page… #Foo :blob: :other:"
    assert _shown(rich) == [
        ("@bob", SpanKind.MENTION, "https://example.org/@bob"),
        ("example.com/page…", SpanKind.LINK, "https://example.com/page/abcdef"),
        ("#Foo", SpanKind.HASHTAG, "foo"),
        (":blob:", SpanKind.EMOJI, "blob"),
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ul><li>one</li><li><p>two</p></li></ul>after", "• one\n• two\n\nafter"),
        ('<ol start="3"><li>x<ul><li>in</li></ul><li>y</ol>', "3. x\n  • in\n4. y"),
        ("<pre><code>a\n  b</code></pre>c", "a\n  b\n\nc"),
        ("&lt;b&gt;x&lt;/b&gt; &amp;amp;", "<b>x</b> &amp;"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
        ('<img alt=":cat:" src="x"><img src="y">', ":cat:"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc"),
        ("<script>alert(1)</script>a<style>b</style>", "a"),
        ("a < b and <3", "a < b and <3"),
        ("<h1>T</h1><p>p</p><hr>z", "T\n\np\n\n———\n\nz"),
        ('<span class="invisible"><b>x</b></span><b>y</b>', "y"),
        ("<p>a\n  b</p>", "a b"),
        ("<!-- x --><p>a</p><!DOCTYPE html>", "a"),
        ("", ""),
    ],
)
def test_degrades_to_text(html: str, text: str) -> None:
    assert html_to_rich_text(html).text == text


def test_quotes_of_old_servers_are_dropped_on_request() -> None:
    html = '<p class="quote-inline">RE: <a href="https://a.b/c">c</a></p><p>text</p>'
    assert html_to_rich_text(html, drop_quote_inline=True).text == "text"
    assert html_to_rich_text(html).text == "RE: c\n\ntext"


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "java\nscript:x", "data:text/html,x", "file:///etc", "//x.org", "/path", "https://",
     "https://[", "mailto:a@b.c", ""],
)  # fmt: skip
def test_only_web_addresses_are_links(target: str) -> None:
    rich = html_to_rich_text(f'<a href="{target}">good.com</a>')
    assert rich == RichText("good.com")


def test_emoji_in_code_stay_text() -> None:
    rich = html_to_rich_text("<code>:blob:</code> :blob::blob: :x:blob:", emojis=[BLOB])
    emoji = [span.start for span in rich.spans if span.kind is SpanKind.EMOJI]
    assert emoji == [7, 13, 22]


@pytest.mark.parametrize(
    "html",
    ["<b>" * 100_000 + "x", "<div><blockquote>" * 50_000 + "x", '<a href="https://a.b">x' * 20_000, "<" * 200_000,
     "<!--" * 100_000, "<![CDATA[" * 50_000, '<a href="' * 50_000, "<ul><li>" * 30_000, "a" + "\u0301" * 100_000,
     "<b>" * 30_000 + "</i></b>" * 30_000, "<a " + "b " * 50_000 + ">x", "&" * 200_000,
     "<code>:blob:</code>" * 5_000],
    ids=range(13),
)  # fmt: skip
def test_hostile_markup_takes_linear_time(html: str) -> None:
    begin = time.perf_counter()
    html_to_rich_text(html, emojis=[BLOB])
    assert time.perf_counter() - begin < 15


HTML = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<br>", "<b>", "</b>", "<i>", '<a href="https://a.b/c">', '<a href="javascript:x">', "</a>",
         "<ul>", "<ol>", "<li>", "</li>", "</ul>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<code>",
         "</code>", '<span class="invisible">', '<span class="ellipsis">', "</span>", "<script>", "</script>",
         "text", " ", "\n", "&lt;p&gt;", "&amp;", ":blob:", "@bob", "#tag", "é", "\u202e", "a\u0301\u0301", "<",
         ">", '"', "<!--", "-->", "<td>", "<tr>", "<img alt=x>", "<rt>", "<q>", "</q>"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(HTML | st.text())
def test_rich_text_is_sound(html: str) -> None:
    rich = html_to_rich_text(html, mentions=[BOB], tags=["tag"], emojis=[BLOB])
    starts = [span.start for span in rich.spans]
    assert starts == sorted(starts)
    for span in rich.spans:
        assert 0 <= span.start < span.end <= len(rich.text)
        if span.kind is SpanKind.LINK:
            assert urlsplit(span.target).scheme in ("http", "https")
    assert "\u202e" not in rich.text
    assert "\x00" not in rich.text


@given(st.text(alphabet="abc é<>&\"'/;"))
def test_escaped_text_comes_back_and_no_markup_with_it(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    rich = html_to_rich_text(f"<p>{escaped}</p>")
    assert rich.text == text.strip()
    assert rich.spans == ()


@given(
    st.lists(
        st.sampled_from(["<p>", "<b>", "<x-y>", "</p>", "<br/>", '<a href="https://a.b">']),
        max_size=30,
    )
)
def test_tags_leave_no_text(tags: list[str]) -> None:
    assert html_to_rich_text("".join(tags)).text == ""


def test_plain_text_has_links() -> None:
    rich = plain_to_rich_text("a\r\nsee https://example.com/x and gemini://example.com @bob")
    assert _shown(rich) == [
        ("https://example.com/x", SpanKind.LINK, "https://example.com/x"),
        ("@bob", SpanKind.MENTION, "bob"),
    ]
    assert plain_to_rich_text("https://a.com", find_links=False).spans == ()


def test_names_cannot_reverse_or_flood() -> None:
    assert clean_name(" \u202eAb\u2066c\n d ") == "Abc d"
    assert clean_name("a" + "\u0301" * 50) == "a" + "\u0301" * 6
    assert clean_text("x" + "\u200b" * 50) == "x" + "\u200b" * 3
    family = "👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 नमस्ते"
    assert clean_text(family) == family


def test_spans_stay_in_place_when_text_is_cleaned() -> None:
    rich = RichText(
        "a\u202e\u202dbc\x00d",
        (Span(1, 4, SpanKind.BOLD), Span(1, 3, SpanKind.CODE), Span(5, 7, SpanKind.ITALIC)),
    )
    assert clean_rich_text(rich) == RichText(
        "abcd", (Span(1, 2, SpanKind.BOLD), Span(3, 4, SpanKind.ITALIC))
    )
