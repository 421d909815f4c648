"""Each kind of rule hides exactly what it says."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.filter_rule import ColumnRules, FilterRule, HiddenWhy, RuleKind
from desktop.domain.post import Attachment, AttachmentKind, Post, ReplyTo
from desktop.domain.richtext import RichText, Span, SpanKind
from desktop.text.filter_rules import RuleMatcher, pattern_problem
from desktop.text.fold import fold
from tests.unit.services.store_making import person, post


def said(text: str, **more: object) -> Post:
    return replace(post(1), text=RichText(text), **more)


def hides(kind: RuleKind, text: str, one: Post) -> bool:
    return RuleMatcher(ColumnRules(hide=(FilterRule(kind, text),))).why(one) is HiddenWhy.RULE


@pytest.mark.parametrize(
    ("kind", "rule", "text", "is_hidden"),
    [
        (RuleKind.WORD, "cat", "The Cat sat", True),
        (RuleKind.WORD, "cat", "Caterpillars", False),
        (RuleKind.WORD, "ete", "L’été arrive", True),
        (RuleKind.WORD, "two words", "Two, words!", True),
        (RuleKind.WORD, "!!", "", False),
        (RuleKind.PHRASE, "cat", "Caterpillars", True),
        (RuleKind.PHRASE, "カラム", "検索カラムが便利", True),
        (RuleKind.REGEX, r"^breaking\b", "Breaking: news", True),
        (RuleKind.REGEX, r"^breaking\b", "Not breaking", False),
        (RuleKind.REGEX, r"(unclosed", "(unclosed", False),
    ],
)
def test_words_phrases_and_expressions(
    kind: RuleKind, rule: str, text: str, is_hidden: bool
) -> None:
    assert hides(kind, rule, said(text)) is is_hidden


def test_authors_by_handle_by_name_and_by_host() -> None:
    one = replace(said("x"), author=person("bob"))
    host = one.author.handle.partition("@")[2]
    for rule, is_hidden in (
        ("bob", True), (f"@{one.author.handle}", True), (f"@{host}", True),
        ("bo", False), ("@elsewhere.example", False),
    ):  # fmt: skip
        assert hides(RuleKind.AUTHOR, rule, one) is is_hidden
    boosted = replace(post(2, repost_of=said("x")), author=person("bob"))
    assert hides(RuleKind.AUTHOR, "bob", boosted)


def test_languages() -> None:
    assert hides(RuleKind.LANGUAGE, "pt", said("x", language="pt-BR"))
    assert not hides(RuleKind.LANGUAGE, "pt", said("x", language=""))
    only = RuleMatcher(ColumnRules(only_languages=("fr", "en")))
    assert only.why(said("x", language="de")) is HiddenWhy.LANGUAGE
    assert only.why(said("x", language="en-GB")) is None
    assert only.why(said("x", language="")) is None


def test_what_a_post_is() -> None:
    picture = Attachment(id="1", kind=AttachmentKind.IMAGE, url="https://x.example/1.png")
    link = RichText("see x", (Span(4, 5, SpanKind.LINK, "https://x.example"),))
    media = RuleMatcher(ColumnRules(only_media=True))
    assert media.why(said("x")) is HiddenWhy.NO_MEDIA
    assert media.why(said("x", attachments=(picture,))) is None
    links = RuleMatcher(ColumnRules(only_links=True))
    assert links.why(said("x")) is HiddenWhy.NO_LINK
    assert links.why(replace(post(1), text=link)) is None
    replies = RuleMatcher(ColumnRules(hides_replies=True))
    assert replies.why(said("x", reply_to=ReplyTo("9"))) is HiddenWhy.REPLY
    bots = RuleMatcher(ColumnRules(hides_bots=True))
    assert bots.why(replace(said("x"), author=replace(person("b"), is_bot=True))) is HiddenWhy.BOT
    boosts = RuleMatcher(ColumnRules(hides_reposts=True))
    assert boosts.why(post(2, repost_of=said("x"))) is HiddenWhy.REPOST
    assert boosts.why(said("x")) is None
    seen = RuleMatcher(ColumnRules(hides_seen=True))
    assert seen.why(said("x"), is_seen=True) is HiddenWhy.SEEN


@given(st.text(max_size=60), st.text(min_size=1, max_size=6))
def test_a_phrase_hides_just_the_texts_that_hold_it(text: str, phrase: str) -> None:
    wanted = bool(phrase.strip()) and fold(phrase.strip()) in fold(text)
    assert hides(RuleKind.PHRASE, phrase, said(text)) is wanted


@given(st.text(max_size=80))
def test_any_expression_is_taken_or_its_problem_said(pattern: str) -> None:
    matcher = RuleMatcher(ColumnRules(hide=(FilterRule(RuleKind.REGEX, pattern),)))
    why = matcher.why(said("some text"))
    if pattern_problem(pattern):
        assert why is None


def test_an_expression_that_runs_for_ever_is_stopped() -> None:
    rule = FilterRule(RuleKind.REGEX, r"(a+)+(b+)+$")
    matcher = RuleMatcher(ColumnRules(hide=(rule,)))
    trap = said("a" * 2000 + "!")
    start = time.process_time()
    for _ in range(200):
        assert matcher.why(trap) is None
    assert time.process_time() - start < 0.5
    assert matcher.stopped == [rule]
