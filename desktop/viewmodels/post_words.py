"""The words around a post: who reposted, what a notification says, what media there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.account import AccountId, Visibility
from desktop.domain.notification import Notification, NotificationKind
from desktop.domain.post import Attachment, AttachmentKind, Post
from desktop.domain.profile import Profile

translate = QCoreApplication.translate

_BOOSTING = frozenset({"mastodon", "demo"})
"""Networks that say Boost where others say Repost."""


def says_boost(account: AccountId) -> bool:
    return account.partition(":")[0] in _BOOSTING


def own_handle(account: AccountId) -> str:
    return account.partition(":")[2]


def reposted_by(account: AccountId, name: str) -> str:
    if says_boost(account):
        return translate("Post", "Boosted by {name}").format(name=name)
    return translate("Post", "Reposted by {name}").format(name=name)


def reply_line(post: Post) -> str:
    """Empty for a post that answers nothing."""
    reply = post.reply_to
    if reply is None:
        return ""
    own = own_handle(post.account)
    if reply.handle and reply.handle in (own, own.partition("@")[0]):
        return translate("Post", "in reply to you")
    if reply.profile_id and reply.profile_id == post.author.id:
        return translate("Post", "continues a thread")
    if reply.handle:
        return translate("Post", "in reply to {name}").format(name="@" + reply.handle)
    return translate("Post", "in reply to someone")


def all_people(shown: Sequence[Profile]) -> str:
    """ "A, B and C"; from four on the rest is counted."""
    if len(shown) != 3:
        return people(shown, len(shown))
    first, second, third = (person.display_name for person in shown)
    return translate("Post", "{first}, {second} and {third}").format(
        first=first, second=second, third=third
    )


def plain_name(profile: Profile) -> str:
    """A display name without its custom emoji, for places that show no pictures."""
    name = profile.display_name
    for emoji in profile.emojis:
        name = name.replace(f":{emoji.shortcode}:", " ")
    return " ".join(name.split()) or profile.handle.partition("@")[0]


def people(shown: Sequence[Profile], count: int) -> str:
    """ "Louise", "Louise and Jonas", "Louise, Jonas and 4 others"."""
    names = [person.display_name for person in shown[:2]]
    others = max(count, len(shown)) - len(names)
    if not names:
        if others <= 1:
            return translate("Post", "Someone")
        return translate("Post", "{n} people").format(n=others)
    if others <= 0:
        if len(names) == 1:
            return names[0]
        return translate("Post", "{first} and {second}").format(first=names[0], second=names[1])
    if len(names) == 1:
        if others == 1:
            return translate("Post", "{first} and 1 other").format(first=names[0])
        return translate("Post", "{first} and {n} others").format(first=names[0], n=others)
    if others == 1:
        return translate("Post", "{first}, {second} and 1 other").format(
            first=names[0], second=names[1]
        )
    return translate("Post", "{first}, {second} and {n} others").format(
        first=names[0], second=names[1], n=others
    )


def notification_sentence(notification: Notification) -> str:
    """What they did, to follow the people's names; for MODERATION and OTHER a whole sentence."""
    kind = notification.kind
    if kind is NotificationKind.POLL_ENDED:
        own = own_handle(notification.account)
        post = notification.post
        if post is not None and post.author.handle == own:
            return translate("Notification", "Your poll has ended")
        return translate("Notification", "A poll you voted in has ended")
    one, many = _said(notification)
    is_many = max(notification.people_count, len(notification.people)) > 1
    return many if is_many else one


def _said(notification: Notification) -> tuple[str, str]:
    """Of one person and of several: in many a language the verb changes."""
    kind, wording = notification.kind, notification.wording
    if kind is NotificationKind.REPOST and says_boost(notification.account):
        return (
            translate("Notification", "boosted your post", "one person"),
            translate("Notification", "boosted your post", "several people"),
        )
    if kind is NotificationKind.REACTION and wording:
        return (
            translate("Notification", "reacted with {emoji}", "one person").format(emoji=wording),
            translate("Notification", "reacted with {emoji}", "several people").format(
                emoji=wording
            ),
        )
    if said := _sentences().get(kind):
        return said
    if wording:
        return wording, wording
    return (
        translate("Notification", "did something that Volière does not know yet", "one person"),
        translate("Notification", "did something that Volière does not know yet", "several people"),
    )


def _sentences() -> dict[NotificationKind, tuple[str, str]]:
    return {
        NotificationKind.MENTION: (
            translate("Notification", "mentioned you", "one person"),
            translate("Notification", "mentioned you", "several people"),
        ),
        NotificationKind.REPOST: (
            translate("Notification", "reposted your post", "one person"),
            translate("Notification", "reposted your post", "several people"),
        ),
        NotificationKind.LIKE: (
            translate("Notification", "liked your post", "one person"),
            translate("Notification", "liked your post", "several people"),
        ),
        NotificationKind.FOLLOW: (
            translate("Notification", "followed you", "one person"),
            translate("Notification", "followed you", "several people"),
        ),
        NotificationKind.FOLLOW_REQUEST: (
            translate("Notification", "asks to follow you", "one person"),
            translate("Notification", "ask to follow you", "several people"),
        ),
        NotificationKind.EDIT: (
            translate("Notification", "edited a post", "one person"),
            translate("Notification", "edited a post", "several people"),
        ),
        NotificationKind.NEW_POST: (
            translate("Notification", "posted", "one person"),
            translate("Notification", "posted", "several people"),
        ),
        NotificationKind.QUOTE: (
            translate("Notification", "quoted your post", "one person"),
            translate("Notification", "quoted your post", "several people"),
        ),
        NotificationKind.REACTION: (
            translate("Notification", "reacted to your post", "one person"),
            translate("Notification", "reacted to your post", "several people"),
        ),
    }


def media_kind(attachment: Attachment) -> str:
    kinds = {
        AttachmentKind.IMAGE: translate("Media", "image"),
        AttachmentKind.GIF: translate("Media", "animation"),
        AttachmentKind.VIDEO: translate("Media", "video"),
        AttachmentKind.AUDIO: translate("Media", "sound"),
    }
    return kinds.get(attachment.kind) or translate("Media", "file")


def media_summary(attachments: Sequence[Attachment]) -> str:
    """ "image", "3 images", "4 attachments"; empty without any."""
    if not attachments:
        return ""
    if len(attachments) == 1:
        return media_kind(attachments[0])
    kinds = {attachment.kind for attachment in attachments}
    if kinds == {AttachmentKind.IMAGE}:
        return translate("Media", "{n} images").format(n=len(attachments))
    return translate("Media", "{n} attachments").format(n=len(attachments))


def visibility_word(visibility: Visibility) -> str:
    """Empty for PUBLIC, which needs no word."""
    words = {
        Visibility.UNLISTED: translate("Visibility", "unlisted"),
        Visibility.FOLLOWERS: translate("Visibility", "followers only"),
        Visibility.DIRECT: translate("Visibility", "only people mentioned"),
        Visibility.LOCAL: translate("Visibility", "this server only"),
    }
    return words.get(visibility, "")


def short_count(count: int) -> str:
    """28, 1.2K, 34K, 2.1M, with the language's own decimal sign."""
    for limit, sign in ((1_000_000, "M"), (1_000, "K")):
        if count >= limit:
            value = count / limit
            digits = 1 if value < 10 else 0
            text = QLocale().toString(int(value * 10**digits) / 10**digits, "f", digits)
            return (
                f"{text} {sign}"
                if QLocale().language() == QLocale.Language.French
                else (f"{text}{sign}")
            )
    return str(max(0, count))
