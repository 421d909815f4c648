"""A row as one sentence for a screen reader, its parts in an order that the user chooses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.post import Attachment, Post, QuoteState
from desktop.domain.settings import SpokenOrder
from desktop.domain.timeline import Entry
from desktop.viewmodels import post_words
from desktop.viewmodels.relative_time import clock, spoken_age

translate = QCoreApplication.translate


class Part(StrEnum):
    EVENT = "event"
    """Who reposted, what it answers, what the notification says."""
    AUTHOR = "author"
    TEXT = "text"
    MEDIA = "media"
    TIME = "time"
    COUNTS = "counts"


DEFAULT_ORDER = (Part.EVENT, Part.AUTHOR, Part.TEXT, Part.MEDIA, Part.TIME, Part.COUNTS)
ORDERS = {
    SpokenOrder.AUTHOR_FIRST: DEFAULT_ORDER,
    SpokenOrder.TEXT_FIRST: (
        Part.TEXT, Part.MEDIA, Part.AUTHOR, Part.EVENT, Part.TIME, Part.COUNTS,
    ),
    SpokenOrder.TIME_FIRST: (
        Part.TIME, Part.EVENT, Part.AUTHOR, Part.TEXT, Part.MEDIA, Part.COUNTS,
    ),
    SpokenOrder.SHORT: (Part.EVENT, Part.AUTHOR, Part.TEXT, Part.MEDIA),
}  # fmt: skip


def sentence(
    entry: Entry, now: datetime | None = None, order: tuple[Part, ...] = DEFAULT_ORDER
) -> str:
    """Parts that are left out of `order` are not said. The text of a post with a content
    warning is not read, its warning is."""
    now = now or datetime.now(UTC)
    if entry.gap is not None:
        return translate("Accessible", "Posts are missing between {older} and {newer}.").format(
            older=clock(entry.gap.older_at), newer=clock(entry.gap.newer_at)
        )
    said = [text for part in order if (text := _PARTS[part](entry, now))]
    return _join(said)


def _post(entry: Entry) -> Post | None:
    post = entry.post or (entry.notification.post if entry.notification is not None else None)
    return post.shown if post is not None else None


def _event(entry: Entry, now: datetime) -> str:
    del now
    parts = []
    notification = entry.notification
    if notification is not None:
        parts.append(_notification(entry))
    if entry.post is not None and entry.reposters:
        names = post_words.all_people(entry.reposters)
        parts.append(post_words.reposted_by(entry.post.account, names))
    elif entry.post is not None and entry.post.repost_of is not None:
        name = post_words.plain_name(entry.post.author)
        parts.append(post_words.reposted_by(entry.post.account, name))
    post = _post(entry)
    if post is not None and (reply := post_words.reply_line(post)):
        parts.append(reply)
    return ", ".join(parts)


def _notification(entry: Entry) -> str:
    notification = entry.notification
    if notification is None:
        return ""
    said = post_words.notification_sentence(notification)
    if not notification.people or notification.kind.value in ("poll_ended", "moderation"):
        return said
    return f"{post_words.people(notification.people, notification.people_count)} {said}"


def _author(entry: Entry, now: datetime) -> str:
    del now
    post = _post(entry)
    if post is None:
        return ""
    return post_words.plain_name(post.author)


def _text(entry: Entry, now: datetime) -> str:
    del now
    post = _post(entry)
    if post is None:
        return ""
    parts = []
    if post.problem:
        parts.append(
            translate("Accessible", "this post could not be read: {reason}").format(
                reason=post.problem
            )
        )
    if post.filters:
        titles = ", ".join(dict.fromkeys(match.title for match in post.filters))
        parts.append(translate("Accessible", "filtered: {title}").format(title=titles))
        return ", ".join(parts)
    if post.content_warning:
        warning = translate("Accessible", "content warning: {text}")
        parts.append(warning.format(text=_flat(post.content_warning)))
        return ", ".join(parts)
    parts.append(_flat(post.text.text))
    if post.poll is not None:
        options = ", ".join(option.title for option in post.poll.options)
        parts.append(translate("Accessible", "poll: {options}").format(options=options))
    quote = post.quote
    if quote is not None and quote.post is not None and quote.state is QuoteState.SHOWN:
        inner = quote.post.shown
        text = _flat(inner.content_warning or inner.text.text)
        parts.append(
            translate("Accessible", "quotes {name}: {text}").format(
                name=post_words.plain_name(inner.author), text=text
            )
        )
    if post.card is not None and post.card.title:
        parts.append(translate("Accessible", "link: {title}").format(title=post.card.title))
    return ", ".join(part for part in parts if part)


def _media(entry: Entry, now: datetime) -> str:
    del now
    post = _post(entry)
    if post is None or post.content_warning or post.filters:
        return post_words.media_summary(post.attachments) if post is not None else ""
    return ", ".join(_attachment(attachment) for attachment in post.attachments)


def _attachment(attachment: Attachment) -> str:
    kind = post_words.media_kind(attachment)
    if attachment.alt:
        return translate("Accessible", "{kind}: {alt}").format(kind=kind, alt=_flat(attachment.alt))
    return translate("Accessible", "{kind} without description").format(kind=kind)


def _time(entry: Entry, now: datetime) -> str:
    post = _post(entry)
    if entry.notification is not None:
        return spoken_age(entry.notification.created_at, now)
    return spoken_age(post.created_at, now) if post is not None else ""


def _counts(entry: Entry, now: datetime) -> str:
    del now
    post = _post(entry)
    if post is None or (entry.notification is not None and entry.notification.kind != "mention"):
        return ""
    counts = post.counts
    parts = []
    if counts.replies == 1:
        parts.append(translate("Accessible", "1 reply"))
    elif counts.replies > 1:
        parts.append(translate("Accessible", "{n} replies").format(n=counts.replies))
    if counts.reposts:
        word = (
            translate("Accessible", "boosts: {n}")
            if post_words.says_boost(post.account)
            else translate("Accessible", "reposts: {n}")
        )
        parts.append(word.format(n=counts.reposts))
    if counts.likes == 1:
        parts.append(translate("Accessible", "1 like"))
    elif counts.likes > 1:
        parts.append(translate("Accessible", "{n} likes").format(n=counts.likes))
    return ", ".join(parts)


_PARTS: dict[Part, Callable[[Entry, datetime], str]] = {
    Part.EVENT: _event,
    Part.AUTHOR: _author,
    Part.TEXT: _text,
    Part.MEDIA: _media,
    Part.TIME: _time,
    Part.COUNTS: _counts,
}


def _flat(text: str) -> str:
    return " ".join(text.split())


def _join(parts: list[str]) -> str:
    """One sentence: a capital first, a single full stop last, no doubled punctuation."""
    if not parts:
        return ""
    whole = "; ".join(part.rstrip(" .;,。") for part in parts)
    whole = whole[0].upper() + whole[1:]
    return whole if whole[-1] in "!?…" else whole + "."
