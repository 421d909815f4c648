"""Every sentence of the composer: who will read it, what keeps it from being sent, its buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.account import Account, CountUnit, Visibility
from desktop.domain.draft import Draft
from desktop.viewmodels.wording import fill

Sentence = Callable[[], str]


def number(value: int) -> str:
    """As the user's locale writes it: 1,204."""
    return QLocale().toString(value)


def title(draft: Draft) -> str:
    tr = QCoreApplication.translate
    if draft.edits:
        return tr("Composer", "Edit post")
    if draft.reply_to:
        return tr("Composer", "Reply")
    if draft.quote:
        return tr("Composer", "Quote")
    return tr("Composer", "New post")


def send_label(draft: Draft, account: Account | None) -> str:
    """What the wide button will do."""
    tr = QCoreApplication.translate
    if account is None:
        return tr("Composer", "Add an account to post")
    values = {
        "name": account.display_name,
        "visibility": visibility_label(draft.visibility).lower(),
        "handle": draft.reply_handle,
    }
    if draft.edits:
        return fill(tr("Composer", "Save changes as {name}"), values)
    if draft.reply_to and draft.reply_handle:
        return fill(tr("Composer", "Reply to @{handle} as {name}"), values)
    if draft.reply_to:
        return fill(tr("Composer", "Reply as {name} · {visibility}"), values)
    if draft.quote:
        return fill(tr("Composer", "Quote as {name} · {visibility}"), values)
    return fill(tr("Composer", "Post as {name} · {visibility}"), values)


def context_line(draft: Draft) -> str:
    """Over the excerpt of the answered or quoted post."""
    tr = QCoreApplication.translate
    if draft.edits:
        return tr("Composer", "Changes a post that is already out")
    if draft.reply_to:
        return fill(tr("Composer", "In reply to @{handle}"), {"handle": draft.reply_handle})
    if draft.quote:
        return fill(tr("Composer", "Quoting @{handle}"), {"handle": draft.quote_handle})
    return ""


def visibility_label(visibility: Visibility) -> str:
    tr = QCoreApplication.translate
    labels: dict[Visibility, Sentence] = {
        Visibility.PUBLIC: lambda: tr("Composer", "Public"),
        Visibility.UNLISTED: lambda: tr("Composer", "Unlisted"),
        Visibility.FOLLOWERS: lambda: tr("Composer", "Followers"),
        Visibility.DIRECT: lambda: tr("Composer", "Mentioned people"),
        Visibility.LOCAL: lambda: tr("Composer", "This server"),
    }
    return labels[visibility]()


def visibility_help(visibility: Visibility) -> str:
    """One line in the menu."""
    tr = QCoreApplication.translate
    lines: dict[Visibility, Sentence] = {
        Visibility.PUBLIC: lambda: tr("Composer", "anyone, in all timelines"),
        Visibility.UNLISTED: lambda: tr("Composer", "anyone, but not in public timelines"),
        Visibility.FOLLOWERS: lambda: tr("Composer", "only those who follow you"),
        Visibility.DIRECT: lambda: tr("Composer", "only those whom you mention"),
        Visibility.LOCAL: lambda: tr("Composer", "only people of your server"),
    }
    return lines[visibility]()


def audience(draft: Draft, account: Account, mentions: Sequence[str]) -> str:
    """Who will read it, from facts. `mentions`: handles as written, without @."""
    tr = QCoreApplication.translate
    people = [handle for handle in dict.fromkeys(mentions) if handle]
    values = {
        "count": number(account.follower_count),
        "host": host_of(account),
        "people": people_list(people),
    }
    match draft.visibility:
        case Visibility.PUBLIC:
            return tr("Composer", "Anyone on the web, search engines included.")
        case Visibility.UNLISTED:
            return tr("Composer", "Anyone who comes across it; kept out of public timelines.")
        case Visibility.LOCAL:
            return fill(tr("Composer", "Anyone with an account on {host}."), values)
        case Visibility.FOLLOWERS:
            return fill(_followers_sentence(account.follower_count, bool(people)), values)
    return fill(_direct_sentence(account, people), values)


def _followers_sentence(count: int, has_people: bool) -> str:
    tr = QCoreApplication.translate
    if has_people:
        if count < 0:
            return tr("Composer", "Your followers, {people}, and anyone they show it to.")
        if count == 0:
            return tr("Composer", "Only {people}: nobody follows you yet.")
        if count == 1:
            return tr("Composer", "Your one follower, {people}, and anyone they show it to.")
        return tr("Composer", "Your {count} followers, {people}, and anyone they show it to.")
    if count < 0:
        return tr("Composer", "Your followers and anyone they show it to.")
    if count == 0:
        return tr("Composer", "Nobody but you: nobody follows you yet.")
    if count == 1:
        return tr("Composer", "Your one follower and anyone they show it to.")
    return tr("Composer", "Your {count} followers and anyone they show it to.")


def _direct_sentence(account: Account, people: Sequence[str]) -> str:
    tr = QCoreApplication.translate
    own = host_of(account).casefold()
    others = {handle.partition("@")[2].casefold() or own for handle in people} - {own}
    if not people:
        return tr(
            "Composer", "Only you, and the administrators of your server: nobody is mentioned."
        )
    if not others:
        return tr("Composer", "Only {people}, and the administrators of your server.")
    if len(others) == 1:
        return tr("Composer", "Only {people}, and the administrators of both servers.")
    return tr("Composer", "Only {people}, and the administrators of all their servers.")


def people_list(handles: Sequence[str], shown: int = 3) -> str:
    """@bob, @eve and 2 others."""
    tr = QCoreApplication.translate
    names = [f"@{handle}" for handle in handles]
    rest = len(names) - shown
    if rest > 1:
        values = {"people": ", ".join(names[:shown]), "count": number(rest)}
        return fill(tr("Composer", "{people} and {count} others"), values)
    if len(names) < 2:
        return "".join(names)
    values = {"people": ", ".join(names[:-1]), "last": names[-1]}
    return fill(tr("Composer", "{people} and {last}"), values)


def account_facts(account: Account) -> str:
    """Under the audience: Claire: 1,204 followers · example.org."""
    tr = QCoreApplication.translate
    values = {
        "name": account.display_name,
        "count": number(account.follower_count),
        "host": host_of(account),
    }
    if account.follower_count < 0:
        return fill(tr("Composer", "{name} on {host}"), values)
    if account.follower_count == 1:
        return fill(tr("Composer", "{name} on {host}: one follower"), values)
    return fill(tr("Composer", "{name} on {host}: {count} followers"), values)


def host_of(account: Account) -> str:
    return account.handle.partition("@")[2] or account.server.partition("://")[2]


def remaining_words(remaining: int, unit: CountUnit, limit: int, length: int) -> str:
    """What a screen reader says of the counter."""
    tr = QCoreApplication.translate
    if limit <= 0:
        one, many = tr("Composer", "1 character"), tr("Composer", "{count} characters")
        return one if length == 1 else fill(many, {"count": number(length)})
    if remaining < 0:
        one = tr("Composer", "1 character too many")
        many = tr("Composer", "{count} characters too many")
        if unit is CountUnit.UTF8_BYTES:
            one, many = tr("Composer", "1 byte too many"), tr("Composer", "{count} bytes too many")
        return one if remaining == -1 else fill(many, {"count": number(-remaining)})
    one, many = tr("Composer", "1 character left"), tr("Composer", "{count} characters left")
    if unit is CountUnit.UTF8_BYTES:
        one, many = tr("Composer", "1 byte left"), tr("Composer", "{count} bytes left")
    return one if remaining == 1 else fill(many, {"count": number(remaining)})


def refused_words(account: Account | None, reason: str) -> str:
    """Over a post that came back."""
    tr = QCoreApplication.translate
    values = {"host": host_of(account) if account else "", "reason": reason}
    if reason:
        return fill(tr("Composer", "{host} did not take this post: {reason}"), values)
    return fill(tr("Composer", "{host} did not take this post, and did not say why."), values)


def drafts_label(count: int) -> str:
    return fill(
        QCoreApplication.translate("Composer", "Drafts ({count})"), {"count": number(count)}
    )


def draft_line(draft: Draft, shown: int = 48) -> str:
    """One line for a draft in the menu."""
    tr = QCoreApplication.translate
    text = " ".join((draft.text or draft.content_warning).split())
    if not text:
        text = tr("Composer", "Pictures only") if draft.media else tr("Composer", "Poll only")
    text = text if len(text) <= shown else text[: shown - 1].rstrip() + "…"
    if draft.reply_to and draft.reply_handle:
        values = {"handle": draft.reply_handle, "text": text}
        return fill(tr("Composer", "To @{handle}: {text}"), values)
    return text


def language_label(code: str) -> str:
    """A language's own name: français. The code itself where Qt does not know it."""
    locale = QLocale(code)
    if locale.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return code
    return locale.nativeLanguageName() or code


def duration_label(seconds: int) -> str:
    """How long a poll is open."""
    tr = QCoreApplication.translate
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if days and seconds % 86400 == 0:
        one, many, value = tr("Composer", "1 day"), tr("Composer", "{count} days"), days
    elif hours and seconds % 3600 == 0:
        one, many, value = tr("Composer", "1 hour"), tr("Composer", "{count} hours"), hours
    else:
        one, many, value = tr("Composer", "1 minute"), tr("Composer", "{count} minutes"), minutes
    return one if value == 1 else fill(many, {"count": number(value)})


def reading_words() -> str:
    return QCoreApplication.translate("Composer", "A picture is still being read.")


def looking_words() -> str:
    return QCoreApplication.translate("Composer", "Looking up the answered post…")


def media_refused_words(problem: str) -> str:
    """Why a file was not taken, by the codes of uploads."""
    tr = QCoreApplication.translate
    sentences: dict[str, Sentence] = {
        "unreadable": lambda: tr("Composer", "This file could not be read."),
        "empty": lambda: tr("Composer", "This file is empty."),
        "unknown_type": lambda: tr("Composer", "This is no picture, film or sound."),
        "type_not_taken": lambda: tr("Composer", "Your server does not take files of this type."),
        "too_many_bytes": lambda: tr("Composer", "This file is too large for your server."),
        "too_many_pixels": lambda: tr("Composer", "This picture has too many pixels."),
        "broken": lambda: tr("Composer", "This picture is damaged."),
        "disk_full": lambda: tr("Composer", "The disk is full, so the file could not be kept."),
    }
    sentence = sentences.get(problem)
    return sentence() if sentence else tr("Composer", "This file could not be added.")


def too_late_words() -> str:
    return QCoreApplication.translate("Composer", "Too late to undo: it is being sent.")
