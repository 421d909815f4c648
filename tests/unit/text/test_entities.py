from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.account import CountRule
from desktop.domain.richtext import SpanKind
from desktop.text import facets as bluesky
from desktop.text import x_entities as x
from desktop.text.entities import find_entities, mentioned_handles
from desktop.text.facets import Facet, FacetKind, detect_facets, segments
from desktop.text.urls import UrlGrammar, find_urls
from tests.unit.text.conformance import vectors


def _ids(case: dict[str, Any]) -> str:
    return str(case.get("description", ""))


@pytest.mark.parametrize(
    "case", vectors("x_extract.json", "urls", "tco_urls_with_params"), ids=_ids
)
def test_finds_addresses(case: dict[str, Any]) -> None:
    assert [url.url for url in find_urls(case["text"])] == case["expected"]


@pytest.mark.parametrize(
    "case",
    vectors("x_extract.json", "urls_with_indices", "urls_with_directional_markers"),
    ids=_ids,
)
def test_finds_where_addresses_are(case: dict[str, Any]) -> None:
    found = [{"url": u.url, "indices": [u.start, u.end]} for u in find_urls(case["text"])]
    assert found == case["expected"]


@pytest.mark.parametrize(
    "case",
    vectors("x_extract.json", "mentions_with_indices", "mentions_or_lists_with_indices"),
    ids=_ids,
)
def test_finds_mentions_and_lists(case: dict[str, Any]) -> None:
    found = [
        {"screen_name": m.name, "indices": [m.start, m.end], "list_slug": m.list_slug}
        for m in x.find_mentions_or_lists(case["text"])
    ]
    assert found == [{"list_slug": "", **expected} for expected in case["expected"]]


@pytest.mark.parametrize("case", vectors("x_extract.json", "mentions"), ids=_ids)
def test_finds_mentions(case: dict[str, Any]) -> None:
    assert [m.name for m in x.find_mentions(case["text"])] == case["expected"]


@pytest.mark.parametrize("case", vectors("x_extract.json", "replies"), ids=_ids)
def test_finds_whom_a_post_answers(case: dict[str, Any]) -> None:
    assert x.find_reply(case["text"]) == (case["expected"] or "")


@pytest.mark.parametrize(
    "case", vectors("x_extract.json", "hashtags", "hashtags_from_astral"), ids=_ids
)
def test_finds_hashtags(case: dict[str, Any]) -> None:
    assert [tag.tag for tag in x.find_tags(case["text"])] == case["expected"]


@pytest.mark.parametrize("case", vectors("x_extract.json", "hashtags_with_indices"), ids=_ids)
def test_finds_where_hashtags_are(case: dict[str, Any]) -> None:
    found = [{"hashtag": t.tag, "indices": [t.start, t.end]} for t in x.find_tags(case["text"])]
    assert found == case["expected"]


@pytest.mark.parametrize("case", vectors("x_extract.json", "cashtags_with_indices"), ids=_ids)
def test_finds_where_cashtags_are(case: dict[str, Any]) -> None:
    found = [{"cashtag": t.tag, "indices": [t.start, t.end]} for t in x.find_cashtags(case["text"])]
    assert found == case["expected"]


@pytest.mark.parametrize("case", vectors("x_extract.json", "cashtags"), ids=_ids)
def test_finds_cashtags(case: dict[str, Any]) -> None:
    assert [tag.tag for tag in x.find_cashtags(case["text"])] == case["expected"]


@pytest.mark.parametrize(
    ("group", "check"),
    [
        ("usernames", x.is_valid_username),
        ("lists", x.is_valid_list),
        ("hashtags", x.is_valid_hashtag),
        ("urls", x.is_valid_url),
        ("urls_without_protocol", lambda text: x.is_valid_url(text, require_protocol=False)),
    ],
)
def test_validates(group: str, check: Any) -> None:
    for case in vectors("x_validate.json", group):
        assert check(case["text"]) == case["expected"], case["description"]


@pytest.mark.parametrize("case", vectors("bluesky_detection.json", "mentions_and_links"))
def test_detects_bluesky_mentions_and_links(case: dict[str, Any]) -> None:
    text = case["input"]
    found = tuple(f for f in detect_facets(text) if f.kind is not FacetKind.TAG)
    got = []
    for segment in segments(text, found):
        entry = {"text": segment.text}
        if segment.facet is not None:
            did = "did:fake:" if segment.facet.kind is FacetKind.MENTION else ""
            entry["facet"] = did + segment.facet.value
        got.append(entry)
    assert got == case["segments"]


@pytest.mark.parametrize("case", vectors("bluesky_detection.json", "tags", "cashtags"))
def test_detects_bluesky_tags(case: dict[str, Any]) -> None:
    found = [facet for facet in detect_facets(case["input"]) if facet.kind is FacetKind.TAG]
    assert [facet.value for facet in found] == case["tags"]
    assert [{"byteStart": f.start, "byteEnd": f.end} for f in found] == case["indices"]


def _facets(places: list[list[int]]) -> tuple[Facet, ...]:
    return tuple(Facet(start, end, FacetKind.LINK, "") for start, end in places)


def _places(facets: tuple[Facet, ...]) -> list[list[int]]:
    return [[facet.start, facet.end] for facet in facets]


@pytest.mark.parametrize("case", vectors("bluesky_edits.json", "insert"))
def test_facets_move_with_what_is_put_in(case: dict[str, Any]) -> None:
    before = case["before"]
    text, moved = bluesky.insert(
        before["text"], _facets(before["facets"]), case["at_byte"], case["insert"]
    )
    assert {"text": text, "facets": _places(moved)} == case["after"]


def test_facets_move_by_bytes() -> None:
    text, moved = bluesky.insert("hello world", _facets([[2, 7]]), 0, "é🔥")
    assert (text, _places(moved)) == ("é🔥hello world", [[8, 13]])


@pytest.mark.parametrize("case", vectors("bluesky_edits.json", "delete"))
def test_facets_move_with_what_is_taken_out(case: dict[str, Any]) -> None:
    before = case["before"]
    text, kept = bluesky.delete(
        before["text"], _facets(before["facets"]), case["start"], case["end"]
    )
    assert {"text": text, "facets": _places(kept)} == case["after"]


@pytest.mark.parametrize("case", vectors("bluesky_edits.json", "segments"))
def test_cuts_at_facets(case: dict[str, Any]) -> None:
    got = []
    for segment in segments(case["input"], _facets(case["facets"])):
        facet = segment.facet
        got.append({"text": segment.text} | ({"facet": [facet.start, facet.end]} if facet else {}))
    assert got == case["segments"]


@pytest.mark.parametrize("case", vectors("bluesky_edits.json", "clean_newlines"))
def test_cleans_newlines(case: dict[str, Any]) -> None:
    assert bluesky.clean_newlines(case["input"])[0] == case["output"]


def test_composed_text_has_mastodons_entities() -> None:
    text = "@bob@example.org see https://example.com/é #été :blob: example.org"
    spans = find_entities(text, shortcodes={"blob"})
    assert [(text[s.start : s.end], s.kind, s.target) for s in spans] == [
        ("@bob@example.org", SpanKind.MENTION, "bob@example.org"),
        ("https://example.com/é", SpanKind.LINK, "https://example.com/é"),
        ("#été", SpanKind.HASHTAG, "été"),
        (":blob:", SpanKind.EMOJI, "blob"),
    ]
    assert mentioned_handles("@a @b@c.org @a") == ("a", "b@c.org")


def test_links_without_protocol_are_links_on_x_only() -> None:
    assert find_urls("see example.com") != []
    assert find_urls("see example.com", UrlGrammar.MASTODON) == []


@given(
    st.lists(
        st.sampled_from(
            ["@bob", "@a@b.org", "http://a.com", "b.com/x", "#t", "$T", ":e:", " ", "é", "🔥", "("]
        ),
        max_size=20,
    ).map("".join)
    | st.text(),
    st.sampled_from(list(CountRule)),
)
def test_entities_are_sorted_and_apart(text: str, rule: CountRule) -> None:
    done = 0
    for span in find_entities(text, rule):
        assert done <= span.start < span.end <= len(text)
        done = span.end
