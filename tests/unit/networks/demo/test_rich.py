"""Entities in what is typed."""

from __future__ import annotations

import pytest

from desktop.domain.richtext import SpanKind
from desktop.networks.demo.rich import compose, handles, targets


def test_every_kind_has_its_span() -> None:
    text = compose("Lu @louise@piaille.example : https://example.org/a-b. #veille :pain:")
    assert text.text == "Lu @louise : example.org/a-b. #veille :pain:"
    assert [(text.text[span.start : span.end], span.kind, span.target) for span in text.spans] == [
        ("@louise", SpanKind.MENTION, "https://piaille.example/@louise"),
        ("example.org/a-b", SpanKind.LINK, "https://example.org/a-b"),
        ("#veille", SpanKind.HASHTAG, "veille"),
        (":pain:", SpanKind.EMOJI, "pain"),
    ]


@pytest.mark.parametrize(
    "source", ["a@b.example", "n°#1", "à 7:14:30", "#42", "https://", "word#tag", ":x:"]
)
def test_what_only_looks_like_one_has_none(source: str) -> None:
    assert compose(source).spans == ()


def test_unknown_emoji_stay_text() -> None:
    assert compose("see :nothing: here", frozenset({"pain"})).spans == ()


def test_tags_of_all_scripts() -> None:
    text = compose("#野鳥 #خطوط #vögel #veille #veille")
    assert targets(text, SpanKind.HASHTAG) == ("野鳥", "خطوط", "vögel", "veille")


def test_handles_get_their_host() -> None:
    assert handles("@claire et @Bob@b.example, @claire") == ("claire@demo.example", "bob@b.example")
