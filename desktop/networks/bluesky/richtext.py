"""From a record's text and facets to rich text, and from what was typed to facets."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from desktop.domain.richtext import RichText, Span, SpanKind
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.values import web_address
from desktop.text.facets import Facet, FacetKind, clean_newlines, detect_facets, segments

_KINDS = {
    FacetKind.MENTION: SpanKind.MENTION,
    FacetKind.LINK: SpanKind.LINK,
    FacetKind.TAG: SpanKind.HASHTAG,
}
_FACET = "app.bsky.richtext.facet"


def rich_text(text: str, facets: Iterable[wire.Facet]) -> RichText:
    """Facets that overlap, lie outside or mean nothing to us are passed over."""
    read = tuple(one for facet in facets if (one := _facet_of(facet)) is not None)
    spans: list[Span] = []
    shown = ""
    for part in segments(text, read):
        start = len(shown)
        shown += part.text
        if part.facet is not None:
            spans.append(Span(start, len(shown), _KINDS[part.facet.kind], part.facet.value))
    return RichText(shown, tuple(spans))


def plain_text(text: str) -> RichText:
    """A text without facets of its own, as in a bio: links, mentions and tags are found."""
    return rich_text(text, (_wire_of(one) for one in detect_facets(text)))


def _facet_of(facet: wire.Facet) -> Facet | None:
    place = facet.index
    if place is None or place.byte_start is None or place.byte_end is None or place.byte_start < 0:
        return None
    for feature in facet.features or ():
        kind, _, name = (feature.type or "").rpartition("#")
        if kind != _FACET:
            continue
        if name == "mention" and feature.did:
            return Facet(place.byte_start, place.byte_end, FacetKind.MENTION, feature.did)
        if name == "link" and web_address(feature.uri):
            return Facet(place.byte_start, place.byte_end, FacetKind.LINK, web_address(feature.uri))
        if name == "tag" and feature.tag:
            return Facet(place.byte_start, place.byte_end, FacetKind.TAG, feature.tag)
    return None


def _wire_of(facet: Facet) -> wire.Facet:
    feature = {
        FacetKind.MENTION: lambda: wire.Feature(type=f"{_FACET}#mention", did=facet.value),
        FacetKind.LINK: lambda: wire.Feature(type=f"{_FACET}#link", uri=facet.value),
        FacetKind.TAG: lambda: wire.Feature(type=f"{_FACET}#tag", tag=facet.value),
    }[facet.kind]()
    return wire.Facet(
        index=wire.ByteSlice(byte_start=facet.start, byte_end=facet.end), features=[feature]
    )


def tidy(text: str) -> str:
    """As the reference client sends it: no space at the ends, no more than one empty line."""
    return clean_newlines(text.strip())[0]


async def composed_facets(
    text: str, resolve: Callable[[str], Awaitable[str]]
) -> list[dict[str, object]]:
    """The facets to send for a tidied text. `resolve` gives the DID of a handle, or nothing:
    that mention then stays plain text."""
    found: list[dict[str, object]] = []
    end = -1
    for facet in detect_facets(text):
        if facet.start < end:
            continue
        match facet.kind:
            case FacetKind.MENTION:
                did = await resolve(facet.value)
                if not did:
                    continue
                feature = {"$type": f"{_FACET}#mention", "did": did}
            case FacetKind.LINK:
                feature = {"$type": f"{_FACET}#link", "uri": facet.value}
            case FacetKind.TAG:
                feature = {"$type": f"{_FACET}#tag", "tag": facet.value}
        end = facet.end
        index = {"byteStart": facet.start, "byteEnd": facet.end}
        found.append({"$type": _FACET, "index": index, "features": [feature]})
    return found


def first_link(facets: Iterable[dict[str, object]]) -> str:
    """The address that a card is made of."""
    for facet in facets:
        features = facet["features"]
        if isinstance(features, list):
            for feature in features:
                if feature.get("uri"):
                    return str(feature["uri"])
    return ""
