"""What the user wants covered or hidden: labels, adult content, muted words. Pure.

Source: bluesky-social/atproto, packages/api/src/moderation (labels.ts, mutewords.ts).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec
import regex
from msgspec import Struct

from desktop.domain.post import FilterMatch
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.values import moment_of
from desktop.networks.lenient import read_loose

OFFICIAL_LABELER = "did:plc:ar7c4by46qjdydhdevvrndac"

_DEFAULTS = {"porn": "hide", "sexual": "warn", "nudity": "ignore", "graphic-media": "warn"}
_ADULT = frozenset({"porn", "sexual", "graphic-media"})
_OLD_NAMES = {"gore": "graphic-media", "nsfw": "porn", "suggestive": "sexual"}
_ACTIONS = {"hide": "hide", "warn": "blur"}
_PUNCTUATION = regex.compile(r"^\p{P}+|\p{P}+$")
_SPLIT = re.compile(r"[\s/\\|,;:()\[\]{}<>\"“”«»!?.…]+")
_NO_SPACES = frozenset({"ja", "zh", "ko", "th", "vi"})
"""Languages in which a muted word may be anywhere in the text."""


class Word(Struct, frozen=True):
    value: str
    in_text: bool
    in_tags: bool
    not_followed: bool
    """Does not count for people whom we follow."""
    ends: datetime | None = None


class Preferences(Struct, frozen=True, kw_only=True):
    """What an account has chosen, as far as it changes what is shown."""

    adult: bool = False
    labels: dict[str, str] = {}
    """By labeler and label, "did/label" or "/label": ignore, warn, hide, show."""
    labelers: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    hidden: frozenset[str] = frozenset()
    feeds: tuple[wire.SavedFeed, ...] = ()


def preferences_of(entries: Iterable[wire.Preference]) -> Preferences:
    """From getPreferences; entries that we do not know are passed over."""
    adult = False
    labels: dict[str, str] = {}
    labelers: list[str] = []
    words: list[Word] = []
    hidden: set[str] = set()
    feeds: list[wire.SavedFeed] = []
    for one in entries:
        match (one.type or "").rpartition("#")[2]:
            case "adultContentPref":
                adult = one.enabled is True
            case "contentLabelPref" if one.label and one.visibility:
                name = _OLD_NAMES.get(one.label, one.label)
                labels[f"{one.labeler_did or ''}/{name}"] = one.visibility
            case "labelersPref":
                labelers += [each.did for each in one.labelers or () if each.did]
            case "mutedWordsPref":
                words += [
                    word
                    for item in _items(one.items, wire.MutedWord)
                    if (word := _word(item)) is not None
                ]
            case "hiddenPostsPref" if isinstance(one.items, list):
                hidden |= {item for item in one.items if isinstance(item, str)}
            case "savedFeedsPrefV2":
                feeds += _items(one.items, wire.SavedFeed)
    return Preferences(
        adult=adult, labels=labels, labelers=tuple(labelers), words=tuple(words),
        hidden=frozenset(hidden), feeds=tuple(feeds),
    )  # fmt: skip


_S = msgspec.Struct


def _items(items: object, kind: type[_S]) -> list:  # type: ignore[type-arg]
    found = (read_loose(one, kind).value for one in items) if isinstance(items, list) else ()
    return [one for one in found if isinstance(one, kind)]


def _word(item: wire.MutedWord) -> Word | None:
    value = (item.value or "").strip().casefold()
    targets = item.targets or []
    if not value:
        return None
    return Word(
        value=value,
        in_text="content" in targets,
        in_tags="tag" in targets or "content" in targets,
        not_followed=item.actor_target == "exclude-following",
        ends=moment_of(item.expires_at),
    )


def label_filters(
    labels: Iterable[wire.Label], author: str, preferences: Preferences
) -> tuple[FilterMatch, ...]:
    """`author`: the DID of who wrote what is labelled; their own labels count too."""
    gone = {(one.src, one.val) for one in labels if one.neg}
    found: dict[str, str] = {}
    for one in labels:
        name = _OLD_NAMES.get(one.val or "", one.val or "")
        if not name or (one.src, one.val) in gone:
            continue
        if name == "!hide":
            found["!hide"] = "hide"
        elif name == "!warn":
            found["!warn"] = "warn"
        elif name in _DEFAULTS or one.src in preferences.labelers:
            wanted = _wanted(name, "" if one.src == author else one.src or "", preferences)
            if wanted in _ACTIONS and found.get(name) != "hide":
                found[name] = _ACTIONS[wanted]
    return tuple(FilterMatch(name, action) for name, action in found.items())


def _wanted(name: str, labeler: str, preferences: Preferences) -> str:
    if name in _ADULT and not preferences.adult:
        return "hide" if name == "porn" else "warn"
    chosen = preferences.labels.get(f"{labeler}/{name}") or preferences.labels.get(f"/{name}")
    return chosen or _DEFAULTS.get(name, "ignore")


def word_filters(
    text: str,
    tags: Iterable[str],
    languages: Iterable[str],
    preferences: Preferences,
    *,
    is_followed: bool,
    now: datetime | None = None,
) -> tuple[FilterMatch, ...]:
    """A muted word that a post has."""
    if not preferences.words:
        return ()
    now = now or datetime.now(UTC)
    folded = text.casefold()
    parts = {_PUNCTUATION.sub("", part) for part in _SPLIT.split(folded)} | set(
        _SPLIT.split(folded)
    )
    names = {tag.casefold() for tag in tags}
    runs = any(language.partition("-")[0] in _NO_SPACES for language in languages)
    for word in preferences.words:
        if (word.ends is not None and word.ends <= now) or (word.not_followed and is_followed):
            continue
        if word.in_tags and word.value.lstrip("#") in names:
            return (FilterMatch(word.value, "hide"),)
        if not word.in_text:
            continue
        several = " " in word.value or _SPLIT.search(word.value) is not None
        if word.value in parts or (
            (several or runs or len(word.value) == 1) and word.value in folded
        ):
            return (FilterMatch(word.value, "hide"),)
    return ()
